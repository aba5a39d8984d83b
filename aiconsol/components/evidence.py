"""Under every chart: what was left out, the sources, the data as a table, and the downloads."""

from collections.abc import Sequence

import polars as pl
import streamlit as st

from aiconsol.components.answers import Query
from aiconsol.components.reading import Reading, reading
from aiconsol.components.record_table import record_table
from aiconsol.components.shown_table import shown_table
from aiconsol.export import csv_bytes, file_name
from aiconsol.language import _, plural


def evidence(
    key: str,
    subject: str,
    query: Query,
    options: tuple[object, ...],
    table: pl.DataFrame,
    gaps: Sequence[str],
) -> None:
    """Draws the foot of a card. What it unfolds is read and sent only once it is opened."""
    if gaps:
        st.caption(" ".join(gaps).replace("$", r"\$"))
    with st.expander(
        _("Sources, data and downloads"), key=f"evidence-{key}", on_change="rerun", type="compact"
    ) as box:
        if not box.open:
            return
        now = reading()
        records = now.ask(query, *options)
        st.caption(_sources(records))
        downloads(key, now, subject, table, records)
        st.markdown(_("**The chart's data**"))
        shown_table(table, _("The chart's data as a table"))
        st.markdown(_("**The records behind it**"))
        record_table(f"{key}-records", records, subject)


def downloads(
    key: str, now: Reading, subject: str, table: pl.DataFrame, records: pl.DataFrame
) -> None:
    """Two buttons: the chart's data, and the records behind it. Made on click, without a rerun."""
    with st.container(horizontal=True):
        download(
            f"{key}-data-csv",
            plural("Chart data, {count} row (CSV)", "Chart data, {count} rows (CSV)", table.height),
            table,
            file_name(now.dataset, key, now.filters),
        )
        download(
            f"{key}-records-csv",
            plural("{count} record (CSV)", "{count} records (CSV)", records.height),
            records,
            file_name(now.dataset, subject, now.filters),
        )


def download(key: str, label: str, frame: pl.DataFrame, name: str) -> None:
    """A button that makes the frame's CSV once it is pressed, without a rerun."""
    st.download_button(
        label,
        data=lambda: csv_bytes(frame),
        file_name=name,
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        key=key,
    )


def _sources(records: pl.DataFrame) -> str:
    publishers = records["source_name"].value_counts(sort=True)
    first = ", ".join(publishers["source_name"].head(5))
    return _(
        "{records} from {publishers}, most of all {first}.",
        records=plural("{count} record", "{count} records", records.height),
        publishers=plural("{count} publisher", "{count} publishers", publishers.height),
        first=first,
    )
