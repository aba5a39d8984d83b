"""Cards on what the money went into: segments and stages."""

from typing import Literal

from aiconsol.charts import theme
from aiconsol.charts.composition import composition_bars
from aiconsol.components.chart_card import Card, Choice, Records
from aiconsol.components.reading import reading
from aiconsol.findings.composition import composition_finding, composition_gaps
from aiconsol.findings.gaps import nothing_left
from aiconsol.language import _, plural
from aiconsol.queries.composition import funding_by_category, left_out_of_categories
from aiconsol.queries.funding import newest_rounds

FIGURE = Choice("figure", _("Figure"), {"money": _("Money"), "rounds": _("Rounds")})


def segments_card(figure: str = "money") -> Card:
    """Which segments did each market's money go to?"""
    return _card("segment", figure)


def stages_card(figure: str = "money") -> Card:
    """At which stages was each market's money raised?"""
    return _card("stage", figure)


def _card(category: Literal["segment", "stage"], figure: str) -> Card:
    now = reading()
    data = now.ask(funding_by_category, category)
    rounds = int(data["rounds"].sum())
    markets = tuple(data["market"].unique(maintain_order=True))
    measured = {
        ("segment", "money"): _(
            "Sum of known amounts by segment of the company, US dollars, and share of the market's"
            " money; each market on its own scale."
        ),
        ("segment", "rounds"): _(
            "Rounds by segment of the company, and share of the market's rounds; each market on its"
            " own scale."
        ),
        ("stage", "money"): _(
            "Sum of known amounts by stage as the source names it, US dollars, and share of the"
            " market's money; each market on its own scale."
        ),
        ("stage", "rounds"): _(
            "Rounds by stage as the source names it, and share of the market's rounds; each market"
            " on its own scale."
        ),
    }
    whole = now.filters.quarters is None
    counted = plural("{count} round.", "{count} rounds.", rounds)
    if whole:
        counted = plural(
            "{count} round.",
            "{count} rounds, also those dated to the year only.",
            rounds,
        )
    return Card(
        finding=composition_finding(data, figure),
        measure=f"{measured[category, figure]} {counted}",
        spec=theme.spec(composition_bars, markets, category, figure),
        datasets={"composition": data},
        table=data.rename({"category": category}),
        records=Records("rounds", newest_rounds),
        gaps=composition_gaps(now.ask(left_out_of_categories, category)),
        nothing=nothing_left(rounds),
    )
