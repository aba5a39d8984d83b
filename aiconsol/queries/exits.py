"""How companies end: bought, hollowed out, merged, listed or closed."""

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.consolidation import selected_deals
from aiconsol.schema.vocabulary import CONSOLIDATION_STRUCTURES, MARKETS

EXITS = (*CONSOLIDATION_STRUCTURES, "ipo", "shutdown")
BESIDE = ("minority_stake", "fell_through")
"""What stands beside the ends and is not summed in."""

FEW_EXITS = 5


def ends_by_market(tables: Tables, filters: Filters) -> Frame:
    """How did companies of each market end?

    Grain: market and end, every pair of the selection. ``end`` is a structure of a deal announced
    or completed; minority_stake and fell_through (a takeover that was abandoned or blocked) stand
    beside the ends. Columns: market, end, deals, ends (all of the market's, those beside left
    out), share (of the market's ends; null for what stands beside, and where there are none),
    is_thin (the share is of fewer than five ends), known_values, value_usd (null without one).
    """
    value = nw.col("value_usd")
    counted = (
        _ended(selected_deals(tables, filters))
        .group_by("market", "end")
        .agg(deals=nw.len(), known_values=value.count(), value_usd=value.sum())
    )
    chosen = nw.col("market").is_in(filters.market or MARKETS)
    markets = tables["companies"].select("market").unique().filter(chosen)
    pairs = markets.join(
        _ended(_of_structures(tables, filters)).select("end").unique(), how="cross"
    )
    deals = nw.col("deals", "known_values").fill_null(0).cast(nw.Int64)
    is_end = nw.col("end").is_in(EXITS)
    ends = nw.when(is_end).then(nw.col("deals")).otherwise(0).sum().over("market")
    share = nw.col("deals").cast(nw.Float64) / nw.col("ends")
    return (
        pairs.join(counted, on=["market", "end"], how="left")
        .with_columns(deals, value_usd=nw.when(nw.col("known_values") > 0).then(value))
        .with_columns(ends=ends.cast(nw.Int64))
        .with_columns(
            share=nw.when(is_end & (nw.col("ends") > 0)).then(share),
            is_thin=is_end & (nw.col("ends") < FEW_EXITS),
        )
        .sort("market", "end")
    )


def _of_structures(tables: Tables, filters: Filters) -> Frame:
    """All deals of the structures chosen, whenever and wherever, for the ends that there are."""
    deals = tables["deals"]
    return (
        deals.filter(nw.col("structure").is_in(filters.structure)) if filters.structure else deals
    )


def _ended(deals: Frame) -> Frame:
    """The deals with ``end``; what neither ended a company nor stands beside is left out."""
    structure = nw.col("structure").cast(nw.String)
    fell = nw.col("status").is_in(["abandoned", "blocked"])
    is_takeover = structure.is_in(CONSOLIDATION_STRUCTURES)
    happened = nw.when(nw.col("status").is_in(["announced", "completed"])).then(structure)
    end = nw.when(fell & is_takeover).then(nw.lit("fell_through")).otherwise(happened)
    return deals.with_columns(end=end).filter(~nw.col("end").is_null())


def fallen_through(tables: Tables, filters: Filters) -> Frame:
    """Which takeovers were abandoned or blocked? Grain and columns of ``deals``, newest first."""
    deals = selected_deals(tables, filters)
    return deals.filter(
        nw.col("status").is_in(["abandoned", "blocked"]),
        nw.col("structure").is_in(CONSOLIDATION_STRUCTURES),
    )
