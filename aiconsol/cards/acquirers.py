"""Cards on who buys, what it pays, and whom it had invested in before."""

from math import log
from typing import cast

import polars as pl

from aiconsol.charts import theme
from aiconsol.charts.acquirers import acquirer_cells
from aiconsol.charts.label_places import with_label_places
from aiconsol.charts.partners import INVESTED, partner_steps
from aiconsol.charts.prices import LABEL_HEIGHT, LABEL_WIDTHS, MULTIPLES, price_marks
from aiconsol.components.chart_card import Card, Choice, Records
from aiconsol.components.links import with_company_pages
from aiconsol.components.reading import reading
from aiconsol.findings.acquirers import acquirers_finding, acquirers_gaps
from aiconsol.findings.gaps import no_deal_left
from aiconsol.findings.partners import partners_finding
from aiconsol.findings.prices import prices_finding, prices_gaps
from aiconsol.language import _, plural
from aiconsol.queries.acquirers import GROUPS, Axis, acquirer_matrix, left_out_of_matrix
from aiconsol.queries.consolidation import selected_events
from aiconsol.queries.partners import partners_to_owners
from aiconsol.queries.prices import Against, left_out_of_prices, prices_paid
from aiconsol.schema.vocabulary import CONSOLIDATION_STRUCTURES

AXIS = Choice("axis", _("By"), {"year": _("By year"), "segment": _("By segment bought")})
AGAINST = Choice(
    "against",
    _("Against"),
    {"raised": _("Against money raised"), "valuation": _("Against last valuation")},
)
YARDSTICKS = {
    "raised": _("Raised by the target before the deal"),
    "valuation": _("Last valuation before the deal"),
}


def acquirers_card(axis: str = "year") -> Card:
    """Who bought how many companies, when, and of which kind?"""
    now = reading()
    data = now.ask(acquirer_matrix, cast("Axis", axis))
    events = now.ask(selected_events).height
    measures = {
        "year": _("by year of announcement; the year of the register's date is not over."),
        "segment": _("by what the target mainly makes."),
    }
    return Card(
        finding=acquirers_finding(data),
        measure=plural(
            "Consolidation events by the company behind the buyer, {axis} The Magnificent Seven,"
            " Alibaba, Tencent and Baidu first; {count} event.",
            "Consolidation events by the company behind the buyer, {axis} The Magnificent Seven,"
            " Alibaba, Tencent and Baidu first; {count} events.",
            events,
            axis=measures[axis],
        ),
        spec=theme.spec(acquirer_cells, axis, _occurring(GROUPS, data["group"])),
        datasets={"acquirers": data},
        table=data.filter(data["events"] > 0).drop("place", "group").rename({"cell": axis}),
        records=Records("consolidation_events", selected_events),
        gaps=acquirers_gaps(now.ask(left_out_of_matrix)),
        nothing=no_deal_left(events),
    )


def prices_card(against: str = "raised") -> Card:
    """What did acquirers pay for every dollar raised, or of the last valuation?"""
    now = reading()
    data = now.ask(prices_paid, cast("Against", against))
    left_out = now.ask(left_out_of_prices, cast("Against", against))
    events = int(left_out["events"][0])
    no_pair = _("No deal of this selection has both a known price and this yardstick.")
    return Card(
        finding=prices_finding(data, against),
        measure=plural(
            "Value of the deal against {yardstick}, US dollars, log scales, for the {known} of"
            " {count} consolidation event with both known. The lines are equal multiples. A mark"
            " opens its company's profile.",
            "Value of the deal against {yardstick}, US dollars, log scales, for the {known} of"
            " {count} consolidation events with both known. The lines are equal multiples. A mark"
            " opens its company's profile.",
            events,
            yardstick=_("the money raised before")
            if against == "raised"
            else _("the last valuation before"),
            known=data.height,
        ),
        spec=theme.spec(
            price_marks,
            _occurring(CONSOLIDATION_STRUCTURES, data["structure"]),
            YARDSTICKS[against],
        ),
        datasets={"prices": with_company_pages(_named(data), "target", now)},
        table=data.drop("deal_id"),
        records=Records("consolidation_events", selected_events),
        gaps=prices_gaps(left_out, against),
        nothing=no_deal_left(events) or (None if data.height else no_pair),
    )


def partners_card() -> Card:
    """Which companies were taken over by one that had invested in them?"""
    now = reading()
    data = now.ask(partners_to_owners)
    events = now.ask(selected_events)
    none = _(
        "The register knows no takeover of this selection by an earlier investor. Widen the"
        " quarters or add a market."
    )
    return Card(
        finding=partners_finding(data, events),
        measure=plural(
            "Takeovers by a company that had held a stake in the target or taken part in a round"
            " of it, as far as the register's {count} event and rounds say.",
            "Takeovers by a company that had held a stake in the target or taken part in a round"
            " of it, as far as the register's {count} events and rounds say.",
            events.height,
        ),
        spec=theme.spec(
            partner_steps, _occurring((*INVESTED, *CONSOLIDATION_STRUCTURES), data["step"])
        ),
        datasets={"partners": with_company_pages(data, "target", now)},
        table=data.drop("deal_id", "pair", "taken_on", "first_on"),
        records=Records("consolidation_events", selected_events),
        gaps=[
            _(
                "Many investors of a round are never named, so the true number is higher."
                " Suppliers aren't in the register."
            )
        ],
        nothing=no_deal_left(events.height) or (None if data.height else none),
    )


def _occurring(names: tuple[str, ...], column: pl.Series) -> tuple[str, ...]:
    """The names that stand in the column, in their order."""
    occurring = set(column.cast(pl.String))
    return tuple(name for name in names if name in occurring)


def _named(prices: pl.DataFrame) -> pl.DataFrame:
    """The deals, dearest first, with where each name goes; the lines reach beyond the marks."""
    price, yardstick = pl.col("value_usd").log(), pl.col("yardstick_usd").log()
    least = pl.min_horizontal(price.min(), yardstick.min() + log(min(MULTIPLES)))
    most = pl.max_horizontal(price.max(), yardstick.max() + log(max(MULTIPLES)))
    width = yardstick.max() - yardstick.min()
    placed = prices.with_columns(
        across=((yardstick - yardstick.min()) / width).fill_nan(0.5),
        up=(price - least) / (most - least),
        label="target",
    )
    places = with_label_places(placed, LABEL_WIDTHS, LABEL_HEIGHT)
    return places.drop("across", "up", "label")
