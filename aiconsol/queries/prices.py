"""What acquirers paid, against what the company had raised and was last valued at."""

from typing import Literal

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.consolidation import selected_deals, selected_events

Against = Literal["raised", "valuation"]
YARDSTICKS = {"raised": "target_raised_usd", "valuation": "target_valuation_usd"}


def prices_paid(tables: Tables, filters: Filters, against: Against) -> Frame:
    """What did each acquirer pay for every dollar raised, or of the last valuation?

    Grain: consolidation event whose value and yardstick are known, largest multiple first.
    Columns: target, acquirer, announced_on, structure, market, status, value_usd, value_basis,
    yardstick_usd (raised before the deal, or last valuation), multiple (value ÷ yardstick),
    deal_id.
    """
    yardstick = nw.col(YARDSTICKS[against])
    known = selected_events(tables, filters).filter(nw.col("value_usd") > 0, yardstick > 0)
    return (
        known.with_columns(
            yardstick_usd=yardstick, multiple=nw.col("value_usd").cast(nw.Float64) / yardstick
        )
        .select(
            *("target", "acquirer", "announced_on", "structure", "market", "status"),
            *("value_usd", "value_basis", "yardstick_usd", "multiple", "deal_id"),
        )
        .sort("multiple", "deal_id", descending=[True, False])
    )


def left_out_of_prices(tables: Tables, filters: Filters, against: Against) -> Frame:
    """Which events have no multiple? One row: events, unvalued, without_yardstick.

    ``unvalued`` events are of undisclosed value; ``without_yardstick`` are valued, but no source
    says what the company had raised or was last valued at.
    """
    unvalued = ~(nw.col("value_usd").fill_null(0) > 0)
    without = ~unvalued & ~(nw.col(YARDSTICKS[against]).fill_null(0) > 0)
    return selected_events(tables, filters).select(
        events=nw.len(),
        unvalued=unvalued.cast(nw.Int64).sum(),
        without_yardstick=without.cast(nw.Int64).sum(),
    )


def deals_with_multiples(tables: Tables, filters: Filters) -> Frame:
    """Which deals are there, and how dear were they?

    Grain and columns of ``deals``, stakes, listings, closures and what fell through included,
    newest first; and raised_multiple, valuation_multiple (value ÷ money raised, or ÷ last
    valuation, of consolidation events; null where either is unknown).
    """
    value = nw.col("value_usd").cast(nw.Float64)
    multiples = {
        f"{against}_multiple": nw.when(
            nw.col("is_consolidation"), nw.col(column) > 0, nw.col("value_usd") > 0
        ).then(value / nw.col(column))
        for against, column in YARDSTICKS.items()
    }
    return (
        selected_deals(tables, filters)
        .with_columns(**multiples)
        .sort("announced_on", "deal_id", descending=[True, False])
    )


def reviews_of_deals(tables: Tables, filters: Filters) -> Frame:
    """Which authorities looked at the deals selected, and with what result?

    Grain: deal and review. Columns: deal_id, review_id, authority, outcome, decided_on.
    """
    reviews = tables["reviews"].select("review_id", "authority", "outcome", "decided_on")
    return (
        selected_deals(tables, filters)
        .select("deal_id")
        .join(tables["deal_reviews"], on="deal_id")
        .join(reviews, on="review_id")
        .sort("deal_id", "authority", "review_id")
    )
