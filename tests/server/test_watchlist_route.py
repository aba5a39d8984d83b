import pytest

from aiconsol.components.answers import answer
from aiconsol.dataset import shelf
from aiconsol.estimates.backtest import last_shown, watchlist_at
from aiconsol.estimates.weights import EQUAL
from aiconsol.export import csv_bytes, file_name
from aiconsol.filters import Filters

CHINA = Filters(market=("CN",), quarters=("2023Q1", "2024Q4"))


def watchlist_of(filters, weights):
    dataset, __ = shelf().current()
    as_of, quarter = dataset.manifest.as_of, last_shown(filters, dataset.quarters)
    return answer(dataset, watchlist_at, filters, as_of, quarter, weights)


@pytest.mark.parametrize(
    ("address", "filters", "weights"),
    [
        ("", Filters(), EQUAL),
        (
            "?market=CN&quarters=2023Q1&quarters=2024Q4&weight_quiet=3&weight_raised=0",
            CHINA,
            (3, 0, 1, 1, 1),
        ),
    ],
)
def test_the_address_answers_with_every_company_watched(client, address, filters, weights):
    answered = client.get(f"/api/watchlist.csv{address}")
    expected = watchlist_of(filters, weights)
    assert expected.height
    assert answered.status_code == 200
    assert answered.content == csv_bytes(expected)
    name = file_name(shelf().current()[0], "watchlist", filters)
    assert answered.headers["content-disposition"] == f'attachment; filename="{name}"'


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("?weight_quiet=4", "weight_quiet=4"),
        ("?weight_none=1", "weight_none=1"),
        ("?company=groq", "company="),
        ("?market=XX&weight_quiet=a", "weight_quiet=a"),
    ],
)
def test_a_bad_weight_is_refused_and_named(client, address, named):
    answered = client.get(f"/api/watchlist.csv{address}")
    assert answered.status_code == 400
    assert named in answered.json()["error"]


def test_other_addresses_take_no_weights(client):
    assert client.get("/api/rounds.csv?weight_quiet=1").status_code == 400


def test_an_unknown_ending_names_the_addresses_that_there_are(client):
    answered = client.get("/api/watchlist.xlsx")
    assert answered.status_code == 404
    assert "/api/watchlist.csv" in answered.json()["addresses"]
