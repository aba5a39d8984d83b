"""What moved, as short lists of sentences, each with its company's page and its source."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from aiconsol.components.links import page_link
from aiconsol.components.reading import reading
from aiconsol.filters import Filters
from aiconsol.findings.moves import Move
from aiconsol.language import _


def moves_list(title: str, groups: Sequence[tuple[str, Sequence[Move]]]) -> None:
    """Draws the groups that hold anything under one title, as one element."""
    filters = reading().chosen
    parts = [
        f"<div><h5>{escape(name)}</h5>"
        f"<ul>{''.join(_item(move, filters) for move in moves)}</ul></div>"
        for name, moves in groups
        if moves
    ] or [f"<p>{escape(_('Nothing in this selection.'))}</p>"]
    st.html(f'<div class="moves"><h4>{escape(title)}</h4>{"".join(parts)}</div>')


def _item(move: Move, filters: Filters) -> str:
    sentence = escape(move.sentence)
    if move.company_id:
        name, page = escape(move.name), page_link("companies", filters, company=move.company_id)
        sentence = sentence.replace(name, f'<a href="{escape(page)}" target="_self">{name}</a>', 1)
    if not move.source_url:
        return f"<li>{sentence}</li>"
    source = (
        f'<a class="source" href="{escape(move.source_url)}" target="_blank"'
        f' rel="noopener noreferrer">{escape(_("Source"))}</a>'
    )
    return f"<li>{sentence} {source}</li>"
