"""Reverse acquihires as panels side by side, and the sentences above them: one element each."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from aiconsol.components.links import page_link
from aiconsol.components.reading import reading
from aiconsol.filters import Filters
from aiconsol.findings.deal_panels import DealPanel, Line, Sum
from aiconsol.findings.reverse import Claim
from aiconsol.language import _
from aiconsol.wording import capital


def claims_list(claims: Sequence[Claim]) -> None:
    """Draws the sentences as a numbered list, each with the sources that it rests on."""
    items = "".join(
        f"<li>{escape(claim.sentence)}{_sources(claim.sources)}</li>" for claim in claims
    )
    st.html(f'<ol class="claims">{items}</ol>')


def deal_panels_grid(panels: Sequence[DealPanel], first: str | None) -> None:
    """Draws a panel a deal, the deal ``first`` outlined and before all others."""
    filters = reading().chosen
    ordered = sorted(panels, key=lambda panel: panel.deal_id != first)
    drawn = "".join(_panel(panel, filters, is_first=panel.deal_id == first) for panel in ordered)
    st.html(f'<div class="deal-panels">{drawn}</div>')


def _panel(panel: DealPanel, filters: Filters, *, is_first: bool) -> str:
    most = max((line.amount_usd or 0 for line in panel.sums), default=0)
    note = escape(capital(panel.note or ""))
    parts = [
        f"<header>{_name(panel, filters)}<p>{escape(panel.head)}</p></header>",
        f'<div class="multiples">{"".join(map(_multiple, panel.multiples))}</div>',
        f'<div class="sums">{"".join(_sum(line, most) for line in panel.sums)}</div>',
        f'<div class="people">{"".join(map(_line, panel.people))}</div>',
        _list(_("Regulators"), panel.reviews, _("No review known"), _reviews(panel, filters)),
        _list(_("Since the deal"), panel.after, _("No later record in the register")),
        f"<footer>{note} {_source(panel.source_name, panel.source_url)}</footer>",
    ]
    chosen = " chosen" if is_first else ""
    return f'<article class="deal-panel{chosen}">{"".join(parts)}</article>'


def _name(panel: DealPanel, filters: Filters) -> str:
    name = escape(panel.target)
    if panel.target_id is None:
        return f"<h4>{name}</h4>"
    page = escape(page_link("companies", filters, company=panel.target_id))
    return f'<h4><a href="{page}" target="_self">{name}</a></h4>'


def _multiple(line: Line) -> str:
    return f"<div><b>{_text(line.text)}</b><span>{escape(line.label)}</span></div>"


def _sum(line: Sum, most: int) -> str:
    width = 100 * (line.amount_usd or 0) / most if most else 0
    bar = f'<i style="width: {width:.1f}%"></i>' if line.amount_usd else ""
    text = escape(line.text) if line.amount_usd is not None else _unknown(line.text)
    return f"<div><span>{escape(line.label)}</span><em>{text}</em><div>{bar}</div></div>"


def _line(line: Line) -> str:
    bar = f'<i style="width: {100 * line.share:.0f}%"></i>' if line.share is not None else ""
    drawn = f"<div>{bar}</div>" if line.share is not None else ""
    return f"<div><span>{escape(line.label)}</span><em>{_text(line.text)}</em>{drawn}</div>"


def _list(title: str, lines: Sequence[str], nothing: str, more: str = "") -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines) or f"<li>{_unknown(nothing)}</li>"
    return f"<section><h5>{escape(title)}{more}</h5><ul>{items}</ul></section>"


def _reviews(panel: DealPanel, filters: Filters) -> str:
    if not panel.reviews:
        return ""
    page = escape(page_link("regulation", filters, deal=panel.deal_id))
    return f' <a href="{page}" target="_self">{escape(_("Its reviews"))}</a>'


def _text(text: str | None) -> str:
    return _unknown(_("unknown")) if text is None else escape(text)


def _unknown(text: str) -> str:
    return f'<span class="unknown">{escape(text)}</span>'


def _sources(sources: Sequence[tuple[str, str]]) -> str:
    links = ", ".join(_source(name, address) for name, address in sources)
    return f' <span class="sources">{escape(_("Sources"))}: {links}</span>' if links else ""


def _source(name: str, address: str | None) -> str:
    if not address:
        return escape(name)
    link = escape(address)
    return f'<a href="{link}" target="_blank" rel="noopener noreferrer">{escape(name)}</a>'
