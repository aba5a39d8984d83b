"""One line a market over one axis, named at its end."""

import json
from collections.abc import Mapping, Sequence

import altair as alt

from aiconsol.charts import theme
from aiconsol.charts.panels import NEVER, QUARTER_EDGES, QUARTER_WORDS
from aiconsol.wording import capital, word

NAME_ROOM = 66
DOT = {"expr": "width < 450 ? 16 : 46"}
LINE_HEIGHT = 15
TWO_LINES = 27
SCALE = "concat_0_y"
"""Vega's name for the scale of the first panel of a concatenated chart."""


def market_lines(
    dataset: str,
    field: str,
    markets: tuple[str, ...],
    y: alt.Y,
    tooltip: Sequence[alt.Tooltip],
    *,
    thin: str = NEVER,
    labels: bool = True,
) -> list[alt.Chart]:
    """Layers: a line and its points over the quarters, broken where the figure is unknown or zero.

    ``y`` is a channel of the field ``firm``. Preliminary quarters are paler, on a dashed line.
    Where ``thin`` holds, a point is hollow and pale, and no line reaches it. The layers belong in
    the first panel of a concatenated chart, in which the names keep apart.
    """
    base = _measured(dataset, field, thin)
    colour = theme.market_colour(markets)
    x = theme.panel_time("middle:T", labels=labels, right=NAME_ROOM)
    across = theme.panel_time("left:T", labels=labels, right=NAME_ROOM)
    span = base.mark_bar(opacity=0).encode(x=across, x2="right:T", y=alt.value(0), y2=alt.value(1))
    line = base.mark_line(strokeWidth=2).encode(x=x, y=y, color=colour)
    tail = base.mark_line(strokeWidth=1.5, strokeDash=[3, 3], opacity=0.6).encode(
        x=x, y="tail:Q", color=colour
    )
    points = [
        base.transform_filter(f"isValid(datum.value) && {test}")
        .mark_point(filled=filled, size=DOT, strokeWidth=1.5)
        .encode(
            x=x,
            y="value:Q",
            color=colour,
            opacity=theme.preliminary_opacity(certain),
            tooltip=list(tooltip),
        )
        for test, filled, certain in ((f"!({thin})", True, 1.0), (f"({thin})", False, 0.6))
    ]
    names = {market: capital(word(market)) for market in markets}
    return [span, line, tail, *points, line_names(base, x, names, colour)]


def _measured(dataset: str, field: str, thin: str) -> alt.Chart:
    """The rows with the value to draw, and which of it a whole or a dashed line may reach."""
    reached = f"datum.{field} > 0 && !({thin}) ? datum.{field} : null"
    return (
        alt.Chart(alt.NamedData(name=dataset))
        .transform_calculate(**QUARTER_EDGES, **QUARTER_WORDS)
        .transform_window(
            next="lead(is_preliminary)", groupby=["market"], sort=[alt.SortField("starts_on")]
        )
        .transform_calculate(
            middle="(time(datum.left) + time(datum.right)) / 2",
            value=f"datum.{field} > 0 ? datum.{field} : null",
            firm=f"datum.is_preliminary ? null : ({reached})",
            tail=f"datum.is_preliminary || datum.next ? ({reached}) : null",
        )
    )


def line_names(
    base: alt.Chart,
    x: alt.X,
    names: Mapping[str, str],
    colour: alt.Color,
    *,
    by: str = "market",
    scale: str = SCALE,
) -> alt.Chart:
    """The lines' names beside their last points, moved apart where they would overlap.

    ``base`` has the fields ``middle``, ``value`` and ``by``, whose values are the keys of
    ``names``; ``scale`` is Vega's name for the panel's own.
    """
    room = TWO_LINES if any(" " in name for name in names.values()) else LINE_HEIGHT
    own, above, top = (f"scale('{scale}', datum.{name})" for name in ("value", "above", "top"))
    higher = f"(isValid(datum.top) ? max({above}, {top} + {room}) : {above})"
    apart = f"isValid(datum.above) ? max(0, {higher} + {room} - {own}) : 0"
    drawn: alt.Chart = (
        base.transform_filter("isValid(datum.value)")
        .transform_window(
            last="row_number()",
            groupby=[by],
            sort=[alt.SortField("middle", order="descending")],
        )
        .transform_filter("datum.last == 1")
        .transform_window(
            window=[
                alt.WindowFieldDef(op="lag", field="value", param=1, **{"as": "above"}),
                alt.WindowFieldDef(op="lag", field="value", param=2, **{"as": "top"}),
            ],
            sort=[alt.SortField("value", order="descending")],
        )
        .transform_calculate(name=f"split(({json.dumps(dict(names))})[datum.{by}], ' ')")
        .mark_text(
            align="left",
            baseline="middle",
            dx=9,
            dy={"expr": apart},
            fontSize=12,
            fontWeight="bold",
        )
        .encode(x=x, y="value:Q", text="name:N", color=colour)
    )
    return drawn
