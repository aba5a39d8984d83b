from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aiconsol.filters import Filters
from aiconsol.queries.funding import (
    funding_by_quarter,
    funding_index,
    funding_shares,
    left_out_of_quarters,
)
from tests.queries.rows import COMPANIES, GIANT, QUARTERS, a_round

TWO_QUARTERS = QUARTERS[:2]
ROUNDS = [
    a_round("US", "2024Q1", 2 * GIANT),
    a_round("US", "2024Q1", 5),
    a_round("US", "2024Q1", None),
    a_round("CN", "2024Q2", 7),
    a_round("CN", None, 100),
    a_round("US", "2024Q1", 1_000, kind="debt"),
]


def test_funding_by_quarter_fills_every_pair_and_leaves_the_undisclosed_uncounted(tables, rows_of):
    built = tables({"rounds": ROUNDS, "quarters": TWO_QUARTERS, "companies": COMPANIES})
    columns = ["quarter", "market", "funding_usd", "giants_usd", "rounds", "known_amounts"]
    assert rows_of(funding_by_quarter(built, Filters()), *columns) == [
        ("2024Q1", "CN", 0, 0, 0, 0),
        ("2024Q1", "US", 2 * GIANT + 5, 2 * GIANT, 3, 2),
        ("2024Q2", "CN", 7, 0, 1, 1),
        ("2024Q2", "US", 0, 0, 0, 0),
    ]


def test_what_a_quarterly_sum_leaves_out_is_counted(tables, rows_of):
    built = tables({"rounds": ROUNDS})
    columns = ["rounds", "year_only", "undisclosed"]
    assert rows_of(left_out_of_quarters(built, Filters()), *columns) == [(5, 1, 1)]


def test_shares_of_a_quarter_add_up_to_one_and_are_unknown_without_a_known_amount(tables, rows_of):
    rounds = [
        a_round("US", "2024Q1", 3),
        a_round("CN", "2024Q1", 1),
        a_round("US", "2024Q2", 8),
        a_round("CN", "2024Q2", None),
        a_round("US", "2024Q3", None),
    ]
    built = tables({"rounds": rounds, "quarters": QUARTERS[:3], "companies": COMPANIES})
    assert rows_of(funding_shares(built, Filters()), "quarter", "market", "share") == [
        ("2024Q1", "CN", 0.25),
        ("2024Q1", "US", 0.75),
        ("2024Q2", "CN", None),
        ("2024Q2", "US", 1.0),
        ("2024Q3", "CN", None),
        ("2024Q3", "US", None),
    ]


def test_the_index_starts_where_every_market_has_money_within_four_quarters(tables, rows_of):
    rounds = [
        *(a_round("US", f"2024Q{number}", 10) for number in (1, 2, 3, 4)),
        a_round("US", "2025Q1", 50),
        a_round("CN", "2025Q1", 7),
        a_round("CN", "2025Q2", 1_000),
    ]
    built = tables({"rounds": rounds, "quarters": QUARTERS, "companies": COMPANIES})
    columns = ["quarter", "market", "four_quarters_usd", "index"]
    assert rows_of(funding_index(built, Filters()), *columns) == [
        ("2025Q1", "CN", 7, 100.0),
        ("2025Q1", "US", 80, 100.0),
    ]
    assert rows_of(funding_index(built, Filters(market=("US",))), *columns) == [
        ("2024Q4", "US", 40, 100.0),
        ("2025Q1", "US", 80, 200.0),
    ]


def test_no_index_without_four_complete_quarters_or_without_money(tables, rows_of):
    built = tables({"rounds": ROUNDS, "quarters": TWO_QUARTERS, "companies": COMPANIES})
    assert rows_of(funding_index(built, Filters()), "index") == []
    without = tables({"quarters": QUARTERS, "companies": COMPANIES})
    assert rows_of(funding_index(without, Filters()), "index") == []


amounts = st.lists(
    st.tuples(
        st.sampled_from(["US", "CN"]),
        st.sampled_from(["2024Q1", "2024Q2"]),
        st.none() | st.integers(0, 10**12),
    ),
    max_size=12,
)


@given(amounts)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_markets_sum_to_the_total_and_unknown_amounts_change_no_sum(tables, rows_of, drawn):
    rounds = [a_round(*facts) for facts in drawn]
    built = tables({"rounds": rounds, "quarters": TWO_QUARTERS, "companies": COMPANIES})
    known = tables(
        {
            "rounds": [row for row in rounds if row["amount_usd"] is not None],
            "quarters": TWO_QUARTERS,
            "companies": COMPANIES,
        }
    )
    sums = rows_of(funding_by_quarter(built, Filters()), "quarter", "market", "funding_usd")
    assert sum(row[2] for row in sums) == sum(facts[2] or 0 for facts in drawn)
    assert sums == rows_of(funding_by_quarter(known, Filters()), "quarter", "market", "funding_usd")
