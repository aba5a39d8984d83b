"""What a reverse acquihire is, what it pays and to whom, deal by deal and beside acquisitions."""

import streamlit as st

from aiconsol.charts import theme
from aiconsol.charts.takeovers import Figure, takeover_strips
from aiconsol.components.card_head import nothing_shown
from aiconsol.components.chart_card import Card, Choice, Records
from aiconsol.components.deal_panels import claims_list, deal_panels_grid
from aiconsol.components.evidence import evidence
from aiconsol.components.links import with_company_pages
from aiconsol.components.reading import reading
from aiconsol.findings.deal_panels import deal_panels
from aiconsol.findings.gaps import nothing_left
from aiconsol.findings.reverse import claims
from aiconsol.findings.takeovers import compared_finding, compared_gaps
from aiconsol.language import _, plural
from aiconsol.queries.policy import policy_events_on
from aiconsol.queries.takeovers import (
    compared_deals,
    panels_of_deals,
    records_after,
    reverse_acquihires,
    reviews_of_reverse,
    takeovers_compared,
)

FIGURE = Choice(
    "figure",
    _("Figure"),
    {
        "raised_multiple": _("Price ÷ raised"),
        "valuation_multiple": _("Price ÷ valuation"),
        "months": _("Since last round"),
        "age_years": _("Age"),
    },
)


def explanation() -> None:
    """Draws five sentences on what the structure is and why it is used, each with its sources."""
    now = reading()
    said = claims(
        now.ask(panels_of_deals),
        now.ask(reviews_of_reverse),
        now.ask(records_after),
        now.ask(policy_events_on, "acquihire"),
    )
    if said:
        claims_list(said)


def panels(first: str | None) -> None:
    """Draws a panel a deal, the deal ``first`` before all others, and the records behind them."""
    now = reading()
    deals = now.ask(panels_of_deals)
    nothing = nothing_left(deals.height)
    if nothing:
        nothing_shown(nothing)
        return
    st.caption(
        plural(
            "{count} deal. {how}",
            "{count} deals, the newest first. {how}",
            deals.height,
            how=_(
                "Bars of money share one scale within a panel, not between panels. What is unknown"
                " says so. Where no source states the money raised, the register's own equity"
                " rounds stand in, as the least that it can be, and their last valuation with"
                " them. Of the filters, structure doesn't apply here."
            ),
        )
    )
    deal_panels_grid(deal_panels(deals, now.ask(reviews_of_reverse), now.ask(records_after)), first)
    evidence("reverse-panels", "deals", reverse_acquihires, (), deals, ())


def compared_card(figure: Figure = "raised_multiple") -> Card:
    """Do reverse acquihires pay more, sooner and for younger companies than acquisitions?"""
    now = reading()
    deals = now.ask(takeovers_compared)
    shown = deals.filter(deals[figure].is_not_null())
    return Card(
        finding=compared_finding(deals, figure),
        measure=_measure(figure, shown.height),
        spec=theme.spec(takeover_strips, figure),
        datasets={"takeovers": with_company_pages(shown, "target", now)},
        table=deals,
        records=Records("deals", compared_deals),
        gaps=compared_gaps(deals, figure),
        nothing=nothing_left(deals.height) or (None if shown.height else _no_figure()),
    )


def _measure(figure: Figure, known: int) -> str:
    measured = {
        "raised_multiple": _(
            "Price of the deal ÷ money that the company had raised, both as sources state them;"
            " log scale, dotted: once the money raised."
        ),
        "valuation_multiple": _(
            "Price of the deal ÷ last valuation before it, both as sources state them; log scale,"
            " dotted: the valuation."
        ),
        "months": _(
            "Months from the last equity round in the register to the announcement of the deal."
        ),
        "age_years": _("Years from the company's foundation to the deal."),
    }
    marks = plural(
        "{count} deal of the years that saw a reverse acquihire; the rule is the median.",
        "{count} deals of the years that saw a reverse acquihire, a mark each; the rule is the"
        " median.",
        known,
    )
    return f"{measured[figure]} {marks}"


def _no_figure() -> str:
    return _("For none of these deals is the figure known. Choose another, or widen the quarters.")
