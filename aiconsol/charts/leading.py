"""The leading chart: funding, consolidation events and rules of both markets on one time axis."""

import json

import altair as alt

from aiconsol.charts import panels, theme
from aiconsol.charts.funding import funding_panel
from aiconsol.charts.links import company_href
from aiconsol.language import _
from aiconsol.schema.vocabulary import CONSOLIDATION_STRUCTURES, POLICY_KINDS
from aiconsol.wording import capital, word

VALUE_HEIGHT = 96
STRIP_ROWS = 4
NAME_ROWS = 7
ROW_HEIGHT = 12
NARROW = 560
POLICY_LANES = ("US", "CN", "Other")
NAME_ROOM = f"(width < {NARROW} ? {theme.RIGHT} : 78)"
DOT = {"expr": f"width < {NARROW} ? 22 : 44"}


def leading_chart(markets: tuple[str, ...]) -> alt.VConcatChart:
    """Panels of the datasets ``funding``, ``events`` and ``policies`` over one time axis.

    A mark is an event, in the hue of the target's market; it stands at its known value on a log
    axis, or hollow in the strip below. Reverse acquihires are diamonds in a lane of their own.
    """
    funding = [funding_panel(market, is_last=False, right=NAME_ROOM) for market in markets]
    lanes = [_valued(), _undisclosed(), _reverse_acquihires(), _policies()]
    return alt.vconcat(*funding, *lanes, spacing=10, resolve=theme.SHARED_TIME)


def _events(test: str) -> alt.Chart:
    return (
        alt.Chart(alt.NamedData(name="events"))
        .transform_filter(test)
        .transform_calculate(kind=theme.readers_word(CONSOLIDATION_STRUCTURES, "datum.structure"))
    )


def _valued() -> alt.LayerChart:
    """Acquisitions, acquihires, mergers and asset purchases of known value."""
    events = _events("datum.structure != 'reverse_acquihire' && datum.value_usd > 0")
    y = alt.Y(
        "value_usd:Q",
        scale=alt.Scale(type="log", domain=[1e6, 4e11], clamp=True),
        axis=theme.inner_usd_axis(values=[1e6, 1e8, 1e10]),
    )
    marks = events.mark_point(shape="circle", filled=True, opacity=0.6, size=DOT).encode(
        x=_time(), y=y, color=_hue(), tooltip=_tooltip(), href=company_href()
    )
    return panels.named_panel([marks], _("Bought or merged, by value"), VALUE_HEIGHT)


def _undisclosed() -> alt.LayerChart:
    """The same of unknown value, in rows that mean nothing but room."""
    test = "datum.structure != 'reverse_acquihire' && !(datum.value_usd > 0)"
    events = _in_rows(_events(test), STRIP_ROWS)
    marks = events.mark_point(
        shape="circle", filled=False, opacity=0.8, size=DOT, strokeWidth=1.2
    ).encode(x=_time(), y=_row(STRIP_ROWS), color=_hue(), tooltip=_tooltip(), href=company_href())
    return panels.named_panel(
        [marks], _("Bought or merged, value undisclosed"), STRIP_ROWS * (ROW_HEIGHT - 2)
    )


def _reverse_acquihires() -> alt.LayerChart:
    events = _in_rows(_events("datum.structure == 'reverse_acquihire'"), NAME_ROWS)
    place = {"x": _time(), "y": _row(NAME_ROWS)}
    marks = events.mark_point(shape="diamond", filled=True, size=60).encode(
        **place, color=_hue(), tooltip=_tooltip(), href=company_href()
    )
    names = events.mark_text(
        align="left",
        baseline="middle",
        dx=8,
        fontSize={"expr": f"width < {NARROW} ? 0 : 11"},
    ).encode(**place, text="target:N", color=_hue(), tooltip=_tooltip(), href=company_href())
    return panels.named_panel([marks, names], _("Reverse acquihires"), NAME_ROWS * ROW_HEIGHT)


def _policies() -> alt.LayerChart:
    policies = alt.Chart(alt.NamedData(name="policies")).transform_calculate(
        row=f"indexof({list(POLICY_LANES)}, datum.lane)",
        left="time(datum.happened_on)",
        kind_name=theme.readers_word(POLICY_KINDS, "datum.kind"),
    )
    names = [capital(word("US")), capital(word("CN")), _("Elsewhere")]
    axis = alt.Axis(
        title=None,
        values=list(range(len(POLICY_LANES))),
        labelExpr=f"{json.dumps(names)}[datum.value]",
        labelAlign="left",
        labelPadding=0,
        labelOverlap=False,
        ticks=False,
        domain=False,
        grid=False,
    )
    lines = policies.mark_tick(thickness=1.5, height=11, orient="vertical").encode(
        x=theme.panel_time("left:T", labels=True, right=NAME_ROOM),
        y=_row(len(POLICY_LANES), axis),
        color=_hue("lane:N"),
        tooltip=[
            alt.Tooltip("happened_on:T", title=_("Day"), format="%-d %B %Y"),
            alt.Tooltip("jurisdiction:N", title=_("Jurisdiction")),
            alt.Tooltip("kind_name:N", title=_("Kind")),
            alt.Tooltip("event:N", title=_("Event")),
        ],
    )
    return panels.named_panel([lines], _("Rules and policy"), len(POLICY_LANES) * ROW_HEIGHT)


def _in_rows(events: alt.Chart, rows: int) -> alt.Chart:
    """The events one row below another in time order, so that neighbours don't cover each other."""
    return events.transform_window(
        place="row_number()", sort=[alt.SortField("announced_on")]
    ).transform_calculate(row=f"(datum.place - 1) % {rows}")


def _hue(field: str = "market:N") -> alt.Color:
    names = list(POLICY_LANES)
    colours = [theme.MARKET_COLOURS[name] for name in names]
    return alt.Color(field, scale=alt.Scale(domain=names, range=colours), legend=None)


def _time() -> alt.X:
    return theme.panel_time("announced_on:T", labels=False, right=NAME_ROOM)


def _row(rows: int, axis: alt.Axis | None = None) -> alt.Y:
    scale = alt.Scale(domain=[rows - 0.5, -0.5], nice=False, zero=False)
    return alt.Y("row:Q", scale=scale, axis=axis)


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("target:N", title=_("Target")),
        alt.Tooltip("acquirer:N", title=_("Acquirer")),
        alt.Tooltip("announced_on:T", title=_("Announced"), format="%-d %B %Y"),
        alt.Tooltip("kind:N", title=_("Structure")),
        alt.Tooltip("value_usd:Q", title=_("Value"), format=theme.USD_EXACT),
        alt.Tooltip("status:N", title=_("Status")),
    ]
