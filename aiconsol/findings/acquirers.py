"""Who buys most, as sentences."""

import polars as pl

from aiconsol.language import _, plural
from aiconsol.wording import listed

NAMED = 3


def acquirers_finding(matrix: pl.DataFrame) -> str:
    """The three acquirers with most events; ``matrix`` answers acquirer_matrix."""
    totals = matrix.unique("acquirer", maintain_order=True).filter(pl.col("total") > 0)
    most = totals.sort("total", "place", descending=[True, False]).head(NAMED)
    counted = list(most.select("acquirer", "total").iter_rows())
    if not counted:
        return _("No acquirer of this selection bought more than one company")
    if len(counted) == 1:
        [(acquirer, total)] = counted
        return plural(
            "{acquirer} took over {count} company",
            "{acquirer} took over {count} companies",
            total,
            acquirer=acquirer,
        )
    parts = [
        _("{acquirer} ({total})", acquirer=acquirer, total=total) for acquirer, total in counted
    ]
    return _("Most takeovers were by {parts}", parts=listed(parts))


def acquirers_gaps(left_out: pl.DataFrame) -> list[str]:
    """A sentence on the acquirers not shown; ``left_out`` is one row of left_out_of_matrix."""
    acquirers, events = left_out.select("acquirers", "events").row(0)
    if not acquirers:
        return []
    return [
        plural(
            "{count} further acquirer isn't drawn; the records name it.",
            "{count} further acquirers, with {events} events, aren't drawn; the records name them.",
            acquirers,
            events=events,
        )
    ]
