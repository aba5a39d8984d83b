"""One market's panel of quarterly columns: frame, columns, and what is uncertain in them."""

import json
from collections.abc import Sequence
from typing import Any

import altair as alt

from aiconsol.charts import theme
from aiconsol.language import _
from aiconsol.schema.vocabulary import MARKETS
from aiconsol.wording import COMPANIES_OF, capital, word

QUARTER_EDGES = {
    "left": "datetime(year(datum.starts_on), month(datum.starts_on), 1)",
    "right": "datetime(year(datum.ends_on), month(datum.ends_on), 26)",
}
"""The sides of a quarter's column.

A day reaches Vega as its midnight by the reader's own clock, and the axis counts by it: read as UTC
it would be the day before, wherever the clock is ahead.
"""

QUARTER_WORDS = {
    "quarter_name": "slice(datum.quarter, 0, 4) + ' ' + slice(datum.quarter, 4)",
    "market_name": theme.readers_word(MARKETS, "datum.market"),
    "preliminary_name": f"datum.is_preliminary ? {json.dumps(_('yes'))} : {json.dumps(_('no'))}",
}
"""A quarter, a market and whether it is preliminary, as ``quarter_tooltip`` shows them."""

THIN_OPACITY = 0.22
NEVER = "false"


def quarters_of(dataset: str, market: str) -> alt.Chart:
    """The market's rows of a quarterly dataset, with the sides of each quarter's column."""
    return (
        alt.Chart(alt.NamedData(name=dataset))
        .transform_filter(f"datum.market == '{market}'")
        .transform_calculate(**QUARTER_EDGES)
    )


def worded(base: alt.Chart) -> alt.Chart:
    """The rows with the words that ``quarter_tooltip`` shows."""
    rows: alt.Chart = base.transform_calculate(**QUARTER_WORDS)
    return rows


def quarter_tooltip(*more: alt.Tooltip) -> list[alt.Tooltip]:
    """What a quarter's column says of itself, over rows that are ``worded``."""
    return [
        alt.Tooltip("quarter_name:N", title=_("Quarter")),
        alt.Tooltip("market_name:N", title=_("Market")),
        *more,
        alt.Tooltip("preliminary_name:N", title=_("Preliminary")),
    ]


def columns(
    base: alt.Chart, market: str, x: alt.X, y: alt.Y, *, thin: str = NEVER
) -> list[alt.Chart]:
    """Columns from zero: lighter and dashed where preliminary, pale and outlined where thin.

    ``thin`` is a test in Vega's words of what rests on too little.
    """
    paler = [
        {"test": thin, "value": THIN_OPACITY},
        {"test": "datum.is_preliminary", "value": theme.PRELIMINARY_OPACITY},
    ]
    solid = base.mark_bar(color=theme.MARKET_COLOURS[market]).encode(
        x=x,
        x2="right:T",
        y=y,
        y2=alt.datum(0),
        opacity=alt.OpacityValue(condition=paler, value=1),
    )
    field = str(y.shorthand).removesuffix(":Q")
    return [solid, outline(base, (market,), x, field, thin=thin)]


def outline(
    base: alt.Chart, markets: tuple[str, ...], x: alt.X, field: str, *, thin: str = NEVER
) -> alt.Chart:
    """The outline of what is uncertain: dashed where preliminary, whole where thin."""
    dashed = {"test": "datum.is_preliminary", "value": [3, 2]}
    drawn = {"test": f"datum.{field} > 0 && (datum.is_preliminary || {thin})", "value": 1}
    drawing: alt.Chart = base.mark_bar(filled=False, strokeWidth=1).encode(
        x=x,
        x2="right:T",
        y=f"{field}:Q",
        y2=alt.datum(0),
        **hue(markets),
        strokeDash=alt.StrokeDashValue(condition=dashed, value=[1, 0]),
        opacity=alt.OpacityValue(condition=drawn, value=0),
    )
    return drawing


def hue(markets: tuple[str, ...]) -> dict[str, Any]:
    """The colour channel: the hue of one market; of several, by market, with a legend."""
    if len(markets) == 1:
        return {"color": alt.value(theme.MARKET_COLOURS[markets[0]])}
    return {"color": theme.market_colour(markets, legend=True)}


def touch(base: alt.Chart, x: alt.X, height: int, tooltip: Sequence[alt.Tooltip]) -> alt.Chart:
    """The whole height of a quarter, invisible, which answers with the tooltip."""
    whole: alt.Chart = base.mark_bar(opacity=0).encode(
        x=x, x2="right:T", y=alt.value(0), y2=alt.value(height), tooltip=list(tooltip)
    )
    return whole


def market_panel(
    layers: Sequence[alt.Chart], market: str, height: int | alt.Step, subject: str = ""
) -> alt.LayerChart:
    """The layers as one panel under the market's name, in its colour."""
    name = capital(word(market))
    return named_panel(
        layers, f"{name}: {subject}" if subject else name, height, theme.MARKET_COLOURS[market]
    )


def companies_panel(
    layers: Sequence[alt.Chart], market: str, height: int | alt.Step
) -> alt.LayerChart:
    """The layers as one panel under the words for the market's companies, in its colour."""
    return named_panel(layers, COMPANIES_OF[market], height, theme.MARKET_COLOURS[market])


def named_panel(
    layers: Sequence[alt.Chart | alt.LayerChart],
    name: str,
    height: int | alt.Step,
    colour: str | None = None,
) -> alt.LayerChart:
    """The layers as one panel under a name."""
    more: dict[str, Any] = {"color": colour} if colour else {}
    title = alt.TitleParams(text=name, anchor="start", fontSize=14, offset=4, **more)
    return alt.LayerChart(layer=list(layers), height=height, title=title)


def share_axis(
    form: str = theme.SHARE, values: Sequence[float] = (0, 0.25, 0.5, 0.75, 1)
) -> alt.Axis:
    """An axis of shares, from 0 to 1 where nothing else is said, its labels inside the gutter."""
    return alt.Axis(
        title=None,
        format=form,
        values=list(values),
        domain=False,
        labelAlign="left",
        labelBaseline="middle",
        labelPadding=0,
        ticks=False,
    )


def log_axis(**more: Any) -> alt.Axis:
    """A logarithmic axis of dollars that names the powers of ten alone."""
    power = "abs(log(datum.value) / LN10 - round(log(datum.value) / LN10)) < 1e-6"
    label = more.pop("labelExpr", theme.USD_LABEL)
    return theme.inner_usd_axis(
        tickCount=10,
        labelExpr=f"{power} ? ({label}) : ''",
        gridOpacity={"condition": {"test": power, "value": 1}, "value": 0},
        **more,
    )


def words_axis(**more: Any) -> alt.Axis:
    """An axis of lines whose words stand above their marks, from the left edge on.

    They need no gutter, and are text of the page's own colour.
    """
    return alt.Axis(
        title=None,
        labelAlign="left",
        labelPadding=0,
        labelOverlap=False,
        ticks=False,
        domain=False,
        grid=False,
        **more,
    )
