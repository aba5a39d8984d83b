"""Which authority looked at which deal, how long, and with what result."""

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters


def selected_reviews(tables: Tables, filters: Filters) -> Frame:
    """Which reviews do the filters select? Grain and columns of ``reviews``, newest first.

    Market is the home of any company reviewed; quarters hold the opening, or where that is
    unknown, the decision. Structure and acquirer select the reviews of such deals.
    """
    reviews = filters.on_reviews(tables["reviews"])
    if filters.structure or filters.acquirer:
        reviews = reviews.join(_reviewed(tables, filters), on="review_id", how="semi")
    since = nw.coalesce("opened_on", "decided_on")
    ordered = reviews.with_columns(since=since).sort(
        "since", "review_id", descending=[True, False], nulls_last=True
    )
    return ordered.drop("since")


def _reviewed(tables: Tables, filters: Filters) -> Frame:
    """The reviews of deals of the structures and acquirers selected."""
    deals = tables["deals"].select("deal_id", "structure", "acquirer")
    if filters.structure:
        deals = deals.filter(nw.col("structure").is_in(filters.structure))
    if filters.acquirer:
        deals = deals.filter(nw.col("acquirer").is_in(filters.acquirer))
    return tables["deal_reviews"].join(deals, on="deal_id").select("review_id").unique()
