"""What publishers count, and their totals themselves, as tables."""

import streamlit as st

from aiconsol.components.reading import reading
from aiconsol.components.record_card import record_card
from aiconsol.components.shown_table import shown_table
from aiconsol.findings.gaps import nothing_left
from aiconsol.language import _, plural
from aiconsol.queries.published import definitions, selected_published_totals


def definitions_table() -> None:
    """Draws, once it is opened, what each publisher counts in the words of the sources."""
    with st.expander(
        _("What each publisher counts"),
        key="definitions",
        on_change="rerun",
        icon=":material/info:",
    ) as box:
        if box.open:
            st.caption(
                _(
                    "As the sources word it: scope, edition, what is estimated. Where a source"
                    " says no more, the note is empty."
                )
            )
            shown_table(reading().ask(definitions), _("What each publisher counts"), height=420)


def published_totals_table() -> None:
    """Draws every published total of the selection, each with its source."""
    totals = reading().ask(selected_published_totals)
    record_card(
        "published-totals",
        "published_totals",
        plural("{count} published total", "{count} published totals", totals.height),
        totals,
        nothing=nothing_left(totals.height),
    )
