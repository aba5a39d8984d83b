"""The pressure score: parts that a reader can check by hand, weighed as the reader wishes.

Each part runs from 0 (no pressure) to 1 (full) on a fixed scale, so that no company's part depends
on who else is looked at. The scales and the equal weights were set by judgement, not fitted to what
happened. A part that isn't known is null, never zero, and takes its weight along.
"""

import polars as pl

from aiconsol.estimates.weights import PARTS, Weights
from aiconsol.queries.pressure import MAX_QUIET_MONTHS

RAISED_DECADES = 2
RUNWAY_MONTHS = 24
MULTIPLE_BEARABLE, MULTIPLE_DECADES = 10, 1
LEAST_KNOWN = 2


def parts(facts: pl.DataFrame) -> pl.DataFrame:
    """The facts (of ``queries.pressure.pressure_facts``) with each part from 0 to 1.

    quiet_part: months since the last equity round, full at 36. raised_part: how far the sum raised
    lies below the segment's leaders, full at a hundredth. runway_part: months that the money lasts
    at the known burn, none at 24 and full at 0; none without burn. multiple_part: valuation over
    revenue, none at 10 and full at 100. big_tech_part: 1 where a large technology company holds a
    stake. Null where what it rests on isn't known.
    """
    behind = (pl.col("leaders_usd") / pl.col("raised_usd")).log10() / RAISED_DECADES
    dear = (pl.col("multiple") / MULTIPLE_BEARABLE).log10() / MULTIPLE_DECADES
    runway = pl.when(pl.col("burn_usd") <= 0).then(0.0)
    return facts.with_columns(
        quiet_part=(pl.col("months_quiet") / MAX_QUIET_MONTHS).clip(0, 1),
        raised_part=behind.clip(0, 1),
        runway_part=runway.otherwise((1 - pl.col("months_left") / RUNWAY_MONTHS).clip(0, 1)),
        multiple_part=dear.clip(0, 1),
        big_tech_part=pl.col("has_big_tech").cast(pl.Float64),
    )


def scored(facts: pl.DataFrame, weights: Weights) -> pl.DataFrame:
    """The facts with parts, score and rank, quarter by quarter.

    score: the weighted mean of the known parts, 0 to 100; null where fewer than two parts that
    weigh are known (one, where only one weighs). known_share: the weight of the known parts, of
    all. known_parts: how many of the parts that weigh are known. rank: within the quarter, 1 the
    highest score, equal scores sharing the best place; null without a score. ranked: companies of
    the quarter that have one. <part>_points: what each part adds to the score.
    """
    weighed = [
        (name, weight, pl.col(f"{name}_part")) for name, weight in zip(PARTS, weights, strict=True)
    ]
    known = [(weight, part.is_not_null()) for __, weight, part in weighed if weight]
    needed = min(LEAST_KNOWN, len(known))
    is_known = (pl.col("known_parts") >= needed) & (pl.col("known_weight") > 0)
    points = {
        f"{name}_points": pl.when(is_known).then(100 * weight * part / pl.col("known_weight"))
        for name, weight, part in weighed
    }
    return (
        parts(facts)
        .with_columns(
            known_parts=pl.sum_horizontal(
                pl.lit(0), *(is_so.cast(pl.Int64) for __, is_so in known)
            ),
            known_weight=pl.sum_horizontal(
                pl.lit(0), *(weight * is_so.cast(pl.Int64) for weight, is_so in known)
            ),
        )
        .with_columns(known_share=pl.col("known_weight") / max(sum(weights), 1))
        .with_columns(**points)
        .with_columns(
            score=pl.when(is_known).then(pl.sum_horizontal(f"{name}_points" for name in PARTS))
        )
        .drop("known_weight")
        .with_columns(
            rank=pl.col("score").rank("min", descending=True).over("quarter").cast(pl.Int64),
            ranked=pl.col("score").count().over("quarter").cast(pl.Int64),
        )
    )


def watchlist(watched: pl.DataFrame) -> pl.DataFrame:
    """The scored companies of one quarter to take away, the highest first, the unranked last.

    Columns: rank, company, company_id, market, segment, score, known_share, known_parts, the facts
    that the parts rest on, and each part from 0 to 1.
    """
    return watched.sort("rank", "company", nulls_last=True).select(
        "rank",
        "company",
        "company_id",
        "market",
        "segment",
        "score",
        "known_share",
        "known_parts",
        "cutoff_on",
        "last_round_on",
        "months_quiet",
        "raised_usd",
        "leaders_usd",
        "burn_usd",
        "money_usd",
        "months_left",
        "valuation_usd",
        "revenue_usd",
        "multiple",
        "has_big_tech",
        *(f"{name}_part" for name in PARTS),
    )
