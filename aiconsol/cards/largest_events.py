"""The largest consolidation events as a table."""

import streamlit as st

from aiconsol.components.reading import reading
from aiconsol.components.record_table import record_table
from aiconsol.findings.consolidation import largest_events_finding
from aiconsol.findings.gaps import nothing_left
from aiconsol.language import _
from aiconsol.queries.consolidation import largest_events

TEN = 10


def largest_events_table() -> None:
    """Draws the ten largest events of the selection by known value, each with its source."""
    events = reading().ask(largest_events, TEN)
    nothing = nothing_left(events.height)
    with st.container(border=True, key="card-largest-events"):
        if nothing:
            st.markdown("#### " + _("The largest consolidation events"))
            st.info(nothing, icon=":material/filter_alt_off:")
            return
        st.markdown("#### " + largest_events_finding(events).replace("$", "\\$"))
        record_table("largest-events", events, "deals", height="content")
