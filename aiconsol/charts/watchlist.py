"""The companies under most pressure, and what their scores are made of."""

import json

import altair as alt

from aiconsol.charts import theme
from aiconsol.charts.links import company_href
from aiconsol.language import _
from aiconsol.wording import capital, word

PART_COLOURS = {
    "quiet": "#5f7d95",
    "raised": "#3a9b84",
    "runway": "#d99a2b",
    "multiple": "#9a6fc0",
    "big_tech": "#c4607f",
}
NAMES = 124
FIGURES = "(width < 450 ? 62 : 104)"
STEP = 24


def pressure_bars(parts: tuple[str, ...]) -> alt.LayerChart:
    """Bars of the dataset ``watchlist``, highest first, stacked by what each part adds."""
    base = alt.Chart(alt.NamedData(name="watchlist"), height=alt.Step(STEP))
    y = alt.Y(
        "company:N",
        sort=alt.EncodingSortField("place", op="min"),
        axis=alt.Axis(
            title=None,
            labelAlign="left",
            labelPadding=NAMES - 4,
            labelFontSize=12,
            labelLimit=NAMES - 12,
            ticks=False,
            domain=False,
            offset=-NAMES,
        ),
    )
    x = alt.X(
        "from:Q",
        axis=None,
        scale=alt.Scale(domain=[0, 100], range=[NAMES, {"expr": f"width - {FIGURES}"}], nice=False),
    )
    names = {f"{part}_points": capital(word(f"{part}_part")) for part in parts}
    bars = (
        base.transform_fold(list(names), as_=["part", "points"])
        .transform_filter("datum.points > 0")
        .transform_calculate(place_of_part=f"indexof({list(names)}, datum.part)")
        .transform_stack(
            stack="points",
            groupby=["company"],
            as_=["from", "to"],
            sort=[alt.SortField("place_of_part")],
        )
        .mark_bar(height={"band": 0.72})
        .encode(
            x=x,
            x2="to:Q",
            y=y,
            color=alt.Color(
                "part:N",
                scale=alt.Scale(domain=list(names), range=[PART_COLOURS[part] for part in parts]),
                legend=alt.Legend(
                    title=None,
                    orient="top",
                    columns={"expr": "width < 560 ? 1 : 3"},
                    labelExpr=f"({json.dumps(names)})[datum.label]",
                    labelLimit=240,
                ),
            ),
            tooltip=_tooltip(),
            href=company_href(),
        )
    )
    figures = (
        base.transform_calculate(label=_label(len(parts)))
        .mark_text(
            align="left",
            baseline="middle",
            dx=6,
            fontSize=12,
            text={"expr": "width < 450 ? datum.label[0] : datum.label[1]"},
        )
        .encode(x="score:Q", y=y, tooltip=_tooltip(), href=company_href())
    )
    return alt.LayerChart(layer=[bars, figures])


def _label(parts: int) -> str:
    """The score, and how many of the parts are known; short where there is little room."""
    score = "format(datum.score, '.0f') + ' · '"
    known = json.dumps(_("{known} of {parts} known", known="KNOWN", parts=parts))
    short = f"{score} + datum.known_parts + '/{parts}'"
    return f"[{short}, {score} + replace({known}, 'KNOWN', datum.known_parts)]"


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("company:N", title=_("Company")),
        alt.Tooltip("segment:N", title=_("Segment")),
        alt.Tooltip("score:Q", title=_("Pressure score"), format=".0f"),
        alt.Tooltip("rank:Q", title=_("Rank"), format=theme.COUNT),
        alt.Tooltip("known_share:Q", title=_("Weight of the known parts"), format=theme.SHARE),
        alt.Tooltip("months_quiet:Q", title=_("Months since the last round")),
        alt.Tooltip("raised_usd:Q", title=_("Raised"), format=theme.USD_EXACT),
        alt.Tooltip("leaders_usd:Q", title=_("Middle of the five leaders"), format=theme.USD_EXACT),
        alt.Tooltip("months_left:Q", title=_("Months of money left"), format=".0f"),
        alt.Tooltip("multiple:Q", title=_("Valuation over revenue"), format=".1f"),
        alt.Tooltip("has_big_tech:N", title=_("Large technology investor")),
    ]
