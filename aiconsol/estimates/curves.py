"""The survival curves of a selection of companies, market by market."""

from itertools import combinations

import polars as pl

from aiconsol.dataset import Tables
from aiconsol.estimates.survival import ended_share, independent_share, log_rank
from aiconsol.filters import Filters
from aiconsol.queries.ends import ENDS
from aiconsol.queries.lives import lives

FEWEST_DRAWN = 5


def survival_by_market(tables: Tables, filters: Filters, least_usd: int) -> pl.DataFrame:
    """Which share of companies is still private and independent, by quarters since a large round?

    Grain and columns of ``survival.independent_share``, and is_drawn: at least five companies
    were followed into the quarter. The companies are those of ``queries.lives``.
    """
    return _marked(independent_share(_collected(tables, filters, least_usd)))


def ends_by_market(tables: Tables, filters: Filters, least_usd: int) -> pl.DataFrame:
    """How did the others end, by quarters since the large round?

    Grain: end (taken, listed, closed), market and quarter; columns as in ``survival_by_market``,
    and end. The three shares and the independent share of a market and quarter add up to one.
    """
    followed = _collected(tables, filters, least_usd)
    return pl.concat(
        _marked(ended_share(followed, end)).with_columns(end=pl.lit(end)) for end in ENDS
    )


def differences(tables: Tables, filters: Filters, least_usd: int) -> pl.DataFrame:
    """Could the markets' curves differ by chance?

    Grain: pair of markets shown, and end (null: any). Columns: first, second, end, p_value of the
    log-rank test (null where neither has an end to compare).
    """
    followed = _collected(tables, filters, least_usd)
    return pl.DataFrame(
        [
            (first, second, end, log_rank(followed, first, second, end))
            for first, second in combinations(filters.shown_markets, 2)
            for end in (None, *ENDS)
        ],
        schema={"first": pl.String, "second": pl.String, "end": pl.String, "p_value": pl.Float64},
        orient="row",
    )


def _collected(tables: Tables, filters: Filters, least_usd: int) -> pl.DataFrame:
    rows: pl.DataFrame = lives(tables, filters, least_usd).collect("polars").to_native()
    return rows


def _marked(curve: pl.DataFrame) -> pl.DataFrame:
    return curve.with_columns(is_drawn=pl.col("at_risk") >= FEWEST_DRAWN)
