"""The card on what companies earn, against what they are valued at and what they raised."""

from math import log

import polars as pl

from aiconsol.charts import theme
from aiconsol.charts.income import LABEL_HEIGHT, LABEL_WIDTHS, MULTIPLES, PADDING, income_marks
from aiconsol.charts.label_places import from_0_to_1, with_label_places
from aiconsol.components.chart_card import Card, Choice, Records
from aiconsol.components.links import with_company_pages
from aiconsol.components.reading import reading
from aiconsol.findings.gaps import no_figure_left
from aiconsol.findings.income import income_finding, income_gaps
from aiconsol.language import _
from aiconsol.queries.income import (
    MAX_APART_DAYS,
    REVENUES,
    income_records,
    revenue_against_raised,
    revenue_against_valuation,
)

AGAINST = Choice(
    "against",
    _("Against"),
    {"valuation": _("Against valuation"), "raised": _("Against money raised")},
)
ASKED = {"valuation": revenue_against_valuation, "raised": revenue_against_raised}


def income_card(against: str = "valuation") -> Card:
    """What do companies earn, against what they are valued at or what they raised?"""
    now = reading()
    income = now.ask(ASKED[against], now.dataset.manifest.as_of)
    records = now.ask(income_records)
    earning = records.filter(
        pl.col("metric").is_in(REVENUES), pl.col("as_of") <= now.dataset.manifest.as_of
    )
    companies = int(income["company_id"].n_unique())
    measures = {
        "valuation": _(
            "Revenue a year against the valuation nearest in time, at most {days} days apart, US"
            " dollars, log scales; {companies} companies at their newest date, the line is the"
            " way there.",
            days=MAX_APART_DAYS,
            companies=companies,
        ),
        "raised": _(
            "Revenue a year against the equity that the register knows to be raised by then, US"
            " dollars, log scales; {companies} companies at their newest date.",
            companies=companies,
        ),
    }
    marks = _(
        "Dashed: equal multiples of revenue. Hollow: an estimate. A mark opens its company's"
        " profile."
    )
    return Card(
        finding=income_finding(income, against),
        measure=f"{measures[against]} {marks}",
        spec=theme.spec(income_marks, now.markets, against),
        datasets={"income": with_company_pages(_named(income, against), "company", now)},
        table=income.drop("company_id", "is_newest"),
        records=Records("metrics", income_records),
        gaps=income_gaps(income, against, earning["company_id"].n_unique() - companies),
        nothing=no_figure_left(income.height),
    )


def _named(income: pl.DataFrame, against: str) -> pl.DataFrame:
    """The rows with where the names of the newest go, the largest first."""
    revenue, other = pl.col("revenue_usd").log(), pl.col(f"{against}_usd").log()
    least = pl.min_horizontal(other.min(), revenue.min() + log(min(MULTIPLES[against])))
    most = pl.max_horizontal(other.max(), revenue.max() + log(max(MULTIPLES[against])))
    placed = income.with_columns(
        across=from_0_to_1(revenue), up=(other - least) / (most - least), label="company"
    ).sort("is_newest", f"{against}_usd", "company", descending=[True, True, False])
    newest = with_label_places(placed.filter("is_newest"), LABEL_WIDTHS, LABEL_HEIGHT, PADDING)
    earlier = placed.filter(~pl.col("is_newest"))
    return pl.concat([newest, earlier], how="diagonal").drop("across", "up", "label")
