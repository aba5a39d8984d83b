"""Cards on how many rounds there were, how large, and how many of them giants."""

from aiconsol.cards.gaps import funding_gaps
from aiconsol.charts import theme
from aiconsol.charts.giants import giants_chart
from aiconsol.charts.rounds import rounds_and_median
from aiconsol.components.chart_card import Card, Choice, Records
from aiconsol.components.reading import reading
from aiconsol.findings.concentration import giants_finding
from aiconsol.findings.gaps import nothing_left
from aiconsol.findings.rounds import median_finding
from aiconsol.language import _, plural
from aiconsol.queries.funding import funding_by_quarter, newest_rounds
from aiconsol.queries.rounds import rounds_by_quarter

VIEW = Choice(
    "view",
    _("View"),
    {"both": _("Both"), "without": _("Without them"), "share": _("Their share")},
)


def rounds_card() -> Card:
    """How many rounds did each market see in each quarter, and how large was the median one?"""
    now = reading()
    data = now.ask(rounds_by_quarter)
    rounds = int(data["rounds"].sum())
    return Card(
        finding=median_finding(data),
        measure=plural(
            "Median of the known amounts, US dollars, and rounds by quarter of announcement;"
            " {known} of {count} amount known. Hollow: a median over fewer than five amounts."
            " Light: rounds of undisclosed amount. Pale or dashed: preliminary quarters.",
            "Median of the known amounts, US dollars, and rounds by quarter of announcement;"
            " {known} of {count} amounts known. Hollow: a median over fewer than five amounts."
            " Light: rounds of undisclosed amount. Pale or dashed: preliminary quarters.",
            rounds,
            known=f"{data['known_amounts'].sum():,}",
        ),
        spec=theme.spec(rounds_and_median, now.markets),
        datasets={"rounds": data},
        table=data.select(
            "quarter",
            "market",
            "is_preliminary",
            "rounds",
            "known_amounts",
            "undisclosed",
            "median_usd",
        ),
        records=Records("rounds", newest_rounds),
        gaps=funding_gaps(now),
        nothing=nothing_left(rounds),
    )


def giants_card(view: str = "both") -> Card:
    """How much of the money came in rounds of a billion dollars or more, and what is the rest?"""
    now = reading()
    data = now.ask(funding_by_quarter)
    rounds = int(data["rounds"].sum())
    measures = {
        "both": _(
            "Known amounts by quarter of announcement, US dollars, log scale: all rounds, and"
            " without those of $1 bn or more. Pale: preliminary quarters."
        ),
        "without": _(
            "Known amounts of rounds below $1 bn by quarter of announcement, US dollars."
            " Dashed: preliminary quarters."
        ),
        "share": _(
            "Share of rounds of $1 bn or more in the known money, by quarter of announcement."
            " Dashed: preliminary quarters."
        ),
    }
    filtered = _(
        "The filter leaves out rounds of $1 bn or more, so there is nothing to set against the"
        " rest. Switch it to “with them” to compare."
    )
    return Card(
        finding=_("Rounds of $1 bn or more are filtered out")
        if now.filters.giants == "without"
        else giants_finding(data),
        measure=measures[view],
        spec=theme.spec(giants_chart, now.markets, view),
        datasets={"funding": data},
        table=data.select(
            "quarter",
            "market",
            "is_preliminary",
            "funding_usd",
            "giants_usd",
            below_1bn_usd=data["funding_usd"] - data["giants_usd"],
        ),
        records=Records("rounds", newest_rounds),
        gaps=funding_gaps(now),
        nothing=filtered if now.filters.giants == "without" else nothing_left(rounds),
    )
