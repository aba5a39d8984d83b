"""The head of every page: its question, and the whole selection as one sentence."""

import streamlit as st

from aiconsol.components.plain import plain
from aiconsol.components.reading import reading


def page_head(title: str) -> None:
    """Draws the title and the selection."""
    st.markdown(f"# {title}\n{plain(reading().sentence)}")
