"""What the register says of one company, or of two side by side, as sentences."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from aiconsol.language import _, plural
from aiconsol.wording import capital, dollars, in_market, listed, word

Row = dict[str, Any]
DAY_FORMS = {"year": "%Y", "quarter": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d"}


@dataclass(frozen=True)
class Fact:
    """One fact of a profile: what, the value, and the address of its source where it has one."""

    label: str
    value: str
    source_url: str | None = None


def company_facts(
    totals: Row, rounds: pl.DataFrame, valuations: pl.DataFrame, backers: pl.DataFrame
) -> list[Fact]:
    """The facts of one company, unknown ones said to be so.

    ``totals`` is its row of profile_totals; the frames are its rows of profile_rounds,
    profile_valuations and company_backers, oldest first.
    """
    own = totals["source_url"]
    unknown = _("unknown")
    return [
        Fact(_("Segment"), capital(word(totals["segment"])), own),
        Fact(
            _("Home"),
            ", ".join(filter(None, [totals["city"], capital(word(totals["market"]))])),
            own,
        ),
        Fact(_("Founded"), str(totals["founded"] or unknown), own if totals["founded"] else None),
        _status(totals),
        Fact(_("Raised"), _raised(totals)),
        _last_round(rounds),
        _last_valuation(valuations),
        Fact(
            _("Investors"),
            plural("{count} named", "{count} named", backers["group"].n_unique())
            if backers.height
            else _("none named"),
        ),
    ]


def _raised(totals: Row) -> str:
    if not totals["rounds"]:
        return _("no round in the register")
    counted = plural("{count} round", "{count} rounds", totals["rounds"])
    if totals["raised_usd"] is None:
        return _("amount unknown, {rounds}", rounds=counted)
    amount = dollars(totals["raised_usd"])
    if totals["known_amounts"] == totals["rounds"]:
        return _("{amount} in {rounds}", amount=amount, rounds=counted)
    return _(
        "{amount} in {known} of {rounds}",
        amount=amount,
        known=totals["known_amounts"],
        rounds=counted,
    )


def _last_round(rounds: pl.DataFrame) -> Fact:
    if not rounds.height:
        return Fact(_("Last round"), _("none"))
    last = rounds.row(-1, named=True)
    amount = _("undisclosed") if last["amount_usd"] is None else dollars(last["amount_usd"])
    said = _("{amount} ({basis})", amount=amount, basis=word(last["amount_basis"]))
    return Fact(
        _("Last round"),
        _(
            "{stage}, {amount}, {day}",
            stage=_("Stage unknown")
            if last["stage"] == "unknown"
            else capital(word(last["stage"])),
            amount=amount if last["amount_usd"] is None else said,
            day=as_known(last["announced_on"], last["date_precision"]),
        ),
        last["source_url"],
    )


def _last_valuation(valuations: pl.DataFrame) -> Fact:
    if not valuations.height:
        return Fact(_("Last valuation"), _("unknown"))
    last = valuations.row(-1, named=True)
    return Fact(
        _("Last valuation"),
        _(
            "{amount} ({basis}), {day}",
            amount=dollars(last["valuation_usd"]),
            basis=word(last["basis"]),
            day=as_known(last["valued_on"], last["date_precision"]),
        ),
        last["source_url"],
    )


def _status(totals: Row) -> Fact:
    status = capital(word(totals["status"]))
    if totals["ended_on"] is None:
        return Fact(_("Status"), status)
    year = totals["ended_on"].year
    if totals["end_acquirer"]:
        status = _(
            "{status} by {acquirer}, {year}",
            status=status,
            acquirer=totals["end_acquirer"],
            year=year,
        )
    else:
        status = _("{status}, {year}", status=status, year=year)
    if totals["end_status"] == "announced":
        status = _("{status} (announced)", status=status)
    return Fact(_("Status"), status, totals["end_url"])


def as_known(day: date, precision: str | None) -> str:
    """The day as far as it is known: 2026-03-31, 2026-03, 2026 Q1 or 2026."""
    if precision == "quarter":
        return f"{day.year} Q{(day.month + 2) // 3}"
    return day.strftime(DAY_FORMS.get(precision or "day", "%Y-%m-%d"))


def course_finding(totals: list[Row], valuations: pl.DataFrame) -> str:
    """What each company raised, and what it was last worth; ``valuations`` oldest first."""
    parts = []
    for row in totals:
        own = valuations.filter(pl.col("company_id") == row["company_id"])
        raised = row["raised_usd"]
        said = (
            _("{company} raised {amount}", company=row["company"], amount=dollars(raised))
            if raised is not None
            else _("no amount that {company} raised is known", company=row["company"])
        )
        if own.height:
            value = own.row(-1, named=True)
            said = _(
                "{said}, last valued at {amount} in {year}",
                said=said,
                amount=dollars(value["valuation_usd"]),
                year=value["valued_on"].year,
            )
        parts.append(said)
    sentence = "; ".join(parts)
    starts_with_a_name = bool(totals) and totals[0]["raised_usd"] is not None
    return sentence if starts_with_a_name else capital(sentence)


def deal_label(row: Row) -> str:
    """A deal as a line beside its mark, from the company's side; a row of profile_deals."""
    value = _(", {amount}", amount=dollars(row["value_usd"])) if row["value_usd"] else ""
    fields = {"other": row["other"], "structure": word(row["structure"]), "value": value}
    if row["structure"] == "ipo":
        said = _("Lists its shares{value}", **fields)
    elif row["structure"] == "shutdown":
        said = _("Closes")
    elif row["structure"] == "minority_stake":
        said = (
            _("{other} takes a stake{value}", **fields)
            if row["is_target"]
            else _("Takes a stake in {other}{value}", **fields)
        )
    elif row["is_target"]:
        said = _("Taken by {other}: {structure}{value}", **fields)
    else:
        said = _("Takes {other}: {structure}{value}", **fields)
    if row["status"] == "completed":
        return said
    return _("{said} ({status})", said=said, status=word(row["status"]))


def dated(said: str, day: date, precision: str | None) -> str:
    """The line with its day, as far as that is known."""
    return _("{said}, {day}", said=said, day=as_known(day, precision))


def review_label(row: Row) -> str:
    """A review as a line beside its bar; a row of profile_reviews."""
    return _(
        "{authority}, {matter}: {outcome}",
        authority=row["authority"],
        matter=row["matter"],
        outcome=word(row["outcome"]),
    )


def backers_finding(backers: pl.DataFrame, names: list[str]) -> str:
    """How many investors stand behind, who came most often, and who of them later bought."""
    if not backers.height:
        return _("No investor of {names} is named", names=listed(names))
    investors = backers["group"].n_unique()
    said = plural(
        "{count} investor of {names} is named",
        "{count} investors of {names} are named",
        investors,
        names=listed(names),
    )
    if len(names) > 1:
        both = (
            backers.group_by("group")
            .agg(pl.col("company_id").n_unique())
            .filter(pl.col("company_id") > 1)
        )
        if not both.height:
            return _("{said}; none backs both", said=said)
        return plural(
            "{said}; {count} backs both", "{said}; {count} back both", both.height, said=said
        )
    bought = sorted(set(backers.filter(pl.col("bought_on").is_not_null())["bought_by"]))
    if bought:
        return _("{said}; {buyers} later took it over", said=said, buyers=listed(bought))
    stakes = sorted(set(backers.filter(pl.col("stake_on").is_not_null())["group"]))
    if stakes:
        return _("{said}; {holders} also took a strategic stake", said=said, holders=listed(stakes))
    return said


def peers_finding(peers: pl.DataFrame, first: Row) -> str:
    """Where the company stands among its peers by money raised; answers company_peers."""
    own = peers.filter(pl.col("company_id") == first["company_id"]).row(0, named=True)
    among = plural(
        "{count} company of its kind {place} with a known amount",
        "{count} companies of its kind {place} with a known amount",
        own["peers_known"],
        place=in_market(first["market"]),
    )
    if own["place"] is None:
        return _("{company} has no known amount; {among}", company=first["company"], among=among)
    return _(
        "{company} is number {number} by money raised, of {among}",
        company=first["company"],
        number=own["place"],
        among=among,
    )
