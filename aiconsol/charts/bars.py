"""Bars from zero with a name before and a figure behind each, on a scale of the panel's own."""

from collections.abc import Sequence

import altair as alt

from aiconsol.charts.theme import INK

STEP = 25
NAMES_GAP = 8


def named_bars(
    base: alt.Chart,
    field: str,
    hue: alt.Color | alt.ColorValue,
    tooltip: Sequence[alt.Tooltip],
    *,
    names: str,
    figures: str,
    label: str = "datum.label",
    figure: str = "datum.figure",
) -> list[alt.Chart]:
    """Layers over a base with the fields ``size`` and ``order`` (least first).

    ``names`` and ``figures`` are the room for either, as Vega expressions of the width; ``label``
    is one that turns the axis label ``datum.label`` into the reader's words, ``figure`` is one
    for the text behind the bar.
    """
    y = alt.Y(
        f"{field}:N",
        sort=alt.EncodingSortField("order", op="min"),
        axis=alt.Axis(
            title=None,
            labelExpr=label,
            labelAlign="left",
            labelPadding=0,
            labelFontSize=12,
            labelLimit={"expr": f"({names}) - {NAMES_GAP}"},
            ticks=False,
            domain=False,
        ),
    )
    x = alt.X(
        "size:Q",
        axis=None,
        scale=alt.Scale(
            range=[{"expr": names}, {"expr": f"width - ({figures})"}], zero=True, nice=False
        ),
    )
    bars = base.mark_bar(height={"band": 0.7}).encode(
        x=x, x2=alt.datum(0), y=y, color=hue, tooltip=list(tooltip)
    )
    text = base.mark_text(
        color=INK, align="left", baseline="middle", dx=6, fontSize=12, text={"expr": figure}
    ).encode(x=x, y=y, tooltip=list(tooltip))
    return [bars, text]
