"""Until when money would last: a bar a company in calendar time."""

import json

import altair as alt

from aiconsol.charts import theme
from aiconsol.charts.links import company_href
from aiconsol.language import _
from aiconsol.schema.vocabulary import MARKETS

STEP = 30
NAMES = "(width < 560 ? 96 : 150)"
FIGURES = "(width < 560 ? 96 : 190)"


def runway_bars(markets: tuple[str, ...]) -> alt.LayerChart:
    """Bars of the dataset ``runways``, shortest first, from the day of the money on.

    Solid to ``solid_until``, pale to ``pale_until``, both of which end at the last day drawn; the
    rule is the register's date, in the field ``today``. The exact days stand behind the bars.
    """
    base = alt.Chart(alt.NamedData(name="runways"), height=alt.Step(STEP)).transform_calculate(
        place_name=theme.readers_word(MARKETS, "datum.market"),
        listed_name=f"datum.is_listed ? {json.dumps(_('yes'))} : {json.dumps(_('no'))}",
        money_day=_day("money_on"),
        spent_day=_day("spent_on"),
        burned=_sum("burn_usd"),
        lost=_sum("loss_usd"),
        cash=_sum("cash_usd"),
    )
    y = alt.Y(
        "company:N",
        sort=alt.EncodingSortField("place", op="min"),
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
    scale = alt.Scale(range=[{"expr": NAMES}, {"expr": f"width - {FIGURES}"}], nice=False)
    axis = alt.Axis(title=None, format="%Y", tickCount="year", orient="top", labelOverlap=True)
    x = alt.X("money_on:T", axis=axis, scale=scale)
    colour = theme.market_colour(markets)
    if len(markets) > 1:
        names = theme.labels_of(markets)
        colour = colour.legend(title=None, orient="top", labelExpr=names, symbolOpacity=1)
    pale = base.mark_bar(height={"band": 0.55}, opacity=0.35).encode(
        x=x, x2="pale_until:T", y=y, color=colour, tooltip=_tooltip(), href=company_href()
    )
    solid = base.mark_bar(height={"band": 0.55}).encode(
        x=x, x2="solid_until:T", y=y, color=colour, tooltip=_tooltip(), href=company_href()
    )
    today = (
        base.transform_aggregate(today="max(today)")
        .mark_rule(strokeDash=[4, 3], strokeWidth=1.5)
        .encode(x=alt.X("today:T", axis=axis, scale=scale))
    )
    until = base.mark_text(
        align="left",
        baseline="middle",
        dx=6,
        fontSize=12,
        text={"expr": "width < 560 ? datum.short_until : datum.until"},
    ).encode(x=alt.X("pale_until:T", axis=axis, scale=scale), y=y, tooltip=_tooltip())
    return alt.LayerChart(layer=[solid, pale, today, until])


def _day(field: str) -> str:
    return f"utcFormat(datum.{field}, '%-d %B %Y')"


def _sum(field: str) -> str:
    shown = theme.usd_text(f"datum.{field}")
    return f"isValid(datum.{field}) ? {shown} : {json.dumps(_('not known'))}"


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("company:N", title=_("Company")),
        alt.Tooltip("place_name:N", title=_("Market")),
        alt.Tooltip("listed_name:N", title=_("Listed")),
        alt.Tooltip("money_usd:Q", title=_("Money counted"), format=theme.USD_EXACT),
        alt.Tooltip("money_day:N", title=_("From")),
        alt.Tooltip("cash:N", title=_("Of it known cash")),
        alt.Tooltip("raised_usd:Q", title=_("Of it raised since"), format=theme.USD_EXACT),
        alt.Tooltip("burned:N", title=_("Cash burn of a year")),
        alt.Tooltip("lost:N", title=_("Net loss of a year")),
        alt.Tooltip("spent_day:N", title=_("Year to")),
        alt.Tooltip("until:N", title=_("Would last until")),
    ]
