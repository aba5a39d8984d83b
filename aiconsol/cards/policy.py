"""Which rules changed in both countries, and when?"""

import polars as pl

from aiconsol.charts import theme
from aiconsol.charts.policy import policy_lanes
from aiconsol.components.chart_card import Card, Records
from aiconsol.components.reading import reading
from aiconsol.findings.policy import no_event_left, policy_finding, policy_gaps
from aiconsol.language import _
from aiconsol.queries.funding import funding_by_quarter
from aiconsol.queries.policy import left_out_of_policy, policy_marks, selected_policy_events


def policy_card() -> Card:
    """Which rules changed where, and how was each market funded at the time?"""
    now = reading()
    policies = now.ask(policy_marks)
    return Card(
        finding=policy_finding(policies),
        measure=_(
            "A tick an event, in lanes by jurisdiction and kind, with the lane's count. Faint"
            " behind: funding by quarter of the markets selected, each on its own scale from zero,"
            " for comparison only. Markets apply to the funding alone: a rule belongs to no"
            " market, so jurisdictions always stay."
        ),
        spec=theme.spec(policy_lanes, now.markets, _lanes_elsewhere(policies)),
        datasets={"policies": policies, "funding": now.ask(funding_by_quarter)},
        table=policies.drop("lane"),
        records=Records("policy_events", selected_policy_events),
        gaps=policy_gaps(now.ask(left_out_of_policy)),
        nothing=no_event_left(policies.height),
    )


def _lanes_elsewhere(policies: pl.DataFrame) -> tuple[tuple[str, str], ...]:
    """The jurisdictions but the US and China with their kinds, those of most events first."""
    counted = (
        policies.filter(pl.col("lane") == "Other")
        .group_by("jurisdiction", pl.col("kind").cast(pl.String))
        .len()
        .with_columns(whole=pl.col("len").sum().over("jurisdiction"))
        .sort("whole", "jurisdiction", "len", "kind", descending=[True, False, True, False])
    )
    return tuple(counted.select("jurisdiction", "kind").iter_rows())
