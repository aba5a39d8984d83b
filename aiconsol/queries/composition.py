"""What the money went into: segments and stages of each market."""

from typing import Literal

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.funding import selected_rounds

Category = Literal["segment", "stage"]


def funding_by_category(tables: Tables, filters: Filters, category: Category) -> Frame:
    """Which segments, or which stages, did each market's money and rounds go to?

    Grain: market and category with at least one round, rounds dated to the year only included,
    the most money first. Columns: market, category, rounds, known_amounts, funding_usd (sum of
    the known amounts; null where none is known), money_share and rounds_share (of the market's
    total over the selection, 0 to 1; money_share is null where funding_usd or the total is
    unknown or zero).
    """
    amount = nw.col("amount_usd")
    sums = (
        selected_rounds(tables, filters)
        .select("market", "amount_usd", category=nw.col(category).cast(nw.String))
        .group_by("market", "category")
        .agg(rounds=nw.len(), known_amounts=amount.count(), funding_usd=amount.sum())
        .with_columns(
            nw.col("rounds", "known_amounts").cast(nw.Int64),
            funding_usd=nw.when(nw.col("known_amounts") > 0).then(
                nw.col("funding_usd").cast(nw.Int64)
            ),
        )
    )
    money = nw.col("funding_usd").cast(nw.Float64)
    rounds = nw.col("rounds").cast(nw.Float64)
    return (
        sums.with_columns(
            total_usd=nw.col("funding_usd").sum().over("market"),
            total_rounds=nw.col("rounds").sum().over("market"),
        )
        .with_columns(
            money_share=nw.when(nw.col("total_usd") > 0).then(money / nw.col("total_usd")),
            rounds_share=rounds / nw.col("total_rounds"),
        )
        .drop("total_usd", "total_rounds")
        .sort("market", "funding_usd", "category", descending=[False, True, False], nulls_last=True)
    )


def left_out_of_categories(tables: Tables, filters: Filters, category: Category) -> Frame:
    """What can't a sum by category show? One row: rounds, undisclosed, unnamed.

    ``unnamed`` rounds are of a category that the sources don't name (stage "unknown").
    """
    unnamed = nw.col(category).cast(nw.String) == "unknown"
    counts = selected_rounds(tables, filters).select(
        rounds=nw.len(),
        undisclosed=nw.col("amount_usd").is_null().cast(nw.Int64).sum(),
        unnamed=unnamed.cast(nw.Int64).sum(),
    )
    return counts.with_columns(nw.all().cast(nw.Int64))
