from datetime import date

import polars as pl
import pytest

from aiconsol.findings.company import (
    as_known,
    backers_finding,
    course_finding,
    deal_label,
    peers_finding,
)

BN = 1_000_000_000
NO_VALUE = pl.DataFrame(
    schema={"company_id": pl.String, "valuation_usd": pl.Int64, "valued_on": pl.Date}
)


def totals(company, raised):
    return {"company_id": company.lower(), "company": company, "raised_usd": raised}


def backers(*rows):
    columns = {
        "company_id": pl.String,
        "group": pl.String,
        "bought_on": pl.Date,
        "bought_by": pl.String,
        "stake_on": pl.Date,
    }
    return pl.DataFrame(rows, schema=columns, orient="row")


def test_course_finding():
    value = pl.DataFrame([("a", 4 * BN, date(2023, 6, 1))], schema=NO_VALUE.schema, orient="row")
    assert (
        course_finding([totals("A", BN)], value) == "A raised $1 bn, last valued at $4 bn in 2023"
    )
    assert course_finding([totals("A", None)], NO_VALUE) == "No amount that A raised is known"
    assert course_finding([totals("xAI", BN)], NO_VALUE) == "xAI raised $1 bn"
    both = course_finding([totals("A", BN), totals("B", 2 * BN)], NO_VALUE)
    assert both == "A raised $1 bn; B raised $2 bn"


@pytest.mark.parametrize(
    ("deal", "label"),
    [
        (("acquisition", True, "completed", BN), "Taken by X: acquisition, $1 bn"),
        (("acquisition", False, "announced", None), "Takes X: acquisition (announced)"),
        (("minority_stake", True, "completed", None), "X takes a stake"),
        (("minority_stake", False, "completed", BN), "Takes a stake in X, $1 bn"),
        (("ipo", True, "completed", None), "Lists its shares"),
        (("shutdown", True, "completed", None), "Closes"),
    ],
)
def test_a_deal_reads_from_the_company_s_side(deal, label):
    row = dict(zip(("structure", "is_target", "status", "value_usd"), deal, strict=True))
    assert deal_label(row | {"other": "X"}) == label


@pytest.mark.parametrize(
    ("rows", "names", "sentence"),
    [
        ([], ["A"], "No investor of A is named"),
        ([("a", "F", None, None, None)], ["A"], "1 investor of A is named"),
        (
            [("a", "F", date(2024, 1, 1), "G", None), ("a", "H", None, None, None)],
            ["A"],
            "2 investors of A are named; G later took it over",
        ),
        (
            [("a", "F", None, None, date(2024, 1, 1))],
            ["A"],
            "1 investor of A is named; F also took a strategic stake",
        ),
        (
            [("a", "F", None, None, None), ("b", "F", None, None, None)],
            ["A", "B"],
            "1 investor of A and B is named; 1 backs both",
        ),
        (
            [("a", "F", None, None, None), ("b", "G", None, None, None)],
            ["A", "B"],
            "2 investors of A and B are named; none backs both",
        ),
    ],
)
def test_backers_finding(rows, names, sentence):
    assert backers_finding(backers(*rows), names) == sentence


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (2, "A is number 2 by money raised, of 5 companies of its kind in China"),
        (None, "A has no known amount; 5 companies of its kind in China"),
    ],
)
def test_peers_finding(place, sentence):
    peers = pl.DataFrame({"company_id": ["a"], "place": [place], "peers_known": [5]})
    found = peers_finding(peers, {"company_id": "a", "company": "A", "market": "CN"})
    assert found == f"{sentence} with a known amount"


@pytest.mark.parametrize(
    ("precision", "known"),
    [("day", "2024-07-01"), ("month", "2024-07"), ("quarter", "2024 Q3"), ("year", "2024")],
)
def test_a_day_says_no_more_than_is_known(precision, known):
    assert as_known(date(2024, 7, 1), precision) == known
