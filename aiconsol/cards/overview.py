"""The cards of the overview."""

from aiconsol.cards.gaps import funding_gaps
from aiconsol.charts import theme
from aiconsol.charts.consolidation import event_columns
from aiconsol.charts.leading import leading_chart
from aiconsol.components.chart_card import Card, Records
from aiconsol.components.links import with_company_pages
from aiconsol.components.reading import reading
from aiconsol.findings.consolidation import consolidation_finding
from aiconsol.findings.funding import funding_finding
from aiconsol.findings.gaps import event_gaps, nothing_left
from aiconsol.findings.key_figures import KeyFigure, key_figures
from aiconsol.language import _, plural
from aiconsol.queries.consolidation import (
    event_marks,
    events_by_quarter,
    left_out_of_events,
    selected_events,
)
from aiconsol.queries.funding import funding_by_quarter, newest_rounds
from aiconsol.queries.largest import five_largest_by_quarter
from aiconsol.queries.policy import policy_marks
from aiconsol.schema.vocabulary import CONSOLIDATION_STRUCTURES


def overview_figures() -> list[KeyFigure]:
    """Where do the two markets and the field's consolidation stand, and since when?"""
    now = reading()
    return key_figures(
        now.ask(funding_by_quarter), now.ask(five_largest_by_quarter), now.ask(events_by_quarter)
    )


def leading_card() -> Card:
    """How much did each market raise, and how does the field consolidate at the same time?"""
    now = reading()
    funding = now.ask(funding_by_quarter)
    events = now.ask(event_marks)
    return Card(
        finding=funding_finding(funding),
        measure=_(
            "Known amounts of {rounds} rounds by quarter of announcement, each market on its own"
            " scale; light: rounds of $1 bn or more; dashed: preliminary quarters. Below, a mark"
            " for each of {events} consolidation events and each change of rules, in the colour"
            " of the target's market or the jurisdiction.",
            rounds=f"{funding['rounds'].sum():,}",
            events=f"{events.height:,}",
        ),
        spec=theme.spec(leading_chart, now.markets),
        datasets={
            "funding": funding,
            "events": with_company_pages(events, "target", now),
            "policies": now.ask(policy_marks),
        },
        table=funding,
        records=Records("rounds", newest_rounds),
        gaps=[
            *funding_gaps(now),
            *event_gaps(now.ask(left_out_of_events)),
        ],
        nothing=nothing_left(int(funding["rounds"].sum()) + events.height),
    )


def events_card() -> Card:
    """How many companies were bought, merged or hollowed out in each quarter, and how?"""
    now = reading()
    events = now.ask(events_by_quarter)
    counted = int(events["events"].sum())
    return Card(
        finding=consolidation_finding(events),
        measure=plural(
            "Consolidation events, announced or completed, by quarter of announcement;"
            " {count} event.",
            "Consolidation events, announced or completed, by quarter of announcement;"
            " {count} events.",
            counted,
        ),
        spec=theme.spec(event_columns, now.filters.structure or CONSOLIDATION_STRUCTURES),
        datasets={"events_by_quarter": events},
        table=events,
        records=Records("consolidation_events", selected_events),
        gaps=event_gaps(now.ask(left_out_of_events)),
        nothing=nothing_left(counted),
    )
