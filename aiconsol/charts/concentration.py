"""How concentrated each market's money is, quarter by quarter."""

import json
from typing import Literal

import altair as alt

from aiconsol.charts import panels, theme
from aiconsol.language import _

Figure = Literal["five_largest_share", "herfindahl"]

HEIGHT = 130


def concentration_columns(markets: tuple[str, ...], figure: Figure) -> alt.VConcatChart:
    """Columns of the dataset ``concentration`` from 0 to 1, a panel a market; thin ones pale."""
    drawn = [_panel(market, figure, is_last=market == markets[-1]) for market in markets]
    return alt.vconcat(*drawn, spacing=14, resolve=theme.SHARED_TIME)


def _panel(market: str, figure: Figure, *, is_last: bool) -> alt.LayerChart:
    base = panels.quarters_of("concentration", market)
    x = theme.panel_time("left:T", labels=is_last)
    axis = panels.share_axis(".0%" if figure == "five_largest_share" else ".2~f")
    y = alt.Y(f"{figure}:Q", axis=axis, scale=alt.Scale(domain=[0, 1]))
    layers = [
        *panels.columns(base, market, x, y, thin="datum.is_thin"),
        panels.touch(_worded(base), x, HEIGHT, _tooltip()),
    ]
    return panels.market_panel(layers, market, HEIGHT)


def _worded(base: alt.Chart) -> alt.Chart:
    said = f"datum.is_thin ? {json.dumps(_('yes'))} : {json.dumps(_('no'))}"
    rows: alt.Chart = panels.worded(base).transform_calculate(thin_name=said)
    return rows


def _tooltip() -> list[alt.Tooltip]:
    return panels.quarter_tooltip(
        alt.Tooltip("five_largest_share:Q", title=_("Share of the five largest"), format=".1%"),
        alt.Tooltip("five_largest_usd:Q", title=_("Five largest"), format=theme.USD_EXACT),
        alt.Tooltip("funding_usd:Q", title=_("Funding"), format=theme.USD_EXACT),
        alt.Tooltip("herfindahl:Q", title=_("Herfindahl index"), format=".3f"),
        alt.Tooltip("known_amounts:Q", title=_("Amounts known"), format=theme.COUNT),
        alt.Tooltip("companies:Q", title=_("Companies"), format=theme.COUNT),
        alt.Tooltip("thin_name:N", title=_("Thin: fewer than ten amounts")),
    )
