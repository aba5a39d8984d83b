"""Reviews counted by outcome, a bar a category, with the median days beside."""

import altair as alt

from aiconsol.charts import panels, theme
from aiconsol.language import _
from aiconsol.schema.vocabulary import REVIEW_OUTCOMES

ROW_HEIGHT = 44
TEXT_SIZE = 12
DEPTH = 9
BAR = 18
PLACE = 5


def outcome_bars(outcomes: tuple[str, ...]) -> alt.VConcatChart:
    """Bars of the dataset ``outcomes`` from zero, stacked by outcome, each part with its count.

    A row has ``line`` (five characters that order it, then its words) and ``result`` beside the
    columns of ``queries.reviews.outcomes``. ``outcomes`` are those shown, in the legend's order.
    """
    base = (
        alt.Chart(alt.NamedData(name="outcomes"))
        .transform_calculate(
            place=f"indexof({list(outcomes)}, datum.outcome)",
            said=theme.readers_word(REVIEW_OUTCOMES, "datum.outcome"),
        )
        .transform_stack(
            stack="reviews", groupby=["line"], as_=["left", "right"], sort=[alt.SortField("place")]
        )
        .transform_calculate(middle="(datum.left + datum.right) / 2")
        .encode(y=alt.Y("line:O", axis=_line_axis(), sort="ascending", title=None))
    )
    x = alt.X("left:Q", axis=None, scale=alt.Scale(zero=True, nice=False))
    bars = base.mark_bar(size=BAR, yOffset=DEPTH).encode(
        x=x,
        x2="right:Q",
        color=alt.Color(
            "outcome:N",
            scale=theme.outcome_scale(),
            legend=alt.Legend(
                title=None,
                orient="top",
                values=list(outcomes),
                labelExpr=theme.labels_of(outcomes),
                columns=alt.ExprRef("width > 800 ? 0 : width > 480 ? 4 : 2"),
            ),
        ),
        tooltip=[
            alt.Tooltip("category:N", title=_("Of")),
            alt.Tooltip("said:N", title=_("Outcome")),
            alt.Tooltip("reviews:Q", title=_("Reviews"), format=theme.COUNT),
            alt.Tooltip("total:Q", title=_("Reviews in all"), format=theme.COUNT),
            alt.Tooltip("median_days:Q", title=_("Median days to a decision"), format=theme.COUNT),
            alt.Tooltip("days_known:Q", title=_("Days known"), format=theme.COUNT),
        ],
    )
    counts = base.mark_text(
        color="white", fontSize=TEXT_SIZE, fontWeight="bold", yOffset=DEPTH, baseline="middle"
    ).encode(x="middle:Q", text="reviews:Q")
    chart = alt.LayerChart(layer=[bars, counts], height=alt.Step(ROW_HEIGHT))
    return alt.vconcat(chart)


def _line_axis() -> alt.Axis:
    return panels.words_axis(
        labelExpr=f"slice(datum.value, {PLACE})",
        labelOffset=-DEPTH,
        labelFontSize=TEXT_SIZE,
        labelLimit=alt.ExprRef("width"),
    )
