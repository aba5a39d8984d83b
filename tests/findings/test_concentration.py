from datetime import date

import polars as pl
import pytest

from aiconsol.findings.concentration import (
    five_largest_finding,
    giants_finding,
    herfindahl_finding,
)
from aiconsol.findings.rounds import largest_round_finding, median_finding

BN = 1_000_000_000


def quarter_of(rows, *, is_preliminary=False):
    frame = pl.DataFrame(rows, infer_schema_length=None)
    return frame.with_columns(
        quarter=pl.lit("2025Q1"),
        starts_on=pl.lit(date(2025, 1, 1)),
        is_preliminary=pl.lit(is_preliminary),
    )


def concentrated(market, share, known, **more):
    return {
        "market": market,
        "five_largest_share": share,
        "herfindahl": share,
        "known_amounts": known,
        "is_thin": known < 10,
        **more,
    }


US = concentrated("US", 0.9, 40)
THIN = concentrated("CN", 1.0, 1)
NONE = concentrated("CN", None, 0)


@pytest.mark.parametrize(
    ("rows", "largest", "herfindahl"),
    [
        (
            [US, THIN],
            (
                "Of the money raised in 2025 Q1, the five largest rounds took 90% in the US and"
                " 100% in China (only 1 amount known)"
            ),
            "Herfindahl index of 2025 Q1: 0.90 in the US and 1.00 in China (only 1 amount known)",
        ),
        (
            [US, NONE],
            (
                "Of the money raised in 2025 Q1, the five largest rounds took 90% in the US;"
                " no money is known in China"
            ),
            "Herfindahl index of 2025 Q1: 0.90 in the US; no money is known in China",
        ),
        ([NONE], "No money is known in 2025 Q1", "No money is known in 2025 Q1"),
    ],
)
def test_concentration_findings(rows, largest, herfindahl):
    assert five_largest_finding(quarter_of(rows)) == largest
    assert herfindahl_finding(quarter_of(rows)) == herfindahl


def test_a_preliminary_quarter_is_said_to_be_one():
    rows = quarter_of([US], is_preliminary=True)
    assert five_largest_finding(rows).startswith("Of the money raised so far in 2025 Q1")
    assert herfindahl_finding(rows).startswith("Herfindahl index so far in 2025 Q1")


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            [("US", 4 * BN, 3 * BN), ("CN", BN, 0)],
            (
                "Of the money raised in 2025 Q1, rounds of $1 bn or more made up 75% in the US"
                " and 0% in China"
            ),
        ),
        (
            [("US", 4 * BN, 3 * BN), ("CN", 0, 0)],
            (
                "Of the money raised in 2025 Q1, rounds of $1 bn or more made up 75% in the US;"
                " no money is known in China"
            ),
        ),
        ([("CN", 0, 0)], "No money is known in 2025 Q1"),
    ],
)
def test_giants_finding(rows, sentence):
    names = ("market", "funding_usd", "giants_usd")
    assert giants_finding(quarter_of([dict(zip(names, row, strict=True)) for row in rows])) == (
        sentence
    )


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            [("US", 6, 6, 125e6, False), ("CN", 4, 1, 2e6, True)],
            (
                "Median round of 2025 Q1: $125 m in the US (6 amounts known) and $2 m in China"
                " (only 1 amount known)"
            ),
        ),
        ([("CN", 4, 0, None, True)], "Median round of 2025 Q1: no amount known in China"),
        ([("CN", 0, 0, None, True)], "Median round of 2025 Q1: no round in China"),
    ],
)
def test_median_finding(rows, sentence):
    names = ("market", "rounds", "known_amounts", "median_usd", "is_thin")
    assert median_finding(quarter_of([dict(zip(names, row, strict=True)) for row in rows])) == (
        sentence
    )


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "No round with a known amount and quarter"),
        ([("A", "US", 2 * BN)], "The largest round: A in the US ($2 bn, 2025 Q1)"),
        (
            [("A", "US", 2 * BN), ("B", "US", BN), ("C", "CN", BN)],
            "The largest rounds: C in China ($1 bn, 2025 Q1) and A in the US ($2 bn, 2025 Q1)",
        ),
    ],
)
def test_largest_round_finding(rows, sentence):
    columns = {"company": pl.String, "market": pl.String, "amount_usd": pl.Int64}
    rounds = pl.DataFrame(rows, schema=columns, orient="row")
    assert largest_round_finding(rounds.with_columns(quarter=pl.lit("2025Q1"))) == sentence
