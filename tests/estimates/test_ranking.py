import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from aiconsol.estimates.ranking import area_interval, by_quarter

SCHEMA = {
    "quarter": pl.String,
    "company_id": pl.String,
    "is_taken": pl.Boolean,
    "score": pl.Float64,
}


def ranking_of(rows, quarter="2025Q1"):
    drawn = [
        (quarter, f"company-{place}", is_taken, score)
        for place, (score, is_taken) in enumerate(rows)
    ]
    return pl.DataFrame(drawn, schema=SCHEMA, orient="row")


def area_of(rows):
    row = by_quarter(ranking_of(rows), "score").row(0, named=True)
    return row["pairs_won"] / row["pairs"]


@pytest.mark.parametrize(
    ("rows", "area"),
    [
        ([(3, True), (2, False), (1, False)], 1),
        ([(1, True), (2, False), (3, False)], 0),
        ([(2, True), (2, False)], 0.5),
        ([(2, True), (2, False), (1, False), (1, True)], (1 * 0.5 + 1 + 0 + 0.5) / 4),
    ],
)
def test_area_with_ties_by_hand(rows, area):
    assert area_of(rows) == pytest.approx(area)


values = st.tuples(st.integers(0, 5), st.booleans())


@given(
    st.lists(values, min_size=2, max_size=30).filter(lambda rows: len({b for _, b in rows}) == 2)
)
@settings(max_examples=80, deadline=None)
def test_the_area_is_the_mann_whitney_statistic_of_scipy(rows):
    taken = [score for score, is_taken in rows if is_taken]
    others = [score for score, is_taken in rows if not is_taken]
    statistic = stats.mannwhitneyu(taken, others).statistic
    assert area_of(rows) == pytest.approx(statistic / (len(taken) * len(others)))


def test_companies_are_compared_within_a_quarter_only():
    tested = pl.concat(
        [
            ranking_of([(10, False), (9, False)], "2025Q1"),
            ranking_of([(2, True), (1, False)], "2025Q2"),
        ]
    )
    rows = by_quarter(tested, "score").select("taken", "pairs", "pairs_won").rows()
    assert rows == [(0, 0, 0), (1, 1, 1)]


def test_hits_at_the_top_share_the_last_places_among_equals():
    rows = [(100 - place, place in (0, 9)) for place in range(9)]
    rows += [(50, True), (50, False), (50, False), (50, False), (1, True)]
    row = by_quarter(ranking_of(rows), "score").row(0, named=True)
    assert row["top10"] == pytest.approx(1 + 1 / 4)
    assert row["top20"] == 3


def test_the_interval_holds_the_area_and_is_always_the_same():
    random = np.random.default_rng(3)
    rows = [
        (float(random.normal(1 if place % 5 == 0 else 0)), place % 5 == 0) for place in range(60)
    ]
    tested = ranking_of(rows)
    low, high = area_interval(tested, "score")
    assert 0.5 < low < area_of(rows) < high <= 1
    assert area_interval(tested, "score") == (low, high)


def test_no_interval_stands_on_fewer_than_five_companies_taken():
    repeated = [ranking_of([(3, True), (2, False)], f"2024Q{number}") for number in (1, 2, 3, 4)]
    assert area_interval(pl.concat(repeated), "score") == (None, None)


def test_a_companys_quarters_are_drawn_together():
    """Ten quarters of the same companies tell no more than one: the interval stays as wide."""
    rows = [(float(place % 7), place % 3 == 0) for place in range(30)]
    once = area_interval(ranking_of(rows), "score")
    often = area_interval(
        pl.concat(ranking_of(rows, f"20{ten}Q1") for ten in range(10, 20)), "score"
    )
    assert often == pytest.approx(once)
