"""What a reverse acquihire is and why it is used: five sentences, each from records shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

import polars as pl

from aiconsol.language import _, plural
from aiconsol.wording import day_name, dollars, listed, times, word

FEW_EVENTS = 5
MOST = 3
SOURCES = 4


@dataclass(frozen=True)
class Claim:
    """One sentence, and the records that it rests on: a few words and the source of each."""

    sentence: str
    sources: tuple[tuple[str, str], ...]


def claims(
    deals: pl.DataFrame, reviews: pl.DataFrame, after: pl.DataFrame, events: pl.DataFrame
) -> list[Claim]:
    """Five sentences on the reverse acquihires of the selection; none where there is none.

    They answer ``panels_of_deals``, ``reviews_of_reverse``, ``records_after`` and
    ``policy_events_on`` the word acquihire.
    """
    if deals.is_empty():
        return []
    return [
        _what(deals),
        _who(deals),
        _people(deals, after),
        _pay(deals),
        _regulators(deals, reviews, events),
    ]


def _what(deals: pl.DataFrame) -> Claim:
    fees = deals.filter(pl.col("value_usd").is_not_null()).sort("value_usd", descending=True)
    oldest, newest = deals.sort("announced_on").row(0, named=True), deals.row(0, named=True)
    counted = plural(
        "the selection holds {count}, {first}",
        "the selection holds {count}, from {first} to {last}",
        deals.height,
        first=day_name(oldest["announced_on"], _month(oldest)),
        last=day_name(newest["announced_on"], _month(newest)),
    )
    paid = (
        _(
            "fees known for {known} come to {amount}",
            known=fees.height,
            amount=dollars(int(fees["value_usd"].sum())),
        )
        if fees.height
        else _("none with a known fee")
    )
    return Claim(
        _(
            "In a reverse acquihire the buyer pays for a licence and hires the core team, while the"
            " company itself is not bought; {counted}; {paid}.",
            counted=counted,
            paid=paid,
        ),
        _sources(fees.iter_rows(named=True) if fees.height else deals.iter_rows(named=True)),
    )


def _who(deals: pl.DataFrame) -> Claim:
    counts = deals["acquirer"].value_counts().sort("count", "acquirer", descending=[True, False])
    parts = [
        _("{acquirer} ({count})", acquirer=name, count=count)
        for name, count in counts.head(MOST).iter_rows()
    ]
    first = deals.unique("acquirer", keep="first", maintain_order=True)
    named = first.filter(pl.col("acquirer").is_in(counts["acquirer"].head(MOST).implode()))
    return Claim(
        plural(
            "{count} buyer used it: {parts}.",
            "{count} buyers used it, most often {parts}.",
            counts.height,
            parts=listed(parts),
        ),
        _sources(named.iter_rows(named=True)),
    )


def _people(deals: pl.DataFrame, after: pl.DataFrame) -> Claim:
    terms = deals.filter(pl.col("license_terms") != "unknown")
    open_terms = terms.filter(pl.col("license_terms") == "non_exclusive")
    moved = deals.filter(pl.col("founders_moved") != "unknown")
    with_founders = moved.filter(pl.col("founders_moved").is_in(["all", "some"]))
    return Claim(
        _(
            "The team moves, and the licence leaves the company standing: founders moved in {moved}"
            " of the {known} deals in which that is known, {open} of the {terms} known licences are"
            " not exclusive, and the register holds later records of {later} of the {deals}"
            " companies.",
            moved=with_founders.height,
            known=moved.height,
            open=open_terms.height,
            terms=terms.height,
            later=after["deal_id"].n_unique(),
            deals=deals.height,
        ),
        _sources(open_terms.iter_rows(named=True)),
    )


def _pay(deals: pl.DataFrame) -> Claim:
    ratio = pl.col("value_usd") / pl.col("target_raised_usd")
    known = deals.filter(pl.col("target_raised_usd") > 0, pl.col("value_usd") > 0).with_columns(
        ratio=ratio
    )
    if known.is_empty():
        return Claim(
            _("For no deal are both the fee and the money raised before it stated by a source."), ()
        )
    above = known.filter(pl.col("ratio") >= 1).height
    middle = (
        _("; the median is {ratio}", ratio=times(cast("float", known["ratio"].median())))
        if known.height >= FEW_EVENTS
        else ""
    )
    return Claim(
        _(
            "Investors can be paid out without a sale: the fee reached the money raised before in"
            " {above} of the {count} deals in which both are stated{middle}.",
            above=above,
            count=known.height,
            middle=middle,
        ),
        _sources(known.sort("ratio", descending=True).iter_rows(named=True)),
    )


def _regulators(deals: pl.DataFrame, reviews: pl.DataFrame, events: pl.DataFrame) -> Claim:
    looked = reviews["deal_id"].n_unique()
    outcomes = reviews["outcome"].value_counts().sort("count", "outcome", descending=[True, False])
    parts = [
        _("{outcome} {count}", outcome=word(outcome), count=count)
        for outcome, count in outcomes.iter_rows()
    ]
    spoken = plural(
        "{count} event in law and policy speaks of acquihires",
        "{count} events in law and policy speak of acquihires",
        events.height,
    )
    sentence = (
        _(
            "No company changes hands, so whether merger control applies is itself in question:"
            " authorities looked at {looked} of the {deals} deals ({parts}), and {spoken}.",
            looked=looked,
            deals=deals.height,
            parts=", ".join(parts),
            spoken=spoken,
        )
        if looked
        else _(
            "No company changes hands, so whether merger control applies is itself in question:"
            " the register knows no review of these deals, and {spoken}.",
            spoken=spoken,
        )
    )
    sources = [
        (day_name(event["happened_on"], event["date_precision"]), event["source_url"])
        for event in events.iter_rows(named=True)
        if event["source_url"]
    ]
    return Claim(sentence, tuple(sources[:SOURCES]))


def _month(deal: dict[str, Any]) -> str:
    return "year" if deal["date_precision"] == "year" else "month"


def _sources(rows: Iterable[dict[str, Any]]) -> tuple[tuple[str, str], ...]:
    named = [(row["target"], row["source_url"]) for row in rows if row["source_url"]]
    return tuple(named[:SOURCES])
