"""A card whose figures are a table: finding, what is shown, the rows, and their CSV."""

from typing import Literal

import polars as pl
import streamlit as st

from aiconsol.components.card_head import card_head
from aiconsol.components.reading import reading
from aiconsol.components.shown_table import shown_table
from aiconsol.export import csv_bytes, whole_file_name
from aiconsol.language import plural
from aiconsol.wording import TABLE_NAMES

FEW_ROWS = 15
HEIGHT = 360


def table_card(key: str, finding: str, measure: str, frame: pl.DataFrame) -> None:
    """Draws a card over the rows, all of them, whatever the filters select."""
    with st.container(border=True, key=f"card-{key}"):
        card_head(finding, measure)
        named_rows(key, finding, frame)


def named_rows(key: str, alt: str, frame: pl.DataFrame, exact: pl.DataFrame | None = None) -> None:
    """Draws the rows, tables by their names, and a button for the CSV of the exact ones."""
    shown = frame
    if "table" in frame.columns:
        shown = frame.with_columns(pl.col("table").replace(TABLE_NAMES))
    height: Literal["content"] | int = "content" if frame.height <= FEW_ROWS else HEIGHT
    shown_table(shown, alt, key=f"table-{key}", height=height)
    taken = frame if exact is None else exact
    st.download_button(
        plural("{count} row (CSV)", "{count} rows (CSV)", taken.height),
        data=lambda: csv_bytes(taken),
        file_name=whole_file_name(reading().dataset, key),
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        key=f"{key}-csv",
    )
