from datetime import date

from aiconsol.filters import Filters
from aiconsol.queries.consolidation import (
    event_marks,
    events_by_quarter,
    events_of_quarter,
    largest_events,
    left_out_of_events,
)
from tests.queries.rows import QUARTERS


def a_deal(target, quarter, structure="acquisition", value=None, **more):
    return {
        "deal_id": target,
        "target": target,
        "acquirer": "Buyer",
        "market": "US",
        "quarter": quarter,
        "announced_on": date(2024, 2, 1),
        "structure": structure,
        "value_usd": value,
        "value_basis": "confirmed" if value is not None else "undisclosed",
        "status": "completed",
        "is_consolidation": structure not in {"minority_stake", "ipo", "shutdown"},
        **more,
    }


DEALS = [
    a_deal("a", "2024Q1", value=5),
    a_deal("b", "2024Q1", "reverse_acquihire"),
    a_deal("c", "2024Q2", "reverse_acquihire", value=9, market="CN"),
    a_deal("d", "2024Q1", "minority_stake", value=99),
    a_deal("e", None, value=7),
    a_deal("f", "2024Q1", value=50, market="Other"),
    a_deal("g", "2024Q1", value=60, status="abandoned", is_consolidation=False),
]
ROWS = {"deals": DEALS, "quarters": QUARTERS}


def test_stakes_and_abandoned_deals_are_no_events(tables, rows_of):
    marks = event_marks(tables(ROWS), Filters())
    assert rows_of(marks, "deal_id") == [("a",), ("b",), ("c",)]


def test_events_by_quarter_count_undisclosed_values_without_a_sum(tables, rows_of):
    events = events_by_quarter(tables(ROWS), Filters(quarters=("2024Q1", "2024Q2")))
    assert rows_of(events, "quarter", "structure", "events", "value_usd", "known_values") == [
        ("2024Q1", "acquisition", 1, 5, 1),
        ("2024Q1", "reverse_acquihire", 1, 0, 0),
        ("2024Q2", "acquisition", 0, 0, 0),
        ("2024Q2", "reverse_acquihire", 1, 9, 1),
    ]


def test_the_largest_events_are_of_known_value(tables, rows_of):
    everywhere = Filters(market=("US", "CN", "Other"))
    assert rows_of(largest_events(tables(ROWS), everywhere, 2), "deal_id") == [("c",), ("f",)]


def test_reverse_acquihires_come_first_among_a_quarter_s_events(tables):
    events = events_of_quarter(tables(ROWS), Filters(), "2024Q1", 5)
    assert events.collect("polars").to_native()["deal_id"].to_list() == ["b", "a"]


def test_what_is_left_out_is_counted(tables, rows_of):
    left_out = left_out_of_events(tables(ROWS), Filters())
    assert rows_of(left_out, "events", "year_only", "undisclosed") == [(4, 1, 1)]
