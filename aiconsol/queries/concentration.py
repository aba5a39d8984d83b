"""On how few rounds and companies the money rests."""

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.funding import quarters_of_markets, selected_rounds

LARGEST = 5
FEW_AMOUNTS = 10


def concentration_by_quarter(tables: Tables, filters: Filters) -> Frame:
    """How much of each market's money went to its five largest rounds, and how few companies?

    Grain: quarter and market, every pair of the selection, in time order. Columns: quarter,
    starts_on, ends_on, is_preliminary, market, known_amounts, companies (with a known amount),
    funding_usd, five_largest_usd, five_largest_share (0 to 1), herfindahl (sum of the companies'
    squared shares: near 0 where many share evenly, 1 where one company has all); both null where
    no money is known. is_thin: fewer than ten known amounts, where either is high by arithmetic.
    """
    known = selected_rounds(tables, filters).filter(
        ~nw.col("quarter").is_null(), ~nw.col("amount_usd").is_null()
    )
    concentration = _largest(known).join(_herfindahl(known), on=["quarter", "market"])
    counts = ("known_amounts", "companies", "funding_usd", "five_largest_usd")
    share = nw.col("five_largest_usd").cast(nw.Float64) / nw.col("funding_usd")
    return (
        quarters_of_markets(tables, filters)
        .join(concentration, on=["quarter", "market"], how="left")
        .with_columns(nw.col(*counts).fill_null(0).cast(nw.Int64))
        .with_columns(
            five_largest_share=nw.when(nw.col("funding_usd") > 0).then(share),
            is_thin=nw.col("known_amounts") < FEW_AMOUNTS,
        )
        .sort("starts_on", "market")
    )


def _largest(known: Frame) -> Frame:
    amount = nw.col("amount_usd")
    rank = amount.rank("ordinal", descending=True).over("quarter", "market")
    return (
        known.select("quarter", "market", "amount_usd", rank=rank)
        .group_by("quarter", "market")
        .agg(
            known_amounts=nw.len(),
            funding_usd=amount.sum(),
            five_largest_usd=nw.when(nw.col("rank") <= LARGEST).then(amount).otherwise(0).sum(),
        )
    )


def _herfindahl(known: Frame) -> Frame:
    raised = known.group_by("quarter", "market", "company_id").agg(
        raised=nw.col("amount_usd").cast(nw.Float64).sum()
    )
    total = nw.col("raised").sum().over("quarter", "market")
    share = nw.when(nw.col("total") > 0).then(nw.col("raised") / nw.col("total"))
    squared = raised.with_columns(total=total).with_columns(share=share)
    return (
        squared.with_columns(squared=nw.col("share") * nw.col("share"))
        .group_by("quarter", "market")
        .agg(
            companies=nw.len(),
            herfindahl=nw.col("squared").sum(),
            has_money=nw.col("raised").sum() > 0,
        )
        .with_columns(herfindahl=nw.when(nw.col("has_money")).then(nw.col("herfindahl")))
        .drop("has_money")
    )
