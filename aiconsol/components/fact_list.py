"""The facts of a company, each with its source."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from aiconsol.findings.company import Fact
from aiconsol.language import _


def fact_list(title: str, description: str, facts: Sequence[Fact]) -> None:
    """Draws the facts side by side under a title, as one element."""
    st.html(
        f'<div class="facts"><h3>{escape(title)}</h3><p>{escape(description)}</p>'
        f"<dl>{''.join(map(_fact, facts))}</dl></div>"
    )


def _fact(fact: Fact) -> str:
    source = (
        f' <a href="{escape(fact.source_url)}" target="_blank" rel="noopener noreferrer">'
        f"{escape(_('Source'))}</a>"
        if fact.source_url
        else ""
    )
    return f"<div><dt>{escape(fact.label)}</dt><dd>{escape(fact.value)}{source}</dd></div>"
