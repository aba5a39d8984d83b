"""Consolidation events by quarter and structure."""

import altair as alt

from aiconsol.charts import theme
from aiconsol.charts.funding import QUARTER_EDGES
from aiconsol.language import _


def event_columns(structures: tuple[str, ...]) -> alt.LayerChart:
    """Columns of the dataset ``events_by_quarter``, stacked by structure, counted."""
    base = (
        alt.Chart(alt.NamedData(name="events_by_quarter"), height=260)
        .transform_filter("datum.events > 0")
        .transform_calculate(
            **QUARTER_EDGES, order=f"-indexof({list(structures)}, datum.structure)"
        )
    )
    columns = base.mark_bar().encode(
        x=alt.X("left:T", axis=theme.time_axis(), title=None),
        x2="right:T",
        y=alt.Y("events:Q", stack="zero", axis=alt.Axis(title=None, tickMinStep=1, domain=False)),
        color=theme.structure_colour(structures),
        order=alt.Order("order:Q"),
        opacity=theme.preliminary_opacity(),
        tooltip=[
            alt.Tooltip("quarter:N", title=_("Quarter")),
            alt.Tooltip("structure:N", title=_("Structure")),
            alt.Tooltip("events:Q", title=_("Events"), format=theme.COUNT),
            alt.Tooltip("value_usd:Q", title=_("Sum of known values"), format=theme.USD_EXACT),
            alt.Tooltip("known_values:Q", title=_("Values known"), format=theme.COUNT),
            alt.Tooltip("is_preliminary:N", title=_("Preliminary")),
        ],
    )
    return alt.LayerChart(layer=[columns])
