from datetime import date

from aiconsol.filters import Filters
from aiconsol.queries.funding import funding_by_quarter, left_out_of_quarters

QUARTERS = [
    {
        "quarter": "2024Q1",
        "starts_on": date(2024, 1, 1),
        "ends_on": date(2024, 3, 31),
        "is_preliminary": False,
    },
    {
        "quarter": "2024Q2",
        "starts_on": date(2024, 4, 1),
        "ends_on": date(2024, 6, 30),
        "is_preliminary": True,
    },
]
COMPANIES = [{"company": "A", "market": "US"}, {"company": "B", "market": "CN"}]


def a_round(market, quarter, amount, **more):
    return {
        "market": market,
        "quarter": quarter,
        "amount_usd": amount,
        "amount_basis": "confirmed" if amount is not None else "undisclosed",
        "kind": "equity",
        "is_giant": (amount or 0) >= 1_000_000_000,
        **more,
    }


ROUNDS = [
    a_round("US", "2024Q1", 2_000_000_000),
    a_round("US", "2024Q1", 5),
    a_round("US", "2024Q1", None),
    a_round("CN", "2024Q2", 7),
    a_round("CN", None, 100),
    a_round("US", "2024Q1", 1_000, kind="debt"),
]


def test_funding_by_quarter_fills_every_pair_and_leaves_the_undisclosed_uncounted(tables, rows_of):
    built = tables({"rounds": ROUNDS, "quarters": QUARTERS, "companies": COMPANIES})
    columns = ["quarter", "market", "funding_usd", "giants_usd", "rounds", "known_amounts"]
    assert rows_of(funding_by_quarter(built, Filters()), *columns) == [
        ("2024Q1", "CN", 0, 0, 0, 0),
        ("2024Q1", "US", 2_000_000_005, 2_000_000_000, 3, 2),
        ("2024Q2", "CN", 7, 0, 1, 1),
        ("2024Q2", "US", 0, 0, 0, 0),
    ]


def test_what_a_quarterly_sum_leaves_out_is_counted(tables, rows_of):
    built = tables({"rounds": ROUNDS})
    columns = ["rounds", "year_only", "undisclosed"]
    assert rows_of(left_out_of_quarters(built, Filters()), *columns) == [(5, 1, 1)]
