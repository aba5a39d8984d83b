"""The median round of all markets on one axis, and under it the rounds of each."""

import altair as alt

from aiconsol.charts import panels, theme
from aiconsol.charts.lines import NAME_ROOM, market_lines
from aiconsol.language import _

MEDIAN_HEIGHT = 180
ROUNDS_HEIGHT = 90


def rounds_and_median(markets: tuple[str, ...]) -> alt.VConcatChart:
    """Panels of the dataset ``rounds``: median lines, then columns of rounds for each market.

    A median over fewer than five known amounts is hollow; the pale part of a column is rounds of
    undisclosed amount.
    """
    y = alt.Y("firm:Q", axis=theme.inner_usd_axis(), scale=alt.Scale(zero=True))
    lines = market_lines(
        "rounds", "median_usd", markets, y, _tooltip(), thin="datum.is_thin", labels=False
    )
    median = panels.named_panel(lines, _("Median round"), MEDIAN_HEIGHT)
    counted = [_rounds_panel(market, is_last=market == markets[-1]) for market in markets]
    return alt.vconcat(median, *counted, spacing=14, resolve=theme.SHARED_TIME)


def _rounds_panel(market: str, *, is_last: bool) -> alt.LayerChart:
    base = panels.quarters_of("rounds", market)
    x = theme.panel_time("left:T", labels=is_last, right=NAME_ROOM)
    axis = theme.inner_count_axis(tickCount=3)
    colour = theme.MARKET_COLOURS[market]
    known = base.mark_bar(color=colour).encode(
        x=x,
        x2="right:T",
        y=alt.Y("known_amounts:Q", axis=axis),
        y2=alt.datum(0),
        opacity=theme.preliminary_opacity(),
    )
    undisclosed = base.mark_bar(color=colour).encode(
        x=x,
        x2="right:T",
        y="known_amounts:Q",
        y2="rounds:Q",
        opacity=theme.preliminary_opacity(theme.GIANT_OPACITY),
    )
    layers = [
        known,
        undisclosed,
        panels.outline(base, (market,), x, "rounds"),
        panels.touch(panels.worded(base), x, ROUNDS_HEIGHT, _tooltip()),
    ]
    return panels.market_panel(layers, market, ROUNDS_HEIGHT, _("rounds"))


def _tooltip() -> list[alt.Tooltip]:
    return panels.quarter_tooltip(
        alt.Tooltip("rounds:Q", title=_("Rounds"), format=theme.COUNT),
        alt.Tooltip("known_amounts:Q", title=_("Amounts known"), format=theme.COUNT),
        alt.Tooltip("undisclosed:Q", title=_("Amounts undisclosed"), format=theme.COUNT),
        alt.Tooltip("median_usd:Q", title=_("Median of the known"), format=theme.USD_EXACT),
    )
