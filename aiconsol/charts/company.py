"""A company's course, or two companies', on one time axis; and its peers as bars."""

from functools import partial
from typing import Any, Literal

import altair as alt

from aiconsol.charts import panels, theme
from aiconsol.charts.bars import STEP, named_bars
from aiconsol.charts.links import company_href
from aiconsol.language import _
from aiconsol.wording import capital, word

RAISED_HEIGHT, VALUE_HEIGHT, METRIC_HEIGHT, ROW = 150, 110, 64, 18
NARROW = 560
NAMED_FROM = 0.08
"""A round is named from this part of the most raised on."""
DASHES = [[1, 0], [5, 3]]
Part = Literal["raised", "valued"]
NAMES, FIGURES = "150", "116"


def company_course(
    markets: tuple[str, ...], parts: tuple[Part, ...], rows: int, metrics: tuple[str, ...]
) -> alt.VConcatChart:
    """Panels over one time axis: money raised as steps, valuations, deals and reviews, figures.

    Reads the datasets company_rounds, company_valuations (those that ``parts`` name),
    company_events (``rows`` of them) and company_metrics. ``markets`` are those of the companies,
    the first drawn whole, the second dashed. A point is hollow where the amount is undisclosed, or
    the figure isn't confirmed.
    """
    wanted = [
        *([partial(_raised, markets)] if "raised" in parts else []),
        *([partial(_valued, markets)] if "valued" in parts else []),
        *([partial(_events, rows)] if rows else []),
        *(partial(_figure, markets, metric) for metric in metrics),
    ]
    drawn = [panel(labels=panel is wanted[-1]) for panel in wanted]
    own: dict[str, Any] = dict.fromkeys(("color", "fill", "shape", "strokeDash"), "independent")
    resolve = alt.Resolve(scale=alt.ScaleResolveMap(x="shared", **own))
    return alt.vconcat(*drawn, spacing=14, resolve=resolve)


def _raised(markets: tuple[str, ...], *, labels: bool) -> alt.LayerChart:
    base = alt.Chart(alt.NamedData(name="company_rounds"))
    y = alt.Y("raised_usd:Q", axis=theme.inner_usd_axis(), scale=alt.Scale(zero=True))
    x = _time("announced_on:T", labels=labels)
    steps = base.mark_line(interpolate="step-after", strokeWidth=2).encode(
        x=x, y=y, **_hue(markets)
    )
    points = _points(base, markets, "isValid(datum.amount_usd)").encode(
        x=x,
        y=y,
        tooltip=[
            alt.Tooltip("company:N", title=_("Company")),
            alt.Tooltip("announced_on:T", title=_("Announced"), format="%-d %B %Y"),
            alt.Tooltip("date_precision:N", title=_("Date known to the")),
            alt.Tooltip("stage:N", title=_("Stage")),
            alt.Tooltip("amount_usd:Q", title=_("Amount"), format=theme.USD_EXACT),
            alt.Tooltip("amount_basis:N", title=_("Basis")),
            alt.Tooltip("post_money_usd:Q", title=_("Post-money"), format=theme.USD_EXACT),
            alt.Tooltip("lead_investors:N", title=_("Lead investors")),
            alt.Tooltip("raised_usd:Q", title=_("Raised in total"), format=theme.USD_EXACT),
        ],
    )
    amount = theme.usd_text("datum.amount_usd")
    lead = "isValid(datum.lead_investors) ? ' · ' + split(datum.lead_investors, ';')[0] : ''"
    late = _after("announced_on", 0.3)
    names = (
        base.transform_joinaggregate(most="max(raised_usd)")
        .transform_filter(f"datum.amount_usd >= {NAMED_FROM} * datum.most && datum.most > 0")
        .transform_calculate(name=f"{amount} + ({lead})")
        .mark_text(
            align={"expr": f"{late} ? 'right' : 'left'"},
            baseline="bottom",
            dx={"expr": f"{late} ? -7 : 7"},
            dy=-2,
            fontSize=11,
            opacity={"expr": f"width > {NARROW} ? 0.85 : 0"},
        )
        .encode(x=x, y="raised_usd:Q", text="name:N")
    )
    layers = [steps, points, names, *_names(base, markets, "raised_usd:Q", x)]
    return panels.named_panel(layers, _("Money raised in total"), RAISED_HEIGHT)


def _valued(markets: tuple[str, ...], *, labels: bool) -> alt.LayerChart:
    base = alt.Chart(alt.NamedData(name="company_valuations"))
    y = alt.Y("valuation_usd:Q", axis=theme.inner_usd_axis(tickCount=3), scale=alt.Scale(zero=True))
    x = _time("valued_on:T", labels=labels)
    line = base.mark_line(strokeWidth=1.2, opacity=0.5).encode(x=x, y=y, **_hue(markets))
    points = _points(base, markets, "datum.basis == 'confirmed'").encode(
        x=x,
        y=y,
        tooltip=[
            alt.Tooltip("company:N", title=_("Company")),
            alt.Tooltip("valued_on:T", title=_("Day"), format="%-d %B %Y"),
            alt.Tooltip("date_precision:N", title=_("Date known to the")),
            alt.Tooltip("valuation_usd:Q", title=_("Valuation"), format=theme.USD_EXACT),
            alt.Tooltip("measure:N", title=_("Measure")),
            alt.Tooltip("basis:N", title=_("Basis")),
        ],
    )
    layers = [line, points, *_names(base, markets, "valuation_usd:Q", x)]
    return panels.named_panel(layers, _("Valuation"), VALUE_HEIGHT)


def _events(rows: int, *, labels: bool) -> alt.LayerChart:
    base = alt.Chart(alt.NamedData(name="company_events")).transform_calculate(
        edge="datum.ends_on || datum.starts_on"
    )
    y = alt.Y("row:Q", axis=None, scale=alt.Scale(domain=[rows - 0.5, -0.5], nice=False))
    x = _time("starts_on:T", labels=labels)
    structures = tuple(theme.STRUCTURE_COLOURS)
    colour = alt.Color(
        "structure:N",
        scale=alt.Scale(domain=list(structures), range=list(theme.STRUCTURE_COLOURS.values())),
        legend=None,
    )
    shape = alt.Shape(
        "structure:N",
        scale=alt.Scale(
            domain=list(structures), range=[theme.STRUCTURE_SHAPES[name] for name in structures]
        ),
        legend=None,
    )
    tooltip = [
        alt.Tooltip("company:N", title=_("Company")),
        alt.Tooltip("label:N", title=_("Event")),
        alt.Tooltip("starts_on:T", title=_("From"), format="%-d %B %Y"),
        alt.Tooltip("ends_on:T", title=_("To"), format="%-d %B %Y"),
        alt.Tooltip("date_precision:N", title=_("Date known to the")),
    ]
    grey = theme.MARKET_COLOURS["Other"]
    bars = base.mark_bar(height=6, color=grey, stroke=grey, strokeWidth=2, opacity=0.6).encode(
        x=x, x2="edge:T", y=y, tooltip=tooltip
    )
    is_deal = {"test": "isValid(datum.structure)", "value": 64}
    marks = base.mark_point(filled=True, opacity=0.95).encode(
        x=x,
        y=y,
        color=colour,
        shape=shape,
        size=alt.SizeValue(condition=is_deal, value=0),
        tooltip=tooltip,
    )
    late = _after("starts_on", 0.45)
    look: dict[str, Any] = {"baseline": "middle", "fontSize": 11, "limit": {"expr": "width * 0.62"}}
    # a hidden label holds no words: they would count in the chart's width
    after = base.mark_text(
        align="left", dx=9, text={"expr": f"{late} ? '' : datum.label"}, **look
    ).encode(x=_time("edge:T", labels=labels), y=y, tooltip=tooltip)
    before = base.mark_text(
        align="right", dx=-9, text={"expr": f"{late} ? datum.label : ''"}, **look
    ).encode(x=x, y=y, tooltip=tooltip)
    return panels.named_panel([bars, marks, after, before], _("Deals and reviews"), rows * ROW)


def _figure(markets: tuple[str, ...], metric: str, *, labels: bool) -> alt.LayerChart:
    base = alt.Chart(alt.NamedData(name="company_metrics")).transform_filter(
        f"datum.metric == '{metric}'"
    )
    axis = theme.inner_usd_axis(tickCount=2)
    if not metric.endswith("_usd"):
        axis = theme.inner_usd_axis(tickCount=2, labelExpr="format(datum.value, '.2~s')")
    y = alt.Y("value:Q", axis=axis, scale=alt.Scale(zero=True))
    x = _time("as_of:T", labels=labels)
    joined = 0 if metric == "training_cost_usd" else 0.5
    line = base.mark_line(strokeWidth=1.2, opacity=joined).encode(x=x, y=y, **_hue(markets))
    points = _points(base, markets, "datum.basis == 'confirmed'").encode(
        x=x,
        y=y,
        tooltip=[
            alt.Tooltip("company:N", title=_("Company")),
            alt.Tooltip("as_of:T", title=_("As of"), format="%-d %B %Y"),
            alt.Tooltip("date_precision:N", title=_("Date known to the")),
            alt.Tooltip("value:Q", title=capital(word(metric)), format=theme.COUNT),
            alt.Tooltip("basis:N", title=_("Basis")),
            alt.Tooltip("note:N", title=_("Note")),
        ],
    )
    return panels.named_panel([line, points], capital(word(metric)), METRIC_HEIGHT)


def _time(field: str, *, labels: bool) -> alt.X:
    return theme.panel_time(field, labels=labels)


def _after(field: str, part: float) -> str:
    """A Vega expression: whether the day lies beyond this part of the time shown."""
    first, last = "time(domain('x')[0])", "time(domain('x')[1])"
    return f"(time(datum.{field}) > {first} + {part} * ({last} - {first}))"


def _hue(markets: tuple[str, ...]) -> dict[str, Any]:
    """The market's colour; of two companies the second is dashed, so that two of one part."""
    dashes = alt.Scale(domain=list(range(len(markets))), range=DASHES[: len(markets)])
    return {
        "color": alt.Color("which:N", scale=_colours(markets), legend=None),
        "strokeDash": alt.StrokeDash("which:N", scale=dashes, legend=None),
    }


def _colours(markets: tuple[str, ...]) -> alt.Scale:
    colours = [theme.MARKET_COLOURS[name] for name in markets]
    return alt.Scale(domain=list(range(len(markets))), range=colours)


def _points(base: alt.Chart, markets: tuple[str, ...], filled: str) -> alt.Chart:
    points: alt.Chart = base.mark_point(size=52, strokeWidth=1.6).encode(
        color=alt.Color("which:N", scale=_colours(markets), legend=None),
        fill=alt.Fill("which:N", scale=_colours(markets), legend=None),
        fillOpacity=alt.FillOpacityValue(condition={"test": filled, "value": 1}, value=0),
    )
    return points


def _names(base: alt.Chart, markets: tuple[str, ...], field: str, x: alt.X) -> list[alt.Chart]:
    """The companies' names under their last points, where there are two."""
    if len(markets) == 1:
        return []
    day = str(x.shorthand).removesuffix(":T")
    newest: list[alt.SortField | dict[str, str]] = [alt.SortField(day, order="descending")]
    name: alt.Chart = (
        base.transform_window(back="row_number()", groupby=["company"], sort=newest)
        .transform_filter("datum.back == 1")
        .mark_text(align="right", baseline="top", dy=7, dx=-8, fontSize=12, fontWeight="bold")
        .encode(x=x, y=field, text="company:N", color=_hue(markets)["color"])
    )
    return [name]


def peer_bars(market: str) -> alt.VConcatChart:
    """Bars of the dataset ``company_peers`` by money raised; those chosen are strong."""
    worth = theme.usd_text("datum.last_valuation_usd")
    base = alt.Chart(alt.NamedData(name="company_peers")).transform_calculate(
        size="datum.raised_usd || 0",
        order="-(datum.raised_usd || 0)",
        figure=f"isValid(datum.raised_usd) ? {theme.usd_text('datum.raised_usd')}"
        f" : '{_('amount unknown')}'",
        worth=f"isValid(datum.last_valuation_usd) ? ' · ' + {worth} : ''",
    )
    tooltip = [
        alt.Tooltip("company:N", title=_("Company")),
        alt.Tooltip("raised_usd:Q", title=_("Raised"), format=theme.USD_EXACT),
        alt.Tooltip("rounds:Q", title=_("Rounds"), format=theme.COUNT),
        alt.Tooltip("last_valuation_usd:Q", title=_("Last valuation"), format=theme.USD_EXACT),
        alt.Tooltip("place:Q", title=_("Place by money raised")),
    ]
    bars, figures = named_bars(
        base,
        "company",
        alt.ColorValue(theme.MARKET_COLOURS[market]),
        tooltip,
        names=NAMES,
        figures=FIGURES,
        figure="datum.figure + datum.worth",
    )
    strong = alt.OpacityValue(condition={"test": "datum.is_chosen", "value": 1}, value=0.4)
    layers = [bars.encode(opacity=strong, href=company_href()), figures.encode(href=company_href())]
    return alt.vconcat(alt.LayerChart(layer=layers, height=alt.Step(STEP)))
