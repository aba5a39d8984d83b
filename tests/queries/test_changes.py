from datetime import date

import pytest

from aiconsol.filters import Filters
from aiconsol.queries.changes import changes_since, rise_after_first_count, versions
from tests.queries.rows import QUARTERS, a_round

VERSIONS = [
    {"version_number": number, "version": f"v{number}", "built_on": date(2025, number, 1)}
    for number in (1, 2, 3, 4)
]
SHOWN = ("change", "record_id", "column", "before", "after")


def happened(number, change, record, column=None, before=None, after=None):
    return {
        "version_number": number,
        "built_on": date(2025, number, 1),
        "table": "rounds",
        "record_id": record,
        "record": record,
        "change": change,
        "column": column,
        "before": before,
        "after": after,
    }


def since(tables, rows_of, rows, day):
    data = tables({"versions": VERSIONS, "changes": rows})
    return rows_of(changes_since(data, Filters(), day), *SHOWN)


ALL = date(2024, 1, 1)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], []),
        (
            [happened(2, "corrected", "a", "amount_usd", "1", "2")],
            [("corrected", "a", "amount_usd", "1", "2")],
        ),
        (
            [
                happened(2, "corrected", "a", "amount_usd", "1", "2"),
                happened(4, "corrected", "a", "amount_usd", "2", "3"),
            ],
            [("corrected", "a", "amount_usd", "1", "3")],
        ),
        (
            [
                happened(2, "corrected", "a", "amount_usd", "1", "2"),
                happened(3, "corrected", "a", "amount_usd", "2", "1"),
                happened(3, "corrected", "a", "note", None, "x"),
            ],
            [("corrected", "a", "note", None, "x")],
        ),
        (
            [
                happened(2, "added", "a", "amount_usd", None, "1"),
                happened(3, "corrected", "a", "amount_usd", "1", "2"),
                happened(3, "corrected", "a", "note", None, "x"),
            ],
            [("added", "a", "amount_usd", None, "2")],
        ),
        (
            [
                happened(2, "corrected", "a", "note", None, "x"),
                happened(3, "withdrawn", "a", "amount_usd", "1", None),
            ],
            [("withdrawn", "a", "amount_usd", "1", None)],
        ),
        (
            [
                happened(2, "added", "a", "amount_usd", None, "1"),
                happened(3, "withdrawn", "a", "amount_usd", "1", None),
            ],
            [],
        ),
        (
            [
                happened(2, "withdrawn", "a", "amount_usd", "1", None),
                happened(3, "added", "a", "amount_usd", None, "2"),
            ],
            [("corrected", "a", "amount_usd", "1", "2")],
        ),
        ([happened(2, "added", "a")], [("added", "a", None, None, None)]),
        (
            [happened(2, "added", "a"), happened(2, "withdrawn", "b")],
            [("added", "a", None, None, None), ("withdrawn", "b", None, None, None)],
        ),
    ],
)
def test_what_is_left_of_several_versions(tables, rows_of, rows, expected):
    assert since(tables, rows_of, rows, ALL) == expected


STEPS = [
    happened(2, "corrected", "a", "amount_usd", "1", "2"),
    happened(4, "corrected", "a", "amount_usd", "2", "3"),
]


@pytest.mark.parametrize(
    ("day", "before"),
    [(date(2025, 2, 1), "1"), (date(2025, 2, 2), "2"), (date(2025, 4, 1), "2"), (None, "2")],
)
def test_a_day_counts_what_was_built_on_it_and_none_is_the_last_version(
    tables, rows_of, day, before
):
    assert since(tables, rows_of, STEPS, day) == [("corrected", "a", "amount_usd", before, "3")]


def test_after_the_last_version_nothing_has_changed(tables, rows_of):
    assert since(tables, rows_of, STEPS, date(2025, 4, 2)) == []


def test_a_version_counts_records_not_cells(tables, rows_of):
    rows = [
        happened(2, "corrected", "a", "amount_usd", "1", "2"),
        happened(2, "corrected", "a", "note", None, "x"),
        happened(2, "added", "b"),
        happened(4, "withdrawn", "a", "amount_usd", "2", None),
    ]
    data = tables({"versions": VERSIONS, "changes": rows})
    counted = versions(data, Filters())
    columns = ("version_number", "added", "corrected", "withdrawn")
    assert rows_of(counted, *columns) == [(1, 0, 0, 0), (2, 1, 1, 0), (3, 0, 0, 0), (4, 0, 0, 1)]


def first_count(quarter, market, amount):
    day = date(2025, 1, 2)
    return {"quarter": quarter, "market": market, "counted_on": day} | {
        "funding_usd": amount,
        "rounds": 1,
    }


def test_a_quarter_has_risen_once_it_is_complete(tables, rows_of):
    counts = [
        first_count("2024Q4", "US", 5),
        first_count("2024Q4", "CN", 3),
        first_count("2024Q4", "Other", 3),
        first_count("2025Q2", "US", 1),
    ]
    rounds = [
        a_round("US", "2024Q4", 6),
        a_round("US", "2024Q4", 2),
        a_round("US", "2024Q4", 50, kind="debt"),
        a_round("US", "2025Q2", 9),
    ]
    data = tables({"quarters": QUARTERS, "rounds": rounds, "first_counts": counts})
    columns = ("quarter", "market", "first_usd", "funding_usd", "rounds")
    assert rows_of(rise_after_first_count(data, Filters()), *columns) == [
        ("2024Q4", "CN", 3, 0, 0),
        ("2024Q4", "US", 5, 8, 2),
    ]
