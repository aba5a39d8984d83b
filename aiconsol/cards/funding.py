"""Cards on how much was raised."""

from aiconsol.charts import theme
from aiconsol.charts.funding import funding_columns
from aiconsol.components.chart_card import Card, Records
from aiconsol.components.reading import reading
from aiconsol.findings.funding import funding_finding
from aiconsol.findings.gaps import nothing_left, quarterly_gaps
from aiconsol.language import _, plural
from aiconsol.queries.funding import funding_by_quarter, left_out_of_quarters, selected_rounds


def funding_card(scale: str = "panels") -> Card:
    """How much did each market raise in each quarter?"""
    now = reading()
    data = now.ask(funding_by_quarter)
    left_out = now.ask(left_out_of_quarters)
    rounds = int(data["rounds"].sum())
    return Card(
        finding=funding_finding(data),
        measure=plural(
            "Sum of known amounts by quarter of announcement, US dollars; {count} round.",
            "Sum of known amounts by quarter of announcement, US dollars; {count} rounds.",
            rounds,
        )
        + " "
        + _("Light: rounds of $1 bn or more. Dashed: preliminary quarters."),
        spec=theme.spec(funding_columns, now.markets, scale),
        datasets={"funding": data},
        table=data,
        records=Records("rounds", selected_rounds),
        gaps=quarterly_gaps(left_out),
        nothing=nothing_left(rounds),
    )
