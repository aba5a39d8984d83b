from datetime import date

import polars as pl
import pytest

from aiconsol.findings.funding import funding_finding, index_finding, share_finding

BN = 1_000_000_000
STARTS = {"2024Q4": date(2024, 10, 1), "2025Q1": date(2025, 1, 1), "2025Q2": date(2025, 4, 1)}
PRELIMINARY = "2025Q2"


def quarterly(rows, **figures):
    """Rows of quarter, market and the figures named, as the queries answer them."""
    names = ["quarter", "market", *figures]
    schema = {"quarter": pl.String, "market": pl.String, **figures}
    frame = pl.DataFrame([dict(zip(names, row, strict=True)) for row in rows], schema=schema)
    return frame.with_columns(
        starts_on=pl.col("quarter").replace_strict(STARTS, return_dtype=pl.Date),
        is_preliminary=pl.col("quarter") == PRELIMINARY,
    )


def funding(*rows):
    return quarterly(rows, funding_usd=pl.Int64, rounds=pl.Int64, known_amounts=pl.Int64)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            [("2025Q1", "US", 50 * BN, 3, 3), ("2025Q1", "CN", BN, 2, 1)],
            "The US raised 50× what China raised in 2025 Q1: $50 bn against $1 bn",
        ),
        (
            [("2025Q1", "US", BN, 3, 3), ("2025Q1", "CN", 2 * BN, 2, 1)],
            "China raised 2× what the US raised in 2025 Q1: $2 bn against $1 bn",
        ),
        (
            [("2025Q1", "US", BN, 3, 3), ("2025Q1", "CN", 0, 0, 0)],
            "Raised in 2025 Q1: $1 bn in the US and no round in China",
        ),
        (
            [("2025Q1", "CN", 0, 2, 0)],
            "Raised in 2025 Q1: no known amount in China",
        ),
        (
            [("2025Q1", "US", BN, 1, 1), ("2025Q2", "US", 9 * BN, 1, 1)],
            "Raised in 2025 Q1: $1 bn in the US",
        ),
        (
            [("2025Q2", "US", 9 * BN, 1, 1), ("2025Q2", "CN", BN, 1, 1)],
            "Raised so far in 2025 Q2, a preliminary quarter: $9 bn in the US and $1 bn in China",
        ),
        ([], "Nothing to show"),
    ],
)
def test_funding_finding(rows, sentence):
    assert funding_finding(funding(*rows)) == sentence


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            [("2025Q1", "US", 2, 0.999), ("2025Q1", "CN", 1, 0.001)],
            "Money raised in 2025 Q1: over 99% in the US and under 1% in China",
        ),
        (
            [("2025Q1", "US", 2, 1.0), ("2025Q1", "CN", 1, None)],
            "Money raised in 2025 Q1: 100% in the US and no known amount in China",
        ),
        ([("2025Q1", "US", 2, 1.0)], "Only one market is selected, so its share is the whole"),
        (
            [("2025Q1", "US", 2, None), ("2025Q1", "CN", 1, None)],
            "No known money in 2025 Q1 to share out",
        ),
        (
            [("2025Q2", "US", 2, 0.6), ("2025Q2", "CN", 1, 0.4)],
            "Money raised so far in 2025 Q2, a preliminary quarter: 60% in the US and 40% in China",
        ),
        ([], "Nothing to show"),
    ],
)
def test_share_finding(rows, sentence):
    assert share_finding(quarterly(rows, rounds=pl.Int64, share=pl.Float64)) == sentence


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            [("2024Q4", "US", 100.0), ("2025Q1", "US", 250.0)],
            (
                "Against the four quarters to 2024 Q4, funding of the four to 2025 Q1 is"
                " 2.5× in the US"
            ),
        ),
        (
            [("2024Q4", "US", 100.0), ("2025Q1", "US", 50.0), ("2025Q1", "CN", None)],
            (
                "Against the four quarters to 2024 Q4, funding of the four to 2025 Q1 is"
                " 0.5× in the US and not known in China"
            ),
        ),
        (
            [("2024Q4", "US", 100.0)],
            "The four quarters to 2024 Q4 are the base, and none follows",
        ),
        ([], "Nothing to show"),
    ],
)
def test_index_finding(rows, sentence):
    assert index_finding(quarterly(rows, index=pl.Float64)) == sentence
