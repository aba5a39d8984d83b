"""The records themselves as a table, each with its source; loaded as the reader scrolls."""

from typing import Any, Literal

import polars as pl
import streamlit as st

from aiconsol.language import _

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
        "post_money_usd",
        "lead_investors",
        "other_investors",
        "amount_basis",
        "source_url",
        "source_name",
        "note",
    ),
    "deals": DEALS,
    "consolidation_events": DEALS,
}


def record_table(
    key: str, records: pl.DataFrame, subject: str, *, height: int | Literal["content"] = 360
) -> None:
    """Draws the records of ``subject``, newest first as they come, with a link to each source."""
    shown = records.select(COLUMNS[subject])
    st.dataframe(
        shown,
        key=key,
        hide_index=True,
        height=height,
        lazy=True,
        column_config=_config(),
        alt=_("Records, each with a link to its source"),
    )


def _config() -> dict[str, Any]:
    money = st.column_config.NumberColumn
    return {
        "company": st.column_config.TextColumn(_("Company"), pinned=True),
        "target": st.column_config.TextColumn(_("Target"), pinned=True),
        "acquirer": _("Acquirer"),
        "native_name": _("Native name"),
        "announced_on": st.column_config.DateColumn(_("Announced"), format="YYYY-MM-DD"),
        "stage": _("Stage"),
        "structure": _("Structure"),
        "status": _("Status"),
        "market": _("Market"),
        "amount_usd": money(_("Amount, $"), format="localized"),
        "value_usd": money(_("Value, $"), format="localized"),
        "post_money_usd": money(_("Post-money valuation, $"), format="localized"),
        "lead_investors": _("Lead investors"),
        "other_investors": _("Other investors"),
        "amount_basis": _("Basis"),
        "value_basis": _("Basis"),
        "source_url": st.column_config.LinkColumn(_("Source"), display_text=_("open")),
        "source_name": _("Publisher"),
        "note": _("Note"),
    }
