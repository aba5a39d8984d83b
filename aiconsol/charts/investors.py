"""Which part of the rounds, or of the money, certain investors take part in, as far as known."""

import json
from typing import Any, Literal

import altair as alt

from aiconsol.charts import panels, theme
from aiconsol.language import _

Investors = Literal["big_tech", "abroad"]
Figure = Literal["rounds", "money"]

HEIGHT = 130
LABEL_ROOM = 86
UNITS = {"rounds": "rounds", "money": "usd"}
UNKNOWN_COLOUR = "#9aa3af"
WITH = {
    ("big_tech", "US"): _("large tech"),
    ("big_tech", "CN"): _("large tech"),
    ("big_tech", "Other"): _("large tech"),
    ("abroad", "US"): _("from China"),
    ("abroad", "CN"): _("from the US"),
}


def investor_parts(
    markets: tuple[str, ...], investors: Investors, figure: Figure
) -> alt.VConcatChart:
    """Columns of the dataset ``told`` up to the whole: with such an investor, without, unknown."""
    drawn = [_panel(market, investors, figure, is_last=market == markets[-1]) for market in markets]
    return alt.vconcat(*drawn, spacing=14, resolve=theme.SHARED_TIME)


def _panel(market: str, investors: Investors, figure: Figure, *, is_last: bool) -> alt.LayerChart:
    unit = UNITS[figure]
    base = (
        panels.quarters_of("told", market)
        .transform_filter(f"isValid(datum.with_{unit}_share)")
        .transform_calculate(
            part=f"datum.with_{unit}_share", rest=f"1 - datum.unknown_{unit}_share"
        )
    )
    x = theme.panel_time("left:T", labels=is_last, right=LABEL_ROOM)
    own = theme.MARKET_COLOURS[market]
    axis = alt.Y("part:Q", axis=panels.share_axis(), scale=alt.Scale(domain=[0, 1]))
    parts = [
        _part(base, x, axis, "part", 0, color=_hue(market, investors), certain=1),
        _part(base, x, axis, "part", "rest", color=own, certain=0.3),
        _part(base, x, axis, "rest", 1, color=UNKNOWN_COLOUR, certain=0.22),
    ]
    layers = [
        *parts,
        *_names(base, market, investors),
        panels.touch(panels.worded(base), x, HEIGHT, _tooltip(investors)),
    ]
    return panels.companies_panel(layers, market, HEIGHT)


def _hue(market: str, investors: Investors) -> str:
    """The market's own hue; of money from abroad, that of the country it comes from."""
    other = {"US": "CN", "CN": "US"}
    return theme.MARKET_COLOURS[other[market] if investors == "abroad" else market]


def _part(
    base: alt.Chart,
    x: alt.X,
    y: alt.Y,
    first: str,
    second: str | int,
    *,
    color: str,
    certain: float,
) -> alt.Chart:
    paler = [
        {"test": "datum.is_thin", "value": round(certain * panels.THIN_OPACITY * 2, 2)},
        {
            "test": "datum.is_preliminary",
            "value": round(certain * theme.PRELIMINARY_OPACITY, 2),
        },
    ]
    part: alt.Chart = base.mark_bar(color=color).encode(
        x=x,
        x2="right:T",
        y=y.copy(deep=False) if first == "part" else f"{first}:Q",
        y2=alt.datum(second) if isinstance(second, int) else f"{second}:Q",
        opacity=alt.OpacityValue(condition=paler, value=certain),
    )
    return part


def _names(base: alt.Chart, market: str, investors: Investors) -> list[alt.Chart]:
    """The parts' names beside the last column, each near its part and clear of the others."""
    last = base.transform_window(
        last="row_number()", sort=[alt.SortField("starts_on", order="descending")]
    ).transform_filter("datum.last == 1")
    places = {
        "with": ("max(datum.part / 2, 0.05)", "true", WITH[investors, market]),
        "without": (
            "clamp((datum.part + datum.rest) / 2, 0.2, 0.8)",
            "datum.rest > datum.part",
            _("others only"),
        ),
        "unknown": ("min((1 + datum.rest) / 2, 0.95)", "datum.rest < 1", _("not known")),
    }
    style: dict[str, Any] = {"align": "left", "baseline": "middle", "fontSize": 11}
    return [
        last.transform_filter(test)
        .transform_calculate(at=place, name=json.dumps(name))
        .mark_text(
            **style,
            x={"expr": f"width - {LABEL_ROOM - 8}"},
            color=_hue(market, investors) if part == "with" else theme.INK,
            fontWeight="bold" if part == "with" else "normal",
        )
        .encode(y="at:Q", text="name:N")
        for part, (place, test, name) in places.items()
    ]


def _tooltip(investors: Investors) -> list[alt.Tooltip]:
    named, money = {
        "big_tech": (
            _("With a large technology company"),
            _("Money of rounds with a large technology company"),
        ),
        "abroad": (
            _("With an investor of the other country"),
            _("Money of rounds with an investor of the other country"),
        ),
    }[investors]
    return panels.quarter_tooltip(
        alt.Tooltip("quarters:Q", title=_("Quarters taken together")),
        alt.Tooltip("rounds:Q", title=_("Rounds"), format=theme.COUNT),
        alt.Tooltip("with_rounds:Q", title=named, format=theme.COUNT),
        alt.Tooltip("with_rounds_share:Q", title=_("of the rounds"), format=".1%"),
        alt.Tooltip("unknown_rounds:Q", title=_("Rounds not known"), format=theme.COUNT),
        alt.Tooltip("funding_usd:Q", title=_("Money"), format=theme.USD_EXACT),
        alt.Tooltip("with_usd:Q", title=money, format=theme.USD_EXACT),
        alt.Tooltip("with_usd_share:Q", title=_("of the money"), format=".1%"),
        alt.Tooltip("unknown_usd:Q", title=_("Money not known"), format=theme.USD_EXACT),
    )
