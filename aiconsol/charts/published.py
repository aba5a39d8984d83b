"""Publishers' totals as points, joined where one source gives them, and the register's own sum."""

from typing import Any, Literal

import altair as alt

from aiconsol.charts import panels, theme
from aiconsol.language import _
from aiconsol.schema.vocabulary import AGGREGATE_SCOPES
from aiconsol.wording import capital, word

Figure = Literal["usd", "count", "share"]

HEIGHT = 210
COVERAGE_HEIGHT = 150
WIDE = 560
NAME_ROOM = f"(width < {WIDE} ? {theme.RIGHT} : 150)"
GREY = "#7f8894"
REGION_HEIGHT = 100
SCOPE_SHAPES = ("circle", "diamond", "triangle-up", "square")
MIDDLE = {"middle": "(time(datum.starts_on) + time(datum.ends_on)) / 2"}


def published_chart(markets: tuple[str, ...]) -> alt.VConcatChart:
    """A panel a market: the datasets ``published`` (grey), its ``labels``, and ``register``."""
    drawn = [_market_panel(market, is_last=market == markets[-1]) for market in markets]
    return alt.vconcat(*drawn, spacing=16, resolve=theme.SHARED_TIME)


def coverage_chart(markets: tuple[str, ...]) -> alt.VConcatChart:
    """A panel a market: register ÷ publisher, from the dataset ``published``, on a log axis."""
    drawn = [_coverage_panel(market, is_last=market == markets[-1]) for market in markets]
    return alt.vconcat(*drawn, spacing=16, resolve=theme.SHARED_TIME)


def measure_chart(regions: tuple[str, ...], figure: Figure) -> alt.VConcatChart:
    """A panel for each region of the dataset ``measure``, on one axis of time."""
    drawn = [_measure_panel(region, figure, is_last=region == regions[-1]) for region in regions]
    return alt.vconcat(*drawn, spacing=12, resolve=theme.SHARED_TIME)


def early_stage_chart() -> alt.VConcatChart:
    """Deals as the publisher counts them (``early_totals``), above the register's (``early``)."""
    published = (
        alt.Chart(alt.NamedData(name="early_totals"))
        .transform_filter("datum.metric == 'deal_count'")
        .transform_calculate(**panels.QUARTER_EDGES)
    )
    register = alt.Chart(alt.NamedData(name="early")).transform_calculate(**panels.QUARTER_EDGES)
    tooltip = [
        alt.Tooltip("publisher:N", title=_("Publisher")),
        alt.Tooltip("period:N", title=_("Period")),
        alt.Tooltip("value:Q", title=_("Deals"), format=theme.COUNT),
        alt.Tooltip("note:N", title=_("Note")),
    ]
    above = [*_counted(published, "value", GREY, tooltip, labels=False)]
    own = [
        alt.Tooltip("quarter:N", title=_("Quarter")),
        alt.Tooltip("rounds:Q", title=_("Rounds"), format=theme.COUNT),
        alt.Tooltip("is_preliminary:N", title=_("Preliminary")),
    ]
    below = [*_counted(register, "rounds", theme.MARKET_COLOURS["US"], own, labels=True)]
    return alt.vconcat(
        panels.named_panel(above, _("Deals, early-stage generative AI, as published"), 110),
        panels.named_panel(below, _("Seed and series A rounds of all US AI, in the register"), 110),
        spacing=16,
        resolve=theme.SHARED_TIME,
    )


def _counted(
    base: alt.Chart, field: str, colour: str, tooltip: list[alt.Tooltip], *, labels: bool
) -> list[alt.Chart]:
    x = theme.panel_time("left:T", labels=labels)
    bars = base.mark_bar(color=colour).encode(
        x=x,
        x2="right:T",
        y=alt.Y(f"{field}:Q", axis=theme.inner_count_axis(), scale=alt.Scale(zero=True)),
        y2=alt.datum(0),
        opacity=theme.preliminary_opacity(),
        tooltip=tooltip,
    )
    middle = base.transform_calculate(**MIDDLE).transform_filter(f"datum.{field} > 0")
    figures = middle.mark_text(baseline="bottom", dy=-3, fontSize=11, color=colour).encode(
        x=theme.panel_time("middle:T", labels=labels), y=f"{field}:Q", text=f"{field}:Q"
    )
    return [bars, figures]


def _market_panel(market: str, *, is_last: bool) -> alt.LayerChart:
    x = theme.panel_time("middle:T", labels=is_last, right=NAME_ROOM)
    axis = panels.log_axis()
    y = alt.Y("published_usd:Q", axis=axis, scale=alt.Scale(type="log"))
    base = _of("published", market)
    spans = base.transform_aggregate(
        low="min(published_usd)", high="max(published_usd)", groupby=["middle"]
    )
    band = spans.mark_rule(color=GREY, opacity=0.18, strokeWidth=10).encode(
        x=x, y=alt.Y("low:Q"), y2="high:Q"
    )
    lines = base.mark_line(color=GREY, strokeWidth=1, opacity=0.7).encode(
        x=x, y=y, detail="series:N"
    )
    points = base.mark_point(color=GREY, filled=True, size=38).encode(
        x=x, y=y, opacity=theme.preliminary_opacity(), tooltip=_total_tooltip()
    )
    layers = [band, lines, points, *_register(market, x), *_names(market, x)]
    return panels.market_panel(layers, market, HEIGHT)


def _register(market: str, x: alt.X) -> list[alt.Chart]:
    colour = theme.MARKET_COLOURS[market]
    base = _of("register", market).transform_filter("datum.register_usd > 0")
    y = alt.Y("register_usd:Q")
    tooltip = [
        alt.Tooltip("period:N", title=_("Period")),
        alt.Tooltip("register_usd:Q", title=_("Register"), format=theme.USD_EXACT),
        alt.Tooltip("rounds:Q", title=_("Rounds"), format=theme.COUNT),
        alt.Tooltip("is_preliminary:N", title=_("Preliminary")),
    ]
    return [
        base.transform_filter("!datum.is_preliminary")
        .mark_line(color=colour, strokeWidth=2.5)
        .encode(x=x, y=y),
        base.mark_point(color=colour, filled=True, size=60, shape="square").encode(
            x=x, y=y, opacity=theme.preliminary_opacity(), tooltip=tooltip
        ),
    ]


def _names(market: str, x: alt.X) -> list[alt.Chart]:
    """Names beside the last points, at the heights that the dataset ``labels`` gives them."""
    style: dict[str, Any] = {
        "align": "left",
        "baseline": "middle",
        "dx": 9,
        "fontSize": {"expr": f"width < {WIDE} ? 0 : 11"},
    }
    return [
        _of("labels", market)
        .transform_filter(f"datum.is_register == {own}")
        .mark_text(color=colour, **style)
        .encode(x=x, y="label_usd:Q", text="name:N")
        for own, colour in (("false", GREY), ("true", theme.MARKET_COLOURS[market]))
    ]


def _coverage_panel(market: str, *, is_last: bool) -> alt.LayerChart:
    colour = theme.MARKET_COLOURS[market]
    x = theme.panel_time("middle:T", labels=is_last)
    base = _of("published", market).transform_filter("datum.coverage > 0")
    y = alt.Y(
        "coverage:Q",
        scale=alt.Scale(type="log", domain=[0.05, 5], clamp=True),
        axis=panels.share_axis(".0%", values=[0.1, 0.25, 0.5, 1, 2, 4]),
    )
    whole = (
        alt.Chart(alt.NamedData(name="published"))
        .transform_aggregate(n="count()")
        .mark_rule(strokeDash=[4, 3], color=GREY)
        .encode(y=alt.datum(1))
    )
    spans = base.transform_aggregate(low="min(coverage)", high="max(coverage)", groupby=["middle"])
    band = spans.mark_rule(color=colour, opacity=0.2, strokeWidth=12).encode(
        x=x, y=alt.Y("low:Q"), y2="high:Q"
    )
    points = base.mark_point(color=colour, filled=True, size=46).encode(
        x=x, y=y, opacity=theme.preliminary_opacity(), tooltip=_total_tooltip()
    )
    return panels.market_panel([whole, band, points], market, COVERAGE_HEIGHT)


def _measure_panel(region: str, figure: Figure, *, is_last: bool) -> alt.LayerChart:
    colour = theme.MARKET_COLOURS.get(region, GREY)
    x = theme.panel_time("middle:T", labels=is_last)
    base = _of("measure", region).transform_calculate(
        counted=theme.readers_word(AGGREGATE_SCOPES, "datum.scope")
    )
    y = {
        "usd": alt.Y("value:Q", axis=panels.log_axis(), scale=alt.Scale(type="log")),
        "count": alt.Y("value:Q", axis=theme.inner_count_axis(), scale=alt.Scale(zero=True)),
        "share": alt.Y("value:Q", axis=panels.share_axis(), scale=alt.Scale(domain=[0, 1])),
    }[figure]
    form = {"usd": theme.USD_EXACT, "count": theme.COUNT, "share": ".1%"}[figure]
    lines = base.mark_line(color=colour, strokeWidth=1, opacity=0.6).encode(
        x=x, y=y, detail="series:N"
    )
    points = base.mark_point(color=colour, size=40, strokeWidth=1.4).encode(
        x=x,
        y=y,
        shape=alt.Shape(
            "scope:N",
            scale=alt.Scale(domain=list(AGGREGATE_SCOPES), range=list(SCOPE_SHAPES)),
            legend=alt.Legend(
                title=None,
                orient="top",
                labelExpr=theme.labels_of(AGGREGATE_SCOPES),
                columns={"expr": "width < 480 ? 2 : 0"},
            ),
        ),
        tooltip=[
            alt.Tooltip("publisher:N", title=_("Publisher")),
            alt.Tooltip("counted:N", title=_("What is counted")),
            alt.Tooltip("period:N", title=_("Period")),
            alt.Tooltip("value:Q", title=_("Value"), format=form),
            alt.Tooltip("source_name:N", title=_("Source")),
            alt.Tooltip("note:N", title=_("Note")),
        ],
    )
    return panels.named_panel([lines, points], capital(word(region)), REGION_HEIGHT, colour)


def _of(dataset: str, market: str) -> alt.Chart:
    """The market's rows, each at the middle of its period."""
    return (
        alt.Chart(alt.NamedData(name=dataset))
        .transform_filter(f"datum.market == '{market}'")
        .transform_calculate(**MIDDLE)
    )


def _total_tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("publisher:N", title=_("Publisher")),
        alt.Tooltip("period:N", title=_("Period")),
        alt.Tooltip("published_usd:Q", title=_("Published"), format=theme.USD_EXACT),
        alt.Tooltip("register_usd:Q", title=_("Register"), format=theme.USD_EXACT),
        alt.Tooltip("coverage:Q", title=_("Register ÷ published"), format=".0%"),
        alt.Tooltip("source_name:N", title=_("Source")),
        alt.Tooltip("note:N", title=_("Note")),
        alt.Tooltip("is_preliminary:N", title=_("Preliminary")),
    ]
