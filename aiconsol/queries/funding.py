"""How much was raised, when and by which market."""

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.schema.vocabulary import MARKETS


def selected_rounds(tables: Tables, filters: Filters) -> Frame:
    """Which rounds do the filters select? Grain and columns of ``rounds``."""
    return filters.on_rounds(tables["rounds"])


def funding_by_quarter(tables: Tables, filters: Filters) -> Frame:
    """How much did each market raise in each quarter, and how much of it in giant rounds?

    Grain: quarter and market, every pair of the selection, in time order. Columns: quarter,
    starts_on, ends_on, is_preliminary, market, funding_usd (sum of the known amounts; 0 where the
    register has none), giants_usd (of it in rounds of a billion dollars or more), rounds,
    known_amounts (rounds whose amount is known).
    """
    amount = nw.col("amount_usd")
    sums = (
        selected_rounds(tables, filters)
        .filter(~nw.col("quarter").is_null())
        .group_by("quarter", "market")
        .agg(
            funding_usd=amount.sum(),
            giants_usd=nw.when(nw.col("is_giant")).then(amount).otherwise(0).sum(),
            rounds=nw.len(),
            known_amounts=amount.count(),
        )
    )
    counted = ("funding_usd", "giants_usd", "rounds", "known_amounts")
    return (
        quarters_of_markets(tables, filters)
        .join(sums, on=["quarter", "market"], how="left")
        .with_columns(nw.col(*counted).fill_null(0).cast(nw.Int64))
        .sort("starts_on", "market")
    )


def quarters_of_markets(tables: Tables, filters: Filters) -> Frame:
    """Which quarters and markets are shown? Grain: quarter and market; the calendar's columns."""
    calendar = filters.on_quarters(tables["quarters"])
    markets = tables["companies"].select("market").unique()
    chosen = markets.filter(nw.col("market").is_in(filters.market or MARKETS))
    return calendar.join(chosen, how="cross")


def left_out_of_quarters(tables: Tables, filters: Filters) -> Frame:
    """What can't a quarterly sum show? One row: rounds, year_only, undisclosed.

    ``year_only`` rounds are dated to the year and stand in no quarter; ``undisclosed`` rounds
    are counted as rounds, without a sum.
    """
    return selected_rounds(tables, filters).select(
        rounds=nw.len(),
        year_only=nw.col("quarter").is_null().cast(nw.Int64).sum(),
        undisclosed=nw.col("amount_usd").is_null().cast(nw.Int64).sum(),
    )


def sources_of_rounds(tables: Tables, filters: Filters) -> Frame:
    """Where do the selected rounds come from? One row: records, publishers."""
    return selected_rounds(tables, filters).select(
        records=nw.len(), publishers=nw.col("source_name").n_unique()
    )
