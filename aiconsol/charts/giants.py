"""Funding with and without the rounds of a billion dollars or more."""

from typing import Any, Literal

import altair as alt

from aiconsol.charts import panels, theme
from aiconsol.charts.lines import DOT, LINE_HEIGHT
from aiconsol.language import _

View = Literal["both", "without", "share"]

HEIGHT = 160
NAME_ROOM = 80
PARTS = {
    "without": "datum.funding_usd - datum.giants_usd",
    "share": "datum.funding_usd > 0 ? datum.giants_usd / datum.funding_usd : null",
}


def giants_chart(markets: tuple[str, ...], view: View) -> alt.VConcatChart:
    """Panels of the dataset ``funding``, one a market.

    ``both`` draws two lines on a log axis, the band between them the giants; ``without`` draws
    columns of the rest, ``share`` columns of the giants' share.
    """
    draw = _lines if view == "both" else _columns
    drawn = [draw(market, view, is_last=market == markets[-1]) for market in markets]
    return alt.vconcat(*drawn, spacing=14, resolve=theme.SHARED_TIME)


def _columns(market: str, view: View, *, is_last: bool) -> alt.LayerChart:
    base = panels.quarters_of("funding", market).transform_calculate(**PARTS)
    x = theme.panel_time("left:T", labels=is_last)
    y = alt.Y("without:Q", axis=theme.inner_usd_axis())
    if view == "share":
        y = alt.Y("share:Q", axis=panels.share_axis(), scale=alt.Scale(domain=[0, 1]))
    layers = [
        *panels.columns(base, market, x, y),
        panels.touch(panels.worded(base), x, HEIGHT, _tooltip()),
    ]
    return panels.market_panel(layers, market, HEIGHT)


def _lines(market: str, view: View, *, is_last: bool) -> alt.LayerChart:
    del view
    colour = theme.MARKET_COLOURS[market]
    base = (
        panels.quarters_of("funding", market)
        .transform_calculate(**PARTS)
        .transform_calculate(
            middle="(time(datum.left) + time(datum.right)) / 2",
            total="datum.funding_usd > 0 ? datum.funding_usd : null",
            rest="datum.without > 0 ? datum.without : null",
            firm_total="datum.is_preliminary ? null : datum.total",
            firm_rest="datum.is_preliminary ? null : datum.rest",
        )
    )
    x = theme.panel_time("middle:T", labels=is_last, right=NAME_ROOM)
    across = theme.panel_time("left:T", labels=is_last, right=NAME_ROOM)
    y = alt.Y("firm_total:Q", axis=panels.log_axis(), scale=alt.Scale(type="log"))
    band = base.mark_area(color=colour, opacity=0.16).encode(x=x, y=y, y2="firm_rest:Q")
    lines = [
        base.mark_line(color=colour, strokeWidth=2).encode(x=x, y=y),
        base.mark_line(color=colour, strokeWidth=1.5, strokeDash=[4, 3]).encode(
            x=x, y="firm_rest:Q"
        ),
    ]
    points = [
        base.transform_filter(f"isValid(datum.{field})")
        .mark_point(color=colour, filled=filled, size=DOT, strokeWidth=1.5)
        .encode(x=x, y=f"{field}:Q", opacity=theme.preliminary_opacity())
        for field, filled in (("total", True), ("rest", False))
    ]
    touch = panels.touch(panels.worded(base), across, HEIGHT, _tooltip())
    return panels.market_panel(
        [band, *lines, *points, *_names(base, x, market), touch], market, HEIGHT
    )


def _names(base: alt.Chart, x: alt.X, market: str) -> list[alt.Chart]:
    """The lines' names beside the last quarter with money, moved apart where they would overlap."""
    last = (
        base.transform_filter("isValid(datum.total)")
        .transform_window(
            last="row_number()", sort=[alt.SortField("starts_on", order="descending")]
        )
        .transform_filter("datum.last == 1")
    )
    style: dict[str, Any] = {"align": "left", "baseline": "middle", "dx": 8, "fontSize": 11}
    colour = theme.MARKET_COLOURS[market]
    return [
        last.mark_text(color=colour, dy=-LINE_HEIGHT // 2, **style).encode(
            x=x, y="total:Q", text=alt.value(_("all rounds"))
        ),
        last.transform_filter("isValid(datum.rest)")
        .mark_text(color=colour, dy=LINE_HEIGHT // 2, **style)
        .encode(x=x, y="rest:Q", text=alt.value(_("below $1 bn"))),
    ]


def _tooltip() -> list[alt.Tooltip]:
    return panels.quarter_tooltip(
        alt.Tooltip("funding_usd:Q", title=_("Funding"), format=theme.USD_EXACT),
        alt.Tooltip("without:Q", title=_("Without rounds of $1 bn or more"), format="$,.0f"),
        alt.Tooltip("giants_usd:Q", title=_("Rounds of $1 bn or more"), format=theme.USD_EXACT),
        alt.Tooltip("share:Q", title=_("Their share"), format=".1%"),
    )
