"""What all charts share: one hue per market, structure, outcome; formats, the time axis."""

import json
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import altair as alt

from aiconsol.wording import capital, word

MARKET_COLOURS = {"US": "#2f74c8", "CN": "#d1483f", "Other": "#7f8894"}
STRUCTURE_COLOURS = {
    "acquisition": "#6b7f99",
    "reverse_acquihire": "#e08a00",
    "acquihire": "#3a9b84",
    "merger": "#9a6fc0",
    "asset_purchase": "#5fb0d9",
    "minority_stake": "#b9bec7",
    "ipo": "#2e8b57",
    "shutdown": "#8a4b4b",
}
STRUCTURE_SHAPES = {
    "acquisition": "circle",
    "reverse_acquihire": "diamond",
    "acquihire": "triangle-up",
    "merger": "square",
    "asset_purchase": "cross",
    "minority_stake": "circle",
    "ipo": "triangle-right",
    "shutdown": "triangle-down",
}
OUTCOME_COLOURS = {
    "open": "#7f8894",
    "cleared": "#2e8b57",
    "conditions": "#a8862a",
    "not_a_merger": "#a384cf",
    "no_jurisdiction": "#7d5bb0",
    "closed_no_action": "#3a9b84",
    "blocked": "#a3224f",
    "abandoned": "#a0624b",
    "report_published": "#4f7396",
}
INK = "#737d8a"
"""Text beside marks: as readable on a light background as on a dark one."""
PRELIMINARY_OPACITY = 0.45
GIANT_OPACITY = 0.45
GUTTER = 56
RIGHT = 14

USD_LABEL = (
    "datum.value == 0 ? '0'"
    " : abs(datum.value) >= 1e9 ? '$' + format(datum.value/1e9, ',~g') + ' bn'"
    " : abs(datum.value) >= 1e6 ? '$' + format(datum.value/1e6, ',~g') + ' m'"
    " : abs(datum.value) >= 1e3 ? '$' + format(datum.value/1e3, ',~g') + ' k'"
    " : '$' + format(datum.value, ',~g')"
)
USD_EXACT = "$,.0f"
COUNT = ",.0f"
SHARE = ".0%"

SHOWN_DAYS = "(domain('x')[1] - domain('x')[0]) / 864e5"
TICKS = f"{SHOWN_DAYS} > 1200 ? {{interval: 'year', step: 1}} : {{interval: 'month', step: 3}}"
TIME_LABEL = (
    f"{SHOWN_DAYS} > 1200 ? timeFormat(datum.value, '%Y')"
    f" : month(datum.value) == 0 || {SHOWN_DAYS} < 370 ? timeFormat(datum.value, '%Y Q%q')"
    " : 'Q' + quarter(datum.value)"
)

ON_CANVAS = {"usermeta": {"embedOptions": {"renderer": "canvas"}}}
"""Drawn on a canvas, a chart follows new data in a third of the time that SVG takes."""

SHARED_TIME = alt.Resolve(scale=alt.ScaleResolveMap(x="shared"))


@cache
def spec(draw: Callable[..., alt.TopLevelMixin], *options: object) -> str:
    """The chart's Vega-Lite as JSON, composed once for each set of options.

    The tests hold every chart to Vega-Lite's schema; checking it here took more than half of the
    server's start.
    """
    return json.dumps({**draw(*options).to_dict(validate=False), **ON_CANVAS})


def usd_text(of: str) -> str:
    """A Vega expression that writes a sum to three digits: $1.23 bn, $45.6 m."""
    return f"({USD_LABEL.replace('datum.value', of).replace(',~g', ',.3~r')})"


def usd_axis(**more: Any) -> alt.Axis:
    """An axis of dollars: $1.2 bn, $300 m."""
    plain = {"labelExpr": USD_LABEL, "title": None, "tickCount": 4, "domain": False}
    return alt.Axis(**{**plain, **more})


def inner_usd_axis(**more: Any) -> alt.Axis:
    """An axis of dollars with its labels inside the panel, in the gutter of ``panel_time``.

    Streamlit gives each panel of a concatenated chart the full width of the card, so that a label
    outside a panel would be cut.
    """
    return usd_axis(labelAlign="left", labelBaseline="middle", labelPadding=0, ticks=False, **more)


def inner_count_axis(**more: Any) -> alt.Axis:
    """An axis of whole numbers with its labels inside the panel, like ``inner_usd_axis``."""
    plain = {"labelExpr": "format(datum.value, ',')", "tickMinStep": 1}
    return inner_usd_axis(**{**plain, **more})


def panel_time(field: str, *, labels: bool, right: int | str = RIGHT, **axis: Any) -> alt.X:
    """The time axis of one panel of a vertically concatenated chart; only the last has labels.

    ``right`` is the room kept free behind the last quarter: pixels, or an expression of them.
    """
    gutter = alt.Scale(range=[GUTTER, {"expr": f"width - {right}"}])
    return alt.X(field, axis=time_axis(labels=labels, **axis), scale=gutter)


def time_axis(*, labels: bool = True, **more: Any) -> alt.Axis:
    """The time axis shared by all charts of a page: years, and quarters where few are shown."""
    return alt.Axis(
        title=None,
        tickCount={"expr": TICKS},
        labelExpr=TIME_LABEL,
        labels=labels,
        labelOverlap=True,
        grid=True,
        **more,
    )


def market_colour(markets: tuple[str, ...], *, legend: bool = False) -> alt.Color:
    """The markets' hues; the legend only where a direct label doesn't fit."""
    return alt.Color(
        "market:N",
        scale=alt.Scale(domain=list(markets), range=[MARKET_COLOURS[name] for name in markets]),
        legend=market_legend(markets) if legend else None,
    )


def market_legend(markets: tuple[str, ...]) -> alt.Legend:
    """The markets by name, on top."""
    return alt.Legend(title=None, orient="top", labelExpr=labels_of(markets))


def readers_word(names: Sequence[str], of: str) -> str:
    """A Vega expression that turns one of the register's words into the reader's."""
    return f"({json.dumps({name: capital(word(name)) for name in names})})[{of}] || {of}"


def labels_of(names: Sequence[str]) -> str:
    """The same for the labels of an axis or a legend."""
    return readers_word(names, "datum.label")


def preliminary_opacity(certain: float = 1.0) -> alt.OpacityValue:
    """Lighter where the quarter is preliminary."""
    lighter = round(certain * PRELIMINARY_OPACITY, 2)
    condition = {"test": "datum.is_preliminary", "value": lighter}
    return alt.OpacityValue(condition=condition, value=certain)


def structure_colour(structures: tuple[str, ...]) -> alt.Color:
    """The structures' hues, with a legend on top in the reader's words."""
    return alt.Color(
        "structure:N",
        scale=alt.Scale(
            domain=list(structures), range=[STRUCTURE_COLOURS[name] for name in structures]
        ),
        legend=alt.Legend(
            title=None,
            orient="top",
            labelExpr=labels_of(structures),
            columns={"expr": "width < 480 ? 2 : 0"},
        ),
    )


def outcome_scale() -> alt.Scale:
    """The hues of a review's outcomes."""
    return alt.Scale(domain=list(OUTCOME_COLOURS), range=list(OUTCOME_COLOURS.values()))
