"""Who stands behind a company, and its records."""

import streamlit as st

from aiconsol.cards.company import totals
from aiconsol.components.card_head import nothing_shown
from aiconsol.components.reading import reading
from aiconsol.components.record_card import record_card, records_and_csv
from aiconsol.findings.company import backers_finding
from aiconsol.language import _
from aiconsol.queries.backers import company_backers
from aiconsol.queries.profile import (
    Ids,
    profile_deals,
    profile_metrics,
    profile_reviews,
    profile_rounds,
    profile_valuations,
)

SHOWN = (
    "investor",
    "investor_kind",
    "investor_country",
    "rounds",
    "rounds_led",
    "first_on",
    "last_on",
    "stake_on",
    "bought_on",
)
RECORDS = {
    "rounds": _("Rounds"),
    "deals": _("Deals"),
    "reviews": _("Reviews"),
    "metrics": _("Figures"),
    "valuations": _("Valuations"),
}
QUERIES = {
    "rounds": profile_rounds,
    "deals": profile_deals,
    "metrics": profile_metrics,
    "valuations": profile_valuations,
}


def backers_card(ids: Ids) -> None:
    """Draws who invested, and who of them later bought the company or took a stake in it."""
    now = reading()
    backers = now.ask(company_backers, ids)
    names = [row["company"] for row in totals(now, ids)]
    said = _(
        "Investors that the rounds name. “Bought” and “strategic stake” are deals of the register;"
        " whether an investor is also a supplier or a customer isn't recorded."
    )
    record_card(
        "backers",
        "investors",
        backers_finding(backers, names),
        backers,
        measure=said,
        nothing=None if backers.height else _("The register has none that the filters admit."),
        columns=SHOWN if len(ids) == 1 else ("company", *SHOWN),
    )


def company_records(ids: Ids) -> None:
    """Draws the records behind the profile, one kind at a time, each with its source."""
    with st.container(border=True, key="card-company-records"):
        _records(ids)


@st.fragment
def _records(ids: Ids) -> None:
    now = reading()
    st.markdown("#### " + _("The records behind it, each with its source"))
    kind = (
        st.segmented_control(
            _("Records"),
            list(RECORDS),
            default="rounds",
            required=True,
            format_func=RECORDS.__getitem__,
            key="company-records",
            label_visibility="collapsed",
        )
        or "rounds"
    )
    names = tuple(row["company"] for row in totals(now, ids))
    records = now.ask(profile_reviews, names) if kind == "reviews" else now.ask(QUERIES[kind], ids)
    if not records.height:
        nothing_shown(_("The register has none that the filters admit."))
        return
    records_and_csv(f"company-{kind}", kind, records.reverse())
