"""The companies as a table: all that the filters select, or those that a search finds."""

import polars as pl
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from aiconsol.components.card_head import card_head, nothing_shown
from aiconsol.components.company_choice import open_company
from aiconsol.components.evidence import download
from aiconsol.components.headings import heading
from aiconsol.components.reading import reading
from aiconsol.components.shown_table import shown_table
from aiconsol.export import file_name
from aiconsol.findings.companies import directory_finding, search_finding
from aiconsol.findings.gaps import nothing_left
from aiconsol.language import _, plural
from aiconsol.queries.companies import company_directory, every_company
from aiconsol.queries.search import companies_by_name

KEY = "opened"
FEW = 14
SHOWN = (
    "company",
    "native_name",
    "market",
    "segment",
    "status",
    "raised_usd",
    "rounds",
    "last_round_on",
    "last_stage",
    "last_valuation_usd",
    "description",
    "source_url",
)
ORDERS = {
    "raised_usd": _("Most raised"),
    "last_round_on": _("Newest round"),
    "last_valuation_usd": _("Highest valuation"),
    "company": _("Name"),
}


def directory_card() -> None:
    """Draws the companies that the filters select; a click on a name opens its profile."""
    companies = reading().ask(company_directory)
    nothing = nothing_left(companies.height)
    with _card(directory_finding(companies), _measure(), nothing):
        if not nothing:
            _in_order(companies)


def found_card(sought: str) -> None:
    """Draws the companies that a search finds, the best first, whichever the filters select."""
    now = reading()
    matches = now.ask(companies_by_name, sought).select("company_id")
    found = matches.join(now.ask(every_company), on="company_id", maintain_order="left")
    said = _(
        "Searched among all companies of the register, whatever market, segment and quarters; the"
        " best match first. A press on a name opens its profile."
    )
    nothing = _(
        "No company of the register has a name like this. Try a part of the name, in English or"
        " Chinese, or clear the search."
    )
    with _card(search_finding(found, sought), said, None if found.height else nothing):
        if found.height:
            _save(found)
            _table(found)


def _card(finding: str, measure: str, nothing: str | None) -> DeltaGenerator:
    card = st.container(border=True, key="card-companies")
    with card:
        card_head(finding, measure)
        if nothing:
            nothing_shown(nothing)
    return card


def _in_order(companies: pl.DataFrame) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        order = st.segmented_control(
            _("Order"),
            list(ORDERS),
            default="raised_usd",
            required=True,
            format_func=ORDERS.__getitem__,
            key="companies-order",
            label_visibility="collapsed",
        )
        _save(companies)
    _table(ordered(companies, order or "raised_usd"))


def _save(companies: pl.DataFrame) -> None:
    now = reading()
    download(
        "companies-csv",
        plural("{count} company (CSV)", "{count} companies (CSV)", companies.height),
        companies,
        file_name(now.dataset, "companies", now.filters),
    )


def _table(companies: pl.DataFrame) -> None:
    name = st.column_config.ButtonColumn(
        heading("company"),
        type="tertiary",
        alignment="left",
        pinned=True,
        key=KEY,
        on_click=_open_clicked,
        args=(companies["company_id"],),
    )
    shown_table(
        companies,
        _("Companies; a press on a name opens its profile"),
        key="companies",
        height="content" if companies.height <= FEW else 560,
        columns=SHOWN,
        overrides={"company": name},
    )


def ordered(companies: pl.DataFrame, order: str) -> pl.DataFrame:
    """The companies in an order of ``ORDERS``; those of which it isn't known are last."""
    by_name = order == "company"
    return companies.sort(order, "company", descending=[not by_name, False], nulls_last=True)


def _open_clicked(company_ids: pl.Series) -> None:
    open_company(company_ids[st.session_state[KEY].row])


def _measure() -> str:
    return _(
        "Raised: known amounts of the rounds selected. Last valuation: of a round of any kind, or"
        " as reported. Status: as far as the register knows, whatever the filters. Where quarters"
        " or stages are chosen, only companies with a round in them. A press on a name opens its"
        " profile."
    )
