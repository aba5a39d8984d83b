"""How much was raised, when and by which market."""

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.schema.vocabulary import MARKETS

YEAR = 4


def selected_rounds(tables: Tables, filters: Filters) -> Frame:
    """Which rounds do the filters select? Grain and columns of ``rounds``."""
    return filters.on_rounds(tables["rounds"])


def newest_rounds(tables: Tables, filters: Filters) -> Frame:
    """The same, the newest first; of one day, the largest first."""
    order = ["announced_on", "amount_usd", "round_id"]
    return selected_rounds(tables, filters).sort(
        *order, descending=[True, True, False], nulls_last=True
    )


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


def funding_shares(tables: Tables, filters: Filters) -> Frame:
    """Which part of each quarter's money went to which market?

    Grain and columns of ``funding_by_quarter``, and ``share`` (of the quarter's sum over the
    markets selected, between 0 and 1; null where the market has no known amount or the quarter
    no money).
    """
    total = nw.col("funding_usd").sum().over("quarter")
    amount = nw.col("funding_usd").cast(nw.Float64)
    is_known = (nw.col("total_usd") > 0) & (nw.col("known_amounts") > 0)
    return (
        funding_by_quarter(tables, filters)
        .with_columns(total_usd=total)
        .with_columns(share=nw.when(is_known).then(amount / nw.col("total_usd")))
        .drop("total_usd")
        .sort("starts_on", "market")
    )


def funding_index(tables: Tables, filters: Filters) -> Frame:
    """How did each market's funding grow, whatever its size?

    Grain: complete quarter and market, from the base on, in time order. The base is the first
    quarter shown by which every market has raised money within four quarters; so the first rows
    are the base, and there are none where no quarter is. Columns: quarter, starts_on, ends_on,
    is_preliminary (never), market, four_quarters_usd (sum of the four quarters to this one),
    index (100 at the base; null without money).
    """
    complete = funding_by_quarter(tables, filters).filter(~nw.col("is_preliminary"))
    amount = nw.col("funding_usd").cast(nw.Float64)
    rolled = complete.select(
        "quarter",
        "starts_on",
        "ends_on",
        "is_preliminary",
        "market",
        four_quarters_usd=amount.rolling_sum(YEAR, min_samples=YEAR).over(
            "market", order_by="starts_on"
        ),
    ).filter(~nw.col("four_quarters_usd").is_null())
    least = nw.col("four_quarters_usd").min().over("quarter")
    base = (
        rolled.with_columns(least=least)
        .filter(nw.col("least") > 0)
        .select(base_on=nw.col("starts_on").min())
    )
    since = rolled.join(base, how="cross").filter(nw.col("starts_on") >= nw.col("base_on"))
    at_base = since.filter(nw.col("starts_on") == nw.col("base_on")).select(
        "market", base_usd=nw.col("four_quarters_usd")
    )
    index = nw.col("four_quarters_usd") / nw.col("base_usd") * 100
    return (
        since.join(at_base, on="market")
        .with_columns(
            four_quarters_usd=nw.col("four_quarters_usd").round(0).cast(nw.Int64),
            index=nw.when(nw.col("four_quarters_usd") > 0).then(index),
        )
        .drop("base_on", "base_usd")
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
