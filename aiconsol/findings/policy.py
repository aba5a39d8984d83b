"""What the events in law and policy say: counts alone, no cause."""

import polars as pl

from aiconsol.language import _, plural
from aiconsol.wording import listed, word

PLACES = ("US", "CN", "Other")


def policy_finding(policies: pl.DataFrame) -> str:
    """How many events the quarters shown saw, where, and of which kind most.

    ``policies`` is the answer of ``policy_marks``.
    """
    if not policies.height:
        return _("No event in law and policy in the quarters shown")
    counts = dict(policies["lane"].value_counts().iter_rows())
    places = {
        "US": _("{count} in the US", count=counts.get("US", 0)),
        "CN": _("{count} in China", count=counts.get("CN", 0)),
        "Other": _("{count} elsewhere", count=counts.get("Other", 0)),
    }
    kind, most = (
        policies["kind"].value_counts().sort("count", "kind", descending=[True, False]).row(0)
    )
    return plural(
        "{count} event in law and policy: {places}; most of all {kind} ({most})",
        "{count} events in law and policy: {places}; most of all {kind} ({most})",
        policies.height,
        places=listed([places[place] for place in PLACES if place in counts]),
        kind=word(kind),
        most=most,
    )


def policy_gaps(left_out: pl.DataFrame) -> list[str]:
    """Sentences on the events that a time axis can't show; ``left_out`` is one row."""
    year_only = int(left_out["year_only"].item())
    if not year_only:
        return []
    return [
        plural(
            "{count} event is dated to the year only and has no place on the axis.",
            "{count} events are dated to the year only and have no place on the axis.",
            year_only,
        )
    ]


def no_event_left(events: int) -> str | None:
    """Why there is no event to show and what to relax; None where there are some."""
    return None if events else _("No event of the register fell into these quarters. Widen them.")
