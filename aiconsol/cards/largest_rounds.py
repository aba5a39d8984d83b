"""The card of the largest rounds."""

import polars as pl

from aiconsol.cards.gaps import funding_gaps
from aiconsol.charts import theme
from aiconsol.charts.label_places import from_0_to_1, with_label_places
from aiconsol.charts.largest_rounds import HEIGHT, LABEL_WIDTHS, PADDING, largest_rounds_scatter
from aiconsol.components.chart_card import Card, Records
from aiconsol.components.links import with_company_pages
from aiconsol.components.reading import reading
from aiconsol.dataset import Tables
from aiconsol.filters import Filters
from aiconsol.findings.gaps import nothing_left
from aiconsol.findings.rounds import largest_round_finding
from aiconsol.language import _
from aiconsol.queries.largest import largest_rounds

EACH = 40
DRAWN = (
    "company",
    "native_name",
    "market",
    "quarter",
    "announced_on",
    "date_precision",
    "stage",
    "amount_usd",
    "amount_basis",
    "post_money_usd",
    "lead_investors",
    "other_investors",
    "source_name",
)
HALF_PERIODS = {"month": "15d", "quarter": "45d"}


def largest_rounds_card() -> Card:
    """Which rounds were the largest, and when?"""
    now = reading()
    rounds = now.ask(_placed, EACH)
    return Card(
        finding=largest_round_finding(rounds),
        measure=_(
            "The {count} largest rounds of each market by date and amount, US dollars, log scale;"
            " {rounds} rounds. Hollow: the amount is reported or estimated, not confirmed. A mark"
            " opens its company's profile.",
            count=EACH,
            rounds=rounds.height,
        ),
        spec=theme.spec(largest_rounds_scatter, now.markets),
        datasets={"largest": with_company_pages(rounds, "company", now)},
        table=rounds.select(DRAWN),
        records=Records("rounds", largest_rounds, (EACH,)),
        gaps=funding_gaps(now),
        nothing=nothing_left(rounds.height),
    )


def _placed(tables: Tables, filters: Filters, count: int) -> pl.DataFrame:
    """The largest rounds with the day that each is drawn at, and where its name goes."""
    rounds: pl.DataFrame = largest_rounds(tables, filters, count).collect("polars").to_native()
    precision, day = pl.col("date_precision").cast(pl.String), pl.col("announced_on")
    middle = [
        pl.when(precision == known).then(day.dt.offset_by(half))
        for known, half in HALF_PERIODS.items()
    ]
    drawn = rounds.select("round_id", *DRAWN, drawn_on=pl.coalesce(*middle, day))
    placed = drawn.with_columns(
        across=from_0_to_1(pl.col("drawn_on").dt.epoch("d")),
        up=from_0_to_1(pl.col("amount_usd").log()),
        label="company",
    )
    return with_label_places(placed, LABEL_WIDTHS, HEIGHT - 2 * PADDING).drop(
        "across", "up", "label"
    )
