"""A card whose figures are records of the selection: finding, the records, and their CSV."""

from collections.abc import Sequence

import polars as pl
import streamlit as st

from aiconsol.components.card_head import card_head, nothing_shown
from aiconsol.components.evidence import download
from aiconsol.components.reading import reading
from aiconsol.components.record_table import record_table
from aiconsol.export import file_name
from aiconsol.language import plural

HEIGHT = 420


def record_card(
    key: str,
    subject: str,
    finding: str,
    records: pl.DataFrame,
    *,
    measure: str = "",
    nothing: str | None = None,
    columns: Sequence[str] | None = None,
) -> None:
    """Draws a card over the records of ``subject``; ``nothing`` says why there is none."""
    with st.container(border=True, key=f"card-{key}"):
        card_head(finding, measure)
        if nothing:
            nothing_shown(nothing)
            return
        records_and_csv(key, subject, records, columns=columns)


def records_and_csv(
    key: str,
    subject: str,
    records: pl.DataFrame,
    *,
    columns: Sequence[str] | None = None,
    height: int = HEIGHT,
) -> None:
    """Draws the records as a table, and the button for the CSV of all of them, named after it."""
    now = reading()
    record_table(key, records, subject, columns=columns, height=height)
    download(
        f"{key}-csv",
        plural("{count} record (CSV)", "{count} records (CSV)", records.height),
        records,
        file_name(now.dataset, subject, now.filters),
    )
