"""Who buys, how often, and what."""

from typing import Literal

import narwhals as nw
import polars as pl

from aiconsol.dataset import Tables
from aiconsol.filters import Filters
from aiconsol.queries.consolidation import selected_events
from aiconsol.schema.vocabulary import SEGMENTS

MAGNIFICENT_SEVEN = ("Apple", "Microsoft", "Alphabet", "Amazon", "Meta", "Nvidia", "Tesla")
CHINESE_THREE = ("Alibaba", "Tencent", "Baidu")
FIRST = dict.fromkeys(MAGNIFICENT_SEVEN, "seven") | dict.fromkeys(CHINESE_THREE, "three")
"""The acquirers that stand first, also where they bought nothing, and their group."""

GROUPS = ("seven", "three", "others")
SHOWN = 15
"""How many others are shown, those with most events."""

Axis = Literal["year", "segment"]


def acquirer_matrix(tables: Tables, filters: Filters, axis: Axis) -> pl.DataFrame:
    """Who bought how many companies in each year, or of each segment?

    Grain: acquirer and year or segment, every pair. The acquirer is the company behind the buyer.
    First the Magnificent Seven, Alibaba, Tencent and Baidu (all of them, unless acquirers are
    chosen), then the others with two events or more, most events first, fifteen at most. Columns:
    place (of the acquirer, from 0), acquirer, group (seven, three, others), total (the acquirer's
    events), cell (the year or segment, as text), events, value_usd
    (sum of the known values; null without one), known_values, targets (names, oldest first).
    """
    events = _named_events(tables, filters, axis)
    shown = _shown(events, filters)
    cells = _cells(events, tables, filters, axis)
    counted = events.group_by("acquirer", "cell", maintain_order=True).agg(
        events=pl.len().cast(pl.Int64),
        known_values=pl.col("value_usd").count().cast(pl.Int64),
        value_usd=pl.when(pl.col("value_usd").count() > 0).then(pl.col("value_usd").sum()),
        targets=pl.col("target").str.join(", "),
    )
    return (
        shown.join(cells, how="cross")
        .join(counted, on=["acquirer", "cell"], how="left", maintain_order="left")
        .with_columns(pl.col("events", "known_values").fill_null(0))
        .select(
            *("place", "acquirer", "group", "total", "cell", "events"),
            *("value_usd", "known_values", "targets"),
        )
    )


def left_out_of_matrix(tables: Tables, filters: Filters) -> pl.DataFrame:
    """Whom doesn't the matrix show? One row: acquirers and events beyond those shown."""
    events = _named_events(tables, filters, "year")
    shown = _shown(events, filters)["acquirer"]
    others = events.filter(~pl.col("acquirer").is_in(shown.implode()))
    return others.select(acquirers=pl.col("acquirer").n_unique(), events=pl.len())


def _named_events(tables: Tables, filters: Filters, axis: Axis) -> pl.DataFrame:
    """The events selected with the company behind the buyer, oldest first."""
    events = selected_events(tables, filters).select(
        "target", "value_usd", "announced_on", acquirer="acquirer_group", cell=axis
    )
    named = events.filter(~nw.col("acquirer").is_null()).sort("announced_on", "target")
    frame: pl.DataFrame = named.collect("polars").to_native()
    return frame.with_columns(pl.col("cell").cast(pl.String).fill_null("unknown"))


def _shown(events: pl.DataFrame, filters: Filters) -> pl.DataFrame:
    """The acquirers shown, in their order: place, acquirer, group, total."""
    totals = events.group_by("acquirer").agg(total=pl.len().cast(pl.Int64))
    first = pl.DataFrame({"acquirer": list(FIRST), "group": list(FIRST.values())}).join(
        totals, on="acquirer", how="inner" if filters.acquirer else "left", maintain_order="left"
    )
    least = 1 if filters.acquirer else 2
    others = (
        totals.filter(~pl.col("acquirer").is_in(list(FIRST)), pl.col("total") >= least)
        .sort("total", "acquirer", descending=[True, False])
        .head(SHOWN)
        .select("acquirer", pl.lit("others").alias("group"), "total")
    )
    return (
        pl.concat([first, others])
        .with_columns(pl.col("total").fill_null(0))
        .with_row_index("place")
    )


def _cells(events: pl.DataFrame, tables: Tables, filters: Filters, axis: Axis) -> pl.DataFrame:
    """The years of the quarters shown, or the segments, in their order."""
    if axis == "segment":
        named = [*(filters.segment or SEGMENTS)]
        unknown = ["unknown"] if (events["cell"] == "unknown").any() else []
        return pl.DataFrame({"cell": [*named, *unknown]}, schema={"cell": pl.String})
    quarters = filters.on_quarters(tables["quarters"]).select("quarter").collect("polars")
    years = quarters.to_native()["quarter"].cast(pl.String).str.slice(0, 4).unique().sort()
    return pl.DataFrame({"cell": years})
