"""Who stands behind a company, and its records."""

import streamlit as st

from aiconsol.cards.company import totals
from aiconsol.components.evidence import download
from aiconsol.components.plain import plain
from aiconsol.components.reading import reading
from aiconsol.components.record_table import record_table
from aiconsol.components.shown_table import shown_table
from aiconsol.export import file_name
from aiconsol.findings.company import backers_finding
from aiconsol.language import _, plural
from aiconsol.queries.backers import company_backers
from aiconsol.queries.profile import (
    Ids,
    profile_deals,
    profile_metrics,
    profile_reviews,
    profile_rounds,
    profile_valuations,
)

FEW = 9
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
    with st.container(border=True, key="card-backers"):
        st.markdown(f"#### {plain(backers_finding(backers, names))}\n:small[:gray[{plain(said)}]]")
        if not backers.height:
            return
        columns = SHOWN if len(ids) == 1 else ("company", *SHOWN)
        shown_table(
            backers,
            _("Investors"),
            key="backers",
            height="content" if backers.height <= FEW else 360,
            columns=columns,
        )
        download(
            "backers-csv",
            plural("{count} investor (CSV)", "{count} investors (CSV)", backers.height),
            backers,
            file_name(now.dataset, "investors", now.filters),
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
        st.info(
            _("The register has none that the filters admit."), icon=":material/filter_alt_off:"
        )
        return
    record_table(
        f"company-{kind}",
        records.reverse(),
        kind,
        height="content" if records.height <= FEW else 360,
    )
    download(
        f"company-{kind}-csv",
        plural("{count} record (CSV)", "{count} records (CSV)", records.height),
        records,
        file_name(now.dataset, kind, now.filters),
    )
