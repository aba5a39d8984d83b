"""The card of the clock: how long money would last."""

from datetime import date

import polars as pl

from aiconsol.charts import theme
from aiconsol.charts.runway import runway_bars
from aiconsol.components.chart_card import Card, Records
from aiconsol.components.links import with_company_pages
from aiconsol.components.reading import reading
from aiconsol.findings.gaps import no_figure_left
from aiconsol.findings.runway import runway_finding, runway_gaps, short_until, until
from aiconsol.language import _
from aiconsol.queries.runway import clocks_unknown, runway_records, runways

YEARS_DRAWN = 5


def runway_card() -> Card:
    """How long would each company's money last, were it spent as in its last known year?"""
    now = reading()
    as_of = now.dataset.manifest.as_of
    clocks, unknown = now.ask(runways, as_of), now.ask(clocks_unknown, as_of)
    return Card(
        finding=runway_finding(clocks, unknown["companies"].item()),
        measure=_(
            "Known cash and what was raised since, else the newest round, spent at the pace of the"
            " newest known year. Solid: at the larger of cash burn and net loss, pale: at the cash"
            " burn; where only a loss is known, it may last longer. Dashed: {day}. At most"
            " {years} years ahead are drawn.",
            day=as_of,
            years=YEARS_DRAWN,
        ),
        spec=theme.spec(runway_bars, now.markets),
        datasets={"runways": with_company_pages(_drawn(clocks, as_of), "company", now)},
        table=clocks.drop("company_id"),
        records=Records("metrics", runway_records),
        gaps=runway_gaps(unknown),
        nothing=no_figure_left(clocks.height),
    )


def _drawn(clocks: pl.DataFrame, as_of: date) -> pl.DataFrame:
    """The clocks with their place, what is drawn of each, and the words behind it."""
    last = as_of.replace(year=as_of.year + YEARS_DRAWN, day=1)
    least, most = pl.col("ends_at_least_on"), pl.col("ends_at_most_on")
    ends = clocks.select(least, most).rows()
    kinds = [_(" · listed") if listed else "" for listed in clocks["is_listed"]]
    words = [until(*pair) + kind for pair, kind in zip(ends, kinds, strict=True)]
    return clocks.with_row_index("place").with_columns(
        solid_until=pl.min_horizontal(least, pl.lit(last)),
        pale_until=pl.min_horizontal(pl.coalesce(most, least), pl.lit(last)),
        today=pl.lit(as_of),
        until=pl.Series(words, dtype=pl.String),
        short_until=pl.Series([short_until(*pair) for pair in ends], dtype=pl.String),
    )
