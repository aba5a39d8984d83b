from datetime import date

import pytest

from aiconsol.filters import Filters
from aiconsol.queries.policy import (
    decisions_of_quarter,
    first_day,
    left_out_of_policy,
    policy_marks,
    selected_policy_events,
)

POLICY = [
    {
        "policy_event_id": name,
        "happened_on": day,
        "date_precision": precision,
        "jurisdiction": where,
    }
    for name, day, precision, where in (
        ("a", date(2024, 3, 31), "day", "US"),
        ("b", date(2024, 4, 1), "month", "CN"),
        ("c", date(2024, 6, 30), "day", "EU"),
        ("d", date(2024, 1, 1), "year", "US"),
    )
]
REVIEWS = [
    {"review_id": "x", "decided_on": date(2024, 6, 30)},
    {"review_id": "y", "decided_on": date(2024, 7, 1)},
    {"review_id": "z"},
]


def test_marks_fall_into_the_quarters_shown_and_their_lane(tables, rows_of):
    second = Filters(quarters=("2024Q2", "2024Q2"))
    marks = policy_marks(tables({"policy_events": POLICY}), second)
    assert rows_of(marks, "policy_event_id", "lane") == [("b", "CN"), ("c", "Other")]


def test_events_dated_to_the_year_have_no_mark(tables, rows_of):
    marks = policy_marks(tables({"policy_events": POLICY}), Filters())
    assert rows_of(marks, "policy_event_id") == [("a",), ("b",), ("c",)]


def test_the_full_range_holds_every_event_whatever_its_market(tables, rows_of):
    built = tables({"policy_events": POLICY})
    rows = rows_of(selected_policy_events(built, Filters(market=("US",))), "policy_event_id")
    assert rows == [("a",), ("b",), ("c",), ("d",)]


def test_a_quarter_holds_its_days_and_none_dated_to_the_year(tables, rows_of):
    first = Filters(quarters=("2024Q1", "2024Q1"))
    events = selected_policy_events(tables({"policy_events": POLICY}), first)
    assert rows_of(events, "policy_event_id") == [("a",)]


def test_what_has_no_place_on_the_axis_is_counted(tables, rows_of):
    left_out = left_out_of_policy(tables({"policy_events": POLICY}), Filters())
    assert rows_of(left_out, "events", "year_only") == [(4, 1)]


def test_decisions_of_a_quarter(tables, rows_of):
    decided = decisions_of_quarter(tables({"reviews": REVIEWS}), Filters(), "2024Q2")
    assert rows_of(decided, "review_id") == [("x",)]


@pytest.mark.parametrize(
    ("quarter", "later", "day"),
    [("2024Q1", 0, date(2024, 1, 1)), ("2024Q4", 1, date(2025, 1, 1))],
)
def test_first_day(quarter, later, day):
    assert first_day(quarter, quarters_later=later) == day
