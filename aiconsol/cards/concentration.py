"""The card on how few rounds and companies the money rests on."""

from aiconsol.cards.gaps import funding_gaps
from aiconsol.charts import theme
from aiconsol.charts.concentration import concentration_columns
from aiconsol.components.chart_card import Card, Choice, Records
from aiconsol.components.reading import reading
from aiconsol.findings.concentration import five_largest_finding, herfindahl_finding
from aiconsol.findings.gaps import nothing_left
from aiconsol.language import _
from aiconsol.queries.concentration import concentration_by_quarter
from aiconsol.queries.funding import newest_rounds

CONCENTRATION = Choice(
    "figure",
    _("Figure"),
    {"five_largest_share": _("Five largest rounds"), "herfindahl": _("Herfindahl index")},
)


def concentration_card(figure: str = "five_largest_share") -> Card:
    """On how few rounds, or companies, does each quarter's money rest?"""
    now = reading()
    data = now.ask(concentration_by_quarter)
    measures = {
        "five_largest_share": _(
            "Share of the five largest rounds in the known money of each quarter."
        ),
        "herfindahl": _(
            "Sum of the companies' squared shares in the known money of each quarter: 1 where one"
            " company has it all, near 0 where many share it evenly."
        ),
    }
    finding = five_largest_finding if figure == "five_largest_share" else herfindahl_finding
    thin = _(
        "Pale and outlined: fewer than ten amounts known, where either figure is high by"
        " arithmetic. Dashed: preliminary quarters."
    )
    return Card(
        finding=finding(data),
        measure=f"{measures[figure]} {thin}",
        spec=theme.spec(concentration_columns, now.markets, figure),
        datasets={"concentration": data},
        table=data.drop("starts_on", "ends_on"),
        records=Records("rounds", newest_rounds),
        gaps=funding_gaps(now),
        nothing=nothing_left(int(data["known_amounts"].sum())),
    )
