"""The alternative share by count and by known value, and the events behind it."""

import altair as alt

from aiconsol.charts import panels, theme
from aiconsol.language import _

HEIGHT = 120
EVENTS_HEIGHT = 90
LEAST_SPAN = 0.04
"""What the axis of a share reaches at least, also where all shares are zero."""

COLOUR = theme.STRUCTURE_COLOURS["reverse_acquihire"]
DOT = {"expr": "width < 450 ? 16 : 46"}


def alternative_lines() -> alt.VConcatChart:
    """Panels of the dataset ``alternative_share``: two lines of shares, then columns of events.

    A share of fewer than five records is hollow, and no line reaches it; of the columns, which
    count the same four quarters, the dark part is reverse acquihires.
    """
    drawn = [
        panels.named_panel(_line("count", _by_count()), _("Share of the events"), HEIGHT),
        panels.named_panel(_line("value", _by_value()), _("Share of the known value"), HEIGHT),
        panels.named_panel(_events(), _("Events in the four quarters"), EVENTS_HEIGHT),
    ]
    return alt.vconcat(*drawn, spacing=14, resolve=theme.SHARED_TIME)


def _base(measure: str) -> alt.Chart:
    return (
        alt.Chart(alt.NamedData(name="alternative_share"))
        .transform_filter(f"datum.measure == '{measure}'")
        .transform_calculate(**panels.QUARTER_EDGES)
        .transform_window(next="lead(is_preliminary)", sort=[alt.SortField("starts_on")])
        .transform_calculate(
            middle="(time(datum.left) + time(datum.right)) / 2",
            certain="datum.is_thin ? null : datum.share",
        )
        .transform_calculate(
            firm="datum.is_preliminary ? null : datum.certain",
            tail="datum.is_preliminary || datum.next ? datum.certain : null",
        )
    )


def _line(measure: str, tooltip: list[alt.Tooltip]) -> list[alt.Chart]:
    base = _base(measure)
    x = theme.panel_time("middle:T", labels=False)
    across = theme.panel_time("left:T", labels=False)
    per_cent = theme.inner_usd_axis(labelExpr=f"format(datum.value, '{theme.SHARE}')")
    y = alt.Y("firm:Q", axis=per_cent, scale=alt.Scale(zero=True, nice=True))
    least = base.mark_rule(opacity=0).encode(y=alt.datum(LEAST_SPAN))
    span = base.mark_bar(opacity=0).encode(x=across, x2="right:T", y=alt.value(0), y2=alt.value(1))
    line = base.mark_line(strokeWidth=2, color=COLOUR).encode(x=x, y=y)
    tail = base.mark_line(strokeWidth=1.5, strokeDash=[3, 3], opacity=0.6, color=COLOUR)
    points = [
        base.transform_filter(f"isValid(datum.share) && datum.is_thin == {thin}")
        .mark_point(filled=thin == "false", size=DOT, strokeWidth=1.5, color=COLOUR)
        .encode(x=x, y="share:Q", opacity=theme.preliminary_opacity(certain))
        for thin, certain in (("false", 1.0), ("true", 0.6))
    ]
    touch = panels.touch(base, across, HEIGHT, tooltip)
    return [span, least, line, tail.encode(x=x, y="tail:Q"), *points, touch]


def _events() -> list[alt.Chart]:
    base = _base("count")
    x = theme.panel_time("left:T", labels=True)
    y = alt.Y(
        "whole:Q",
        axis=theme.inner_usd_axis(labelExpr="format(datum.value, ',')", tickMinStep=1, tickCount=3),
    )
    opacity = theme.preliminary_opacity()
    whole = base.mark_bar(color=theme.STRUCTURE_COLOURS["acquisition"]).encode(
        x=x, x2="right:T", y=y, y2=alt.datum(0), opacity=theme.preliminary_opacity(0.6)
    )
    part = base.mark_bar(color=COLOUR).encode(
        x=x, x2="right:T", y="part:Q", y2=alt.datum(0), opacity=opacity
    )
    return [whole, part, panels.touch(base, x, EVENTS_HEIGHT, _by_count())]


def _by_count() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("quarter:N", title=_("Four quarters to")),
        alt.Tooltip("share:Q", title=_("Share of reverse acquihires"), format=".1%"),
        alt.Tooltip("part:Q", title=_("Reverse acquihires"), format=theme.COUNT),
        alt.Tooltip("whole:Q", title=_("Consolidation events"), format=theme.COUNT),
        alt.Tooltip("is_preliminary:N", title=_("Preliminary")),
    ]


def _by_value() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("quarter:N", title=_("Four quarters to")),
        alt.Tooltip("share:Q", title=_("Share of reverse acquihires"), format=".1%"),
        alt.Tooltip("part:Q", title=_("Reverse acquihires, known value"), format=theme.USD_EXACT),
        alt.Tooltip("whole:Q", title=_("All events, known value"), format=theme.USD_EXACT),
        alt.Tooltip("records:Q", title=_("Values known"), format=theme.COUNT),
        alt.Tooltip("is_preliminary:N", title=_("Preliminary")),
    ]
