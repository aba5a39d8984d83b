import pytest

from aiconsol.filters import Filters
from aiconsol.queries.investors import rounds_by_investors
from tests.queries.rows import COMPANIES, QUARTERS, a_round
from tests.queries.test_lead_investors import a_part


def told(round_id, market, quarter, amount, *, big_tech=None, us=None, cn=None):
    return a_round(
        market,
        quarter,
        amount,
        round_id=round_id,
        has_big_tech_investor=big_tech,
        has_us_investor=us,
        has_cn_investor=cn,
    )


ROUNDS = [
    told("with", "US", "2024Q1", 6, big_tech=True, us=True, cn=True),
    told("without", "US", "2024Q1", 3, big_tech=False, us=True, cn=False),
    told("unnamed", "US", "2024Q1", None),
    told("unclassified", "US", "2024Q1", 1, big_tech=False, us=False, cn=False),
    told("both", "US", "2024Q2", 10, big_tech=True, us=True, cn=False),
    told("china", "CN", "2024Q1", 5, big_tech=False, us=True, cn=True),
    told("no-quarter", "CN", None, 5, big_tech=True, us=True, cn=True),
]
PARTS = [
    a_part("with", "A", country="US", kind="big_tech"),
    a_part("without", "B", country="US", kind="venture"),
    a_part("unclassified", "C"),
    a_part("both", "A", country="US", kind="big_tech"),
    a_part("both", "C"),
    a_part("china", "B", country="US", kind="venture"),
]
COLUMNS = [
    "quarter",
    "market",
    "rounds",
    "with_rounds",
    "unknown_rounds",
    "with_usd",
    "unknown_usd",
]


@pytest.mark.parametrize(
    ("investors", "rows"),
    [
        ("big_tech", [("2024Q1", "CN", 1, 0, 0, 0, 0), ("2024Q1", "US", 4, 1, 2, 6, 1)]),
        ("abroad", [("2024Q1", "CN", 1, 1, 0, 5, 0), ("2024Q1", "US", 4, 1, 2, 6, 1)]),
    ],
)
def test_a_round_is_with_without_or_unknown(tables, rows_of, investors, rows):
    built = tables(
        {
            "rounds": ROUNDS,
            "participations": PARTS,
            "quarters": QUARTERS[:1],
            "companies": COMPANIES,
        }
    )
    assert rows_of(rounds_by_investors(built, Filters(), investors), *COLUMNS) == rows


def test_a_row_stands_for_four_quarters_or_for_all_where_there_are_fewer(tables, rows_of):
    rounds = [
        told(f"{quarter}", "US", quarter, 1, big_tech=True)
        for quarter in ("2024Q1", "2024Q2", "2024Q3", "2024Q4", "2025Q1")
    ]
    columns = ["quarter", "market", "quarters", "rounds", "with_rounds_share", "is_thin"]
    few = tables({"rounds": rounds, "quarters": QUARTERS[:2], "companies": COMPANIES[:1]})
    assert rows_of(rounds_by_investors(few, Filters(), "big_tech"), *columns) == [
        ("2024Q2", "US", 2, 2, 1.0, True)
    ]
    many = tables({"rounds": rounds, "quarters": QUARTERS[:5], "companies": COMPANIES[:1]})
    assert rows_of(rounds_by_investors(many, Filters(), "big_tech"), *columns) == [
        ("2024Q4", "US", 4, 4, 1.0, True),
        ("2025Q1", "US", 4, 4, 1.0, True),
    ]


def test_no_share_without_rounds_or_money(tables, rows_of):
    built = tables({"quarters": QUARTERS[:1], "companies": COMPANIES})
    columns = ["market", "rounds", "with_rounds_share", "with_usd_share"]
    assert rows_of(rounds_by_investors(built, Filters(), "abroad"), *columns) == [
        ("CN", 0, None, None),
        ("US", 0, None, None),
    ]
