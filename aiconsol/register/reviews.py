"""Whom the authorities' reviews are about: the targets' homes, and the deals that were reviewed."""

import polars as pl

from aiconsol.schema import vocabulary as words
from aiconsol.schema.columns import SEPARATOR
from aiconsol.schema.precision import ends_its_period

SIDES = ("target", "acquirer")


def with_targets(reviews: pl.DataFrame, companies: pl.DataFrame) -> pl.DataFrame:
    """The reviews with the homes of the companies reviewed and the days that they took."""
    markets = companies.select("market", target="company").unique("target", keep="first")
    homes = (
        _named(reviews, "target")
        .join(markets, on="target")
        .group_by("review_id")
        .agg(
            (pl.col("market") == market).any().alias(f"has_{market.lower()}_target")
            for market in words.MARKETS
        )
    )
    is_exact = pl.col("date_precision") == "day"
    days = (pl.col("decided_on") - pl.col("opened_on")).dt.total_days()
    return reviews.join(homes, on="review_id", how="left", maintain_order="left").with_columns(
        days_to_decision=pl.when(is_exact).then(days)
    )


def deal_reviews(deals: pl.DataFrame, reviews: pl.DataFrame) -> pl.DataFrame:
    """Each deal with each review of it, in the reviews' order; what joins says ``DealReviews``."""
    by = pl.coalesce(ends_its_period(pl.col("opened_on"), pl.col("date_precision")), "decided_on")
    pairs = (
        _named(reviews, "target")
        .join(_named(reviews, "acquirer"), on="review_id")
        .join(reviews.select("review_id", by=by), on="review_id")
    )
    is_takeover = pl.col("structure") != "minority_stake"
    pair = ("review_id", *SIDES)
    return (
        pairs.join(
            deals.select("deal_id", *SIDES, "announced_on", "structure"),
            on=SIDES,
            maintain_order="left_right",
        )
        .filter((pl.col("announced_on") <= pl.col("by")).fill_null(value=True))
        .filter(is_takeover | ~is_takeover.any().over(pair))
        .select("deal_id", "review_id")
    )


def unjoined_names(tables: dict[str, pl.DataFrame], line: str) -> pl.DataFrame:
    """The names of a review that none of the deals joined to it bears, and why none does.

    Grain: review and name; one row without a name where the review names no target. Columns: the
    review's line, matter, authority, name, why.
    """
    deals, reviews = tables["deals"], tables["reviews"]
    joined = tables["deal_reviews"].join(deals.select("deal_id", *SIDES), on="deal_id")
    found: list[tuple[int, str, str, str | None, str]] = []
    for review in reviews.iter_rows(named=True):
        names = {side: (review[side] or "").split(SEPARATOR) for side in SIDES}
        mine = joined.filter(pl.col("review_id") == review["review_id"])
        sides = SIDES if mine.height else SIDES[:1]
        found += [
            (review[line], review["matter"], review["authority"], name or None, why)
            for side in sides
            for name in names[side]
            if name not in mine[side]
            for why in [_why(deals, side, name, names)]
        ]
    columns = [line, "matter", "authority", "name", "why"]
    return pl.DataFrame(found, schema=columns, orient="row")


def _why(deals: pl.DataFrame, side: str, name: str, names: dict[str, list[str]]) -> str:
    other = SIDES[1 - SIDES.index(side)]
    bearing = deals.filter(pl.col(side) == name)
    if not name:
        return f"the review names no {side}"
    if bearing.is_empty():
        return f"no deal has this {side}"
    if bearing.filter(pl.col(other).is_in(names[other])).is_empty():
        others = ", ".join(sorted(bearing[other].drop_nulls().unique()))
        return f"its deals are with {others}" if others else f"its deals name no {other}"
    return "its deals were announced later"


def _named(reviews: pl.DataFrame, side: str) -> pl.DataFrame:
    """One row a review and a name on that side of it."""
    names = pl.col(side).str.split(SEPARATOR)
    return reviews.select("review_id", names).explode(side).drop_nulls(side)
