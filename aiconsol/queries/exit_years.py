"""Listings against takeovers, and how companies have ended since 2023."""

from dataclasses import replace
from datetime import date

import polars as pl

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.ends import ENDS, ends
from aiconsol.queries.exits import ends_by_market
from aiconsol.schema.vocabulary import QUARTERS

SINCE = "2023Q1"


def exit_years(tables: Tables, filters: Filters, complete_through: date) -> pl.DataFrame:
    """How many companies of each market were taken over, listed or closed in each year?

    Grain: market of the selection, year of the quarters shown and end (taken, listed, closed),
    every combination, in time order. Columns: market, year, end, deals, names (of the companies;
    null without one), is_preliminary (the year isn't over, or the register not complete for it).
    """
    ended: pl.DataFrame = ended_companies(tables, filters).collect("polars").to_native()
    counted = ended.group_by("market", "year", "end").agg(
        deals=pl.len().cast(pl.Int64), names=pl.col("target").sort().str.join(", ")
    )
    quarters: pl.DataFrame = filters.on_quarters(tables["quarters"]).collect("polars").to_native()
    years = quarters.select(year=pl.col("starts_on").dt.year().cast(pl.Int64)).unique()
    markets = pl.DataFrame({"market": list(filters.shown_markets)})
    return (
        markets.join(years, how="cross")
        .join(pl.DataFrame({"end": list(ENDS)}), how="cross")
        .join(
            counted.with_columns(pl.col("market").cast(pl.String), pl.col("year").cast(pl.Int64)),
            on=["market", "year", "end"],
            how="left",
            maintain_order="left",
        )
        .with_columns(
            pl.col("deals").fill_null(0),
            is_preliminary=pl.date("year", 12, 31) > complete_through,
        )
        .sort("year", maintain_order=True)
    )


def ended_companies(tables: Tables, filters: Filters) -> Frame:
    """Which deals ended companies? Grain and columns of ``deals``, and end, newest first."""
    chosen = filters.on_deals(ends(tables))
    return chosen.sort("announced_on", "deal_id", descending=[True, False])


def ends_since(tables: Tables, filters: Filters) -> Frame:
    """How did the companies of each market end since 2023? Columns of ``ends_by_market``."""
    return ends_by_market(tables, since_2023(filters))


def ended_since(tables: Tables, filters: Filters) -> Frame:
    """Which deals are these? Grain and columns of ``deals``, and end, newest first."""
    return ended_companies(tables, since_2023(filters))


def since_2023(filters: Filters) -> Filters:
    """The filters, with the quarters from 2023 on of those chosen; a quarter to come if none is."""
    first, last = filters.quarters or (SINCE, QUARTERS[-1])
    within = (max(first, SINCE), last) if last >= SINCE else (QUARTERS[-1], QUARTERS[-1])
    return replace(filters, quarters=within)
