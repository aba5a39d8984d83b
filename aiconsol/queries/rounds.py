"""How many rounds there were, and how large the usual one was."""

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.funding import quarters_of_markets, selected_rounds

FEW_AMOUNTS = 5


def rounds_by_quarter(tables: Tables, filters: Filters) -> Frame:
    """How many rounds did each market see in each quarter, and how large was the median one?

    Grain: quarter and market, every pair of the selection, in time order. Columns: quarter,
    starts_on, ends_on, is_preliminary, market, rounds, known_amounts and undisclosed (together
    the rounds), median_usd (over the known amounts; null where there is none), is_thin (the
    median rests on fewer than five amounts).
    """
    amount = nw.col("amount_usd")
    counts = (
        selected_rounds(tables, filters)
        .filter(~nw.col("quarter").is_null())
        .group_by("quarter", "market")
        .agg(
            rounds=nw.len(),
            known_amounts=amount.count(),
            median_usd=amount.cast(nw.Float64).median(),
        )
    )
    return (
        quarters_of_markets(tables, filters)
        .join(counts, on=["quarter", "market"], how="left")
        .with_columns(nw.col("rounds", "known_amounts").fill_null(0).cast(nw.Int64))
        .with_columns(
            undisclosed=nw.col("rounds") - nw.col("known_amounts"),
            is_thin=nw.col("known_amounts") < FEW_AMOUNTS,
        )
        .sort("starts_on", "market")
    )
