"""How well a ranking finds what happened next: area under the ROC curve, and hits at the top.

Every function takes ``tested``: one row a company and quarter, with quarter, company_id, is_taken
and the value ranked by, larger first, never null. Companies are compared within a quarter only.
"""

from dataclasses import dataclass
from functools import partial

import numpy as np
import polars as pl
from scipy import stats

CONFIDENCE = 0.95
RESAMPLES = 999
SEED = 20190101
FEWEST_TAKEN = 5
CHANCE = 0.5
TOP = (10, 20)


def by_quarter(tested: pl.DataFrame, value: str) -> pl.DataFrame:
    """What the ranking was worth in each quarter.

    Grain: quarter. Columns: quarter, ranked, taken, pairs (a company taken and one not), pairs_won
    (those in which the taken one stands higher, equal values counting half: over ``pairs`` it is
    the area under the ROC curve, the Mann-Whitney statistic), top10, top20 (companies taken among
    the first ten and twenty; equal values that reach over the last place share the places left, so
    that no order among them is made up).
    """
    place = pl.col(value).rank("average").over("quarter")
    first = pl.col(value).rank("min", descending=True).over("quarter").cast(pl.Int64)
    equals = pl.len().over("quarter", value)
    held = {f"top{places}": ((places + 1 - first) / equals).clip(0, 1) for places in TOP}
    taken = pl.col("taken")
    return (
        tested.with_columns(place=place, **held)
        .group_by("quarter")
        .agg(
            ranked=pl.len().cast(pl.Int64),
            taken=pl.col("is_taken").sum().cast(pl.Int64),
            places_of_taken=pl.col("place").filter("is_taken").sum(),
            **{name: pl.col(name).filter("is_taken").sum() for name in held},
        )
        .with_columns(
            pairs=taken * (pl.col("ranked") - taken),
            pairs_won=pl.col("places_of_taken") - taken * (taken + 1) / 2,
        )
        .drop("places_of_taken")
        .sort("quarter")
    )


def area_interval(tested: pl.DataFrame, value: str) -> tuple[float | None, float | None]:
    """The 95 per cent interval of the area pooled over the quarters; nulls under five taken.

    A percentile bootstrap that draws whole companies, with all their quarters, since one company's
    quarters are no separate evidence. The draws are always the same ones.
    """
    if tested.filter("is_taken")["company_id"].n_unique() < FEWEST_TAKEN:
        return None, None
    companies, quarters = _quarters(tested, value)

    def statistic(drawn: np.ndarray, axis: int = -1) -> np.ndarray:
        areas = _pooled(np.atleast_2d(np.moveaxis(drawn, axis, -1)), quarters)
        return np.where(np.isnan(areas), CHANCE, areas)

    interval = stats.bootstrap(
        (np.arange(companies),),
        statistic,
        n_resamples=RESAMPLES,
        vectorized=True,
        confidence_level=CONFIDENCE,
        method="percentile",
        rng=np.random.default_rng(SEED),
    ).confidence_interval
    return float(interval.low), float(interval.high)


@dataclass(frozen=True)
class _Quarter:
    """Who was taken and who wasn't, as numbers of companies, and who of them stood above whom."""

    taken: np.ndarray
    others: np.ndarray
    above: np.ndarray


def _quarters(tested: pl.DataFrame, value: str) -> tuple[int, list[_Quarter]]:
    numbered = tested.with_columns(number=pl.col("company_id").rank("dense").cast(pl.Int64) - 1)
    return numbered["company_id"].n_unique(), [
        _quarter(rows["number"].to_numpy(), rows[value].to_numpy(), rows["is_taken"].to_numpy())
        for rows in numbered.partition_by("quarter")
        if rows["is_taken"].any()
    ]


def _quarter(numbers: np.ndarray, values: np.ndarray, is_taken: np.ndarray) -> _Quarter:
    difference = values[is_taken][:, None] - values[~is_taken][None, :]
    return _Quarter(numbers[is_taken], numbers[~is_taken], (np.sign(difference) + 1) / 2)


def _pooled(drawn: np.ndarray, quarters: list[_Quarter]) -> np.ndarray:
    """The area of each row of company numbers, in which a company may stand more than once."""
    times = np.apply_along_axis(partial(np.bincount, minlength=drawn.shape[1]), 1, drawn)
    won, pairs = np.zeros(len(drawn)), np.zeros(len(drawn))
    for quarter in quarters:
        taken, others = times[:, quarter.taken], times[:, quarter.others]
        won += ((taken @ quarter.above) * others).sum(axis=1)
        pairs += taken.sum(axis=1) * others.sum(axis=1)
    with np.errstate(invalid="ignore"):
        return np.asarray(won / pairs)
