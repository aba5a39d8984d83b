"""Funding by quarter: a panel and a scale for each market, or one scale for all."""

from typing import Literal

import altair as alt

from aiconsol.charts import theme
from aiconsol.language import _
from aiconsol.wording import capital, word

Scale = Literal["panels", "linear", "log", "share", "index"]

QUARTER_EDGES = {
    "left": "time(datum.starts_on) + 3 * 864e5",
    "right": "time(datum.ends_on) - 2 * 864e5",
}
PANEL_HEIGHT = 150


def funding_columns(markets: tuple[str, ...], scale: Scale) -> alt.VConcatChart:
    """Columns of the dataset ``funding``, one a quarter; the light part is giant rounds.

    ``panels`` gives each market its own panel and scale over one time axis.
    """
    del scale
    panels = [funding_panel(market, is_last=market == markets[-1]) for market in markets]
    return alt.vconcat(*panels, spacing=14, resolve=theme.SHARED_TIME)


def funding_panel(market: str, *, is_last: bool) -> alt.LayerChart:
    """One market's columns: solid below the giants, light above, outlined where preliminary."""
    colour = theme.MARKET_COLOURS[market]
    base = (
        alt.Chart(alt.NamedData(name="funding"))
        .transform_filter(f"datum.market == '{market}'")
        .transform_calculate(**QUARTER_EDGES, below="datum.funding_usd - datum.giants_usd")
    )
    x = theme.panel_time("left:T", labels=is_last)
    below = base.mark_bar(color=colour).encode(
        x=x,
        x2="right:T",
        y=alt.Y("below:Q", axis=theme.inner_usd_axis()),
        y2=alt.datum(0),
        opacity=theme.preliminary_opacity(),
    )
    giants = base.mark_bar(color=colour, strokeWidth=0).encode(
        x=x,
        x2="right:T",
        y=alt.Y("below:Q"),
        y2="funding_usd:Q",
        opacity=theme.preliminary_opacity(theme.GIANT_OPACITY),
    )
    outline = (
        base.transform_filter("datum.is_preliminary")
        .mark_bar(fill=None, stroke=colour, strokeDash=[3, 2], strokeWidth=1)
        .encode(x=x, x2="right:T", y="funding_usd:Q", y2=alt.datum(0))
    )
    touch = base.mark_bar(opacity=0).encode(
        x=x, x2="right:T", y=alt.value(0), y2=alt.value(PANEL_HEIGHT), tooltip=_tooltip()
    )
    title = _panel_title(market, colour)
    return alt.LayerChart(layer=[below, giants, outline, touch], height=PANEL_HEIGHT, title=title)


def _panel_title(market: str, colour: str) -> alt.TitleParams:
    return alt.TitleParams(
        text=capital(word(market)), anchor="start", color=colour, fontSize=14, offset=4
    )


def _tooltip() -> list[alt.Tooltip]:
    return [
        *theme.quarter_tooltip(),
        alt.Tooltip("funding_usd:Q", title=_("Funding"), format=theme.USD_EXACT),
        alt.Tooltip(
            "giants_usd:Q", title=_("of it rounds of $1 bn or more"), format=theme.USD_EXACT
        ),
        alt.Tooltip("rounds:Q", title=_("Rounds"), format=theme.COUNT),
        alt.Tooltip("known_amounts:Q", title=_("Amounts known"), format=theme.COUNT),
        alt.Tooltip("is_preliminary:N", title=_("Preliminary")),
    ]
