from aiconsol.filters import Filters
from aiconsol.queries.alternative import alternative_share
from tests.queries.rows import QUARTERS, a_deal

COLUMNS = ("quarter", "measure", "part", "whole", "records", "share", "is_thin")
DEALS = [
    *(a_deal(f"A{number}", quarter="2024Q1", value_usd=10) for number in range(4)),
    a_deal("B", quarter="2024Q3", structure="reverse_acquihire", value_usd=60),
    a_deal("C", quarter="2025Q1", structure="reverse_acquihire"),
    a_deal("D", quarter=None, structure="reverse_acquihire", value_usd=1_000),
    a_deal("E", quarter="2024Q2", structure="minority_stake", value_usd=1_000),
    a_deal("F", quarter="2024Q2", status="abandoned", value_usd=1_000),
]


def test_the_share_is_of_four_quarters_and_thin_under_five(tables, rows_of):
    built = tables({"deals": DEALS, "quarters": QUARTERS[:5]})
    assert rows_of(alternative_share(built, Filters()), *COLUMNS) == [
        ("2024Q4", "count", 1, 5, 5, 0.2, False),
        ("2024Q4", "value", 60, 100, 5, 0.6, False),
        ("2025Q1", "count", 2, 2, 2, 1.0, True),
        ("2025Q1", "value", 60, 60, 1, 1.0, True),
    ]


def test_without_events_there_is_no_share_and_under_four_quarters_no_row(tables, rows_of):
    quiet = tables({"deals": [a_deal("A", quarter="2025Q4")], "quarters": QUARTERS[:4]})
    assert rows_of(alternative_share(quiet, Filters()), "whole", "share") == [(0, None)] * 2
    short = tables({"deals": DEALS, "quarters": QUARTERS[:3]})
    assert rows_of(alternative_share(short, Filters()), "quarter") == []
