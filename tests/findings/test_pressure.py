import polars as pl
import pytest

from aiconsol.findings.pressure import (
    backtest_finding,
    cases_finding,
    hits_finding,
    watch_gaps,
    watchlist_finding,
)

NOTHING = "No company that was ranked was taken over within a year: nothing to test on"


def together_of(area, low, high, companies=12, taken=30):
    shared = {"taken": taken, "companies_taken": companies}
    return pl.DataFrame(
        [
            shared | {"method": "score", "area": area, "low": low, "high": high, "top10": 2.0},
            shared | {"method": "oldest", "area": 0.4, "low": 0.3, "high": 0.5, "top10": 0.5},
            shared | {"method": "random", "area": 0.5, "low": None, "high": None, "top10": 3.14},
        ],
        schema_overrides={"area": pl.Float64, "low": pl.Float64, "high": pl.Float64},
    )


@pytest.mark.parametrize(
    ("interval", "verdict"),
    [
        ((0.55, 0.7), "did better than chance"),
        ((0.45, 0.7), "can't be told from chance"),
        ((0.5, 0.7), "can't be told from chance"),
        ((0.3, 0.45), "did worse than chance"),
    ],
)
def test_the_verdict_is_the_intervals(interval, verdict):
    low, high = interval
    assert backtest_finding(together_of(0.6, low, high), 8) == (
        f"Over 8 quarters, the score {verdict}: a company taken over within a year stood above one"
        f" that was not in 60% of pairs (95% interval {low:.0%} to {high:.0%}), by the longest"
        " silence alone in 40%"
    )


@pytest.mark.parametrize(
    ("together", "sentence"),
    [
        (
            together_of(0.9, None, None, companies=4),
            "Too few to test on: 4 ranked companies were taken over within a year",
        ),
        (together_of(None, None, None, companies=0, taken=0), NOTHING),
        (together_of(0.5, 0.4, 0.6).clear(), NOTHING),
    ],
)
def test_too_few_takeovers_prove_nothing(together, sentence):
    assert backtest_finding(together, 3) == sentence


def test_hits_are_set_beside_the_baselines():
    assert hits_finding(together_of(0.6, 0.5, 0.7), 8, "top10") == (
        "Of 30 takeovers in the years after 8 quarters' ends, the score's first ten held 2, the ten"
        " longest silent 0.5, and ten drawn by lot would hold 3.1"
    )
    assert hits_finding(together_of(None, None, None, taken=0), 0, "top10") == NOTHING


def test_watchlist_finding():
    ranked = pl.DataFrame({"company": ["B", "A", "D", "C"], "rank": [1, 1, 4, 3]})
    assert watchlist_finding(ranked) == (
        "By these weights, pressure is highest on A, B and C, of 4 companies"
    )
    assert watchlist_finding(ranked.head(1)) == "B is the only company that can be ranked"
    assert watchlist_finding(ranked.clear()) == "No company can be ranked"


CASES = {"company": pl.String, "quarters_before": pl.Int64, "rank": pl.Int64, "ranked": pl.Int64}


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            [("A", 1, 40, 200), ("A", 2, 3, 190), ("B", 1, 90, 150)],
            (
                "In their last quarter before the deal, none of 2 cases was among the first 20: the"
                " highest was A, 40 of 200"
            ),
        ),
        (
            [("A", 1, 20, 200), ("B", 1, 90, 150)],
            (
                "Among the first 20 in the last quarter before the deal: 1 of 2 cases; the highest"
                " was A, 20 of 200"
            ),
        ),
        ([("A", 1, None, 200)], "No case was ranked before its deal"),
    ],
)
def test_cases_finding(rows, sentence):
    assert cases_finding(pl.DataFrame(rows, schema=CASES, orient="row")) == sentence


def test_what_the_watchlist_leaves_out_is_counted():
    watched = pl.DataFrame(
        {"rank": [1, 2, None], "quiet_part": [1.0, 0.5, 0.1], "raised_part": [None, 0.5, None]}
    )
    known, founders, unranked, silent = watch_gaps(watched, 4, ("quiet", "raised"))
    assert known == (
        "Known, of 3 companies watched: time since the last round 3, raised against the leaders 1."
    )
    assert "missing for all" in founders
    assert unranked.startswith("1 company is unranked")
    assert silent.startswith("4 companies without a known round for more than three years")
    assert len(watch_gaps(watched.head(2), 0, ("quiet",))) == 2
