"""Reviews as bars from opening to decision, one a line, under the name of their group."""

import altair as alt

from aiconsol.charts import panels, theme
from aiconsol.charts.links import company_href
from aiconsol.language import _
from aiconsol.schema.vocabulary import REVIEW_OUTCOMES

ROW_HEIGHT = 27
TEXT_SIZE = 11.5
DEPTH = 6
"""How far below the middle of its line a bar lies, and above it its words stand."""
BAR = 7
WIDE = "width > 620"
PLACE = 5
"""How many characters of a line's key say where it stands; its words come after them."""


def review_bars_chart() -> alt.VConcatChart:
    """Lines of the dataset ``review_lines``: the matter, its outcome, and the bar below them.

    A line has ``line`` (five characters that order it, then its words), ``is_heading``, ``result``
    and ``outcome`` beside the columns of ``review_bars``. Where no outcome is known, the bar is
    pale and runs to the dataset's date; where the opening is unknown, a diamond marks the decision.
    """
    base = (
        alt.Chart(alt.NamedData(name="review_lines"))
        .transform_calculate(
            opened=_local("opened_on"),
            ended=_local("ends_on"),
            said=theme.readers_word(REVIEW_OUTCOMES, "datum.outcome"),
        )
        .encode(y=alt.Y("line:O", axis=_line_axis(), sort="ascending", title=None))
    )
    reviews = base.transform_filter("!datum.is_heading")
    layers = [
        base.mark_point(opacity=0),  # every line, a heading's too, has its place on the axis
        _bars(reviews),
        _decisions(reviews),
        *_results(reviews),
        _touch(reviews),
    ]
    chart = alt.LayerChart(layer=layers, height=alt.Step(ROW_HEIGHT))
    return alt.vconcat(chart, resolve=theme.SHARED_TIME)


def _local(field: str) -> str:
    """The day in the reader's own time, as the axis counts it."""
    day = f"datum.{field}"
    local = f"datetime(year({day}), month({day}), date({day}))"
    return f"isValid({day}) ? {local} : null"


def _time(field: str) -> alt.X:
    """The time axis above the lines, since the chart may be longer than the screen."""
    return theme.panel_time(field, labels=True, orient="top")


def _line_axis() -> alt.Axis:
    """The lines' words above their bars, from the left edge on; headings are bold."""
    heading = f"slice(datum.value, {PLACE - 1}, {PLACE}) == 'h'"
    return panels.words_axis(
        labelExpr=f"slice(datum.value, {PLACE})",
        labelOffset=-DEPTH,
        labelFontSize=alt.condition(heading, alt.value(13), alt.value(TEXT_SIZE)),
        labelFontWeight=alt.condition(heading, alt.value("bold"), alt.value("normal")),
        labelLimit=alt.ExprRef(f"{WIDE} ? width - 300 : width - 130"),
    )


def _bars(reviews: alt.Chart) -> alt.Chart:
    bars: alt.Chart = (
        reviews.transform_filter("isValid(datum.opened) && isValid(datum.ended)")
        .mark_bar(size=BAR, yOffset=DEPTH, cornerRadius=1)
        .encode(
            x=_time("opened:T"),
            x2="ended:T",
            color=_colour(),
            opacity=alt.OpacityValue(
                condition={"test": "datum.outcome == 'open'", "value": 0.4}, value=1
            ),
        )
    )
    return bars


def _decisions(reviews: alt.Chart) -> alt.Chart:
    """The end of each review whose opening, or whose length, can't be drawn."""
    alone = "isValid(datum.ended) != isValid(datum.opened)"
    decisions: alt.Chart = (
        reviews.transform_filter(alone)
        .transform_calculate(known="isValid(datum.ended) ? datum.ended : datum.opened")
        .mark_point(shape="diamond", size=70, strokeWidth=1.8, filled=False, yOffset=DEPTH)
        .encode(x=_time("known:T"), color=_colour())
    )
    return decisions


def _results(reviews: alt.Chart) -> list[alt.Chart]:
    """What came of it at the right edge: with the days where there is room, else in a word."""
    drawn = reviews.transform_filter("isValid(datum.outcome)")
    return [
        drawn.mark_text(
            align="right",
            baseline="middle",
            fontSize=TEXT_SIZE,
            yOffset=-DEPTH,
            opacity={"expr": f"{shown} ? 1 : 0"},
        ).encode(x=alt.value({"expr": "width - 4"}), text=f"{field}:N", color=_colour())
        for field, shown in (("result", WIDE), ("said", f"!({WIDE})"))
    ]


def _touch(reviews: alt.Chart) -> alt.Chart:
    """The whole line, invisible, which answers with the tooltip and leads to the company."""
    touch: alt.Chart = reviews.mark_bar(opacity=0, size=ROW_HEIGHT).encode(
        x=alt.value(0),
        x2=alt.value({"expr": "width"}),
        href=company_href(),
        tooltip=[
            alt.Tooltip("matter:N", title=_("Matter")),
            alt.Tooltip("authority:N", title=_("Authority")),
            alt.Tooltip("opened_on:T", title=_("Opened"), format="%-d %B %Y"),
            alt.Tooltip("date_precision:N", title=_("Date known to the")),
            alt.Tooltip("said:N", title=_("Outcome")),
            alt.Tooltip("decided_on:T", title=_("Decided"), format="%-d %B %Y"),
            alt.Tooltip("days_to_decision:Q", title=_("Days"), format=theme.COUNT),
        ],
    )
    return touch


def _colour() -> alt.Color:
    return alt.Color("outcome:N", scale=theme.outcome_scale(), legend=None)
