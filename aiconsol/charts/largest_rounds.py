"""The largest rounds by date and amount, named where there is room."""

import json
from typing import Any

import altair as alt

from aiconsol.charts import theme
from aiconsol.charts.label_places import placed_names
from aiconsol.charts.links import company_href
from aiconsol.language import _
from aiconsol.schema.vocabulary import BASES, MARKETS, STAGES

HEIGHT = 400
PADDING = 14
LABEL_WIDTHS = {"label_narrow": 220, "label_middle": 370, "label_wide": 860}
"""The least width of the plot, without gutter and margins, that a column's places need."""

NOT_KNOWN = json.dumps(_("not known"))
NOT_NAMED = json.dumps(_("none named"))
SHAPES = {"US": "circle", "CN": "square", "Other": "triangle-up"}
MARGINS = theme.GUTTER + theme.RIGHT + 2 * PADDING


def largest_rounds_scatter(markets: tuple[str, ...]) -> alt.VConcatChart:
    """Marks of the dataset ``largest`` at ``drawn_on`` and the amount, on a log axis.

    Hollow where the amount isn't confirmed. The columns of LABEL_WIDTHS say where a name goes.
    """
    base = alt.Chart(alt.NamedData(name="largest")).transform_calculate(
        place=theme.readers_word(MARKETS, "datum.market"),
        stage_name=theme.readers_word(STAGES, "datum.stage"),
        basis=theme.readers_word(BASES, "datum.amount_basis"),
        announced=_day(),
        valuation=f"datum.post_money_usd > 0 ? {theme.usd_text('datum.post_money_usd')}"
        f" : {NOT_KNOWN}",
        lead_investors_named=f"datum.lead_investors || {NOT_NAMED}",
        other_investors_named=f"datum.other_investors || {NOT_NAMED}",
    )
    across: list[Any] = [theme.GUTTER, {"expr": f"width - {theme.RIGHT}"}]
    x = alt.X(
        "drawn_on:T",
        axis=_days(),
        scale=alt.Scale(range=across, nice=False, padding=PADDING),
    )
    y = alt.Y(
        "amount_usd:Q",
        axis=_one_two_five(),
        scale=alt.Scale(type="log", nice=False, padding=PADDING),
    )
    hue = theme.market_colour(markets, legend=len(markets) > 1)
    place: dict[str, Any] = {"x": x, "y": y, "color": hue}
    marks = [
        base.transform_filter(f"datum.amount_basis {test} 'confirmed'")
        .mark_point(filled=filled, size=52, strokeWidth=1.6, opacity=0.8)
        .encode(**place, shape=_shape(markets), tooltip=_tooltip(), href=company_href())
        for test, filled in (("==", True), ("!=", False))
    ]
    panel = alt.LayerChart(layer=[*marks, _names(base, place)], height=HEIGHT)
    return alt.vconcat(panel, resolve=theme.SHARED_TIME)


def _shape(markets: tuple[str, ...]) -> alt.Shape:
    """The markets' shapes, in one legend with their hues."""
    return alt.Shape(
        "market:N",
        scale=alt.Scale(domain=list(markets), range=[SHAPES[name] for name in markets]),
        legend=theme.market_legend(markets) if len(markets) > 1 else None,
    )


def _names(base: alt.Chart, place: dict[str, Any]) -> alt.Chart:
    names = placed_names(base, "company", f"(width - {MARGINS})", LABEL_WIDTHS)
    named: alt.Chart = names.encode(**place, href=company_href(), tooltip=_tooltip())
    return named


def _days() -> alt.Axis:
    """Years, or months and days where the marks are closer together."""
    shown = theme.SHOWN_DAYS
    return alt.Axis(
        title=None,
        tickCount={
            "expr": f"{shown} > 1200 ? {{interval: 'year', step: 1}}"
            f" : {shown} > 250 ? {{interval: 'month', step: 3}}"
            f" : {shown} > 60 ? {{interval: 'month', step: 1}} : 4"
        },
        labelExpr=f"timeFormat(datum.value, {shown} > 1200 ? '%Y'"
        f" : {shown} > 60 ? '%b %Y' : '%-d %b %Y')",
        labelOverlap=True,
    )


def _one_two_five() -> alt.Axis:
    """Names and lines at 1, 2 and 5 of each power of ten alone."""
    digit = "datum.value / pow(10, floor(log(datum.value) / LN10 + 1e-9))"
    is_named = f"indexof([1, 2, 5], round({digit} * 100) / 100) >= 0"
    return theme.inner_usd_axis(
        tickCount=10,
        labelExpr=f"{is_named} ? ({theme.USD_LABEL}) : ''",
        labelOverlap=True,
        gridOpacity={"condition": {"test": is_named, "value": 1}, "value": 0},
    )


def _day() -> str:
    """The day as far as it is known."""
    forms = {"day": "%-d %B %Y", "month": "%B %Y", "quarter": "%Y Q%q"}
    return f"utcFormat(datum.announced_on, ({json.dumps(forms)})[datum.date_precision] || '%Y')"


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("company:N", title=_("Company")),
        alt.Tooltip("native_name:N", title=_("Native name")),
        alt.Tooltip("place:N", title=_("Market")),
        alt.Tooltip("announced:N", title=_("Announced")),
        alt.Tooltip("stage_name:N", title=_("Stage")),
        alt.Tooltip("amount_usd:Q", title=_("Amount"), format=theme.USD_EXACT),
        alt.Tooltip("basis:N", title=_("Basis")),
        alt.Tooltip("valuation:N", title=_("Post-money valuation")),
        alt.Tooltip("lead_investors_named:N", title=_("Lead investors")),
        alt.Tooltip("other_investors_named:N", title=_("Other investors")),
        alt.Tooltip("source_name:N", title=_("Publisher")),
    ]
