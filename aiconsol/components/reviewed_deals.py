"""Deals and their reviews as one list, with links from each deal to its reviews and back."""

from html import escape
from typing import Any

import polars as pl
import streamlit as st

from aiconsol.components.deal_in_address import deal_name
from aiconsol.components.links import page_link
from aiconsol.components.reading import reading
from aiconsol.filters import Filters
from aiconsol.language import _
from aiconsol.wording import word


def reviewed_deals_list(finding: str, deals: pl.DataFrame) -> None:
    """Draws a line a deal: what it was, and what each authority made of it.

    ``deals`` is the answer of ``reviewed_deals``. The deal leads to its reviews alone, and a
    reverse acquihire to its panel.
    """
    filters = reading().chosen
    items = [
        _item(reviews, filters) for __, reviews in deals.group_by("deal_id", maintain_order=True)
    ]
    st.html(f'<div class="reviewed"><h4>{escape(finding)}</h4><ul>{"".join(items)}</ul></div>')


def _item(reviews: pl.DataFrame, filters: Filters) -> str:
    rows = reviews.rows(named=True)
    deal = rows[0]
    links = [_link("regulation", _("Its reviews"), deal, filters)]
    if deal["structure"] == "reverse_acquihire":
        links.append(_link("reverse_acquihires", _("The deal"), deal, filters))
    looks = " · ".join(
        f"<b>{escape(row['authority'])}</b> {escape(word(row['outcome']))}" for row in rows
    )
    return (
        f"<li><span>{escape(deal_name(deal))}</span> {' '.join(links)}"
        f'<div class="looks">{looks}</div></li>'
    )


def _link(page: str, text: str, deal: dict[str, Any], filters: Filters) -> str:
    address = escape(page_link(page, filters, deal=deal["deal_id"]))
    return f'<a href="{address}" target="_self">{escape(text)}</a>'
