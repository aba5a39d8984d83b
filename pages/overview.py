"""How are AI companies funded in the US and China, and how does the field consolidate?"""

import streamlit as st

from aiconsol.cards.largest_events import largest_events_table
from aiconsol.cards.moves import moves_of_last_quarter
from aiconsol.cards.overview import events_card, leading_card, overview_figures
from aiconsol.components.chart_card import chart_card
from aiconsol.components.key_figure_row import key_figure_row
from aiconsol.components.page_head import page_head
from aiconsol.components.reading import reading
from aiconsol.components.work import once
from aiconsol.language import _

page_head(_("How AI companies are funded, and how the field consolidates"))
key_figure_row(once(reading(), overview_figures))
with st.container(key="leading-row"):
    chart, moves = st.columns([3, 1], gap="medium")
with chart:
    chart_card("leading", leading_card)
with moves:
    moves_of_last_quarter()
chart_card("events", events_card)
largest_events_table()
