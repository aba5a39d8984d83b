"""Consolidation events by quarter and structure."""

import altair as alt

from aiconsol.charts import theme
from aiconsol.charts.panels import QUARTER_EDGES
from aiconsol.language import _

HEIGHT = 240
FIRST = "reverse_acquihire"


def event_columns(structures: tuple[str, ...]) -> alt.VConcatChart:
    """Columns of the dataset ``events_by_quarter``, stacked by structure, counted.

    Reverse acquihires stand on the axis, so that their course can be read; preliminary quarters
    are lighter.
    """
    order = sorted(structures, key=lambda name: name != FIRST)
    columns = (
        alt.Chart(alt.NamedData(name="events_by_quarter"))
        .transform_calculate(
            **QUARTER_EDGES,
            place=f"indexof({order}, datum.structure)",
            kind=theme.readers_word(order, "datum.structure"),
        )
        .transform_stack(
            stack="events",
            groupby=["quarter"],
            as_=["lower", "upper"],
            sort=[alt.SortField("place")],
        )
        .mark_bar()
        .encode(
            x=theme.panel_time("left:T", labels=True),
            x2="right:T",
            y=alt.Y("lower:Q", axis=theme.inner_count_axis()),
            y2="upper:Q",
            color=theme.structure_colour(tuple(order)),
            opacity=theme.preliminary_opacity(),
            tooltip=[
                alt.Tooltip("quarter:N", title=_("Quarter")),
                alt.Tooltip("kind:N", title=_("Structure")),
                alt.Tooltip("events:Q", title=_("Events"), format=theme.COUNT),
                alt.Tooltip("value_usd:Q", title=_("Sum of known values"), format=theme.USD_EXACT),
                alt.Tooltip("known_values:Q", title=_("Values known"), format=theme.COUNT),
                alt.Tooltip("is_preliminary:N", title=_("Preliminary")),
            ],
        )
    )
    return alt.vconcat(alt.LayerChart(layer=[columns], height=HEIGHT), resolve=theme.SHARED_TIME)
