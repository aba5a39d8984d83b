"""The backtest on a small register, and that nothing of later days reaches an earlier score."""

from datetime import date, timedelta

import narwhals as nw
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aiconsol.estimates.backtest import backtest, before_the_deal, scores
from aiconsol.estimates.weights import EQUAL
from aiconsol.filters import Filters
from aiconsol.schema import TABLES
from tests.queries.conftest import typed
from tests.queries.rows import QUARTERS
from tests.queries.test_lives import a_deal
from tests.queries.test_pressure import AS_OF, M, figure, raised

NAMES = ("a", "b", "c", "d", "e", "f")
ROUNDS = [
    raised(name, date(2023, 6 + place, 1), (20 + place) * M, has_big_tech_investor=place % 2 == 0)
    for place, name in enumerate(NAMES)
]
DEALS = [a_deal("a", date(2025, 2, 1), "acquisition", "2025Q1", date_precision="day")]


def built(rows):
    return {name: nw.from_native(typed(name, rows.get(name, [])).lazy()) for name in TABLES}


def test_the_longest_quiet_is_taken_within_the_year():
    rows = backtest(
        built({"rounds": ROUNDS, "deals": DEALS, "quarters": QUARTERS}), Filters(), AS_OF, EQUAL
    )
    first = {row["method"]: row for row in rows.filter(quarter="2024Q1").to_dicts()}
    assert first["oldest"]["area"] == 1
    assert first["score"]["area"] == 1
    assert first["random"]["area"] == 0.5
    assert (first["score"]["ranked"], first["score"]["taken"]) == (6, 1)
    together = {row["method"]: row for row in rows.filter(pl.col("quarter").is_null()).to_dicts()}
    assert together["score"]["companies_taken"] == 1
    assert together["score"]["low"] is None
    assert together["random"]["top10"] == 1


def test_only_quarters_with_a_complete_year_after_them_are_tested():
    rows = backtest(
        built({"rounds": ROUNDS, "deals": DEALS, "quarters": QUARTERS}), Filters(), AS_OF, EQUAL
    )
    assert set(rows["quarter"].drop_nulls().to_list()) == {"2024Q1"}


def test_no_quarter_to_test_gives_no_row_but_the_frames_columns():
    late = Filters(quarters=("2025Q3", "2025Q4"))
    rows = backtest(
        built({"rounds": ROUNDS, "deals": DEALS, "quarters": QUARTERS}), late, AS_OF, EQUAL
    )
    assert rows.height == 0
    assert {"quarter", "method", "area", "low", "companies_taken"} <= set(rows.columns)


def test_a_case_is_followed_through_the_quarters_before_its_deal():
    rounds = [*ROUNDS, raised("adept", date(2024, 1, 1), 20 * M)]
    deals = [a_deal("adept", date(2024, 8, 1), "reverse_acquihire", "2024Q3")]
    tables = built({"rounds": rounds, "deals": deals, "quarters": QUARTERS})
    cases = before_the_deal(tables, Filters(), AS_OF, EQUAL)
    assert cases.select("company", "quarters_before", "quarter").rows() == [
        ("adept", 1, "2024Q2"),
        ("adept", 2, "2024Q1"),
    ]


CUTOFF = date(2024, 9, 30)
later_days = st.integers(1, 400).map(lambda days: CUTOFF + timedelta(days=days))
names = st.sampled_from(NAMES)


@st.composite
def later_rounds(draw):
    day = draw(later_days)
    return raised(
        draw(names),
        day,
        draw(st.none() | st.integers(0, 10**10)),
        post_money_usd=draw(st.none() | st.integers(1, 10**12)),
        has_big_tech_investor=draw(st.none() | st.booleans()),
        source_date=draw(st.none() | st.just(day)),
        date_precision=draw(st.sampled_from(["day", "month", "quarter"])),
    )


@st.composite
def later_figures(draw):
    metric = draw(
        st.sampled_from(["year_revenue_usd", "valuation_usd", "cash_usd", "year_cash_burn_usd"])
    )
    known_later = figure(draw(names), metric, draw(later_days), draw(st.integers(0, 10**10)))
    read_later = known_later | {"as_of": date(2024, 6, 30)}
    return draw(st.sampled_from([known_later, read_later]))


@st.composite
def later_deals(draw):
    structure = draw(st.sampled_from(["acquisition", "ipo", "shutdown", "minority_stake"]))
    return a_deal(draw(names), draw(later_days), structure, None, date_precision="day")


@given(
    st.lists(later_rounds(), max_size=4),
    st.lists(later_figures(), max_size=4),
    st.lists(later_deals(), max_size=3),
    st.sampled_from(["announced", "sourced"]),
)
@settings(max_examples=60, deadline=None)
def test_a_record_of_later_never_changes_a_score(rounds, metrics, deals, known):
    before = [figure("a", "year_revenue_usd", date(2024, 3, 31), 2 * M)]
    quarters = {"quarters": QUARTERS}
    until = Filters(quarters=("2024Q1", "2024Q3"))
    plain = built({"rounds": ROUNDS, "company_metrics": before, **quarters})
    informed = built(
        {
            "rounds": ROUNDS + rounds,
            "company_metrics": before + metrics,
            "deals": deals,
            **quarters,
        }
    )
    expected = scores(plain, until, AS_OF, EQUAL, known)
    assert expected.height
    assert scores(informed, until, AS_OF, EQUAL, known).equals(expected)


@pytest.mark.parametrize("day", [CUTOFF, CUTOFF + timedelta(days=1)])
def test_a_record_of_the_day_itself_does_change_it(day):
    """The property above would also hold of a score that no record changes."""
    until = Filters(quarters=("2024Q3", "2024Q3"))
    rows = {"quarters": QUARTERS, "rounds": [*ROUNDS, raised("a", day, 90 * M)]}
    quiet = scores(built(rows), until, AS_OF, EQUAL).filter(company_id="a")["months_quiet"].item()
    assert quiet == (0 if day == CUTOFF else 15)
