"""What publishers report for a market and period, and the register's own sum beside it."""

from dataclasses import replace

import narwhals as nw
import polars as pl

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.language import _
from aiconsol.queries.funding import selected_rounds
from aiconsol.queries.policy import first_day
from aiconsol.schema.vocabulary import AGGREGATE_MARKETS

REGIONS = tuple(market for market in AGGREGATE_MARKETS if market not in {"US", "CN"})
WHOLE = {"year": 4, "half_year": 2, "quarter": 1}
"""How many quarters make a period whole."""
EARLY_STAGES = ("seed", "series_a")
FEW = 3
APART = 1.6
"""How many times the lower of two names' values must be exceeded, so that the names keep apart."""


def selected_published_totals(tables: Tables, filters: Filters) -> Frame:
    """Which published totals do the filters select? Grain and columns of ``aggregates``.

    US and China are markets of their own; Other stands for the world, Asia and Europe. A range of
    quarters admits the periods that lie in it wholly. No other filter applies: a publisher's
    total can't be cut by segment or stage.
    """
    shown = filters.shown_markets
    markets = [*(name for name in shown if name != "Other"), *(REGIONS if "Other" in shown else ())]
    totals = tables["aggregates"].filter(nw.col("market").is_in(markets))
    if filters.quarters:
        first, last = filters.quarters
        totals = totals.filter(
            nw.col("starts_on") >= first_day(first),
            nw.col("ends_on") < first_day(last, quarters_later=1),
        )
    return totals.sort("publisher", "scope", "market", "metric", "starts_on", "aggregate_id")


def published_totals_everywhere(tables: Tables, filters: Filters) -> Frame:
    """Which published totals are there of any market? Grain and columns of ``aggregates``."""
    return selected_published_totals(tables, replace(filters, market=()))


def funding_by_period(tables: Tables, filters: Filters, period_kind: str) -> Frame:
    """What does the register sum up to in each whole year, half-year or quarter?

    Grain: market and period that lies in the quarters shown wholly, in time order. Columns:
    market, period (2024, 2024H1, 2024Q1), starts_on, ends_on, is_preliminary, register_usd (null
    without a known amount), rounds. A year also counts the rounds that are dated to the year
    only. Segment and stage aren't applied, so that the sum can stand beside a publisher's.
    """
    whole = replace(filters, segment=(), stage=(), quarters=None)
    rounds = selected_rounds(tables, whole).with_columns(period=_period(period_kind, "year"))
    sums = (
        rounds.filter(~nw.col("period").is_null())
        .group_by("market", "period")
        .agg(
            register_usd=nw.col("amount_usd").sum(),
            known_amounts=nw.col("amount_usd").count(),
            rounds=nw.len(),
        )
    )
    known = nw.when(nw.col("known_amounts") > 0).then(nw.col("register_usd").cast(nw.Float64))
    return (
        _periods(tables, filters, period_kind)
        .join(_markets(tables, filters), how="cross")
        .join(sums, on=["market", "period"], how="left")
        .with_columns(register_usd=known, rounds=nw.col("rounds").fill_null(0).cast(nw.Int64))
        .drop("known_amounts")
        .sort("starts_on", "market")
    )


def published_funding(tables: Tables, filters: Filters, period_kind: str, scope: str) -> Frame:
    """What do publishers report as funding of the US and of China, and what does the register hold?

    Grain: published total of the scope for a period of the register's calendar, in time order.
    Columns: market, period, starts_on, ends_on, is_preliminary, publisher, source_name,
    published_usd, register_usd, coverage (register ÷ publisher; null where either is unknown),
    note, source_url, aggregate_id, series (publisher and source: what may be joined by a line).
    """
    totals = selected_published_totals(tables, filters).filter(
        nw.col("metric") == "funding_usd",
        nw.col("scope") == scope,
        nw.col("period_kind") == period_kind,
    )
    register = funding_by_period(tables, filters, period_kind)
    named = totals.select(
        "period",
        "publisher",
        "source_name",
        "note",
        "source_url",
        "aggregate_id",
        market=nw.col("market").cast(nw.String),
        published_usd=nw.col("value"),
        series=nw.concat_str([nw.col("publisher"), nw.col("source_name")], separator=", "),
    )
    coverage = nw.when(nw.col("published_usd") > 0).then(
        nw.col("register_usd") / nw.col("published_usd")
    )
    return (
        register.with_columns(nw.col("market").cast(nw.String))
        .join(named, on=["market", "period"])
        .with_columns(coverage=coverage)
        .sort("starts_on", "market", "aggregate_id")
    )


def published_measure(tables: Tables, filters: Filters, metric: str, period_kind: str) -> Frame:
    """How does a measure run, as all publishers report it? Grain: published total, in time order.

    Columns: market, scope, period, starts_on, ends_on, publisher, source_name, value, note,
    source_url, series (publisher, scope and source: what may be joined by a line).
    """
    totals = published_totals_everywhere(tables, filters).filter(
        nw.col("metric") == metric, nw.col("period_kind") == period_kind
    )
    parts = [nw.col("publisher"), nw.col("scope").cast(nw.String), nw.col("source_name")]
    return totals.select(
        "market",
        "scope",
        "period",
        "starts_on",
        "ends_on",
        "publisher",
        "source_name",
        "value",
        "note",
        "source_url",
        series=nw.concat_str(parts, separator=", "),
    ).sort("starts_on", "market", "series")


def early_stage_totals(tables: Tables, filters: Filters) -> Frame:
    """What do publishers report of early-stage generative AI? Grain, columns of ``aggregates``."""
    totals = selected_published_totals(tables, filters)
    return totals.filter(nw.col("scope") == "generative_ai_early_stage").sort(
        "starts_on", "metric", "aggregate_id"
    )


def early_stage_rounds(tables: Tables, filters: Filters) -> Frame:
    """How many seed and series A rounds does the register hold for the US, quarter by quarter?

    Grain: quarter shown. Columns: quarter, starts_on, ends_on, is_preliminary, rounds.
    """
    early = replace(filters, market=("US",), stage=EARLY_STAGES, segment=())
    counts = (
        selected_rounds(tables, early)
        .filter(~nw.col("quarter").is_null())
        .group_by("quarter")
        .agg(rounds=nw.len())
    )
    return (
        filters.on_quarters(tables["quarters"])
        .join(counts, on="quarter", how="left")
        .with_columns(nw.col("rounds").fill_null(0).cast(nw.Int64))
        .sort("starts_on")
    )


def definitions(tables: Tables, filters: Filters) -> Frame:
    """What does each publisher count? Grain: publisher, scope and note, as the sources word it.

    Columns: publisher, scope, note (null where the source says no more), totals, first_period,
    last_period.
    """
    return (
        published_totals_everywhere(tables, filters)
        .group_by("publisher", "scope", "note")
        .agg(
            totals=nw.len(),
            first_period=nw.col("period").min(),
            last_period=nw.col("period").max(),
        )
        .sort("publisher", "scope", "first_period", "note", nulls_last=True)
    )


def line_labels(tables: Tables, filters: Filters, period_kind: str, scope: str) -> pl.DataFrame:
    """Which names stand beside the ends of the lines? Grain: market and named line.

    Named are the register and each series of three totals or more. Columns: market, name,
    is_register, starts_on, ends_on, label_usd: the line's last value, moved down where a name
    above would cover it.
    """
    totals: pl.DataFrame = (
        published_funding(tables, filters, period_kind, scope).collect("polars").to_native()
    )
    register: pl.DataFrame = (
        funding_by_period(tables, filters, period_kind).collect("polars").to_native()
    )
    market = pl.col("market").cast(pl.String)
    lines = pl.concat(
        [
            totals.filter(pl.len().over("market", "series") >= FEW).select(
                market,
                "starts_on",
                "ends_on",
                name="publisher",
                line="series",
                is_register=pl.lit(value=False),
                label_usd="published_usd",
            ),
            register.drop_nulls("register_usd").select(
                market,
                "starts_on",
                "ends_on",
                name=pl.lit(_("Register")),
                line=pl.lit("register"),
                is_register=pl.lit(value=True),
                label_usd="register_usd",
            ),
        ]
    )
    last = lines.filter(pl.col("starts_on") == pl.col("starts_on").max().over("market", "line"))
    named = (
        last.drop("line")
        .with_columns(pl.col("label_usd").cast(pl.Float64))
        .sort("market", "label_usd", descending=[False, True])
    )
    return pl.concat([named.clear(), *map(_kept_apart, named.partition_by("market"))])


def _kept_apart(names: pl.DataFrame) -> pl.DataFrame:
    """The names of one market, highest first, each at least a line's height below the one above."""
    heights: list[float] = []
    for value in names["label_usd"]:
        heights.append(min(value, heights[-1] / APART) if heights else value)
    return names.with_columns(label_usd=pl.Series(heights, dtype=pl.Float64))


def left_out_of_published(tables: Tables, filters: Filters, period_kind: str, scope: str) -> Frame:
    """Which funding totals can't stand beside the register? One row: earlier, other_periods.

    ``earlier`` end before the register's first quarter; ``other_periods`` are of another length.
    """
    start = tables["quarters"].select(begins_on=nw.col("starts_on").min())
    totals = (
        selected_published_totals(tables, filters)
        .filter(
            nw.col("metric") == "funding_usd",
            nw.col("scope") == scope,
            nw.col("market").is_in(["US", "CN"]),
        )
        .join(start, how="cross")
    )
    is_kind = nw.col("period_kind") == period_kind
    is_early = nw.col("starts_on") < nw.col("begins_on")
    return totals.select(
        earlier=(is_early & is_kind).cast(nw.Int64).sum(),
        other_periods=(~is_kind & ~is_early).cast(nw.Int64).sum(),
    )


def _period(period_kind: str, year: str) -> nw.Expr:
    quarter = nw.col("quarter").cast(nw.String)
    if period_kind == "quarter":
        return quarter
    if period_kind == "year":
        return nw.col(year).cast(nw.String)
    half = nw.when(quarter.str.slice(4, 2).is_in(["Q1", "Q2"])).then(nw.lit("H1"))
    return nw.concat_str([quarter.str.slice(0, 4), half.otherwise(nw.lit("H2"))], separator="")


def _periods(tables: Tables, filters: Filters, period_kind: str) -> Frame:
    calendar = filters.on_quarters(tables["quarters"]).with_columns(
        calendar_year=nw.col("quarter").cast(nw.String).str.slice(0, 4)
    )
    whole = (
        calendar.with_columns(period=_period(period_kind, "calendar_year"))
        .group_by("period")
        .agg(
            starts_on=nw.col("starts_on").min(),
            ends_on=nw.col("ends_on").max(),
            is_preliminary=nw.col("is_preliminary").max(),
            quarters=nw.len(),
        )
    )
    return whole.filter(nw.col("quarters") == WHOLE[period_kind]).drop("quarters")


def _markets(tables: Tables, filters: Filters) -> Frame:
    two = [name for name in filters.shown_markets if name != "Other"]
    return tables["companies"].select("market").unique().filter(nw.col("market").is_in(two))
