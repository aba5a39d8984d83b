"""In how much of the funding do investors of a certain kind or home take part?"""

from typing import Literal

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.funding import YEAR, quarters_of_markets, selected_rounds

Investors = Literal["big_tech", "abroad"]

FEW_ROUNDS = 5
COUNTED = (
    "rounds",
    "with_rounds",
    "unknown_rounds",
    "known_amounts",
    "funding_usd",
    "with_usd",
    "unknown_usd",
)


def rounds_by_investors(tables: Tables, filters: Filters, investors: Investors) -> Frame:
    """In how many rounds, and in how much money, do certain investors take part, as far as known?

    ``big_tech``: a large technology company or its venture arm. ``abroad``: for a company of the
    US an investor from China, and the other way round; other markets are left out.

    Grain: market and quarter, each standing for the four quarters to it (for all of them where
    the selection has fewer), in time order. Columns: quarter, starts_on, ends_on, is_preliminary,
    market, quarters (how many it stands for), rounds, with_rounds (such an investor is named),
    unknown_rounds (none is, and no investor is named or one isn't classified), known_amounts,
    funding_usd, with_usd, unknown_usd (the whole known amounts of these rounds), with_rounds_share
    and unknown_rounds_share (of the rounds), with_usd_share and unknown_usd_share (of funding_usd;
    null where that is zero), is_thin (fewer than five rounds).
    """
    told = _told(tables, filters, investors).filter(~nw.col("quarter").is_null())
    amount = nw.col("amount_usd")
    sums = told.group_by("quarter", "market").agg(
        rounds=nw.len(),
        with_rounds=nw.col("is_with").cast(nw.Int64).sum(),
        unknown_rounds=nw.col("is_unknown").cast(nw.Int64).sum(),
        known_amounts=amount.count(),
        funding_usd=amount.sum(),
        with_usd=nw.when(nw.col("is_with")).then(amount).otherwise(0).sum(),
        unknown_usd=nw.when(nw.col("is_unknown")).then(amount).otherwise(0).sum(),
    )
    pairs = quarters_of_markets(tables, filters)
    if investors == "abroad":
        pairs = pairs.filter(nw.col("market").is_in(["US", "CN"]))
    quarterly = pairs.join(sums, on=["quarter", "market"], how="left").with_columns(
        nw.col(*COUNTED).fill_null(0).cast(nw.Int64), quarters=nw.lit(1)
    )
    year = {
        name: nw.col(name).rolling_sum(YEAR, min_samples=1).over("market", order_by="starts_on")
        for name in (*COUNTED, "quarters")
    }
    return (
        quarterly.with_columns(**year)
        .with_columns(nw.col(*year).cast(nw.Int64))
        .with_columns(most=nw.col("quarters").max().over("market"))
        .filter(nw.col("quarters") == nw.col("most"))
        .with_columns(
            **{
                f"{part}_{unit}_share": _share(f"{part}_{unit}", whole)
                for part in ("with", "unknown")
                for unit, whole in (("rounds", "rounds"), ("usd", "funding_usd"))
            },
            is_thin=nw.col("rounds") < FEW_ROUNDS,
        )
        .drop("most")
        .sort("starts_on", "market")
    )


def _share(part: str, whole: str) -> nw.Expr:
    return nw.when(nw.col(whole) > 0).then(nw.col(part).cast(nw.Float64) / nw.col(whole))


def _told(tables: Tables, filters: Filters, investors: Investors) -> Frame:
    """The rounds selected, with is_with and is_unknown, never both and never null."""
    column = "investor_kind" if investors == "big_tech" else "investor_country"
    unclassified = (
        tables["participations"].filter(nw.col(column).is_null()).select("round_id").unique()
    )
    rounds = selected_rounds(tables, filters)
    if investors == "big_tech":
        flag = nw.col("has_big_tech_investor")
    else:
        rounds = rounds.filter(nw.col("market").is_in(["US", "CN"]))
        flag = (
            nw.when(nw.col("market") == "US")
            .then(nw.col("has_cn_investor"))
            .otherwise(nw.col("has_us_investor"))
        )
    return (
        rounds.with_columns(flag=flag)
        .join(unclassified.with_columns(unclassified=nw.lit(True)), on="round_id", how="left")
        .with_columns(
            is_with=nw.col("flag").fill_null(False),
            is_unclassified=nw.col("flag").is_null() | ~nw.col("unclassified").is_null(),
        )
        .with_columns(is_unknown=nw.col("is_unclassified") & ~nw.col("is_with"))
    )
