"""The leading chart: funding, consolidation events and rules of both markets on one time axis."""

import altair as alt

from aiconsol.charts import theme
from aiconsol.charts.funding import funding_panel
from aiconsol.language import _

BOUGHT_ROWS = 6
NAME_ROWS = 4
ROW_HEIGHT = 13
NARROW = 620
POLICY_LANES = ("US", "CN", "Other")
BLOCK = 13 * 864e5


def leading_chart(markets: tuple[str, ...]) -> alt.VConcatChart:
    """Panels of the datasets ``funding``, ``events`` and ``policies`` over one time axis.

    A mark is an event; its area grows with the known value, and it is hollow where none is known.
    Reverse acquihires are diamonds in a lane of their own, named where the chart is wide enough.
    """
    panels = [funding_panel(market, is_last=False) for market in markets]
    return alt.vconcat(
        *panels,
        _bought_lane(),
        _reverse_lane(),
        _policy_lane(),
        spacing=10,
        resolve=theme.SHARED_TIME,
    )


def _bought_lane() -> alt.LayerChart:
    events = (
        alt.Chart(alt.NamedData(name="events"))
        .transform_filter("datum.structure != 'reverse_acquihire'")
        .transform_window(place="row_number()", sort=[alt.SortField("announced_on")])
        .transform_calculate(row=f"(datum.place * 5) % {BOUGHT_ROWS}")
    )
    colour = theme.STRUCTURE_COLOURS["acquisition"]
    marks = _event_marks(events, colour, "circle", BOUGHT_ROWS)
    return _lane(marks, _("Bought or merged"), colour, BOUGHT_ROWS * 11)


def _reverse_lane() -> alt.LayerChart:
    events = (
        alt.Chart(alt.NamedData(name="events"))
        .transform_filter("datum.structure == 'reverse_acquihire'")
        .transform_window(place="row_number()", sort=[alt.SortField("announced_on")])
        .transform_calculate(row=f"(datum.place - 1) % {NAME_ROWS}")
    )
    colour = theme.STRUCTURE_COLOURS["reverse_acquihire"]
    marks = _event_marks(events, colour, "diamond", NAME_ROWS)
    late = "datum.announced_on > domain('x')[0] + 0.85 * (domain('x')[1] - domain('x')[0])"
    names = events.mark_text(
        align={"expr": f"{late} ? 'right' : 'left'"},
        dx={"expr": f"{late} ? -9 : 9"},
        fontSize=11,
        opacity={"expr": f"width > {NARROW} ? 1 : 0"},
        color=colour,
    ).encode(x=_event_time(), y=_row(NAME_ROWS), text="target:N")
    layers = [*marks, names]
    return _lane(layers, _("Reverse acquihires"), colour, NAME_ROWS * ROW_HEIGHT)


def _event_marks(events: alt.Chart, colour: str, shape: str, rows: int) -> list[alt.Chart]:
    known = events.transform_filter("datum.value_usd != null").mark_point(
        shape=shape, filled=True, color=colour, opacity=0.7, stroke=colour
    )
    unknown = events.transform_filter("datum.value_usd == null").mark_point(
        shape=shape, filled=False, color=colour, opacity=0.75, size=28, strokeWidth=1.2
    )
    size = alt.Size(
        "value_usd:Q",
        scale=alt.Scale(type="sqrt", domain=[0, 60e9], range=[28, 1400], clamp=True),
        legend=None,
    )
    place = {"x": _event_time(), "y": _row(rows), "tooltip": _event_tooltip()}
    return [known.encode(size=size, **place), unknown.encode(**place)]


def _policy_lane() -> alt.LayerChart:
    policies = alt.Chart(alt.NamedData(name="policies")).transform_calculate(
        row=f"indexof({list(POLICY_LANES)}, datum.lane)",
        left="time(datum.happened_on)",
    )
    ticks = policies.mark_tick(thickness=1.5, height=11, orient="vertical").encode(
        x=theme.panel_time("left:T", labels=True),
        y=_row(len(POLICY_LANES)),
        color=alt.Color(
            "lane:N",
            scale=alt.Scale(
                domain=list(POLICY_LANES),
                range=[theme.MARKET_COLOURS[lane] for lane in POLICY_LANES],
            ),
            legend=None,
        ),
        tooltip=[
            alt.Tooltip("happened_on:T", title=_("Day"), format="%-d %B %Y"),
            alt.Tooltip("jurisdiction:N", title=_("Jurisdiction")),
            alt.Tooltip("kind:N", title=_("Kind")),
            alt.Tooltip("event:N", title=_("Event")),
        ],
    )
    label = f"[{_quoted(_('US'))}, {_quoted(_('China'))}, {_quoted(_('Elsewhere'))}][datum.value]"
    ticks.encoding.y.axis = alt.Axis(
        title=None,
        values=list(range(len(POLICY_LANES))),
        labelExpr=label,
        labelAlign="left",
        labelPadding=0,
        ticks=False,
        domain=False,
        grid=False,
    )
    return _lane([ticks], _("Rules and policy"), theme.MARKET_COLOURS["Other"], 3 * ROW_HEIGHT)


def _lane(layers: list[alt.Chart], title: str, colour: str, height: int) -> alt.LayerChart:
    heading = alt.TitleParams(text=title, anchor="start", color=colour, fontSize=13, offset=4)
    return alt.LayerChart(layer=layers, height=height, title=heading)


def _event_time() -> alt.X:
    return theme.panel_time("announced_on:T", labels=False)


def _row(rows: int) -> alt.Y:
    return alt.Y(
        "row:Q", scale=alt.Scale(domain=[rows - 0.5, -0.5], nice=False, zero=False), axis=None
    )


def _event_tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("target:N", title=_("Target")),
        alt.Tooltip("acquirer:N", title=_("Acquirer")),
        alt.Tooltip("announced_on:T", title=_("Announced"), format="%-d %B %Y"),
        alt.Tooltip("structure:N", title=_("Structure")),
        alt.Tooltip("value_usd:Q", title=_("Value"), format=theme.USD_EXACT),
        alt.Tooltip("status:N", title=_("Status")),
    ]


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'
