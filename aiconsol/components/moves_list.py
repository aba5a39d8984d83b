"""What moved, as short lists of sentences, each with its source."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from aiconsol.findings.moves import Move
from aiconsol.language import _


def moves_list(title: str, groups: Sequence[tuple[str, Sequence[Move]]]) -> None:
    """Draws the groups that hold anything under one title, as one element."""
    parts = [f"<h4>{escape(title)}</h4>"]
    parts += [
        f"<h5>{escape(name)}</h5><ul>{''.join(map(_item, moves))}</ul>"
        for name, moves in groups
        if moves
    ]
    st.html(f'<div class="moves">{"".join(parts)}</div>')


def _item(move: Move) -> str:
    if not move.source_url:
        return f"<li>{escape(move.sentence)}</li>"
    address = escape(move.source_url, quote=True)
    link = (
        f'<a href="{address}" target="_blank" rel="noopener noreferrer">{escape(_("Source"))}</a>'
    )
    return f"<li>{escape(move.sentence)} {link}</li>"
