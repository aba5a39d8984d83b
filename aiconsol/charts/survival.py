"""How long companies stay private and independent: survival curves with their bands."""

import json
from typing import Any

import altair as alt

from aiconsol.charts import panels, theme
from aiconsol.charts.lines import NAME_ROOM, line_names
from aiconsol.language import _
from aiconsol.wording import capital, word

HEIGHT = 250
END_HEIGHT = 130
ROW = 17
YEAR = 4
LAST = 160
BAND = 0.14
SHORT = {"US": _("US"), "CN": _("China"), "Other": _("Other")}


def survival_curves(markets: tuple[str, ...]) -> alt.VConcatChart:
    """Steps of the dataset ``curves`` with their bands, and under them how many were followed."""
    curves = panels.named_panel(_steps(markets, "concat_0_y", [0, 1]), "", HEIGHT)
    return alt.vconcat(curves, _followed(markets), spacing=10, resolve=theme.SHARED_TIME)


def end_curves(markets: tuple[str, ...], ends: tuple[str, ...]) -> alt.VConcatChart:
    """A panel and a scale for each end, from the dataset ``curves``, and the numbers followed."""
    drawn = [
        panels.named_panel(
            _steps(markets, f"concat_{place}_y", None, end), capital(word(end)), END_HEIGHT
        )
        for place, end in enumerate(ends)
    ]
    below = _followed(markets, ends[0])
    return alt.vconcat(*drawn, below, spacing=12, resolve=theme.SHARED_TIME)


def _steps(
    markets: tuple[str, ...], scale: str, domain: list[int] | None, end: str | None = None
) -> list[alt.Chart]:
    base = _of_end(end).transform_filter("datum.is_drawn")
    named = base.transform_calculate(value="datum.share", middle="datum.quarters")
    colour = theme.market_colour(markets)
    x = _since("quarters:Q", labels=False)
    limits: dict[str, Any] = {"domain": domain} if domain else {}
    y = alt.Y(
        "share:Q",
        axis=alt.Axis(
            title=None,
            format=theme.SHARE,
            tickCount=4,
            domain=False,
            labelAlign="left",
            labelBaseline="middle",
            labelPadding=0,
            ticks=False,
        ),
        scale=alt.Scale(zero=True, **limits),
    )
    names = {market: capital(word(market)) for market in markets}
    steps: dict[str, Any] = {"interpolate": "step-after"}
    return [
        base.mark_area(opacity=BAND, **steps).encode(x=x, y="low:Q", y2="high:Q", color=colour),
        base.mark_line(strokeWidth=2, **steps).encode(x=x, y=y, color=colour),
        base.mark_point(size=90, opacity=0).encode(
            x=x, y="share:Q", color=colour, tooltip=_tooltip()
        ),
        line_names(named, _since("middle:Q", labels=False), names, colour, scale=scale),
    ]


def _followed(markets: tuple[str, ...], end: str | None = None) -> alt.LayerChart:
    """How many companies were still followed, a row a market, every fourth quarter."""
    base = _of_end(end).transform_filter(f"datum.quarters % {YEAR} == 0")
    x = _since("quarters:Q", labels=True)
    y = alt.Y("market:N", axis=None, sort=list(markets))
    colour = theme.market_colour(markets)
    style: dict[str, Any] = {"fontSize": 11, "baseline": "middle"}
    names = (
        base.transform_filter("datum.quarters == 0")
        .transform_calculate(name=f"({json.dumps(SHORT)})[datum.market]")
        .mark_text(align="left", fontWeight="bold", **style)
        .encode(x=alt.value(0), y=y, text="name:N", color=colour)
    )
    counts = base.mark_text(**style).encode(
        x=x, y=y, text=alt.Text("at_risk:Q", format=theme.COUNT), color=colour
    )
    return panels.named_panel(
        [counts, names], _("Companies still followed"), ROW * (len(markets) + 1)
    )


def _of_end(end: str | None) -> alt.Chart:
    base = alt.Chart(alt.NamedData(name="curves"))
    return base.transform_filter(f"datum.end == '{end}'") if end else base


def _since(field: str, *, labels: bool) -> alt.X:
    """Quarters since the first large round, in the gutter that all panels of a card share."""
    return alt.X(
        field,
        axis=alt.Axis(
            title=_("Quarters since the first such round") if labels else None,
            values=list(range(0, LAST, YEAR)),
            labels=labels,
            format="d",
            domain=False,
            grid=not labels,
        ),
        scale=alt.Scale(
            range=[theme.GUTTER, {"expr": f"width - {NAME_ROOM}"}], nice=False, zero=True
        ),
    )


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("market:N", title=_("Market")),
        alt.Tooltip("quarters:Q", title=_("Quarters since the first such round")),
        alt.Tooltip("share:Q", title=_("Estimated share"), format=".1%"),
        alt.Tooltip("low:Q", title=_("95% band from"), format=".1%"),
        alt.Tooltip("high:Q", title=_("to"), format=".1%"),
        alt.Tooltip("at_risk:Q", title=_("Companies still followed"), format=theme.COUNT),
        alt.Tooltip("ended:Q", title=_("Ended in this quarter"), format=theme.COUNT),
    ]
