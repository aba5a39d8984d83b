"""Would the pressure score have named the companies that were taken over in the year after?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import narwhals as nw
import polars as pl

from aiconsol.dataset import Tables
from aiconsol.estimates.pressure import scored, watchlist
from aiconsol.estimates.ranking import TOP, area_interval, by_quarter
from aiconsol.estimates.weights import Weights
from aiconsol.filters import Filters
from aiconsol.queries.calendar import quarter_number
from aiconsol.queries.ends import TAKEN, first_ends
from aiconsol.queries.known import ANNOUNCED
from aiconsol.queries.pressure import pressure_facts

HORIZON_QUARTERS = 4
METHODS = {"score": "score", "oldest": "months_quiet"}
RANDOM = "random"

CASES = ("inflection-ai", "adept", "character-ai", "covariant", "windsurf", "groq")
"""The reverse acquihires that made the word: their scores before the deal are walked through."""
CASE_QUARTERS = 8


def scores(
    tables: Tables, filters: Filters, as_of: date, weights: Weights, known: str = ANNOUNCED
) -> pl.DataFrame:
    """How much pressure was each independent company under, at the end of each quarter?

    Grain and columns of ``estimates.pressure.scored``: only what was known at the quarter's end.
    """
    facts = pressure_facts(tables, filters, as_of, known).collect("polars").to_native()
    return scored(facts, weights)


def watchlist_at(
    tables: Tables, filters: Filters, as_of: date, quarter: str, weights: Weights
) -> pl.DataFrame:
    """Which companies were under most pressure at the end of the quarter?

    Grain and columns of ``estimates.pressure.watchlist``.
    """
    return watchlist(scores(tables, filters, as_of, weights).filter(quarter=quarter))


def last_shown(filters: Filters, quarters: Sequence[str]) -> str:
    """The last quarter selected, preliminary or not; ``quarters`` is the calendar."""
    return filters.quarters[1] if filters.quarters else quarters[-1]


def backtest(
    tables: Tables, filters: Filters, as_of: date, weights: Weights, known: str = ANNOUNCED
) -> pl.DataFrame:
    """How did the companies rank that were bought or hollowed out in the following four quarters?

    Grain: method (score; oldest: the longest without a round; random) and quarter whose four
    following quarters the register covers completely, and a row for all of them together (quarter
    null). Columns: quarter, starts_on, ends_on, method, ranked, taken, area (under the ROC curve:
    0.5 is chance; null where none was taken), top10, top20 (companies taken among the first ten
    and twenty, for random the expectation); in the row for all also low, high (95 per cent
    bootstrap interval, null under five companies taken) and companies_taken (distinct ones). That
    row sums counts and pairs: a company counts in each quarter that it was ranked in.
    """
    tested = _tested(tables, scores(tables, filters, as_of, weights, known))
    by_method = [
        by_quarter(tested, value).with_columns(method=pl.lit(method))
        for method, value in METHODS.items()
    ]
    quarters = pl.concat([*by_method, _by_lot(by_method[0])])
    counts = pl.col("ranked", "taken", "pairs", "pairs_won", *(f"top{n}" for n in TOP))
    together = quarters.group_by("method").agg(counts.sum()).join(_intervals(tested), on="method")
    calendar = tables["quarters"].select("quarter", "starts_on", "ends_on").collect("polars")
    dated = quarters.join(calendar.to_native(), on="quarter")
    every = pl.concat([dated, together], how="diagonal_relaxed")
    area = pl.when(pl.col("pairs") > 0).then(pl.col("pairs_won") / pl.col("pairs"))
    return (
        every.with_columns(area=area)
        .drop("pairs", "pairs_won")
        .sort("quarter", "method", nulls_last=True)
    )


def before_the_deal(
    tables: Tables, filters: Filters, as_of: date, weights: Weights
) -> pl.DataFrame:
    """How did the best-known reverse acquihires rank in the two years before?

    Grain: company of ``CASES`` that the filters select and quarter before its deal. Columns:
    company, ended_on, quarters_before (1 to 8), quarter, cutoff_on, score, rank, ranked,
    known_parts, known_share. Score and rank are null where too few parts were known; quarters in
    which it wasn't watched have no row.
    """
    whole = replace(filters, quarters=None)
    ends = first_ends(tables).collect("polars").to_native()
    return (
        scores(tables, whole, as_of, weights)
        .join(ends.filter(pl.col("company_id").is_in(CASES)), on="company_id")
        .with_columns(quarters_before=pl.col("end_number") - pl.col("number"))
        .filter(pl.col("quarters_before").is_between(1, CASE_QUARTERS))
        .select(
            "company",
            "ended_on",
            "quarters_before",
            "quarter",
            "cutoff_on",
            "score",
            "rank",
            "ranked",
            "known_parts",
            "known_share",
        )
        .sort("ended_on", "company", "quarters_before")
    )


def _tested(tables: Tables, ranked: pl.DataFrame) -> pl.DataFrame:
    """The ranked companies of the quarters whose year after is complete, and who was taken."""
    ends = first_ends(tables).collect("polars").to_native()
    undated = ends.filter(pl.col("end_number").is_null())
    horizon = pl.col("end_number") - pl.col("number")
    is_taken = (pl.col("end") == TAKEN) & horizon.is_between(1, HORIZON_QUARTERS)
    return (
        ranked.filter(
            pl.col("score").is_not_null(),
            pl.col("number") <= _last_complete(tables) - HORIZON_QUARTERS,
        )
        .join(undated, on="company_id", how="anti")
        .join(ends.select("company_id", "end", "end_number"), on="company_id", how="left")
        .with_columns(is_taken=is_taken.fill_null(value=False))
    )


def _last_complete(tables: Tables) -> int:
    calendar = tables["quarters"].filter(~nw.col("is_preliminary"))
    last = calendar.select(last=quarter_number(nw.col("starts_on")).max())
    return int(last.collect("polars").to_native().item() or 0)


def _by_lot(rows: pl.DataFrame) -> pl.DataFrame:
    """What a ranking by lot would find on average, in the columns of ``by_quarter``."""
    return rows.with_columns(
        method=pl.lit(RANDOM),
        pairs_won=pl.col("pairs") / 2,
        **{
            f"top{places}": pl.col("taken") * (places / pl.col("ranked")).clip(0, 1)
            for places in TOP
        },
    )


def _intervals(tested: pl.DataFrame) -> pl.DataFrame:
    companies = tested.filter("is_taken")["company_id"].n_unique()
    rows = [(method, *area_interval(tested, value)) for method, value in METHODS.items()]
    schema = {"method": pl.String, "low": pl.Float64, "high": pl.Float64}
    every = pl.DataFrame([*rows, (RANDOM, None, None)], schema=schema, orient="row")
    return every.with_columns(companies_taken=pl.lit(companies, pl.Int64))
