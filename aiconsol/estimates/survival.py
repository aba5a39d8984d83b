"""Survival with censoring: Kaplan-Meier and Aalen-Johansen curves, and the log-rank test.

Every function takes ``lives``, one row a company: market, quarters (whole quarters that it was
followed, from 0) and end (null where it hadn't ended when last seen, which censors it).
"""

import warnings

import numpy as np
import polars as pl
from scipy import special, stats

CONFIDENCE = 0.95
CURVE = {
    "market": pl.String,
    "quarters": pl.Int64,
    "at_risk": pl.Int64,
    "ended": pl.Int64,
    "share": pl.Float64,
    "low": pl.Float64,
    "high": pl.Float64,
}


def independent_share(lives: pl.DataFrame) -> pl.DataFrame:
    """The Kaplan-Meier estimate of each market, with its log-log (exponential Greenwood) band.

    Grain: market and quarter since the start, from 0 to the last in which a company was followed.
    Columns: market, quarters, at_risk (followed into this quarter), ended (in it), share
    (estimated share that outlives it), low, high (95 per cent band; null where the formula
    has none: before the first end, and where all have ended).
    """
    return pl.concat([_EMPTY, *(_kaplan_meier(*group) for group in _by_market(lives))])


def ended_share(lives: pl.DataFrame, end: str) -> pl.DataFrame:
    """The Aalen-Johansen estimate of each market: the share ended by ``end``, others competing.

    Grain and columns of ``independent_share``; ``ended`` counts this end alone. The band is
    log-log over the delta method's variance (Marubini and Valsecchi 1995, 10.12).
    """
    return pl.concat([_EMPTY, *(_aalen_johansen(*group, end) for group in _by_market(lives))])


def log_rank(lives: pl.DataFrame, first: str, second: str, end: str | None = None) -> float | None:
    """The p-value of the log-rank test between two markets; None where nothing can be compared.

    With ``end``, the test is of that end alone: others censor.
    """
    followed = dict(_by_market(lives))
    if first not in followed or second not in followed:
        return None
    samples = [_censored(followed[market], end) for market in (first, second)]
    if not any(sample.num_censored() < len(sample) for sample in samples):
        return None
    p_value = float(stats.logrank(*samples).pvalue)
    return None if np.isnan(p_value) else p_value


_EMPTY = pl.DataFrame(schema=CURVE)


def _by_market(lives: pl.DataFrame) -> list[tuple[str, pl.DataFrame]]:
    named = lives.with_columns(pl.col("market").cast(pl.String))
    groups = named.partition_by("market", as_dict=True, maintain_order=True)
    return [(str(market), rows) for (market,), rows in groups.items()]


def _censored(rows: pl.DataFrame, end: str | None = None) -> stats.CensoredData:
    is_ended = pl.col("end").is_not_null() if end is None else pl.col("end").eq_missing(end)
    split = rows.select("quarters", is_ended=is_ended)
    return stats.CensoredData.right_censored(
        split["quarters"].to_numpy().astype(float), ~split["is_ended"].to_numpy()
    )


def _counts(rows: pl.DataFrame) -> pl.DataFrame:
    """Quarter by quarter: how many were at risk, and how many ended, in all and each way."""
    last = int(rows.select(pl.col("quarters").max()).item())
    leaving = rows.group_by("quarters").agg(left=pl.len(), any=pl.col("end").count())
    return (
        pl.DataFrame({"quarters": range(last + 1)}, schema={"quarters": pl.Int64})
        .join(leaving, on="quarters", how="left")
        .sort("quarters")
        .with_columns(pl.col("left", "any").fill_null(0).cast(pl.Int64))
        .with_columns(at_risk=rows.height - pl.col("left").cum_sum() + pl.col("left"))
    )


def _kaplan_meier(market: str, rows: pl.DataFrame) -> pl.DataFrame:
    counts = _counts(rows)
    curve = stats.ecdf(_censored(rows)).sf
    grid = counts["quarters"].to_numpy()
    with warnings.catch_warnings():
        # SciPy warns where the formula has no band; those quarters are null here.
        warnings.filterwarnings("ignore", "The confidence interval is undefined", RuntimeWarning)
        band = curve.confidence_interval(CONFIDENCE, method="log-log")
    share = curve.evaluate(grid)
    low, high = (np.where(share < 1, side.evaluate(grid), np.nan) for side in (band.low, band.high))
    return _curve(market, counts.rename({"any": "ended"}), share, low, high)


def _aalen_johansen(market: str, rows: pl.DataFrame, end: str) -> pl.DataFrame:
    of_end = rows.filter(pl.col("end") == end).group_by("quarters").agg(ended=pl.len())
    counts = (
        _counts(rows)
        .join(of_end, on="quarters", how="left")
        .sort("quarters")
        .with_columns(pl.col("ended").fill_null(0).cast(pl.Int64))
    )
    at_risk, every, ended = (counts[name].to_numpy() for name in ("at_risk", "any", "ended"))
    survived = np.cumprod(1 - every / at_risk)
    before = np.concatenate([[1.0], survived[:-1]])
    share = np.cumsum(before * ended / at_risk)
    variance = _variance(share, before, at_risk, every, ended)
    deviation = np.sqrt(np.maximum(variance, 0))
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = special.ndtri(0.5 + CONFIDENCE / 2) * deviation / (share * np.log(share))
        low, high = share ** np.exp(-spread), share ** np.exp(spread)
    return _curve(market, counts, share, low, high)


def _variance(
    share: np.ndarray, before: np.ndarray, at_risk: np.ndarray, every: np.ndarray, ended: np.ndarray
) -> np.ndarray:
    """Row t sums over the quarters to t; those in which all at risk ended add no first term."""
    later = np.tril(share[:, None] - share[None, :])
    so_far = np.tril(np.ones_like(later))
    remaining = np.where(every < at_risk, at_risk - every, np.inf)
    variance: np.ndarray = (
        (later**2) @ (every / (at_risk * remaining))
        + so_far @ (before**2 * ended * (at_risk - ended) / at_risk.astype(float) ** 3)
        - 2 * later @ (before * ended / at_risk.astype(float) ** 2)
    )
    return variance


def _curve(
    market: str, counts: pl.DataFrame, share: np.ndarray, low: np.ndarray, high: np.ndarray
) -> pl.DataFrame:
    drawn = counts.with_columns(
        market=pl.lit(market), share=pl.Series(share), low=pl.Series(low), high=pl.Series(high)
    )
    return drawn.select(*CURVE).with_columns(pl.col("share", "low", "high").fill_nan(None))
