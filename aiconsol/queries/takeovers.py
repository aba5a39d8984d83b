"""Reverse acquihires: what was paid, who looked at them, what came after; beside acquisitions."""

from dataclasses import replace

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.consolidation import selected_events

REVERSE = "reverse_acquihire"
COMPARED = (REVERSE, "acquisition")


def reverse_acquihires(tables: Tables, filters: Filters) -> Frame:
    """Which reverse acquihires do the filters select? Grain and columns of ``deals``, newest first.

    The filter of structure doesn't apply.
    """
    return selected_events(tables, replace(filters, structure=(REVERSE,)))


def panels_of_deals(tables: Tables, filters: Filters) -> Frame:
    """What is known of the company behind each reverse acquihire before the deal?

    Grain and order of ``reverse_acquihires``. Columns: those of ``deals``; founded; rounds_usd
    (sum of the known amounts of the register's equity rounds before the deal: at least what was
    raised; null where none is known); last_post_money_usd (of the last such round that has one).
    """
    deals = reverse_acquihires(tables, filters)
    before = _rounds_before(tables, deals)
    raised = before.group_by("deal_id").agg(
        rounds_usd=nw.col("amount_usd").sum(), known=nw.col("amount_usd").count()
    )
    valued = before.filter(~nw.col("post_money_usd").is_null())
    last = nw.col("round_on").max().over("deal_id")
    valuations = (
        valued.with_columns(last_on=last)
        .filter(nw.col("round_on") == nw.col("last_on"))
        .group_by("deal_id")
        .agg(last_post_money_usd=nw.col("post_money_usd").max())
    )
    known = nw.when(nw.col("known") > 0).then(nw.col("rounds_usd").cast(nw.Int64))
    return (
        deals.join(_founded(tables), on="target_id", how="left")
        .join(raised, on="deal_id", how="left")
        .join(valuations, on="deal_id", how="left")
        .with_columns(rounds_usd=known)
        .drop("known")
        .sort("announced_on", "deal_id", descending=[True, False])
    )


def compared_deals(tables: Tables, filters: Filters) -> Frame:
    """Which deals are compared? Reverse acquihires, and acquisitions of the years that saw one.

    Grain and columns of ``deals``; the filter of structure doesn't apply.
    """
    events = selected_events(tables, replace(filters, structure=COMPARED))
    years = events.filter(nw.col("structure") == REVERSE).select("year").unique()
    return events.join(years, on="year", how="semi").sort(
        "announced_on", "deal_id", descending=[True, False]
    )


def takeovers_compared(tables: Tables, filters: Filters) -> Frame:
    """How do reverse acquihires compare with acquisitions of the same years?

    Grain: consolidation event of either structure, of a year in which the selection has a reverse
    acquihire, newest first; the filter of structure doesn't apply. Columns: deal_id, target,
    acquirer, structure, announced_on, date_precision, value_usd, raised_multiple and
    valuation_multiple (value ÷ money raised, ÷ last valuation, as sources state them), months
    (calendar months since the register's last equity round before the deal, where both dates are
    known at least to the quarter), age_years (year of the deal − year of foundation); each null
    where it can't be known.
    """
    events = compared_deals(tables, filters)
    value = nw.col("value_usd").cast(nw.Float64)
    multiples = {
        f"{name}_multiple": nw.when(nw.col(f"target_{name}_usd") > 0, nw.col("value_usd") > 0).then(
            value / nw.col(f"target_{name}_usd")
        )
        for name in ("raised", "valuation")
    }
    dated = _rounds_before(tables, events).filter(
        nw.col("round_precision") != "year", nw.col("date_precision") != "year"
    )
    last = dated.group_by("deal_id").agg(last_round_on=nw.col("round_on").max())
    return (
        events.with_columns(**multiples)
        .join(last, on="deal_id", how="left")
        .join(_founded(tables), on="target_id", how="left")
        .with_columns(
            months=_months("announced_on") - _months("last_round_on"),
            age_years=nw.col("year") - nw.col("founded"),
        )
        .sort("announced_on", "deal_id", descending=[True, False])
        .select(
            *("deal_id", "target", "acquirer", "structure", "announced_on", "date_precision"),
            *("value_usd", "raised_multiple", "valuation_multiple", "months", "age_years"),
        )
        .with_columns(nw.col("months", "age_years").cast(nw.Int64))
    )


def reviews_of_reverse(tables: Tables, filters: Filters) -> Frame:
    """Which authorities looked at the reverse acquihires, when, and with what result?

    Grain: deal and review, oldest first. Columns: deal_id, authority, opened_on, date_precision
    (of the opening), outcome, decided_on, source_url.
    """
    deals = reverse_acquihires(tables, filters).select("deal_id")
    reviews = tables["reviews"].select(
        *("review_id", "authority", "opened_on", "date_precision", "outcome", "decided_on"),
        "source_url",
    )
    return (
        tables["deal_reviews"]
        .join(deals, on="deal_id", how="semi")
        .join(reviews, on="review_id")
        .with_columns(since=nw.coalesce("opened_on", "decided_on"))
        .sort("deal_id", "since", "review_id", nulls_last=True)
        .drop("since", "review_id")
    )


def records_after(tables: Tables, filters: Filters) -> Frame:
    """What does the register hold of the companies since their reverse acquihire?

    Grain: deal and later record of its target, oldest first. Columns: deal_id, happened_on,
    date_precision, record (round, deal or metric), what (stage, structure or metric), other (the
    other party of a deal; null else), amount (dollars; a metric's value), status (of a deal).
    """
    since = reverse_acquihires(tables, filters).select("deal_id", "target", since="announced_on")
    later = nw.concat(
        [
            _as_record(tables["rounds"], since, "round", "company", "announced_on", "stage"),
            _as_record(tables["deals"], since, "deal", "target", "announced_on", "structure"),
            _as_record(tables["deals"], since, "purchase", "acquirer", "announced_on", "structure"),
            _as_record(tables["company_metrics"], since, "metric", "company", "as_of", "metric"),
        ]
    )
    return later.sort("deal_id", "happened_on", "record", "what")


_AMOUNTS = {"round": "amount_usd", "deal": "value_usd", "purchase": "value_usd", "metric": "value"}
_OTHERS = {"deal": "acquirer", "purchase": "target"}


def _as_record(table: Frame, since: Frame, record: str, company: str, day: str, what: str) -> Frame:
    nothing = nw.lit(None).cast(nw.String)
    other = nw.col(_OTHERS[record]) if record in _OTHERS else nothing
    rows = table.select(
        target=nw.col(company),
        happened_on=nw.col(day),
        date_precision=nw.col("date_precision").cast(nw.String),
        record=nw.lit(record),
        what=nw.col(what).cast(nw.String),
        other=other,
        amount=nw.col(_AMOUNTS[record]),
        status=nw.col("status").cast(nw.String) if record in _OTHERS else nothing,
    )
    return (
        since.join(rows, on="target")
        .filter(nw.col("happened_on") > nw.col("since"))
        .drop("since", "target")
    )


def _rounds_before(tables: Tables, deals: Frame) -> Frame:
    """Each deal with each equity round of its target announced before it."""
    rounds = (
        tables["rounds"]
        .filter(nw.col("kind") == "equity")
        .select(
            "amount_usd",
            "post_money_usd",
            target_id=nw.col("company_id"),
            round_on=nw.col("announced_on"),
            round_precision=nw.col("date_precision"),
        )
    )
    named = deals.select("deal_id", "target_id", "announced_on", "date_precision")
    return named.join(rounds, on="target_id").filter(nw.col("round_on") < nw.col("announced_on"))


def _founded(tables: Tables) -> Frame:
    return tables["companies"].select("founded", target_id=nw.col("company_id"))


def _months(day: str) -> nw.Expr:
    return nw.col(day).dt.year().cast(nw.Int64) * 12 + nw.col(day).dt.month().cast(nw.Int64)
