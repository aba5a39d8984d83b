"""What the authorities' reviews say: outcomes and lengths, and over how many."""

from typing import Any, cast

import polars as pl

from aiconsol.language import _, plural
from aiconsol.schema.vocabulary import REVIEW_OUTCOMES
from aiconsol.wording import listed, word

FEW_REVIEWS = 5
MOST = 3
MONTH_DAYS = 30.44


def reviews_finding(bars: pl.DataFrame) -> str:
    """How many reviews there are, how many have a known outcome, and how long half of them took.

    ``bars`` is the answer of ``review_bars``. A median stands on no fewer than five lengths.
    """
    if not bars.height:
        return _("No review in the selection")
    decided = bars.filter(pl.col("outcome") != "open").height
    days = bars["days_to_decision"].drop_nulls()
    known = plural(
        "{count} review, {decided} with a known outcome",
        "{count} reviews, {decided} with a known outcome",
        bars.height,
        decided=decided or _("none"),
    )
    if len(days) < FEW_REVIEWS:
        return known
    return _(
        "{known}; half of the {count} whose days are known took {days} days or less",
        known=known,
        count=len(days),
        days=f"{cast('float', days.median()):,.0f}",
    )


def outcomes_finding(bars: pl.DataFrame) -> str:
    """What the reviews ended in, the most frequent outcomes first; of ``review_bars``."""
    decided = bars.filter(pl.col("outcome") != "open")
    if not decided.height:
        return _("No review in the selection has a known outcome")
    counts = decided["outcome"].value_counts().sort("count", "outcome", descending=[True, False])
    parts = [
        _("{outcome} {count}", count=count, outcome=word(outcome))
        for outcome, count in counts.head(MOST).iter_rows()
    ]
    others = decided.height - int(counts["count"].head(MOST).sum())
    if others:
        parts.append(_("other outcomes {count}", count=others))
    return plural(
        "{count} review with a known outcome: {parts}",
        "{count} reviews with a known outcome: {parts}",
        decided.height,
        parts=listed(parts),
    )


def review_result(review: dict[str, Any]) -> str:
    """The outcome of one review and how long it took, as exactly as its dates are known."""
    outcome = word(review["outcome"])
    if review["outcome"] == "open":
        return outcome
    if review["days_to_decision"] is not None:
        days = plural("{count} day", "{count} days", review["days_to_decision"])
        return _("{outcome}, {days}", outcome=outcome, days=days)
    if review["opened_on"] is None:
        return _("{outcome}, opening unknown", outcome=outcome)
    if review["decided_on"] is None:
        return _("{outcome}, day unknown", outcome=outcome)
    months = max(round((review["decided_on"] - review["opened_on"]).days / MONTH_DAYS), 1)
    about = plural("about {count} month", "about {count} months", months)
    return _("{outcome}, {days}", outcome=outcome, days=about)


def median_text(row: dict[str, Any]) -> str:
    """Of how many reviews of a category the outcome is known, and the median of their days.

    ``row`` is one of ``outcomes``.
    """
    fields = {"decided": row["decided"], "count": row["total"]}
    if row["median_days"] is None:
        return _("{decided} of {count} ended", **fields)
    fields |= {"days": f"{row['median_days']:,.0f}", "known": row["days_known"]}
    if row["days_known"] < FEW_REVIEWS:
        return _("{decided} of {count} ended, median {days} days (only {known})", **fields)
    return _("{decided} of {count} ended, median {days} days ({known})", **fields)


def reviewed_deals_finding(deals: pl.DataFrame) -> str:
    """How many deals were reviewed, and which by the most authorities; of ``reviewed_deals``."""
    counts = deals.group_by("deal_id", "target", "acquirer", maintain_order=True).agg(
        pl.col("authority").n_unique()
    )
    most = counts.row(counts["authority"].arg_max() or 0, named=True)
    return plural(
        "{count} deal of the register was reviewed: {acquirer} and {target}",
        "{count} deals of the register were reviewed, {acquirer} and {target} by the most"
        " authorities ({authorities})",
        counts.height,
        acquirer=most["acquirer"],
        target=most["target"],
        authorities=most["authority"],
    )


def review_gaps(left_out: pl.DataFrame) -> list[str]:
    """Sentences on the reviews that the market leaves out; ``left_out`` is one row."""
    elsewhere, homeless = left_out.select("elsewhere", "homeless").row(0)
    sentences = []
    if elsewhere:
        sentences.append(
            plural(
                "{count} review is of companies of markets that aren't selected.",
                "{count} reviews are of companies of markets that aren't selected.",
                elsewhere,
            )
        )
    if homeless:
        sentences.append(
            plural(
                "{count} review names no company with a home in the register, such as a study of"
                " the whole field; select all markets to see it.",
                "{count} reviews name no company with a home in the register, such as studies of"
                " the whole field; select all markets to see them.",
                homeless,
            )
        )
    return sentences


def no_review_left(rows: int) -> str | None:
    """Why a card of reviews is empty and what to relax; None where there are rows to show."""
    if rows:
        return None
    return _(
        "No review of the register fits this selection. Widen the quarters, add a market, or clear"
        " structure and acquirer."
    )


def outcomes_shown(rows: pl.DataFrame) -> tuple[str, ...]:
    """The outcomes among the rows, in the vocabulary's order, the open ones last."""
    present = set(rows["outcome"])
    return tuple(name for name in (*REVIEW_OUTCOMES[1:], REVIEW_OUTCOMES[0]) if name in present)
