"""How are AI companies funded in the US and China, and how does the field consolidate?"""

import streamlit as st

from aiconsol.cards.largest_events import largest_events_table
from aiconsol.cards.moves import moves_of_last_quarter
from aiconsol.cards.overview import events_card, leading_card
from aiconsol.components.chart_card import chart_card
from aiconsol.components.key_figure_row import key_figure_row
from aiconsol.components.page_head import page_head
from aiconsol.components.reading import reading
from aiconsol.findings.key_figures import key_figures
from aiconsol.language import _
from aiconsol.queries.consolidation import events_by_quarter
from aiconsol.queries.funding import funding_by_quarter
from aiconsol.queries.largest import five_largest_by_quarter

now = reading()
page_head(_("How AI companies are funded, and how the field consolidates"))
key_figure_row(
    key_figures(
        now.ask(funding_by_quarter), now.ask(five_largest_by_quarter), now.ask(events_by_quarter)
    )
)
with st.container(key="leading-row"):
    chart, moves = st.columns([3, 1], gap="medium")
with chart:
    chart_card("leading", leading_card)
with moves:
    moves_of_last_quarter()
chart_card("events", events_card)
largest_events_table()
