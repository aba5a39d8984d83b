"""The deals of a selection in a sentence, and their reviews in words."""

import polars as pl

from aiconsol.language import _, plural
from aiconsol.wording import word


def with_reviews(deals: pl.DataFrame, reviews: pl.DataFrame) -> pl.DataFrame:
    """The deals with ``reviews``: each authority and its outcome, null where none looked at it.

    ``reviews`` answers reviews_of_deals.
    """
    said = [
        _("{authority}: {outcome}", authority=authority, outcome=word(outcome))
        for authority, outcome in reviews.select("authority", "outcome").iter_rows()
    ]
    words = pl.Series("reviews", said, dtype=pl.String)
    joined = (
        reviews.select("deal_id", words)
        .group_by("deal_id", maintain_order=True)
        .agg(pl.col("reviews").str.join("; "))
    )
    return deals.join(joined, on="deal_id", how="left", maintain_order="left")


def deals_finding(deals: pl.DataFrame) -> str:
    """How many deals are listed, and how many of them an authority looked at."""
    reviewed = deals.height - deals["reviews"].null_count()
    return plural(
        "{count} deal, {reviewed} of them looked at by an authority",
        "{count} deals, {reviewed} of them looked at by an authority",
        deals.height,
        reviewed=reviewed,
    )
