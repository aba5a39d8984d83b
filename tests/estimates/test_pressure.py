import polars as pl
import pytest

from aiconsol.estimates.pressure import parts, scored, watchlist
from aiconsol.estimates.weights import EQUAL

FACTS = {
    "quarter": pl.String,
    "company": pl.String,
    "months_quiet": pl.Int64,
    "raised_usd": pl.Int64,
    "leaders_usd": pl.Int64,
    "burn_usd": pl.Int64,
    "months_left": pl.Float64,
    "multiple": pl.Float64,
    "has_big_tech": pl.Boolean,
}
ALL_KNOWN = {
    "quarter": "2025Q1",
    "company": "A",
    "months_quiet": 18,
    "raised_usd": 10,
    "leaders_usd": 100,
    "burn_usd": 1,
    "months_left": 6.0,
    "multiple": 10 * 10**0.5,
    "has_big_tech": True,
}


def facts_of(*rows):
    return pl.DataFrame([dict.fromkeys(FACTS) | row for row in rows], schema=FACTS)


def part_of(name, **facts):
    return parts(facts_of(ALL_KNOWN | facts))[f"{name}_part"].item()


@pytest.mark.parametrize(
    ("name", "facts", "part"),
    [
        ("quiet", {"months_quiet": 0}, 0),
        ("quiet", {"months_quiet": 18}, 0.5),
        ("quiet", {"months_quiet": 36}, 1),
        ("raised", {"raised_usd": 200}, 0),
        ("raised", {"raised_usd": 100}, 0),
        ("raised", {"raised_usd": 10}, 0.5),
        ("raised", {"raised_usd": 1}, 1),
        ("raised", {"leaders_usd": None}, None),
        ("runway", {"months_left": 30.0}, 0),
        ("runway", {"months_left": 6.0}, 0.75),
        ("runway", {"months_left": -3.0}, 1),
        ("runway", {"months_left": None}, None),
        ("runway", {"months_left": None, "burn_usd": None}, None),
        ("runway", {"months_left": None, "burn_usd": -5}, 0),
        ("multiple", {"multiple": 5.0}, 0),
        ("multiple", {"multiple": 10 * 10**0.5}, 0.5),
        ("multiple", {"multiple": 1_000.0}, 1),
        ("multiple", {"multiple": None}, None),
        ("big_tech", {"has_big_tech": True}, 1),
        ("big_tech", {"has_big_tech": False}, 0),
        ("big_tech", {"has_big_tech": None}, None),
    ],
)
def test_each_part_on_a_hand_made_company(name, facts, part):
    assert part_of(name, **facts) == (None if part is None else pytest.approx(part))


def score_of(weights, **facts):
    return scored(facts_of(ALL_KNOWN | facts), weights).row(0, named=True)


def test_the_score_is_the_weighted_mean_of_the_known_parts():
    whole = score_of(EQUAL)
    assert whole["score"] == pytest.approx(100 * (0.5 + 0.5 + 0.75 + 0.5 + 1) / 5)
    assert (whole["known_share"], whole["known_parts"]) == (1, 5)
    weighed = score_of((2, 0, 1, 0, 1), has_big_tech=None)
    assert weighed["score"] == pytest.approx(100 * (2 * 0.5 + 0.75) / 3)
    assert (weighed["known_share"], weighed["known_parts"]) == (0.75, 2)


def test_a_missing_part_is_not_zero():
    assert (
        score_of(EQUAL, has_big_tech=None)["score"] > score_of(EQUAL, has_big_tech=False)["score"]
    )


def test_what_the_parts_add_is_the_score():
    row = score_of((1, 2, 3, 0, 1), multiple=None)
    points = [row[f"{name}_points"] or 0 for name in ("quiet", "raised", "runway", "big_tech")]
    assert sum(points) == pytest.approx(row["score"])


@pytest.mark.parametrize(
    ("weights", "facts", "is_scored"),
    [
        (EQUAL, {"leaders_usd": None, "months_left": None, "multiple": None}, True),
        (
            EQUAL,
            {
                "leaders_usd": None,
                "months_left": None,
                "multiple": None,
                "has_big_tech": None,
            },
            False,
        ),
        ((3, 0, 0, 0, 0), {"multiple": None}, True),
        ((0, 0, 0, 0, 2), {"has_big_tech": None}, False),
        ((0, 0, 0, 0, 0), {}, False),
    ],
)
def test_a_score_needs_two_of_the_parts_that_weigh(weights, facts, is_scored):
    row = score_of(weights, **facts)
    assert (row["score"] is not None) == is_scored
    assert row["rank"] == (1 if is_scored else None)


def test_ranks_are_within_the_quarter_and_equal_scores_share_the_best():
    rows = [
        ALL_KNOWN | {"company": "low", "months_quiet": 0},
        ALL_KNOWN | {"company": "one"},
        ALL_KNOWN | {"company": "two"},
        ALL_KNOWN | {"company": "other quarter", "quarter": "2025Q2", "months_quiet": 0},
    ]
    ranked = scored(facts_of(*rows), EQUAL).select("company", "rank", "ranked").rows()
    assert ranked == [("low", 3, 3), ("one", 1, 3), ("two", 1, 3), ("other quarter", 1, 1)]


def test_the_watchlist_ends_with_the_unranked():
    more = ("company_id", "market", "segment", "cutoff_on", "last_round_on", "money_usd")
    more = (*more, "valuation_usd", "revenue_usd")
    rows = facts_of(
        {"quarter": "2025Q1", "company": "unknown", "months_quiet": 3},
        ALL_KNOWN | {"company": "low", "months_quiet": 0},
        ALL_KNOWN | {"company": "high"},
    ).with_columns(pl.lit(None).alias(name) for name in more)
    assert watchlist(scored(rows, EQUAL))["company"].to_list() == ["high", "low", "unknown"]
