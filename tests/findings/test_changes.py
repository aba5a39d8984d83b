from datetime import date

import polars as pl
import pytest

from aiconsol.findings.changes import changes_finding, readable_changes, rise_finding

START = {"built_on": date(2025, 1, 1)}
SECOND = {"built_on": date(2025, 2, 1)}
ADDED = {"change": "added", "table": "rounds", "record_id": "a"}
CORRECTED = {"change": "corrected", "table": "rounds", "record_id": "b"}
NONE = pl.DataFrame(schema=["change", "table", "record_id"])


@pytest.mark.parametrize(
    ("changes", "versions", "since", "sentence"),
    [
        ([], [START], None, "The history starts with the version of 2025-01-01; no record has"),
        ([], [START], date(2025, 3, 1), "The history starts with the version of 2025-01-01"),
        ([], [SECOND, START], date(2025, 3, 1), "No record has changed since 2025-03-01"),
        ([ADDED], [SECOND, START], None, "In the last version, of 2025-02-01: 1 added, one rec"),
        (
            [ADDED, CORRECTED, CORRECTED],
            [SECOND, START],
            date(2025, 1, 15),
            "Since 2025-01-15: 1 added and 1 corrected, 2 records in all",
        ),
        ([ADDED], [SECOND, START], date(2019, 1, 1), "Since 2025-01-01: 1 added, one record"),
    ],
)
def test_the_finding_counts_records_and_says_since_when(changes, versions, since, sentence):
    frame = pl.DataFrame(changes) if changes else NONE
    assert changes_finding(frame, pl.DataFrame(versions), since).startswith(sentence)


COLUMNS = ("change", "table", "record", "column", "before", "after")
TEXTS = dict.fromkeys(COLUMNS, pl.String)


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        (
            ("added", "rounds", "Ace, 2025-01-02, series_a", "amount_usd", None, "5000000"),
            ("Added", "Rounds", "Ace, 2025-01-02, series A", "amount_usd", None, "$5 m"),
        ),
        (
            ("corrected", "aggregates", "P, all_ai, US, 2024, deal_count, P", "value", "5", "1200"),
            (
                "Corrected",
                "Published totals",
                "P, all AI companies, US, 2024, deals, P",
                "value",
                "5",
                "1,200",
            ),
        ),
        (
            ("corrected", "deals", "growth, B, 2025-01-02, merger", "status", "announced", None),
            ("Corrected", "Deals", "growth, B, 2025-01-02, merger", "status", "announced", None),
        ),
        (
            ("withdrawn", "companies", "Ace", None, None, None),
            ("Withdrawn", "Companies", "Ace", None, None, None),
        ),
    ],
)
def test_a_change_reads_by_name_and_figure(change, shown):
    assert readable_changes(pl.DataFrame([change], schema=TEXTS, orient="row")).row(0) == shown


def test_the_largest_sums_come_first():
    rows = [
        ("added", "rounds", name, "amount_usd", None, amount)
        for name, amount in (("a", "5"), ("b", None), ("c", "10"))
    ]
    rows += [("added", "reviews", "r", "outcome", None, "open")]
    shown = readable_changes(pl.DataFrame(rows, schema=TEXTS, orient="row"))
    assert shown["record"].to_list() == ["c", "a", "b", "r"]


def rise(first, now):
    return {"quarter": "2025Q1", "market": "US", "first_usd": first, "funding_usd": now}


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([rise(200, 300)], "2025 Q1 in the US rose by 50%, from $200 to $300."),
        ([rise(200, 200)], "rose by 0%"),
        ([rise(200, 150)], "fell by 25%, from $200 to $150."),
        ([rise(0, 150)], "2025 Q1 in the US, from $0 to $150."),
    ],
)
def test_a_quarter_s_rise_names_both_sums(rows, sentence):
    assert sentence in rise_finding(pl.DataFrame(rows), pl.DataFrame({"quarter": ["2025Q1"]}))


def test_without_a_complete_quarter_the_first_that_will_tell_is_named():
    nothing = pl.DataFrame(schema=["quarter", "market", "first_usd", "funding_usd"])
    first = pl.DataFrame({"quarter": ["2025Q3", "2025Q2"]})
    assert "2025 Q2 is the first that will tell" in rise_finding(nothing, first)
    assert "No quarter has been counted yet" in rise_finding(nothing, first.clear())
