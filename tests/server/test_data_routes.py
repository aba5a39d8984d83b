import csv
import io
import json

import duckdb
import polars as pl
import pytest

from aiconsol.archive import archive
from aiconsol.components.answers import answer
from aiconsol.dataset import shelf
from aiconsol.export import csv_bytes, file_name
from aiconsol.filters import Filters
from aiconsol.queries.records import RECORDS

NARROW = Filters(market=("US",), quarters=("2023Q1", "2024Q4"), basis="reported")
ADDRESS = "?market=US&quarters=2023Q1&quarters=2024Q4&basis=reported"


def rows_of(table, filters):
    return answer(shelf().current()[0], RECORDS[table], filters)


def as_text(frame):
    return frame.with_columns(
        pl.exclude(pl.Int64, pl.Int16, pl.Float64, pl.Boolean).cast(pl.String)
    )


@pytest.mark.parametrize("table", RECORDS)
@pytest.mark.parametrize(("address", "filters"), [("", Filters()), (ADDRESS, NARROW)])
def test_an_address_answers_with_the_file_of_the_button(client, table, address, filters):
    answered = client.get(f"/api/{table}.csv{address}")
    expected = rows_of(table, filters)
    assert expected.height
    assert answered.status_code == 200
    assert answered.content == csv_bytes(expected)
    name = file_name(shelf().current()[0], table, filters)
    assert answered.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert answered.headers["content-type"] == "text/csv; charset=utf-8"


@pytest.mark.parametrize("table", RECORDS)
def test_the_three_forms_hold_the_same_rows(client, table):
    expected = as_text(rows_of(table, NARROW))
    parquet = client.get(f"/api/{table}.parquet{ADDRESS}")
    written = client.get(f"/api/{table}.json{ADDRESS}")
    read = as_text(pl.read_parquet(parquet.content))
    assert read.equals(expected.select(read.columns))
    assert written.json() == json.loads(expected.write_json())
    assert list(csv.DictReader(io.StringIO(text_of(client, table)), strict=True)) == [
        {name: "" if cell is None else str(cell) for name, cell in row.items()}
        for row in pl.read_csv(csv_bytes(expected), infer_schema=False).iter_rows(named=True)
    ]


def text_of(client, table):
    return client.get(f"/api/{table}.csv{ADDRESS}").content.decode("utf-8-sig")


def test_duckdb_reads_the_address_as_it_stands(client, tmp_path):
    file = tmp_path / "rounds.csv"
    file.write_bytes(client.get(f"/api/rounds.csv{ADDRESS}").content)
    read = duckdb.read_csv(str(file)).aggregate("sum(amount_usd), count(*)").fetchall()
    expected = rows_of("rounds", NARROW)
    assert read == [(expected["amount_usd"].sum(), expected.height)]


@pytest.mark.parametrize(
    ("query", "parameter", "value", "reason"),
    [
        ("market=XX", "market", "XX", "one of US, CN, Other"),
        ("market=US&market=", "market", "", "one of US, CN, Other"),
        ("makret=US", "makret", "US", "no such filter"),
        ("quarters=2024Q1", "quarters", "2024Q1", "two quarters, the first and the last"),
        ("quarters=2024Q5&quarters=2025Q1", "quarters", "2024Q5", "a quarter from"),
        ("giants=maybe", "giants", "maybe", "one of with, without"),
        ("acquirer=Nobody", "acquirer", "Nobody", "not in the register"),
        ("company=openai", "company", "", "no parameter of this address"),
        ("market=%3Cscript%3E", "market", "<script>", "one of US, CN, Other"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(client, query, parameter, value, reason):
    answered = client.get(f"/api/rounds.csv?{query}")
    assert answered.status_code == 400
    assert answered.headers["content-type"] == "application/json"
    (fault,) = answered.json()["parameters"]
    assert (fault["parameter"], fault["value"]) == (parameter, value)
    assert reason in fault["reason"]
    assert reason in answered.json()["error"]


def test_every_fault_is_named_at_once(client):
    answered = client.get("/api/deals.json?market=XX&basis=certain&what=now")
    assert [fault["parameter"] for fault in answered.json()["parameters"]] == [
        "market",
        "basis",
        "what",
    ]


@pytest.mark.parametrize("path", ["/api/", "/api/secrets.csv", "/api/rounds.xlsx", "/api/a/b/c"])
def test_an_unknown_address_names_the_known_ones(client, path):
    answered = client.get(path)
    assert answered.status_code == 404
    assert "/api/rounds.csv" in answered.json()["addresses"]


def test_nothing_left_is_a_header_alone(client):
    answered = client.get("/api/rounds.csv?market=CN&kind=ipo&stage=seed")
    assert answered.status_code == 200
    assert answered.content.decode("utf-8-sig").count("\r\n") == 1


def test_a_copy_of_the_same_version_is_not_sent_again(client):
    first = client.get("/api/rounds.csv")
    tag = first.headers["etag"]
    assert shelf().current()[0].version in tag
    assert first.headers["cache-control"] == "no-cache"
    again = client.get("/api/rounds.csv", headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/api/rounds.csv", headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize("path", ["/api/rounds.csv", "/api/dataset.json", "/healthz"])
def test_only_reading_is_answered(client, path):
    head, got = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == got.headers["content-type"]
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert client.request(method, path).status_code == 405


def test_the_dataset_states_its_version_and_tables(client):
    manifest = shelf().current()[0].manifest
    stated = client.get("/api/dataset.json").json()
    assert stated["version"] == manifest.version
    assert stated["as_of"] == manifest.as_of.isoformat()
    assert stated["tables"]["rounds"]["rows"] == manifest.tables["rounds"].rows
    assert stated["tables"]["rounds"]["sha256"] == manifest.tables["rounds"].sha256
    assert client.get("/api/dataset.json?market=US").status_code == 400


def test_everything_is_one_zip_of_the_dataset_served(client):
    dataset, __ = shelf().current()
    answered = client.get("/api/aiconsol.zip")
    assert answered.status_code == 200
    assert answered.content == archive(dataset.manifest, dataset.frames)
    assert answered.headers["content-type"] == "application/zip"
    again = client.get("/api/aiconsol.zip", headers={"If-None-Match": answered.headers["etag"]})
    assert again.status_code == 304


def test_everything_can_t_be_narrowed(client):
    answered = client.get("/api/aiconsol.zip?market=US")
    assert answered.status_code == 400
    assert "market" in answered.json()["error"]
