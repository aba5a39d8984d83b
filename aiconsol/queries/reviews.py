"""Which authority looked at which deal, how long, and with what result."""

from dataclasses import replace
from datetime import date
from typing import Literal

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters

Category = Literal["authority", "structure"]


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


def reviews_shown(tables: Tables, filters: Filters, deal_id: str | None = None) -> Frame:
    """Which reviews does the page show? Those selected; of one deal, all, whatever the filters.

    Grain, columns and order of ``selected_reviews``.
    """
    if deal_id is None:
        return selected_reviews(tables, filters)
    own = tables["deal_reviews"].filter(nw.col("deal_id") == deal_id)
    everything = Filters(market=())
    return selected_reviews(tables, everything).join(own, on="review_id", how="semi")


def review_bars(tables: Tables, filters: Filters, as_of: date, deal_id: str | None = None) -> Frame:
    """How long did each review take, and with what result? Grain: review, the oldest first.

    Columns: review_id, matter, target, acquirer, authority, jurisdiction, opened_on,
    date_precision, outcome, decided_on, days_to_decision, ends_on (the decision; ``as_of`` where
    no outcome is known; null where an outcome has no day).
    """
    is_open = nw.col("outcome") == "open"
    end = nw.when(is_open).then(nw.lit(as_of)).otherwise(nw.col("decided_on"))
    bars = reviews_shown(tables, filters, deal_id).with_columns(
        ends_on=end, since=nw.coalesce("opened_on", "decided_on")
    )
    return bars.sort("since", "review_id", nulls_last=True).select(
        "review_id",
        "matter",
        "target",
        "acquirer",
        "authority",
        "jurisdiction",
        "opened_on",
        "date_precision",
        "outcome",
        "decided_on",
        "days_to_decision",
        "ends_on",
    )


def outcomes(tables: Tables, filters: Filters, category: Category) -> Frame:
    """With what result, and how fast, did each authority decide; or of each kind of deal?

    Grain: category and outcome with at least one review, most reviews first. Columns: category
    (authority, or structure of the deals reviewed: a review of deals of two structures stands in
    both, one of no deal in the register in none), outcome, reviews; and of the whole category:
    total, decided, median_days and days_known (to the decisions whose opening is known to the
    day; median_days is null where there is none).
    """
    select = _by_structure if category == "structure" else selected_reviews
    reviews = select(tables, filters).select(
        "review_id",
        "days_to_decision",
        category=nw.col(category).cast(nw.String),
        outcome=nw.col("outcome").cast(nw.String),
    )
    wholes = reviews.group_by("category").agg(
        total=nw.len(),
        decided=(nw.col("outcome") != "open").cast(nw.Int64).sum(),
        median_days=nw.col("days_to_decision").cast(nw.Float64).median(),
        days_known=nw.col("days_to_decision").count(),
    )
    counted = reviews.group_by("category", "outcome").agg(reviews=nw.len())
    whole = nw.col("reviews", "total", "decided", "days_known")
    return (
        counted.join(wholes, on="category")
        .with_columns(whole.cast(nw.Int64))
        .sort("total", "category", "outcome", descending=[True, False, False])
    )


def _by_structure(tables: Tables, filters: Filters) -> Frame:
    """The reviews selected, each once for each structure of the deals that it is of."""
    structures = (
        tables["deal_reviews"]
        .join(tables["deals"].select("deal_id", "structure"), on="deal_id")
        .select("review_id", "structure")
        .unique()
    )
    return selected_reviews(tables, filters).join(structures, on="review_id")


def reviewed_deals(tables: Tables, filters: Filters) -> Frame:
    """Which deals were reviewed, and by whom? Grain: deal and review selected, latest deal first.

    Columns: deal_id, target, acquirer, structure, announced_on, date_precision (of the
    announcement), review_id, authority, outcome, opened_on, decided_on.
    """
    deals = tables["deals"].select(
        "deal_id", "target", "acquirer", "structure", "announced_on", "date_precision"
    )
    reviews = selected_reviews(tables, filters).select(
        "review_id", "authority", "outcome", "opened_on", "decided_on"
    )
    return (
        tables["deal_reviews"]
        .join(deals, on="deal_id")
        .join(reviews, on="review_id")
        .sort("announced_on", "deal_id", "review_id", descending=[True, False, False])
    )


def left_out_of_reviews(tables: Tables, filters: Filters) -> Frame:
    """Which reviews of the quarters does the market leave out? One row: elsewhere, homeless.

    ``elsewhere`` are of companies of other markets; ``homeless`` name no company whose home the
    register knows, such as a study of the whole field.
    """
    everywhere = replace(filters, market=())
    homes = [nw.col(f"has_{name}_target") for name in ("us", "cn", "other")]
    homeless = nw.all_horizontal(*(home.is_null() for home in homes), ignore_nulls=True)
    mine = selected_reviews(tables, filters).select("review_id")
    left_out = selected_reviews(tables, everywhere).join(mine, on="review_id", how="anti")
    return left_out.select(
        elsewhere=(~homeless).cast(nw.Int64).sum(), homeless=homeless.cast(nw.Int64).sum()
    ).with_columns(nw.all().fill_null(0).cast(nw.Int64))
