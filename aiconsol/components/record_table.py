"""The records themselves as a table, each with its source; loaded as the reader scrolls."""

from collections.abc import Sequence

import polars as pl

from aiconsol.components.shown_table import shown_table
from aiconsol.language import _

SOURCE = ("source_url", "source_name", "note")
DEALS = (
    "target",
    "acquirer",
    "announced_on",
    "structure",
    "value_usd",
    "value_basis",
    "status",
    "market",
    "source_url",
    "source_name",
    "note",
)
COLUMNS = {
    "rounds": (
        "company",
        "native_name",
        "announced_on",
        "stage",
        "amount_usd",
        "amount_basis",
        "post_money_usd",
        "lead_investors",
        "other_investors",
        "source_url",
        "source_name",
        "note",
    ),
    "deals": DEALS,
    "consolidation_events": DEALS,
    "largest_events": DEALS,
    "published_totals": (
        "publisher",
        "scope",
        "market",
        "period",
        "metric",
        "value",
        "source_url",
        "source_name",
        "source_date",
        "note",
    ),
    "reviews": (
        "matter",
        "authority",
        "opened_on",
        "outcome",
        "decided_on",
        "days_to_decision",
        "target",
        "acquirer",
        "source_url",
        "source_name",
        "note",
    ),
    "metrics": ("company", "metric", "as_of", "value", "basis", *SOURCE),
    "valuations": ("company", "valued_on", "valuation_usd", "measure", "basis", *SOURCE),
    "policy_events": (
        "event",
        "happened_on",
        "jurisdiction",
        "kind",
        "source_url",
        "source_name",
        "note",
    ),
}
"""What a table of each subject shows, in order."""


FEW = 14


def record_table(
    key: str,
    records: pl.DataFrame,
    subject: str,
    *,
    columns: Sequence[str] | None = None,
    height: int = 360,
) -> None:
    """Draws the records of ``subject``, in the order in which they come, each with its source.

    ``columns`` are those of ``COLUMNS`` where none is named. A table of few rows is as high as
    they are.
    """
    shown = columns or COLUMNS[subject]
    has_source = "source_url" in shown
    shown_table(
        records,
        _("Records, each with a link to its source") if has_source else _("Records"),
        key=key,
        height="content" if records.height <= FEW else height,
        columns=shown,
    )
