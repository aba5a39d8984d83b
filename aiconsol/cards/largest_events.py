"""The largest consolidation events as a table."""

from aiconsol.components.reading import reading
from aiconsol.components.record_card import record_card
from aiconsol.findings.consolidation import largest_events_finding
from aiconsol.findings.gaps import nothing_left
from aiconsol.queries.consolidation import largest_events

TEN = 10


def largest_events_table() -> None:
    """Draws the ten largest events of the selection by known value, each with its source."""
    events = reading().ask(largest_events, TEN)
    record_card(
        "largest-events",
        "largest_events",
        largest_events_finding(events),
        events,
        nothing=nothing_left(events.height),
    )
