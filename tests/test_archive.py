import io
import re
import zipfile

import polars as pl
import pytest

from aiconsol.archive import README, SOURCES, archive, publishers
from aiconsol.citation import bibtex_citation, short_citation
from aiconsol.dataset import Dataset, shelf
from aiconsol.schema import TABLES
from aiconsol.schema.dictionary import dictionary

DATASET: Dataset = shelf().current()[0]
ROUNDS = DATASET.frames["rounds"].head(3)
SENTENCE = "China, 2019 Q1 to 2026 Q4"


def opened(packed):
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


@pytest.fixture(scope="module")
def everything():
    return opened(archive(DATASET.manifest, DATASET.frames))


def rows_of_csv(content):
    return pl.read_csv(content, infer_schema=False).height


def test_everything_holds_every_table_twice_with_the_rows_of_the_manifest(everything):
    assert set(everything) == {README, SOURCES} | {
        f"{form}/{name}.{form}" for name in TABLES for form in ("csv", "parquet")
    }
    for name, table in DATASET.manifest.tables.items():
        assert rows_of_csv(everything[f"csv/{name}.csv"]) == table.rows
        frame = pl.read_parquet(everything[f"parquet/{name}.parquet"])
        assert frame.select(pl.Schema(TABLES[name]).names()).equals(DATASET.frames[name])
        assert frame.columns == columns_told(everything[README].decode(), name)


def columns_told(text, table):
    told = text.partition(f"### {table}\n")[2].partition("\n### ")[0]
    return re.findall(r"^\| (\w+) \| ", told, re.MULTILINE)[1:]


def counted_in(text):
    return {
        name: int(count.replace(",", ""))
        for name, count in re.findall(r"^\| (\w+) \| ([\d,]+) \|", text, re.MULTILINE)
    }


def test_the_readme_counts_what_the_files_hold(everything):
    counts = counted_in(everything[README].decode())
    assert counts == {name: rows_of_csv(everything[f"csv/{name}.csv"]) for name in TABLES}
    named = re.search(r"([\d,]+) publishers are named", everything[README].decode())
    assert int(named[1].replace(",", "")) == rows_of_csv(everything[SOURCES])


def test_the_readme_explains_every_column_of_the_tables_in_it(everything):
    text = everything[README].decode()
    for row in dictionary().iter_rows(named=True):
        assert f"| {row['column']} | {row['meaning']} | {row['unit']} |".replace("|", "|") in text


def test_the_readme_of_a_selection_says_what_was_selected_and_explains_it_alone():
    files = opened(archive(DATASET.manifest, {"rounds": ROUNDS}, SENTENCE))
    text = files[README].decode()
    assert f"Selection: {SENTENCE}." in text
    assert counted_in(text) == {"rounds": 3}
    assert "### rounds" in text
    assert "### deals" not in text


def test_the_readme_states_limits_and_citation(everything):
    text = everything[README].decode()
    assert all(limit in text for limit in DATASET.manifest.limits)
    assert short_citation(DATASET.manifest) in text
    assert bibtex_citation(DATASET.manifest) in text


def test_the_same_tables_make_the_same_bytes():
    first, second = (archive(DATASET.manifest, {"rounds": ROUNDS}) for __ in range(2))
    assert first == second


def test_publishers_are_counted_over_the_tables_that_name_them():
    companies = DATASET.frames["companies"].head(2)
    named = publishers({"rounds": ROUNDS, "companies": companies, "quarters": pl.DataFrame()})
    assert named["records"].sum() == 5
    assert named["records"].is_sorted(descending=True)


def test_an_empty_selection_is_a_zip_too():
    files = opened(archive(DATASET.manifest, {"rounds": ROUNDS.clear()}, SENTENCE))
    assert counted_in(files[README].decode()) == {"rounds": 0}
    assert rows_of_csv(files[SOURCES]) == 0
