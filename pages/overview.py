"""How are AI companies funded in the US and China, and how does the field consolidate?"""

import streamlit as st

from aiconsol.cards.funding import funding_card
from aiconsol.components.chart_card import chart_card
from aiconsol.components.reading import reading

now = reading()
st.title("Overview")
st.caption(now.sentence)
chart_card("funding", funding_card)
