import polars as pl
import pytest

from aiconsol.findings.quality import (
    catalogue_finding,
    certainty_finding,
    dates_finding,
    publishers_finding,
    register_figures,
    unknown_finding,
)

CERTAINTY = pl.DataFrame(
    [("US", "confirmed", 3, 90), ("US", "undisclosed", 1, None), ("CN", "reported", 2, 5)],
    schema=["market", "amount_basis", "rounds", "funding_usd"],
    orient="row",
)
UNKNOWN_SCHEMA = {"table": pl.String, "column": pl.String, "unknown": pl.Int64}


@pytest.mark.parametrize(
    ("certainty", "figure", "sentence"),
    [
        (
            CERTAINTY,
            "rounds",
            "Of the rounds' amounts, confirmed are 75% in the US (3 of 4) and 0% in China (0 of 2)",
        ),
        (
            CERTAINTY,
            "money",
            "Of the known money, confirmed is 100% in the US (of $90) and 0% in China (of $5)",
        ),
        (CERTAINTY.filter(pl.col("funding_usd").is_null()), "money", "No amount is known"),
        (CERTAINTY.clear(), "rounds", "No amount is known"),
    ],
)
def test_certainty_is_said_for_each_market_with_its_count(certainty, figure, sentence):
    assert certainty_finding(certainty, figure) == sentence


def publishers(*records):
    return pl.DataFrame({"records": records, "address_share": [0.5] * len(records)})


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ([7], "1 publisher stands behind 7 records"),
        ([7, 5], "2 publishers stand behind 12 records"),
        ([9] * 10 + [1] * 10, "20 publishers stand behind 100 records; the ten largest behind 90%"),
    ],
)
def test_publishers_and_how_much_rests_on_the_largest(counts, sentence):
    assert publishers_finding(publishers(*counts)) == sentence


def test_unknown_cells_and_dates():
    unknown = pl.DataFrame({"unknown_share": [0.9, 0.5, 0.1]})
    assert unknown_finding(unknown) == (
        "3 columns have unknown cells; in 1 of them more than half are"
    )
    assert unknown_finding(unknown.clear()) == "No cell of the register is unknown"
    names = {"table": ["rounds", "deals", "reviews"], "rows": [3, 1, 9]}
    dates = pl.DataFrame(names | {"to_the_day": [2, 1, 9], "to_the_year": [1, 0, 9]})
    assert dates_finding(dates) == (
        "75% of the 4 rounds and deals are dated to the day, 1 to the year only"
    )
    assert dates_finding(dates.clear()) == "No round or deal is dated"


def test_the_catalogue_is_counted():
    tables = pl.DataFrame({"table": ["a", "b"], "rows": [1000, 1]})
    assert catalogue_finding(tables, "v") == "2 tables of 1,001 rows, version v"


def test_the_register_at_a_glance():
    tables = pl.DataFrame({"table": ["rounds", "deals", "companies"], "rows": [4, 0, 2]})
    cells = pl.DataFrame([("rounds", "amount_usd", 1)], schema=UNKNOWN_SCHEMA, orient="row")
    shown = {
        f.label: (f.value, f.explanation) for f in register_figures(tables, publishers(3, 3), cells)
    }
    assert shown["Records"][0] == "6"
    assert shown["Publishers"][0] == "2"
    assert shown["With an address"][0] == "50%"
    assert shown["Rounds of known amount"] == ("75%", "3 of 4")
    assert shown["Deals of known value"] == ("–", "0 of 0")
