"""Funding by quarter: a panel and a scale for each market, or one scale for all."""

from typing import Literal

import altair as alt

from aiconsol.charts import panels, theme
from aiconsol.charts.lines import market_lines
from aiconsol.language import _

Scale = Literal["panels", "linear", "log", "share", "index"]

QUARTER_EDGES = panels.QUARTER_EDGES
PANEL_HEIGHT = 150
ONE_HEIGHT = 260


def funding_chart(markets: tuple[str, ...], scale: Scale) -> alt.VConcatChart:
    """Funding by quarter, from the dataset ``funding``; the light part of a column is giants.

    ``panels`` gives each market its own panel and scale over one time axis; ``linear`` and ``log``
    put all on one scale; ``share`` reads funding_shares, ``index`` reads funding_index.
    """
    match scale:
        case "linear":
            return _side_by_side(markets)
        case "log":
            return _log_lines(markets)
        case "share":
            return _stacked_shares(markets)
        case "index":
            return _index_lines(markets)
    drawn = [funding_panel(market, is_last=market == markets[-1]) for market in markets]
    return alt.vconcat(*drawn, spacing=14, resolve=theme.SHARED_TIME)


def funding_panel(market: str, *, is_last: bool, right: int | str = theme.RIGHT) -> alt.LayerChart:
    """One market's columns: solid below the giants, light above, outlined where preliminary."""
    base = panels.quarters_of("funding", market)
    x = theme.panel_time("left:T", labels=is_last, right=right)
    layers = [
        *_columns(base, (market,), x),
        panels.touch(panels.worded(base), x, PANEL_HEIGHT, _tooltip()),
    ]
    return panels.market_panel(layers, market, PANEL_HEIGHT)


def _side_by_side(markets: tuple[str, ...]) -> alt.VConcatChart:
    """The markets' columns side by side within each quarter, on one linear axis."""
    x = theme.panel_time("left:T", labels=True)
    sides = (
        alt.Chart(alt.NamedData(name="funding"))
        .transform_calculate(**panels.QUARTER_EDGES)
        .transform_calculate(
            start="time(datum.left)",
            step=f"(time(datum.right) - time(datum.left)) / {len(markets)}",
            place=f"indexof({list(markets)}, datum.market)",
        )
        .transform_calculate(
            left="datum.start + datum.place * datum.step",
            right="datum.start + (datum.place + 1) * datum.step",
        )
    )
    layers = [
        *_columns(sides, markets, x),
        panels.touch(panels.worded(sides), x, ONE_HEIGHT, _tooltip()),
    ]
    return _alone(layers)


def _columns(base: alt.Chart, markets: tuple[str, ...], x: alt.X) -> list[alt.Chart]:
    hue = panels.hue(markets)
    base = base.transform_calculate(below="datum.funding_usd - datum.giants_usd")
    below = base.mark_bar().encode(
        x=x,
        x2="right:T",
        y=alt.Y("below:Q", axis=theme.inner_usd_axis()),
        y2=alt.datum(0),
        **hue,
        opacity=theme.preliminary_opacity(),
    )
    giants = base.mark_bar().encode(
        x=x,
        x2="right:T",
        y=alt.Y("below:Q"),
        y2="funding_usd:Q",
        **hue,
        opacity=theme.preliminary_opacity(theme.GIANT_OPACITY),
    )
    return [below, giants, panels.outline(base, markets, x, "funding_usd")]


def _log_lines(markets: tuple[str, ...]) -> alt.VConcatChart:
    y = alt.Y("firm:Q", axis=panels.log_axis(), scale=alt.Scale(type="log"))
    layers = market_lines("funding", "funding_usd", markets, y, _tooltip())
    return _alone(layers)


def _stacked_shares(markets: tuple[str, ...]) -> alt.VConcatChart:
    tooltip = [*_tooltip(), alt.Tooltip("share:Q", title=_("Share"), format=".1%")]
    columns = (
        alt.Chart(alt.NamedData(name="funding_shares"))
        .transform_calculate(**QUARTER_EDGES, **panels.QUARTER_WORDS)
        .transform_calculate(place=f"indexof({list(markets)}, datum.market)")
        .transform_stack(
            stack="share",
            groupby=["quarter"],
            as_=["lower", "upper"],
            sort=[alt.SortField("place")],
        )
        .mark_bar()
        .encode(
            x=theme.panel_time("left:T", labels=True),
            x2="right:T",
            y=alt.Y("lower:Q", axis=panels.share_axis(), scale=alt.Scale(domain=[0, 1])),
            y2="upper:Q",
            **panels.hue(markets),
            opacity=theme.preliminary_opacity(),
            tooltip=tooltip,
        )
    )
    return _alone([columns])


def _index_lines(markets: tuple[str, ...]) -> alt.VConcatChart:
    tooltip = panels.quarter_tooltip(
        alt.Tooltip("index:Q", title=_("Index"), format=",.0f"),
        alt.Tooltip(
            "four_quarters_usd:Q",
            title=_("Funding of the four quarters to this one"),
            format=theme.USD_EXACT,
        ),
    )
    axis = panels.log_axis(labelExpr="format(datum.value, ',~g')")
    y = alt.Y("firm:Q", axis=axis, scale=alt.Scale(type="log"))
    layers = market_lines("funding_index", "index", markets, y, tooltip)
    return _alone(layers)


def _alone(layers: list[alt.Chart]) -> alt.VConcatChart:
    """The layers as the one panel of a concatenated chart: its height holds under a legend."""
    panel = alt.LayerChart(layer=layers, height=ONE_HEIGHT)
    return alt.vconcat(panel, resolve=theme.SHARED_TIME)


def _tooltip() -> list[alt.Tooltip]:
    return panels.quarter_tooltip(
        alt.Tooltip("funding_usd:Q", title=_("Funding"), format=theme.USD_EXACT),
        alt.Tooltip(
            "giants_usd:Q", title=_("of it rounds of $1 bn or more"), format=theme.USD_EXACT
        ),
        alt.Tooltip("rounds:Q", title=_("Rounds"), format=theme.COUNT),
        alt.Tooltip("known_amounts:Q", title=_("Amounts known"), format=theme.COUNT),
    )
