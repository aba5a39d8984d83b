"""Reverse acquihires and acquisitions as two strips over one axis, each with its median."""

from typing import Any, Literal

import altair as alt

from aiconsol.charts import panels, theme
from aiconsol.charts.links import company_href
from aiconsol.language import _
from aiconsol.wording import capital, word

Figure = Literal["raised_multiple", "valuation_multiple", "months", "age_years"]

HEIGHT = 176
ROWS = 11
STRIPS = ("reverse_acquihire", "acquisition")
WIDE = "width > 560"
NAME_ROOM = 150
MULTIPLES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
TIMES_LABEL = "format(datum.value, ',~g') + '×'"


def takeover_strips(figure: Figure) -> alt.VConcatChart:
    """A mark a deal of the dataset ``takeovers`` for which ``figure`` is known.

    Multiples stand on a logarithmic axis with a line at one. The rule is the median, named with
    its count; reverse acquihires bear their targets' names.
    """
    strips = [_strip(structure, figure) for structure in STRIPS]
    return alt.vconcat(*strips, spacing=10, resolve=theme.SHARED_TIME)


def _strip(structure: str, figure: Figure) -> alt.LayerChart:
    colour = theme.STRUCTURE_COLOURS[structure]
    base = (
        alt.Chart(alt.NamedData(name="takeovers"))
        .transform_filter(f"datum.structure == '{structure}' && isValid(datum.{figure})")
        .transform_window(turn="row_number()", sort=[alt.SortField(figure)])
        .transform_calculate(row=f"2 + (datum.turn * 4) % {ROWS}")
    )
    labels = structure == STRIPS[-1]
    x = _across(figure, figure, labels=labels)
    y = alt.Y("row:Q", axis=None, scale=alt.Scale(domain=[ROWS + 2, 0], nice=False, zero=False))
    marks = base.mark_point(
        shape=theme.STRUCTURE_SHAPES[structure], filled=True, size=80, color=colour, opacity=0.85
    ).encode(x=x, y=y, href=company_href(), tooltip=_tooltip())
    late = f"scale('x', datum.{figure}) > width - {NAME_ROOM}"
    names = base.mark_text(
        align={"expr": f"{late} ? 'right' : 'left'"},
        baseline="middle",
        dx={"expr": f"{late} ? -8 : 8"},
        fontSize={"expr": f"{WIDE} ? 11 : 0"},
        color=colour,
    ).encode(x=x, y=y, text="target:N", href=company_href())
    one = [_at_one(figure, labels=labels)] if figure.endswith("multiple") else []
    title = f"{capital(word(structure))}s"
    layers = [*one, marks, names, *_median(base, figure, colour, labels=labels)]
    return panels.named_panel(layers, title, HEIGHT, colour)


def _across(field: str, figure: Figure, *, labels: bool) -> alt.X:
    is_multiple = figure.endswith("multiple")
    span: list[Any] = [12, {"expr": "width - 14"}]
    if is_multiple:
        edges = alt.Scale(type="log", nice=False, padding=8, range=span)
        more: dict[str, Any] = {"labelExpr": TIMES_LABEL, "values": list(MULTIPLES)}
    else:
        edges = alt.Scale(zero=True, nice=True, range=span)
        more = {"tickMinStep": 1, "tickCount": 6}
    axis = alt.Axis(title=None, labels=labels, domain=False, **more)
    return alt.X(f"{field}:Q", scale=edges, axis=axis)


def _at_one(figure: Figure, *, labels: bool) -> alt.Chart:
    """The line at which the price equals what it is measured against."""
    line: alt.Chart = (
        alt.Chart(alt.NamedData(name="takeovers"))
        .transform_aggregate(deals="count()")
        .transform_calculate(one="1")
        .mark_rule(strokeDash=[2, 3], opacity=0.6, color=theme.MARKET_COLOURS["Other"])
        .encode(x=_across("one", figure, labels=labels))
    )
    return line


def _median(base: alt.Chart, figure: Figure, colour: str, *, labels: bool) -> list[alt.Chart]:
    number = "format(datum.middle, '.2~r') + '×'" if figure.endswith("multiple") else _unit(figure)
    text = _("median {number}, of {count}", number="§", count="¤")
    said = "'" + text.replace("§", f"' + {number} + '").replace("¤", "' + datum.deals + '") + "'"
    middle = (
        base.transform_aggregate(middle=f"median({figure})", deals="count()")
        .transform_filter("datum.deals > 0")
        .transform_calculate(said=said)
    )
    at = _across("middle", figure, labels=labels)
    rule = middle.mark_rule(color=colour, strokeWidth=2)
    name = middle.mark_text(
        align="left", baseline="top", dx=5, fontSize=12, fontWeight="bold", color=colour
    ).encode(y=alt.value(0), text="said:N")
    return [rule.encode(x=at), name.encode(x=at)]


def _unit(figure: Figure) -> str:
    unit = _("months") if figure == "months" else _("years")
    return f"format(datum.middle, '.0f') + ' {unit}'"


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("target:N", title=_("Target")),
        alt.Tooltip("acquirer:N", title=_("Acquirer")),
        alt.Tooltip("announced_on:T", title=_("Announced"), format="%-d %B %Y"),
        alt.Tooltip("value_usd:Q", title=_("Value"), format=theme.USD_EXACT),
        alt.Tooltip("raised_multiple:Q", title=_("Price ÷ money raised"), format=".2~f"),
        alt.Tooltip("valuation_multiple:Q", title=_("Price ÷ last valuation"), format=".2~f"),
        alt.Tooltip("months:Q", title=_("Months since the last round"), format=theme.COUNT),
        alt.Tooltip("age_years:Q", title=_("Age of the company, years"), format=theme.COUNT),
    ]
