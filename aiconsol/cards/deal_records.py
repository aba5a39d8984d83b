"""The deals as records: status, value and its basis, multiples, reviews and their outcomes."""

import streamlit as st

from aiconsol.components.evidence import download
from aiconsol.components.plain import plain
from aiconsol.components.reading import reading
from aiconsol.components.shown_table import shown_table
from aiconsol.export import file_name
from aiconsol.findings.deals import deals_finding, with_reviews
from aiconsol.findings.gaps import no_deal_left
from aiconsol.language import _, plural
from aiconsol.queries.prices import deals_with_multiples, reviews_of_deals

COLUMNS = (
    "target",
    "acquirer",
    "announced_on",
    "structure",
    "status",
    "value_usd",
    "value_basis",
    "raised_multiple",
    "valuation_multiple",
    "reviews",
    "market",
    "source_url",
    "source_name",
    "note",
)


def deal_records() -> None:
    """Draws every deal of the selection, stakes, listings and closures included, and its CSV."""
    now = reading()
    reviews = now.ask(reviews_of_deals)
    deals = with_reviews(now.ask(deals_with_multiples), reviews)
    nothing = no_deal_left(deals.height)
    with st.container(border=True, key="card-deal-records"):
        st.markdown("#### " + plain(deals_finding(deals)))
        if nothing:
            st.info(nothing, icon=":material/filter_alt_off:")
            return
        st.caption(
            _(
                "Every deal of the selection, newest first. Multiples are the value of a"
                " consolidation event ÷ the money raised before it, and ÷ the last valuation;"
                " a review is named by its authority, with its outcome."
            )
        )
        shown_table(
            deals,
            _("Deals, each with its status, value, multiples, reviews and a link to its source"),
            key="deal-records",
            height=420,
            columns=COLUMNS,
        )
        download(
            "deal-records-csv",
            plural("{count} deal (CSV)", "{count} deals (CSV)", deals.height),
            deals,
            file_name(now.dataset, "deals", now.filters),
        )
