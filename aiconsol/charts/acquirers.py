"""A matrix of acquirers: how many companies each bought, by year or by segment."""

from typing import Any, Literal

import altair as alt

from aiconsol.charts import panels, theme
from aiconsol.language import _
from aiconsol.schema.vocabulary import SEGMENTS

Axis = Literal["year", "segment"]
NAMES = 112
TOTALS = 40
STEP = 26
TWO_MORE_LINES = 32
GROUPS = {
    "seven": _("The Magnificent Seven"),
    "three": _("Alibaba, Tencent and Baidu"),
    "others": _("Others, by their number of events"),
}
HUE = theme.STRUCTURE_COLOURS["acquisition"]


def acquirer_cells(axis: Axis, groups: tuple[str, ...]) -> alt.VConcatChart:
    """Cells of the dataset ``acquirers``, the darker the more events, each with its count.

    A panel for each of the ``groups``; the last column is each acquirer's total.
    """
    drawn = [_panel(axis, group, is_first=group == groups[0]) for group in groups]
    return alt.vconcat(*drawn, spacing=10)


def _panel(axis: Axis, group: str, *, is_first: bool) -> alt.LayerChart:
    base = (
        alt.Chart(alt.NamedData(name="acquirers"))
        .transform_filter(f"datum.group == '{group}'")
        .transform_calculate(named=_names(axis, "datum.cell"))
    )
    y = alt.Y(
        "acquirer:N",
        sort=alt.EncodingSortField("place", op="min"),
        scale=alt.Scale(paddingInner=0.08),
        axis=alt.Axis(
            title=None,
            labelAlign="left",
            labelPadding=0,
            labelFontSize=12,
            labelLimit=NAMES - 6,
            ticks=False,
            domain=False,
        ),
    )
    x = alt.X(
        "cell:O",
        sort=None,
        scale=alt.Scale(range=[NAMES, {"expr": f"width - {TOTALS}"}], paddingInner=0.06),
        axis=_columns(axis, labels=is_first),
    )
    darkness = alt.Scale(domainMin=0, range=[0.06, 0.62])
    cells = base.mark_rect(color=HUE).encode(
        x=x,
        y=y,
        opacity=alt.Opacity("events:Q", scale=darkness, legend=None),
        tooltip=_tooltip(axis),
    )
    numbers = (
        base.transform_filter("datum.events > 0")
        .mark_text(fontSize=12, baseline="middle")
        .encode(x=x, y=y, text="events:Q", tooltip=_tooltip(axis))
    )
    totals = (
        base.transform_aggregate(total="max(total)", groupby=["acquirer", "place"])
        .mark_text(align="right", baseline="middle", fontSize=12, fontWeight="bold")
        .encode(x=alt.value({"expr": "width - 6"}), y=y, text="total:Q")
    )
    return panels.named_panel([cells, numbers, totals], GROUPS[group], alt.Step(STEP))


def _columns(axis: Axis, *, labels: bool) -> alt.Axis:
    turned: dict[str, Any] = {
        "labelAngle": {"expr": "width < 640 ? -90 : 0"},
        "labelAlign": {"expr": "width < 640 ? 'left' : 'center'"},
        "labelBaseline": {"expr": "width < 640 ? 'middle' : 'bottom'"},
        "labelPadding": {"expr": f"width < 640 ? 4 : {TWO_MORE_LINES}"},
    }
    return alt.Axis(
        title=None,
        orient="top",
        labels=labels,
        labelExpr=f"split({_names(axis, 'datum.label')}, width < 640 ? '\\n' : ' ')",
        labelLimit=140,
        ticks=False,
        domain=False,
        **(turned if axis == "segment" else {"labelAngle": 0, "labelPadding": 6}),
    )


def _names(axis: Axis, of: str) -> str:
    return of if axis == "year" else theme.readers_word((*SEGMENTS, "unknown"), of)


def _tooltip(axis: Axis) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("acquirer:N", title=_("Acquirer")),
        alt.Tooltip("named:N", title=_("Year") if axis == "year" else _("Segment")),
        alt.Tooltip("events:Q", title=_("Events"), format=theme.COUNT),
        alt.Tooltip("value_usd:Q", title=_("Sum of known values"), format=theme.USD_EXACT),
        alt.Tooltip("known_values:Q", title=_("Values known"), format=theme.COUNT),
        alt.Tooltip("targets:N", title=_("Companies")),
    ]
