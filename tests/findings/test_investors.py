import polars as pl
import pytest

from aiconsol.findings.investors import (
    abroad_finding,
    big_tech_finding,
    lead_finding,
    lead_gaps,
    unknown_investors,
)

BN = 1_000_000_000


def leads(*rows):
    columns = {"market": pl.String, "group": pl.String, "rounds": pl.Int64, "led_usd": pl.Int64}
    return pl.DataFrame(list(rows), schema=columns, orient="row")


@pytest.mark.parametrize(
    ("rows", "by_rounds", "by_money"),
    [
        (
            [("US", "A", 9, BN), ("US", "B", 2, 3 * BN), ("CN", "C", 1, None)],
            "Led the most rounds: A in the US (9) and C in China (1)",
            "Led the rounds with the most money in all: B in the US ($3 bn)",
        ),
        (
            [("CN", "A", 2, BN), ("CN", "B", 2, BN)],
            "Led the most rounds: A and B in China (2 each)",
            "Led the rounds with the most money in all: A and B in China ($1 bn each)",
        ),
        (
            [("CN", name, 1, None) for name in "ABCD"],
            "Led the most rounds: 4 investors in China (1 each)",
            "No lead investor is named",
        ),
        ([], "No lead investor is named", "No lead investor is named"),
    ],
)
def test_lead_finding(rows, by_rounds, by_money):
    assert lead_finding(leads(*rows), "rounds") == by_rounds
    assert lead_finding(leads(*rows), "money") == by_money


def test_rounds_without_a_lead_are_said():
    left_out = pl.DataFrame(
        {"market": ["US", "CN"], "rounds": [1_200, 3], "unled": [400, 0], "undisclosed": [1, 1]}
    )
    said = "Rounds that name no lead investor: 400 of 1,200 in the US and 0 of 3 in China."
    assert lead_gaps(left_out, "rounds") == [said]
    assert lead_gaps(left_out, "money") == [
        said,
        "2 rounds with a named lead are of undisclosed amount.",
    ]


def told(*rows, quarters=4, is_preliminary=False):
    """Rows of market, rounds, with_rounds, unknown_rounds, funding, with and unknown money."""
    names = ["market", "rounds", "with_rounds", "unknown_rounds"]
    names += ["funding_usd", "with_usd", "unknown_usd"]
    frame = pl.DataFrame([dict(zip(names, row, strict=True)) for row in rows])
    shares = [
        (pl.col(f"{part}_{unit}") / pl.col(whole)).fill_nan(None).alias(f"{part}_{unit}_share")
        for part in ("with", "unknown")
        for unit, whole in (("rounds", "rounds"), ("usd", "funding_usd"))
    ]
    return frame.with_columns(
        *shares,
        quarter=pl.lit("2026Q2"),
        quarters=quarters,
        is_preliminary=is_preliminary,
        starts_on=1,
    )


US = ("US", 10, 2, 3, 4 * BN, 2 * BN, BN)
FEW = ("CN", 4, 1, 2, 0, 0, 0)
NONE = ("CN", 0, 0, 0, 0, 0, 0)
SPAN = "in the 4 quarters to 2026 Q2"


@pytest.mark.parametrize(
    ("rows", "by_rounds", "by_money"),
    [
        (
            [US, FEW],
            (
                "A large technology company is a named investor in 20% of the rounds in the US"
                f" (2 of 10) and 1 of 4 rounds in China, {SPAN}"
            ),
            (
                "Rounds with a large technology company among the named investors brought 50% of"
                f" the money in the US ($2 bn of $4 bn) and no known money in China, {SPAN}"
            ),
        ),
        (
            [NONE],
            "No round to tell the investors of",
            "No round to tell the investors of",
        ),
    ],
)
def test_big_tech_finding(rows, by_rounds, by_money):
    assert big_tech_finding(told(*rows), "rounds") == by_rounds
    assert big_tech_finding(told(*rows), "money") == by_money


def test_abroad_finding_names_who_comes_from_where():
    assert abroad_finding(told(US, FEW), "rounds") == (
        "Money crosses between the countries: Chinese investors in 20% of the rounds in the US"
        f" (2 of 10) and US investors in 1 of 4 rounds in China, {SPAN}"
    )
    assert abroad_finding(told(US, quarters=1, is_preliminary=True), "rounds") == (
        "Money crosses between the countries: Chinese investors in 20% of the rounds in the US"
        " (2 of 10), in 2026 Q2 (preliminary)"
    )


def test_what_is_not_known_is_said_with_its_count():
    said = (
        "Not known, since no investor is named or one is not classified: 30% of the rounds in the"
    )
    assert unknown_investors(told(US, NONE), "rounds") == [f"{said} US (3 of 10), {SPAN}."]
    assert unknown_investors(told(NONE), "rounds") == []
