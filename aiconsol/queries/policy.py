"""Which rules changed, and which decisions did the authorities take."""

from dataclasses import replace
from datetime import date

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters


def selected_policy_events(tables: Tables, filters: Filters) -> Frame:
    """Which events in law and policy do the filters select? Grain and columns of its table.

    Only the quarters apply: a rule of one country bears on the companies of another, so markets
    don't. Events dated to the year only belong to the full range alone. Newest first.
    """
    events = tables["policy_events"]
    if filters.quarters is not None:
        events = _within(events.filter(nw.col("date_precision") != "year"), "happened_on", filters)
    return events.sort("happened_on", "policy_event_id", descending=[True, False])


def policy_events_on(tables: Tables, filters: Filters, word: str) -> Frame:
    """Which events in law and policy speak of it? Grain, columns and order of the selected ones.

    ``word`` is looked for in the event's words, whatever the case.
    """
    text = nw.col("event").str.to_lowercase()
    return selected_policy_events(tables, filters).filter(text.str.contains(word, literal=True))


def policy_marks(tables: Tables, filters: Filters) -> Frame:
    """Which events in law and policy fell into the quarters shown? Grain: event, oldest first.

    Columns: happened_on, date_precision, lane (US, CN or elsewhere), jurisdiction, kind, event,
    policy_event_id.
    Events dated to the year only are left out; the market filter doesn't apply.
    """
    dated = tables["policy_events"].filter(nw.col("date_precision") != "year")
    jurisdiction = nw.col("jurisdiction")
    lane = nw.when(jurisdiction.is_in(["US", "CN"])).then(jurisdiction).otherwise(nw.lit("Other"))
    return (
        _within(dated, "happened_on", filters)
        .with_columns(lane=lane)
        .select(
            "happened_on",
            "date_precision",
            "lane",
            "jurisdiction",
            "kind",
            "event",
            "policy_event_id",
        )
        .sort("happened_on", "policy_event_id")
    )


def left_out_of_policy(tables: Tables, filters: Filters) -> Frame:
    """What can't a time axis show? One row: events, year_only."""
    return selected_policy_events(tables, filters).select(
        events=nw.len(), year_only=(nw.col("date_precision") == "year").cast(nw.Int64).sum()
    )


def decisions(tables: Tables, filters: Filters) -> Frame:
    """Which reviews were decided in the quarters shown? Grain and columns of ``reviews``."""
    decided = tables["reviews"].filter(~nw.col("decided_on").is_null())
    return _within(decided, "decided_on", filters).sort("decided_on", "review_id")


def decisions_of_quarter(tables: Tables, filters: Filters, quarter: str) -> Frame:
    """Which reviews were decided in the quarter? Grain and columns of ``reviews``."""
    return decisions(tables, replace(filters, quarters=(quarter, quarter)))


def _within(frame: Frame, column: str, filters: Filters) -> Frame:
    if filters.quarters is None:
        return frame
    first, last = filters.quarters
    return frame.filter(
        nw.col(column) >= first_day(first), nw.col(column) < first_day(last, quarters_later=1)
    )


def first_day(quarter: str, *, quarters_later: int = 0) -> date:
    """The first day of the quarter named as 2024Q3, or of one some quarters later."""
    months = int(quarter[:4]) * 12 + 3 * (int(quarter[5]) - 1 + quarters_later)
    return date(months // 12, months % 12 + 1, 1)
