"""A line that says what the page is narrowed to, with the link that takes it back."""

from html import escape

import streamlit as st


def notice(said: str, link: str, address: str) -> None:
    """Draws the sentence and the link, which opens in the same tab as a Markdown link wouldn't."""
    st.html(
        f'<p class="notice">{escape(said)}'
        f' <a href="{escape(address)}" target="_self">{escape(link)}</a></p>'
    )
