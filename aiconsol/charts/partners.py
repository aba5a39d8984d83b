"""From partner to owner: a row a company, its investments and its takeover on one time axis."""

import json

import altair as alt

from aiconsol.charts import theme
from aiconsol.charts.links import company_href
from aiconsol.language import _

STEP = 40
NAME_ROOM = 190
INVESTED = ("joined", "led", "stake")
SHAPES = {"joined": "circle", "led": "square", "stake": "triangle-up", **theme.STRUCTURE_SHAPES}
COLOURS = dict.fromkeys(INVESTED, theme.MARKET_COLOURS["Other"]) | theme.STRUCTURE_COLOURS
MONTH = 30.44 * 864e5


def partner_steps(steps: tuple[str, ...]) -> alt.LayerChart:
    """Steps of the dataset ``partners``: grey where the acquirer invested, coloured where it took.

    ``steps`` are the kinds that occur, investments first.
    """
    months = json.dumps(_("{count} months", count="{0}"))
    base = alt.Chart(alt.NamedData(name="partners"), height=alt.Step(STEP)).transform_calculate(
        **{name: _day(f"{name}_on") for name in ("happened", "taken", "first")},
        kind=theme.readers_word(steps, "datum.step"),
    )
    taken = base.transform_filter("datum.step == datum.structure").transform_calculate(
        middle="(time(datum.first) + time(datum.taken)) / 2",
        lag=f"replace({months}, '{{0}}', round((datum.taken - datum.first) / {MONTH}))",
    )
    y = alt.Y("deal_id:N", sort=None, axis=None)
    way = taken.mark_rule(strokeWidth=2, opacity=0.5).encode(x=_on("first:T"), x2="taken:T", y=y)
    lag = taken.mark_text(baseline="top", dy=5, fontSize=11).encode(
        x=_on("middle:T"), y=y, text="lag:N"
    )
    name = taken.mark_text(
        align={"expr": f"scale('x', datum.taken) < {NAME_ROOM} ? 'left' : 'right'"},
        baseline="bottom",
        dy=-8,
        fontSize=12,
        fontWeight="bold",
    ).encode(x=_on("taken:T"), y=y, text="pair:N", href=company_href())
    marks = base.mark_point(filled=True, size=120, opacity=1).encode(
        x=_on("happened:T"), y=y, **_kinds(steps), tooltip=_tooltip(), href=company_href()
    )
    return alt.LayerChart(layer=[way, lag, marks, name])


def _day(column: str) -> str:
    """The column's calendar day in the reader's own time, as the axis counts it."""
    day = f"datum.{column}"
    return f"datetime(year({day}), month({day}), date({day}))"


def _on(field: str) -> alt.X:
    return alt.X(field, axis=theme.time_axis(), scale=alt.Scale(padding=12))


def _kinds(steps: tuple[str, ...]) -> dict[str, alt.Shape | alt.Color]:
    two = {"expr": "width < 480 ? 2 : 0"}
    legend = alt.Legend(title=None, orient="top", labelExpr=theme.labels_of(steps), columns=two)
    shapes = alt.Scale(domain=list(steps), range=[SHAPES[step] for step in steps])
    colours = alt.Scale(domain=list(steps), range=[COLOURS[step] for step in steps])
    return {
        "shape": alt.Shape("step:N", scale=shapes, legend=legend),
        "color": alt.Color("step:N", scale=colours, legend=legend),
    }


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("target:N", title=_("Target")),
        alt.Tooltip("acquirer:N", title=_("Acquirer")),
        alt.Tooltip("kind:N", title=_("Step")),
        alt.Tooltip("happened:T", title=_("Day"), format="%Y-%m-%d"),
        alt.Tooltip("date_precision:N", title=_("Known to the")),
        alt.Tooltip("amount_usd:Q", title=_("Amount"), format=theme.USD_EXACT),
    ]
