"""What the consolidation events say."""

import polars as pl

from aiconsol.language import _, plural
from aiconsol.wording import dollars, percent, quarter_name

FEW_EVENTS = 5
YEAR = 4


def consolidation_finding(events: pl.DataFrame) -> str:
    """How many events the last four complete quarters saw, how many of them reverse acquihires.

    ``events`` is the answer of ``events_by_quarter``. No percentage stands on fewer than five.
    """
    complete = events.filter(~pl.col("is_preliminary"))
    shown = complete if complete.height else events
    quarters = shown["quarter"].unique(maintain_order=True).tail(YEAR)
    year = shown.filter(pl.col("quarter").is_in(quarters.implode()))
    total = int(year["events"].sum())
    reverse = int(year.filter(pl.col("structure") == "reverse_acquihire")["events"].sum())
    if not total:
        return _("No consolidation event in the quarters shown")
    span = {"first": quarter_name(str(quarters[0])), "last": quarter_name(str(quarters[-1]))}
    if reverse == total:
        return plural(
            "{count} reverse acquihire from {first} to {last}",
            "{count} reverse acquihires from {first} to {last}",
            total,
            **span,
        )
    if total < FEW_EVENTS:
        return plural(
            "{count} consolidation event from {first} to {last}, {reverse} a reverse acquihire",
            "{count} consolidation events from {first} to {last}, {reverse} of them reverse"
            " acquihires",
            total,
            reverse=reverse,
            **span,
        )
    return _(
        "{total} consolidation events from {first} to {last}; {reverse} of them, {share}, were"
        " reverse acquihires",
        total=total,
        reverse=reverse,
        share=percent(reverse / total),
        **span,
    )


def largest_events_finding(events: pl.DataFrame) -> str:
    """Which event was the largest by known value; ``events`` answers largest_events."""
    if not events.height:
        return _("The largest consolidation events")
    first = events.row(0, named=True)
    return _(
        "The largest consolidation event: {acquirer} and {target}, {value}",
        acquirer=first["acquirer"],
        target=first["target"],
        value=dollars(first["value_usd"]),
    )
