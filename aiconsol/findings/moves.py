"""What moved in a quarter: its largest rounds, its deals and its decisions, as sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import polars as pl

from aiconsol.language import _
from aiconsol.wording import day_name, dollars, listed, word

MAX_LEADS = 3


@dataclass(frozen=True)
class Move:
    """One sentence, the company that it is about, and the source that it rests on.

    ``name`` stands in the sentence. ``company_id`` is null where the company has no row of its
    own, ``source_url`` where the source has no address.
    """

    sentence: str
    name: str
    company_id: str | None
    source_url: str | None


def round_moves(rounds: pl.DataFrame) -> list[Move]:
    """A sentence a round: who raised how much, how certain, from whom."""
    return [
        Move(_round(row), row["company"], row["company_id"], row["source_url"])
        for row in rounds.iter_rows(named=True)
    ]


def deal_moves(deals: pl.DataFrame) -> list[Move]:
    """A sentence a deal: who took over whom, how, for how much."""
    return [
        Move(_deal(row), row["target"], row["target_id"], row["source_url"])
        for row in deals.iter_rows(named=True)
    ]


def decision_moves(reviews: pl.DataFrame) -> list[Move]:
    """A sentence a decision: which authority decided what, in which matter."""
    return [
        Move(
            _(
                "{authority} on {matter}: {outcome} ({day}).",
                authority=row["authority"],
                matter=row["matter"],
                outcome=word(row["outcome"]),
                day=day_name(row["decided_on"]),
            ),
            row["matter"],
            None,
            row["source_url"],
        )
        for row in reviews.iter_rows(named=True)
    ]


def _round(row: dict[str, Any]) -> str:
    fields = {
        "company": row["company"],
        "amount": dollars(row["amount_usd"]),
        "basis": word(row["amount_basis"]),
    }
    leads = _names(row["lead_investors"])
    if leads:
        return _("{company} raised {amount} ({basis}), led by {leads}.", leads=leads, **fields)
    return _("{company} raised {amount} ({basis}).", **fields)


def _deal(row: dict[str, Any]) -> str:
    fields = {
        "target": row["target"],
        "acquirer": row["acquirer"],
        "structure": word(row["structure"]),
        "status": word(row["status"]),
    }
    if row["value_usd"] is None:
        return _("{acquirer} and {target}: {structure}, value undisclosed, {status}.", **fields)
    return _(
        "{acquirer} and {target}: {structure} for {value}, {status}.",
        value=dollars(row["value_usd"]),
        **fields,
    )


def _names(joined: str | None) -> str:
    names = joined.split("; ") if joined else []
    shown: Iterable[str] = names[:MAX_LEADS]
    if len(names) > MAX_LEADS:
        shown = [*names[: MAX_LEADS - 1], _("others")]
    return listed(list(shown))
