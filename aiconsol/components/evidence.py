"""Under every chart: what was left out, the sources, the data as a table, and the downloads."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import polars as pl
import streamlit as st

from aiconsol.charts.picture import Picture, png, svg
from aiconsol.components.answers import Query
from aiconsol.components.reading import Reading, reading
from aiconsol.components.record_table import record_table
from aiconsol.components.shown_table import shown_table
from aiconsol.export import csv_bytes, file_name
from aiconsol.language import _, plural
from aiconsol.wording import day_name


def evidence(
    key: str,
    subject: str,
    query: Query,
    options: tuple[object, ...],
    table: pl.DataFrame,
    gaps: Sequence[str],
    picture: Picture | None = None,
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
        with st.container(horizontal=True):
            downloads(key, now, subject, table, records)
            if picture:
                notes = [now.sentence + ".", " ".join(gaps), _source(now, records)]
                pictures(key, now, replace(picture, notes=notes))
        st.markdown(_("**The chart's data**"))
        shown_table(table, _("The chart's data as a table"))
        st.markdown(_("**The records behind it**"))
        record_table(f"{key}-records", records, subject)


def downloads(
    key: str, now: Reading, subject: str, table: pl.DataFrame, records: pl.DataFrame
) -> None:
    """Two buttons: the chart's data, and the records behind it."""
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


def pictures(key: str, now: Reading, picture: Picture) -> None:
    """Two buttons: the chart with its finding and source, as pixels and as lines."""
    name = partial(file_name, now.dataset, key, now.filters)
    _save(f"{key}-png", _("Picture (PNG)"), lambda: png(picture), name("png"), "image/png")
    _save(f"{key}-svg", _("Picture (SVG)"), lambda: svg(picture), name("svg"), "image/svg+xml")


def download(key: str, label: str, frame: pl.DataFrame, name: str) -> None:
    """A button that makes the frame's CSV once it is pressed, without a rerun."""
    _save(key, label, lambda: csv_bytes(frame), name, "text/csv")


def _save(key: str, label: str, make: Callable[[], bytes | str], name: str, mime: str) -> None:
    st.download_button(
        label,
        data=make,
        file_name=name,
        mime=mime,
        on_click="ignore",
        icon=":material/download:",
        key=key,
    )


def _source(now: Reading, records: pl.DataFrame) -> str:
    return _(
        "Source: aiconsol register, version {version}, {day}; {records} from {publishers}.",
        version=now.dataset.version,
        day=day_name(now.dataset.manifest.as_of),
        records=plural("{count} record", "{count} records", records.height),
        publishers=plural(
            "{count} publisher", "{count} publishers", records["source_name"].n_unique()
        ),
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
