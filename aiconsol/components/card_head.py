"""The head of every card: its finding, what is measured, and where there is nothing, why."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from aiconsol.components.plain import plain

UNSEEN = (
    "position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);"
    " white-space: nowrap"
)
"""Written at the text itself, so that it isn't seen before the style sheet is there."""


def card_head(
    finding: str, measure: str = "", *, selection: str = "", place: DeltaGenerator | None = None
) -> None:
    """Draws the finding and the measure, here or at the place.

    ``selection`` is unseen, for it stands under the page's title; a screen reader tells it with
    the finding, since a chart's own name can't change with the data without a new embedding.
    """
    lines = [f"#### {plain(finding)}"]
    if measure:
        lines.append(f":small[:gray[{plain(measure)}]]")
    if selection:
        lines.append(f'<span class="told" style="{UNSEEN}">{plain(selection)}</span>')
    (place or st).markdown("\n".join(lines), unsafe_allow_html=bool(selection))


def nothing_shown(reason: str) -> None:
    """Says why a card has nothing to show, and which filter to relax."""
    st.info(reason, icon=":material/filter_alt_off:")
