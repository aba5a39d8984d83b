"""Which rounds weigh most."""

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters

FEW = 5


def five_largest_by_quarter(tables: Tables, filters: Filters) -> Frame:
    """How much of each quarter's funding went to its five largest rounds?

    Grain: quarter with at least one known amount, in time order, all markets selected together.
    Columns: quarter, largest_usd (sum of the five), funding_usd, known_amounts.
    """
    known = filters.on_rounds(tables["rounds"]).filter(
        ~nw.col("quarter").is_null(), ~nw.col("amount_usd").is_null()
    )
    amount = nw.col("amount_usd")
    rank = amount.rank("ordinal", descending=True).over("quarter")
    return (
        known.select("quarter", "amount_usd", rank=rank)
        .group_by("quarter")
        .agg(
            largest_usd=nw.when(nw.col("rank") <= FEW).then(amount).otherwise(0).sum(),
            funding_usd=amount.sum(),
            known_amounts=amount.count(),
        )
        .with_columns(nw.col("largest_usd", "funding_usd").cast(nw.Int64))
        .sort("quarter")
    )


def largest_rounds_of_quarter(tables: Tables, filters: Filters, quarter: str, count: int) -> Frame:
    """Which rounds were the largest of the quarter? Grain and columns of ``rounds``."""
    known = filters.on_rounds(tables["rounds"]).filter(
        nw.col("quarter") == quarter, ~nw.col("amount_usd").is_null()
    )
    return known.sort("amount_usd", "round_id", descending=[True, False]).head(count)


def largest_rounds(tables: Tables, filters: Filters, count: int) -> Frame:
    """Which rounds were the largest of each market? Grain and columns of ``rounds``, largest first.

    Rounds whose date is known at least to the quarter and whose amount is known; a market has more
    than ``count`` where the last ones are equal.
    """
    known = filters.on_rounds(tables["rounds"]).filter(
        ~nw.col("quarter").is_null(), nw.col("amount_usd") > 0
    )
    rank = nw.col("amount_usd").rank("min", descending=True).over("market")
    return (
        known.with_columns(rank=rank)
        .filter(nw.col("rank") <= count)
        .drop("rank")
        .sort("amount_usd", "round_id", descending=[True, False])
    )
