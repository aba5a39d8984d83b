"""The whole dataset to take away: as a ZIP, as selected, and how to cite it."""

from collections.abc import Callable

import streamlit as st

from aiconsol.archive import Frames, archive
from aiconsol.citation import bibtex_citation, short_citation
from aiconsol.components.reading import Reading, reading
from aiconsol.export import file_name, whole_file_name
from aiconsol.language import _
from aiconsol.queries.records import RECORDS
from aiconsol.schema import TABLES


def take_away() -> None:
    """Draws the buttons. A ZIP is made when its button is pressed."""
    now = reading()
    manifest = now.dataset.manifest
    with st.container(horizontal=True):
        _download(
            "everything",
            _("Everything (ZIP)"),
            lambda: archive(manifest, now.dataset.frames),
            whole_file_name(now.dataset, "all-tables", "zip"),
        )
        _download(
            "selection",
            _("This selection (ZIP)"),
            lambda: archive(manifest, _selected(now), now.sentence),
            file_name(now.dataset, "selection", now.filters, "zip"),
        )
        with st.popover(_("Cite"), icon=":material/format_quote:", key="cite"):
            st.code(short_citation(manifest), language=None, wrap_lines=True)
            st.code(bibtex_citation(manifest), language="bibtex", wrap_lines=True)


def _download(key: str, label: str, made: Callable[[], bytes], name: str) -> None:
    st.download_button(
        label,
        data=made,
        file_name=name,
        mime="application/zip",
        on_click="ignore",
        icon=":material/folder_zip:",
        key=f"zip-{key}",
    )


def _selected(now: Reading) -> Frames:
    """The tables that the filters narrow, each as its own page shows it."""
    return {name: now.ask(query) for name, query in RECORDS.items() if name in TABLES}
