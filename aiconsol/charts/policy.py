"""Events in law and policy in lanes by jurisdiction and kind, funding faint behind them."""

import altair as alt

from aiconsol.charts import panels, theme
from aiconsol.language import _
from aiconsol.schema.vocabulary import POLICY_KINDS
from aiconsol.wording import JURISDICTION_NAMES, capital, jurisdiction_name, word

LANE_HEIGHT = 27
NAME_SIZE = 11
NAME_DEPTH, MARK_DEPTH = 0.27, 0.7
"""How far below its upper edge a lane has its name and its marks, of its height."""
COUNT_ROOM = 30
Lane = tuple[str, str]
"""A jurisdiction and a kind of event."""


def policy_lanes(markets: tuple[str, ...], elsewhere: tuple[Lane, ...]) -> alt.VConcatChart:
    """Panels of the datasets ``policies`` and ``funding`` over one time axis.

    The US and China have the same lanes, one a kind, so that an empty one can be seen; behind
    them stands the market's funding where it is among ``markets``. ``elsewhere`` are the lanes of
    the last panel, in order.
    """
    kinds = {code: tuple((code, kind) for kind in POLICY_KINDS) for code in ("US", "CN")}
    drawn = [
        _panel(code, lanes, is_last=code == "CN" and not elsewhere, has_funding=code in markets)
        for code, lanes in kinds.items()
    ]
    if elsewhere:
        drawn.append(_panel("Other", elsewhere, is_last=True, has_funding=False))
    return alt.vconcat(*drawn, spacing=14, resolve=theme.SHARED_TIME)


def _panel(
    code: str, lanes: tuple[Lane, ...], *, is_last: bool, has_funding: bool
) -> alt.LayerChart:
    names = [f"{jurisdiction} {kind}" for jurisdiction, kind in lanes]
    events = (
        alt.Chart(alt.NamedData(name="policies"))
        .transform_calculate(lane_name="datum.jurisdiction + ' ' + datum.kind")
        .transform_calculate(place=f"indexof({names}, datum.lane_name)")
        .transform_filter("datum.place >= 0")
    )
    colour = theme.MARKET_COLOURS[code]
    layers: list[alt.Chart | alt.LayerChart] = [
        *([_funding(code, is_last=is_last)] if has_funding else []),
        alt.LayerChart(
            layer=[_marks(events, lanes, colour, is_last=is_last), _counts(events, lanes, colour)]
        ),
    ]
    title = _("Elsewhere") if code == "Other" else capital(word(code))
    panel = panels.named_panel(layers, title, LANE_HEIGHT * len(lanes), colour)
    resolved: alt.LayerChart = panel.resolve_scale(y="independent")
    return resolved


def _funding(market: str, *, is_last: bool) -> alt.LayerChart:
    """The market's funding as a faint area from zero, as high as the panel; no axis of its own.

    The line is dashed, without area, over preliminary quarters.
    """
    base = (
        panels.quarters_of("funding", market)
        .transform_window(next="lead(is_preliminary)", sort=[alt.SortField("starts_on")])
        .transform_calculate(middle="(time(datum.left) + time(datum.right)) / 2")
        .encode(
            x=_time("middle:T", is_last=is_last),
            y=alt.Y("funding_usd:Q", axis=None, scale=alt.Scale(zero=True, nice=False)),
        )
    )
    complete = base.transform_filter("!datum.is_preliminary")
    tail = base.transform_filter("datum.is_preliminary || datum.next")
    colour = theme.MARKET_COLOURS[market]
    area = complete.mark_area(color=colour, opacity=0.1)
    line = complete.mark_line(color=colour, strokeWidth=1, opacity=0.45)
    uncertain = tail.mark_line(color=colour, strokeWidth=1, opacity=0.45, strokeDash=[3, 3])
    return alt.LayerChart(layer=[area, line, uncertain])


def _time(field: str, *, is_last: bool) -> alt.X:
    return theme.panel_time(field, labels=is_last, right=COUNT_ROOM)


def _marks(events: alt.Chart, lanes: tuple[Lane, ...], colour: str, *, is_last: bool) -> alt.Chart:
    marks: alt.Chart = (
        events.transform_calculate(
            day="datetime(year(datum.happened_on), month(datum.happened_on),"
            " date(datum.happened_on))",
            row=f"datum.place + {MARK_DEPTH}",
            where=f"({JURISDICTION_NAMES})[datum.jurisdiction] || datum.jurisdiction",
            subject=theme.readers_word(POLICY_KINDS, "datum.kind"),
        )
        .mark_tick(thickness=2, height=12, orient="vertical", color=colour, opacity=0.8)
        .encode(
            x=_time("day:T", is_last=is_last),
            y=_row(lanes),
            tooltip=[
                alt.Tooltip("event:N", title=_("Event")),
                alt.Tooltip("happened_on:T", title=_("Day"), format="%-d %B %Y"),
                alt.Tooltip("date_precision:N", title=_("Date known to the")),
                alt.Tooltip("where:N", title=_("Jurisdiction")),
                alt.Tooltip("subject:N", title=_("Kind")),
            ],
        )
    )
    return marks


def _row(lanes: tuple[Lane, ...]) -> alt.Y:
    scale = alt.Scale(domain=[len(lanes), 0], nice=False, zero=False)
    return alt.Y("row:Q", scale=scale, axis=_lane_axis(lanes))


def _lane_axis(lanes: tuple[Lane, ...]) -> alt.Axis:
    """The lanes' names above their marks, from the left edge on; they need no gutter."""
    names = [
        capital(word(kind))
        if jurisdiction in ("US", "CN")
        else f"{jurisdiction_name(jurisdiction)}: {word(kind)}"
        for jurisdiction, kind in lanes
    ]
    return panels.words_axis(
        values=[place + NAME_DEPTH for place in range(len(lanes))],
        labelExpr=f"{names}[floor(datum.value)]",
        labelFontSize=NAME_SIZE,
        labelLimit=0,
    )


def _counts(events: alt.Chart, lanes: tuple[Lane, ...], colour: str) -> alt.Chart:
    """How many events a lane holds, at its right end."""
    counts: alt.Chart = (
        events.transform_aggregate(count="count()", groupby=["place"])
        .transform_calculate(row=f"datum.place + {MARK_DEPTH}")
        .mark_text(align="right", baseline="middle", fontSize=NAME_SIZE, color=colour)
        .encode(x=alt.value({"expr": "width"}), y=_row(lanes), text="count:Q")
    )
    return counts
