"""The deals that were reviewed, each with its reviews."""

import streamlit as st

from aiconsol.components.reading import reading
from aiconsol.components.reviewed_deals import reviewed_deals_list
from aiconsol.findings.reviews import reviewed_deals_finding
from aiconsol.queries.reviews import reviewed_deals


def reviewed_deals_card() -> None:
    """Draws the list of the deals whose reviews the filters select; nothing where there is none."""
    deals = reading().ask(reviewed_deals)
    if deals.height:
        with st.container(border=True, key="card-reviewed-deals"):
            reviewed_deals_list(reviewed_deals_finding(deals), deals)
