"""Which companies were bought, merged or hollowed out, when and how."""

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.schema.vocabulary import CONSOLIDATION_STRUCTURES


def selected_deals(tables: Tables, filters: Filters) -> Frame:
    """Which deals do the filters select, stakes, listings and closures included?

    Grain and columns of ``deals``, newest first.
    """
    deals = filters.on_deals(tables["deals"])
    return deals.sort("announced_on", "deal_id", descending=[True, False])


def selected_events(tables: Tables, filters: Filters) -> Frame:
    """Which consolidation events do the filters select? Grain and columns of ``deals``."""
    return selected_deals(tables, filters).filter(nw.col("is_consolidation"))


def event_marks(tables: Tables, filters: Filters) -> Frame:
    """When did each event happen? Grain: event with a known quarter, oldest first.

    Columns: announced_on, quarter, structure, target, acquirer, market, value_usd (null where
    undisclosed), status, deal_id.
    """
    dated = selected_events(tables, filters).filter(~nw.col("quarter").is_null())
    return dated.select(
        "announced_on",
        "quarter",
        "structure",
        "target",
        "acquirer",
        "market",
        "value_usd",
        "status",
        "deal_id",
    ).sort("announced_on", "deal_id")


def events_by_quarter(tables: Tables, filters: Filters) -> Frame:
    """How many events of each structure fell into each quarter?

    Grain: quarter and structure, every pair, in time order. Columns: quarter, starts_on, ends_on,
    is_preliminary, structure, events, value_usd (sum of the known values), known_values.
    """
    counted = (
        selected_events(tables, filters)
        .group_by("quarter", "structure")
        .agg(
            events=nw.len(),
            value_usd=nw.col("value_usd").sum(),
            known_values=nw.col("value_usd").count(),
        )
    )
    structures = (
        tables["deals"]
        .filter(nw.col("structure").is_in(filters.structure or CONSOLIDATION_STRUCTURES))
        .filter(nw.col("structure").is_in(CONSOLIDATION_STRUCTURES))
        .select("structure")
        .unique()
    )
    return (
        filters.on_quarters(tables["quarters"])
        .join(structures, how="cross")
        .join(counted, on=["quarter", "structure"], how="left")
        .with_columns(nw.col("events", "value_usd", "known_values").fill_null(0).cast(nw.Int64))
        .sort("starts_on", "structure")
    )


def largest_events(tables: Tables, filters: Filters, count: int) -> Frame:
    """Which events were the largest by known value? Grain and columns of ``deals``."""
    valued = selected_events(tables, filters).filter(~nw.col("value_usd").is_null())
    return valued.sort("value_usd", "deal_id", descending=[True, False]).head(count)


def events_of_quarter(tables: Tables, filters: Filters, quarter: str, count: int) -> Frame:
    """Which events of the quarter weigh most? Every reverse acquihire, then by known value.

    Grain and columns of ``deals``, and ``weight``, which they are sorted by.
    """
    reverse = (
        nw.when(nw.col("structure") == "reverse_acquihire").then(nw.lit(1)).otherwise(nw.lit(0))
    )
    events = selected_events(tables, filters).filter(nw.col("quarter") == quarter)
    weighed = events.with_columns(is_reverse=reverse, weight=nw.col("value_usd").fill_null(0))
    order = ["is_reverse", "weight", "deal_id"]
    return weighed.sort(*order, descending=[True, True, False]).head(count)


def left_out_of_events(tables: Tables, filters: Filters) -> Frame:
    """What can't a chart of events show? One row: events, year_only, undisclosed."""
    return selected_events(tables, filters).select(
        events=nw.len(),
        year_only=nw.col("quarter").is_null().cast(nw.Int64).sum(),
        undisclosed=nw.col("value_usd").is_null().cast(nw.Int64).sum(),
    )


def deal_named(tables: Tables, _filters: Filters, deal_id: str) -> Frame:
    """Which deal has this id, whatever the filters? Grain and columns of ``deals``."""
    return tables["deals"].filter(nw.col("deal_id") == deal_id)
