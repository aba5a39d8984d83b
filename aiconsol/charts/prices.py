"""Price paid against money raised or last valuation, with lines of equal multiple."""

import json
from typing import Literal

import altair as alt

from aiconsol.charts import theme
from aiconsol.charts.label_places import placed_names
from aiconsol.charts.links import company_href
from aiconsol.language import _

HEIGHT = 460
MULTIPLES = (0.5, 1, 2)
PADDING = 44
ABOVE, BELOW = 26, 110
"""Pixels between the marks and the upper edge; and the lower one, the axis and legend included."""

LABEL_WIDTHS = {"label_narrow": 150, "label_middle": 400, "label_wide": 720}
LABEL_HEIGHT = HEIGHT - ABOVE - BELOW
"""The least room between the outermost marks that the places of the names need."""


def price_marks(structures: tuple[str, ...], yardstick: str) -> alt.LayerChart:
    """A mark a deal of the dataset ``prices``, by structure, on two logarithmic axes.

    ``yardstick`` names the horizontal axis. A mark above the line of 1× was dearer than it.
    """
    kind = theme.readers_word(structures, "datum.structure")
    base = alt.Chart(alt.NamedData(name="prices"), height=HEIGHT).transform_calculate(kind=kind)
    x, y = _across("yardstick_usd:Q", yardstick), _up("value_usd:Q")
    shape = alt.Shape(
        "structure:N",
        scale=alt.Scale(
            domain=list(structures), range=[theme.STRUCTURE_SHAPES[name] for name in structures]
        ),
        legend=alt.Legend(title=None, orient="top", labelExpr=theme.labels_of(structures)),
    )
    marks = base.mark_point(filled=True, size=90, opacity=0.85).encode(
        x=x,
        y=y,
        color=theme.structure_colour(structures),
        shape=shape,
        tooltip=_tooltip(yardstick),
        href=company_href(),
    )
    names = placed_names(base, "target", f"(width - {2 * PADDING})", LABEL_WIDTHS).encode(
        x=x, y=y, href=company_href(), tooltip=_tooltip(yardstick)
    )
    return alt.LayerChart(layer=[*_lines(yardstick), marks, names])


def _lines(yardstick: str) -> list[alt.Chart]:
    """A line for each multiple over the whole of the yardsticks shown, named at its start."""
    label = json.dumps(_("{multiple}×", multiple="{0}"))
    base = (
        alt.Chart(alt.NamedData(name="prices"), height=HEIGHT)
        .transform_aggregate(least="min(yardstick_usd)", most="max(yardstick_usd)")
        .transform_calculate(multiple=json.dumps(MULTIPLES))
        .transform_flatten(["multiple"])
        .transform_calculate(
            low="datum.least * datum.multiple",
            high="datum.most * datum.multiple",
            name=f"replace({label}, '{{0}}', datum.multiple)",
        )
    )
    rules = base.mark_rule(strokeDash=[4, 3], opacity=0.55).encode(
        x=_across("least:Q", yardstick), x2="most:Q", y=_up("low:Q"), y2="high:Q"
    )
    names = base.mark_text(align="right", baseline="middle", dx=-4, fontWeight="bold").encode(
        x=_across("least:Q", yardstick), y=_up("low:Q"), text="name:N"
    )
    return [rules, names]


def _across(field: str, yardstick: str) -> alt.X:
    scale = alt.Scale(type="log", nice=False, padding=PADDING)
    return alt.X(field, scale=scale, axis=_axis(yardstick, orient="bottom"))


def _up(field: str) -> alt.Y:
    scale = alt.Scale(type="log", nice=False, padding=ABOVE)
    return alt.Y(field, scale=scale, axis=_axis(_("Price paid"), orient="left"))


def _axis(title: str, orient: Literal["bottom", "left"]) -> alt.Axis:
    power = "abs(log(datum.value) / LN10 - round(log(datum.value) / LN10)) < 1e-6"
    return theme.usd_axis(
        orient=orient,
        title=title,
        tickCount=8,
        labelExpr=f"{power} ? ({theme.USD_LABEL}) : ''",
        gridOpacity={"condition": {"test": power, "value": 1}, "value": 0},
    )


def _tooltip(yardstick: str) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("target:N", title=_("Target")),
        alt.Tooltip("acquirer:N", title=_("Acquirer")),
        alt.Tooltip("announced_on:T", title=_("Announced")),
        alt.Tooltip("kind:N", title=_("Structure")),
        alt.Tooltip("value_usd:Q", title=_("Price paid"), format=theme.USD_EXACT),
        alt.Tooltip("value_basis:N", title=_("Basis")),
        alt.Tooltip("yardstick_usd:Q", title=yardstick, format=theme.USD_EXACT),
        alt.Tooltip("multiple:Q", title=_("Multiple"), format=".2~f"),
    ]
