"""Revenue against valuation or money raised, with lines of equal multiple."""

import json

import altair as alt

from aiconsol.charts import theme
from aiconsol.charts.label_places import placed_names
from aiconsol.charts.links import company_href
from aiconsol.language import _
from aiconsol.queries.income import REVENUES
from aiconsol.schema.vocabulary import BASES, MARKETS

HEIGHT = 480
PADDING = 44
ABOVE, BELOW = 26, 110
LABEL_WIDTHS = {"label_narrow": 150, "label_middle": 400, "label_wide": 720}
LABEL_HEIGHT = HEIGHT - ABOVE - BELOW
MULTIPLES = {"valuation": (5, 10, 20, 50, 100), "raised": (1, 2, 5, 10, 20)}
SHAPES = {"US": "circle", "CN": "square", "Other": "triangle-up"}
TITLES = {"valuation": _("Valuation"), "raised": _("Raised by then")}


def income_marks(markets: tuple[str, ...], against: str) -> alt.LayerChart:
    """A mark a company of the dataset ``income`` at its newest date, on two logarithmic axes.

    Against its valuation a thin line leads to the mark from the company's earlier dates. Hollow
    where either figure is an estimate.
    """
    base = _rows()
    x, y = _across("revenue_usd:Q"), _up(f"{against}_usd:Q", against)
    colour = theme.market_colour(markets, legend=len(markets) > 1)
    trail = base.mark_line(strokeWidth=1.5, opacity=0.35).encode(
        x=x, y=y, color=colour, detail="company:N", order="revenue_on:T"
    )
    newest = base.transform_filter("datum.is_newest")
    shape = alt.Shape(
        "market:N",
        scale=alt.Scale(domain=list(markets), range=[SHAPES[name] for name in markets]),
        legend=theme.market_legend(markets) if len(markets) > 1 else None,
    )
    marks = [
        newest.transform_filter(f"{test}(datum.is_estimated)")
        .mark_point(filled=filled, size=80, strokeWidth=1.6, opacity=0.9)
        .encode(x=x, y=y, color=colour, shape=shape, tooltip=_tooltip(against), href=company_href())
        for test, filled in (("!", True), ("", False))
    ]
    names = placed_names(newest, "company", f"(width - {2 * PADDING})", LABEL_WIDTHS).encode(
        x=x, y=y, href=company_href(), tooltip=_tooltip(against)
    )
    return alt.LayerChart(layer=[*_lines(against), trail, *marks, names])


def _rows() -> alt.Chart:
    unknown = json.dumps(_("not known"))
    profit = json.dumps(_("profit of {amount}", amount="AMOUNT"))
    loss = theme.usd_text("datum.loss_usd")
    words = {
        "place": theme.readers_word(MARKETS, "datum.market"),
        "measured": theme.readers_word(REVENUES, "datum.measure"),
        "revenue_known": theme.readers_word(BASES, "datum.revenue_basis"),
        "valuation_known": theme.readers_word(BASES, "datum.valuation_basis"),
        "is_estimated": "datum.revenue_basis == 'estimated'"
        " || datum.valuation_basis == 'estimated'",
        "earned_on": _day("revenue_on"),
        "valued": _day("valued_on"),
        "raised_until": _day("last_round_on"),
        "times": "format(datum.multiple, '.3~r') + '×'",
        "lost": f"!isValid(datum.loss_usd) ? {unknown} : datum.loss_usd < 0"
        f" ? replace({profit}, 'AMOUNT', {theme.usd_text('abs(datum.loss_usd)')})"
        f" : {loss} + ', ' + utcFormat(datum.loss_on, '%Y')",
        "burned": f"!isValid(datum.burn_usd) ? {unknown}"
        f" : {theme.usd_text('datum.burn_usd')} + ', ' + utcFormat(datum.burn_on, '%Y')",
    }
    rows: alt.Chart = alt.Chart(alt.NamedData(name="income"), height=HEIGHT).transform_calculate(
        **words
    )
    return rows


def _day(field: str) -> str:
    return f"isValid(datum.{field}) ? utcFormat(datum.{field}, '%-d %B %Y') : ''"


def _lines(against: str) -> list[alt.Chart]:
    """A line for each multiple over the whole of the revenues shown, named at its start."""
    label = json.dumps(_("{multiple}×", multiple="{0}"))
    base = (
        alt.Chart(alt.NamedData(name="income"), height=HEIGHT)
        .transform_aggregate(least="min(revenue_usd)", most="max(revenue_usd)")
        .transform_calculate(multiple=json.dumps(MULTIPLES[against]))
        .transform_flatten(["multiple"])
        .transform_calculate(
            low="datum.least * datum.multiple",
            high="datum.most * datum.multiple",
            name=f"replace({label}, '{{0}}', datum.multiple)",
        )
    )
    rules = base.mark_rule(strokeDash=[4, 3], opacity=0.45).encode(
        x=_across("least:Q"), x2="most:Q", y=_up("low:Q", against), y2="high:Q"
    )
    names = base.mark_text(align="right", baseline="middle", dx=-4, fontWeight="bold").encode(
        x=_across("least:Q"), y=_up("low:Q", against), text="name:N"
    )
    return [rules, names]


def _across(field: str) -> alt.X:
    scale = alt.Scale(type="log", nice=False, padding=PADDING)
    return alt.X(field, scale=scale, axis=_axis(_("Revenue a year"), "bottom"))


def _up(field: str, against: str) -> alt.Y:
    scale = alt.Scale(type="log", nice=False, padding=ABOVE)
    return alt.Y(field, scale=scale, axis=_axis(TITLES[against], "left"))


def _axis(title: str, orient: str) -> alt.Axis:
    power = "abs(log(datum.value) / LN10 - round(log(datum.value) / LN10)) < 1e-6"
    return theme.usd_axis(
        orient=orient,
        title=title,
        tickCount=8,
        labelExpr=f"{power} ? ({theme.USD_LABEL}) : ''",
        gridOpacity={"condition": {"test": power, "value": 1}, "value": 0},
    )


def _tooltip(against: str) -> list[alt.Tooltip]:
    compared = {
        "valuation": [
            alt.Tooltip("valuation_usd:Q", title=_("Valuation"), format=theme.USD_EXACT),
            alt.Tooltip("valued:N", title=_("Valued on")),
            alt.Tooltip("valuation_known:N", title=_("Basis of the valuation")),
        ],
        "raised": [
            alt.Tooltip("raised_usd:Q", title=_("Raised by then"), format=theme.USD_EXACT),
            alt.Tooltip("raised_until:N", title=_("Last round counted")),
        ],
    }
    return [
        alt.Tooltip("company:N", title=_("Company")),
        alt.Tooltip("place:N", title=_("Market")),
        alt.Tooltip("measured:N", title=_("Measure")),
        alt.Tooltip("revenue_usd:Q", title=_("Revenue"), format=theme.USD_EXACT),
        alt.Tooltip("earned_on:N", title=_("Revenue as of")),
        alt.Tooltip("revenue_known:N", title=_("Basis of the revenue")),
        *compared[against],
        alt.Tooltip("times:N", title=_("Multiple")),
        alt.Tooltip("lost:N", title=_("Net loss of the year")),
        alt.Tooltip("burned:N", title=_("Cash burn of the year")),
    ]
