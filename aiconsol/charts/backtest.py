"""How the pressure score would have ranked the companies that were taken over."""

import json
from collections.abc import Mapping
from typing import Any, Literal

import altair as alt

from aiconsol.charts import panels, theme
from aiconsol.charts.lines import NAME_ROOM, line_names
from aiconsol.charts.links import company_href
from aiconsol.language import _

View = Literal["area", "top10", "top20"]

HEIGHT, TAKEN_HEIGHT = 200, 80
FEW = 5
METHOD_COLOURS = {"score": "#a8641f", "oldest": "#7f8894", "random": "#7f8894"}
METHOD_NAMES = {
    "score": _("Pressure score"),
    "oldest": _("Longest quiet"),
    "random": _("Chance"),
}
DASHES = {"score": [1, 0], "oldest": [5, 3], "random": [2, 3]}
RANK_STEP = 50
TICKS = theme.TICKS.replace("> 1200", "> (width < 450 ? 370 : 1200)")


def backtest_chart(view: View) -> alt.VConcatChart:
    """Lines of the dataset ``backtest`` by method over the quarters looked from, and the takeovers.

    ``area`` is the area under the ROC curve, hollow where fewer than five companies were taken;
    ``top10`` and ``top20`` count those of them in the first places.
    """
    base = alt.Chart(alt.NamedData(name="backtest")).transform_calculate(
        **panels.QUARTER_EDGES,
        middle="(time(datum.left) + time(datum.right)) / 2",
        value=f"datum.{view}",
        method_name=f"({json.dumps(METHOD_NAMES)})[datum.method]",
    )
    x = theme.panel_time("middle:T", labels=False, right=NAME_ROOM)
    axis = panels.share_axis(".2~f") if view == "area" else _count_axis()
    limits = alt.Scale(domain=[0, 1]) if view == "area" else alt.Scale(zero=True)
    y = alt.Y(f"{view}:Q", axis=axis, scale=limits)
    colour = alt.Color("method:N", scale=_of(METHOD_COLOURS), legend=None)
    dash = alt.StrokeDash("method:N", scale=_of(DASHES), legend=None)
    lines = base.mark_line(strokeWidth=2).encode(x=x, y=y, color=colour, strokeDash=dash)
    points = [
        base.transform_filter(f"datum.method != 'random' && isValid(datum.{view}) && {test}")
        .mark_point(filled=filled, size=40, strokeWidth=1.5)
        .encode(x=x, y=f"{view}:Q", color=colour, tooltip=_tooltip())
        for test, filled in ((f"datum.taken >= {FEW}", True), (f"datum.taken < {FEW}", False))
    ]
    names = line_names(base, x, METHOD_NAMES, colour, by="method")
    return alt.vconcat(
        panels.named_panel([lines, *points, names], "", HEIGHT),
        _taken(base),
        spacing=12,
        resolve=theme.SHARED_TIME,
    )


def cases_grid() -> alt.LayerChart:
    """Dots of the dataset ``cases`` by quarters before the deal, the larger the higher ranked."""
    base = alt.Chart(alt.NamedData(name="cases"), height=alt.Step(RANK_STEP))
    x = alt.X(
        "quarters_before:O",
        sort="descending",
        axis=alt.Axis(title=_("Quarters before the deal"), labelAngle=0, domain=False, ticks=False),
    )
    y = alt.Y(
        "company:N",
        sort=alt.EncodingSortField("ended_on", op="min"),
        axis=alt.Axis(title=None, domain=False, ticks=False, labelFontSize=12),
    )
    tooltip = [
        alt.Tooltip("company:N", title=_("Company")),
        alt.Tooltip("ended_on:T", title=_("Deal announced"), format="%Y-%m-%d"),
        alt.Tooltip("quarter:N", title=_("Known at the end of")),
        alt.Tooltip("score:Q", title=_("Pressure score"), format=".0f"),
        alt.Tooltip("rank:Q", title=_("Rank"), format=theme.COUNT),
        alt.Tooltip("ranked:Q", title=_("Companies ranked"), format=theme.COUNT),
        alt.Tooltip("known_parts:Q", title=_("Parts known")),
    ]
    higher = "isValid(datum.rank) ? 1 - (datum.rank - 1) / datum.ranked : 0"
    dots = (
        base.transform_filter("isValid(datum.rank)")
        .transform_calculate(higher=higher)
        .mark_circle(color=METHOD_COLOURS["score"], opacity=0.85, yOffset=-9)
        .encode(
            x=x,
            y=y,
            size=alt.Size("higher:Q", scale=alt.Scale(domain=[0, 1], range=[6, 420]), legend=None),
            tooltip=tooltip,
            href=company_href(),
        )
    )
    place = json.dumps(_("{rank} of {ranked}", rank="RANK", ranked="OUT"))
    both = f"replace(replace({place}, 'RANK', datum.rank), 'OUT', datum.ranked)"
    ranks = (
        base.transform_calculate(
            label=f"isValid(datum.rank) ? [toString(datum.rank), {both}] : ['–', '–']"
        )
        .mark_text(
            fontSize=12,
            yOffset=13,
            text={"expr": "width < 620 ? datum.label[0] : datum.label[1]"},
        )
        .encode(x=x, y=y, tooltip=tooltip, href=company_href())
    )
    return alt.LayerChart(layer=[dots, ranks])


def _taken(base: alt.Chart) -> alt.LayerChart:
    """Columns of the companies taken over in the four quarters after each quarter."""
    x = theme.panel_time("left:T", labels=True, right=NAME_ROOM).axis(
        title=None, tickCount={"expr": TICKS}, labelExpr=theme.TIME_LABEL, labelOverlap=True
    )
    columns = (
        base.transform_filter("datum.method == 'score'")
        .mark_bar(color=METHOD_COLOURS["oldest"], opacity=0.6)
        .encode(
            x=x,
            x2="right:T",
            y=alt.Y("taken:Q", axis=_count_axis()),
            y2=alt.datum(0),
            tooltip=_tooltip(),
        )
    )
    return panels.named_panel(
        [columns], _("Companies taken over in the four quarters after"), TAKEN_HEIGHT
    )


def _of(values: Mapping[str, Any]) -> alt.Scale:
    return alt.Scale(domain=list(values), range=list(values.values()))


def _count_axis() -> alt.Axis:
    return alt.Axis(
        title=None,
        tickCount=4,
        tickMinStep=1,
        format=theme.COUNT,
        domain=False,
        ticks=False,
        labelAlign="left",
        labelBaseline="middle",
        labelPadding=0,
    )


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("quarter:N", title=_("Looking from the end of")),
        alt.Tooltip("method_name:N", title=_("Ranked by")),
        alt.Tooltip("area:Q", title=_("Area under the ROC curve"), format=".2f"),
        alt.Tooltip("top10:Q", title=_("Taken among the first ten"), format=".1f"),
        alt.Tooltip("top20:Q", title=_("Taken among the first twenty"), format=".1f"),
        alt.Tooltip("taken:Q", title=_("Taken in the four quarters after"), format=theme.COUNT),
        alt.Tooltip("ranked:Q", title=_("Companies ranked"), format=theme.COUNT),
    ]
