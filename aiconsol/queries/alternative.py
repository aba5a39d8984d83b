"""How often a reverse acquihire takes the place of a purchase."""

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.consolidation import events_by_quarter

YEAR = 4
FEW_EVENTS = 5
CALENDAR = ("quarter", "starts_on", "ends_on", "is_preliminary")


def alternative_share(tables: Tables, filters: Filters) -> Frame:
    """Which part of the consolidation events of four quarters were reverse acquihires?

    Grain: quarter from the fourth on and measure (count, value), in time order. Columns: quarter,
    starts_on, ends_on, is_preliminary, measure, part and whole (of the four quarters to this one:
    reverse acquihires and all events, or the sums of their known values in dollars), records (the
    events, or the values known, that stand behind the whole), share (null where the whole is
    nothing), is_thin (fewer than five records).
    """
    four_quarters = _rolled(tables, filters)
    by_count = _measure(four_quarters, "count", "reverse_events", "events", "events")
    by_value = _measure(four_quarters, "value", "reverse_usd", "value_usd", "known_values")
    return nw.concat([by_count, by_value]).sort("starts_on", "measure")


def _rolled(tables: Tables, filters: Filters) -> Frame:
    is_reverse = nw.col("structure") == "reverse_acquihire"
    sums = (
        events_by_quarter(tables, filters)
        .group_by(*CALENDAR)
        .agg(
            nw.col("events", "value_usd", "known_values").sum(),
            reverse_events=nw.when(is_reverse).then(nw.col("events")).otherwise(0).sum(),
            reverse_usd=nw.when(is_reverse).then(nw.col("value_usd")).otherwise(0).sum(),
        )
    )
    counted = nw.col("events", "value_usd", "known_values", "reverse_events", "reverse_usd")
    rolled = counted.cast(nw.Float64).rolling_sum(YEAR, min_samples=YEAR).over(order_by="starts_on")
    return sums.with_columns(rolled).filter(~nw.col("events").is_null())


def _measure(rolled: Frame, measure: str, part: str, whole: str, records: str) -> Frame:
    return rolled.select(
        *CALENDAR,
        measure=nw.lit(measure),
        part=nw.col(part).round(0).cast(nw.Int64),
        whole=nw.col(whole).round(0).cast(nw.Int64),
        records=nw.col(records).cast(nw.Int64),
        share=nw.when(nw.col(whole) > 0).then(nw.col(part) / nw.col(whole)),
        is_thin=nw.col(records) < FEW_EVENTS,
    )
