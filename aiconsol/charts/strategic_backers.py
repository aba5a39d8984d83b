"""A matrix of Chinese companies and those that back them."""

import json

import altair as alt

from aiconsol.charts import theme
from aiconsol.charts.links import company_href
from aiconsol.language import _
from aiconsol.queries.strategic_backers import GROUPS, STATE

NAMES = "(width < 560 ? 110 : 180)"
RAISED = 76
STEP = 24
STATE_NAME = _("State")
HUE = theme.MARKET_COLOURS["CN"]


def backer_cells() -> alt.LayerChart:
    """Cells of the dataset ``backers``, the darker the more rounds, each with their number.

    A ring marks a strategic minority stake. Behind each line stands what the company raised.
    """
    state = json.dumps(STATE_NAME)
    base = alt.Chart(alt.NamedData(name="backers"), height=alt.Step(STEP)).transform_calculate(
        column=f"datum.backer == '{STATE}' ? {state} : datum.backer",
        stake=f"datum.has_stake ? {json.dumps(_('yes'))} : {json.dumps(_('none known'))}",
        money=f"isValid(datum.raised_usd) ? {theme.usd_text('datum.raised_usd')}"
        f" : {json.dumps(_('not known'))}",
    )
    y = alt.Y(
        "company:N",
        sort=alt.EncodingSortField("place", op="min"),
        scale=alt.Scale(paddingInner=0.08),
        axis=alt.Axis(
            title=None,
            labelAlign="left",
            labelPadding=0,
            labelFontSize=12,
            labelLimit={"expr": f"{NAMES} - 8"},
            ticks=False,
            domain=False,
        ),
    )
    x = alt.X(
        "column:O",
        sort=[*GROUPS, STATE_NAME],
        scale=alt.Scale(
            domain=[*GROUPS, STATE_NAME],
            range=[{"expr": NAMES}, {"expr": f"width - {RAISED}"}],
            paddingInner=0.06,
        ),
        axis=alt.Axis(
            title=None,
            orient="top",
            ticks=False,
            domain=False,
            labelPadding=6,
            labelAngle={"expr": "width < 560 ? -90 : 0"},
            labelAlign={"expr": "width < 560 ? 'left' : 'center'"},
            labelBaseline={"expr": "width < 560 ? 'middle' : 'bottom'"},
        ),
    )
    darkness = alt.Scale(domain=[0, 5], range=[0.05, 0.6], clamp=True)
    cells = base.mark_rect(color=HUE).encode(
        x=x,
        y=y,
        opacity=alt.Opacity("rounds:Q", scale=darkness, legend=None),
        tooltip=_tooltip(),
        href=company_href(),
    )
    numbers = (
        base.transform_filter("datum.rounds > 0")
        .mark_text(fontSize=12, baseline="middle")
        .encode(x=x, y=y, text="rounds:Q", tooltip=_tooltip(), href=company_href())
    )
    rings = (
        base.transform_filter("datum.has_stake")
        .mark_point(shape="circle", size=300, strokeWidth=1.5, color=HUE)
        .encode(x=x, y=y, tooltip=_tooltip(), href=company_href())
    )
    raised = (
        base.transform_filter(f"datum.backer == '{STATE}'")
        .mark_text(align="right", baseline="middle", fontSize=12)
        .encode(x=alt.value({"expr": "width - 6"}), y=y, text="money:N")
    )
    return alt.LayerChart(layer=[cells, rings, numbers, raised])


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("company:N", title=_("Company")),
        alt.Tooltip("column:N", title=_("Backer")),
        alt.Tooltip("rounds:Q", title=_("Rounds that name it"), format=theme.COUNT),
        alt.Tooltip("investors:N", title=_("Investors")),
        alt.Tooltip("stake:N", title=_("Strategic stake")),
        alt.Tooltip("money:N", title=_("Raised")),
    ]
