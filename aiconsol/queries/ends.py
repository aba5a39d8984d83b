"""How and when companies stopped being private and independent."""

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.queries.calendar import quarter_number

TAKEN, LISTED, CLOSED = "taken", "listed", "closed"
ENDS = (TAKEN, LISTED, CLOSED)
"""Bought or hollowed out, listed on an exchange, closed."""


def ends(tables: Tables) -> Frame:
    """What ended a company's private independence? Every such deal, in no order.

    Grain and columns of ``deals`` whose target stands in the register, and ``end``: taken (a
    consolidation event, announced or completed), listed (a completed IPO) or closed.
    """
    is_done = nw.col("status") == "completed"
    listed = nw.when((nw.col("structure") == "ipo") & is_done).then(nw.lit(LISTED))
    closed = nw.when((nw.col("structure") == "shutdown") & is_done).then(nw.lit(CLOSED))
    taken = nw.when(nw.col("is_consolidation")).then(nw.lit(TAKEN))
    return (
        tables["deals"]
        .filter(~nw.col("target_id").is_null())
        .with_columns(end=nw.coalesce(taken, listed, closed))
        .filter(~nw.col("end").is_null())
    )


def first_ends(tables: Tables) -> Frame:
    """How did each company first stop being private and independent?

    Grain: company that did. Columns: company_id, end, ended_on (see the deal's date_precision),
    end_quarter and end_number, the quarter's (null where dated to the year only), deal_id.
    """
    number = quarter_number(nw.col("announced_on"))
    place = nw.col("end").cum_count().over("target_id", order_by=["announced_on", "deal_id"])
    return (
        ends(tables)
        .with_columns(place=place)
        .filter(nw.col("place") == 1)
        .select(
            "end",
            "deal_id",
            company_id=nw.col("target_id"),
            ended_on=nw.col("announced_on"),
            end_quarter=nw.col("quarter"),
            end_number=nw.when(~nw.col("quarter").is_null()).then(number),
        )
    )
