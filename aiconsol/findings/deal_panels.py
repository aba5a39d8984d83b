"""One reverse acquihire as a panel: what was paid, who moved, who looked at it, what came after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from aiconsol.language import _, plural
from aiconsol.wording import capital, day_name, dollars, percent, times, word

Row = dict[str, Any]


@dataclass(frozen=True)
class Sum:
    """One bar of money: what it is, the dollars (null where unknown), and how it is known."""

    label: str
    amount_usd: int | None
    text: str


@dataclass(frozen=True)
class Line:
    """One fact of a panel; ``share`` (0 to 1) draws a bar. Nothing known leaves ``text`` empty."""

    label: str
    text: str | None
    share: float | None = None


@dataclass(frozen=True)
class DealPanel:
    """Everything that one panel says, in the reader's words; ``sums`` share one scale."""

    deal_id: str
    target_id: str | None
    target: str
    head: str
    sums: tuple[Sum, ...]
    multiples: tuple[Line, ...]
    people: tuple[Line, ...]
    reviews: tuple[str, ...]
    after: tuple[str, ...]
    note: str | None
    source_name: str
    source_url: str | None


def deal_panels(deals: pl.DataFrame, reviews: pl.DataFrame, after: pl.DataFrame) -> list[DealPanel]:
    """A panel a deal, in the order of ``deals``.

    They answer ``panels_of_deals``, ``reviews_of_reverse`` and ``records_after``.
    """
    looked, later = _by_deal(reviews), _by_deal(after)
    return [
        _panel(deal, looked.get(deal["deal_id"], []), later.get(deal["deal_id"], []))
        for deal in deals.iter_rows(named=True)
    ]


def _by_deal(rows: pl.DataFrame) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = {}
    for row in rows.iter_rows(named=True):
        grouped.setdefault(row["deal_id"], []).append(row)
    return grouped


def _panel(deal: Row, reviews: Iterable[Row], after: Iterable[Row]) -> DealPanel:
    raised, is_least = _first(deal["target_raised_usd"], deal["rounds_usd"])
    valuation, is_ours = _first(deal["target_valuation_usd"], deal["last_post_money_usd"])
    return DealPanel(
        deal_id=deal["deal_id"],
        target_id=deal["target_id"],
        target=deal["target"],
        head=_(
            "{acquirer}, {day}, {status}",
            acquirer=deal["acquirer"],
            day=day_name(deal["announced_on"], deal["date_precision"]),
            status=word(deal["status"]),
        ),
        sums=(
            Sum(_("Fee"), deal["value_usd"], _fee(deal)),
            Sum(_("Raised before"), raised, _raised(raised, is_least=is_least)),
            Sum(_("Last valuation"), valuation, _valuation(valuation, is_ours=is_ours)),
        ),
        multiples=(
            Line(_("of money raised"), _multiple(deal["value_usd"], raised, is_most=is_least)),
            Line(_("of last valuation"), _multiple(deal["value_usd"], valuation, is_most=False)),
        ),
        people=(
            _staff(deal["staff_moved_share"]),
            Line(_("Founders moved"), _known(deal["founders_moved"], none=_("No"))),
            Line(_("Licence"), _known(deal["license_terms"], none=_("No licence"))),
        ),
        reviews=tuple(step for review in reviews for step in _steps(review, deal)),
        after=tuple(map(_later, after)),
        note=deal["note"],
        source_name=deal["source_name"],
        source_url=deal["source_url"],
    )


def _first(stated: int | None, of_register: int | None) -> tuple[int | None, bool]:
    """What a source states, else what the register's rounds say; and whether it is the latter."""
    return (stated, False) if stated is not None else (of_register, of_register is not None)


def _fee(deal: Row) -> str:
    if deal["value_usd"] is None:
        return _("undisclosed")
    return _(
        "{amount}, {basis}", amount=dollars(deal["value_usd"]), basis=word(deal["value_basis"])
    )


def _raised(amount: int | None, *, is_least: bool) -> str:
    if amount is None:
        return _("unknown")
    if is_least:
        return _("at least {amount}", amount=dollars(amount))
    return dollars(amount)


def _valuation(amount: int | None, *, is_ours: bool) -> str:
    if amount is None:
        return _("unknown")
    if is_ours:
        return _("{amount}, last round", amount=dollars(amount))
    return dollars(amount)


def _multiple(value: int | None, yardstick: int | None, *, is_most: bool) -> str | None:
    if not value or not yardstick:
        return None
    ratio = times(value / yardstick)
    return _("at most {ratio}", ratio=ratio) if is_most else ratio


def _staff(share: float | None) -> Line:
    return Line(_("Staff moved"), None if share is None else percent(share), share)


def _known(name: str | None, *, none: str) -> str | None:
    """The register's word; null where it is unknown, ``none`` where there was none."""
    if name is None or name == "unknown":
        return None
    return none if name == "none" else capital(word(name))


def _steps(review: Row, deal: Row) -> list[str]:
    """What the authority did, each step with the days since the announcement."""
    fields = {"authority": review["authority"]}
    opened = _since(review["opened_on"], review["date_precision"], deal)
    decided = _since(review["decided_on"], "day", deal)
    outcome = word(review["outcome"])
    if opened is None:
        first = _("{authority}: opening unknown", **fields)
    else:
        first = _("{authority}: opened {since}", since=opened, **fields)
    if decided is None:
        return [_("{first}; {outcome}", first=first, outcome=outcome)]
    return [_("{first}; {outcome} {since}", first=first, outcome=outcome, since=decided)]


def _since(day: date | None, precision: str | None, deal: Row) -> str | None:
    if day is None:
        return None
    exact = precision == "day" and deal["date_precision"] == "day"
    days = (day - deal["announced_on"]).days
    if exact:
        return plural("after {count} day", "after {count} days", days)
    return _("in {day}", day=day_name(day, precision or "day"))


def _later(record: Row) -> str:
    fields = {"day": day_name(record["happened_on"], record["date_precision"])}
    match record["record"]:
        case "round":
            amount = record["amount"]
            raised = _("an undisclosed amount") if amount is None else dollars(amount)
            stage = word(record["what"])
            return _("{day}: raised {amount} ({stage})", amount=raised, stage=stage, **fields)
        case "metric":
            return _metric(record, fields["day"])
    fields |= {"structure": word(record["what"]), "status": word(record["status"])}
    if record["record"] == "purchase":
        return _("{day}: {structure} of {other}, {status}", other=record["other"], **fields)
    if record["other"] is None:
        return _("{day}: {structure}, {status}", **fields)
    return _("{day}: {structure} by {other}, {status}", other=record["other"], **fields)


def _metric(record: Row, day: str) -> str:
    name = record["what"]
    is_money = name.endswith("_usd")
    label = word(name).removesuffix(", $")
    amount = dollars(record["amount"]) if is_money else f"{record['amount']:,}"
    return _("{day}: {label} {amount}", day=day, label=label, amount=amount)
