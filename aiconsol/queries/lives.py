"""How long companies stay private and independent after their first large round."""

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.calendar import quarter_number
from aiconsol.queries.ends import first_ends


def lives(tables: Tables, filters: Filters, least_usd: int) -> Frame:
    """Who raised a first round of at least ``least_usd``, and how long were they independent?

    Grain: company of the selection whose first such equity round falls in the quarters selected
    (other filters don't apply). Columns: company_id, company, market, segment, entered_on,
    entry_quarter, quarters (from that round's quarter to the end's, or to the calendar's last),
    end (taken, listed, closed; null while independent), ended_on, end_quarter, deal_id (of the
    end). Companies whose round or end is dated to the year only, or that had ended before their
    round, are left out: ``left_out_of_lives`` counts them.
    """
    followed = _followed(tables, filters, least_usd)
    is_dated = nw.col("end").is_null() | ~nw.col("end_quarter").is_null()
    return (
        filters.on_quarters(followed.with_columns(quarter=nw.col("entry_quarter")))
        .filter(~nw.col("entry_quarter").is_null(), is_dated, nw.col("quarters") >= 0)
        .drop("quarter")
        .sort("market", "entered_on", "company_id")
    )


def left_out_of_lives(tables: Tables, filters: Filters, least_usd: int) -> Frame:
    """Who can't stand in the curves? One row: year_only (round or end), ended_before, unsized.

    ``unsized`` counts companies that raised equity rounds, none of which is known to be as large.
    """
    followed = _followed(tables, filters, least_usd)
    is_ended = ~nw.col("end").is_null()
    is_year_only = nw.col("entry_quarter").is_null() | (is_ended & nw.col("end_quarter").is_null())
    is_before = ~is_year_only & (nw.col("quarters") < 0)
    counts = followed.select(
        entrants=nw.len(),
        year_only=is_year_only.cast(nw.Int64).sum(),
        ended_before=is_before.cast(nw.Int64).sum(),
    )
    raised = _equity(tables, filters).select(companies=nw.col("company_id").n_unique())
    return counts.join(raised, how="cross").select(
        "year_only", "ended_before", unsized=nw.col("companies") - nw.col("entrants")
    )


def ends_of_lives(tables: Tables, filters: Filters, least_usd: int) -> Frame:
    """Which deals ended the lives shown? Grain and columns of ``deals``, newest first."""
    shown = lives(tables, filters, least_usd).select("deal_id")
    ended = tables["deals"].join(shown, on="deal_id", how="semi")
    return ended.sort("announced_on", "deal_id", descending=[True, False])


def _followed(tables: Tables, filters: Filters, least_usd: int) -> Frame:
    """Each company from its first large enough round to its end, or to the calendar's last."""
    sized = _equity(tables, filters).filter(nw.col("amount_usd") >= least_usd)
    place = nw.col("amount_usd").cum_count()
    first = (
        sized.with_columns(place=place.over("company_id", order_by=["announced_on", "round_id"]))
        .filter(nw.col("place") == 1)
        .select(
            "company_id",
            "company",
            "market",
            "segment",
            entered_on=nw.col("announced_on"),
            entry_quarter=nw.col("quarter"),
        )
    )
    last = tables["quarters"].select(last_on=nw.col("starts_on").max())
    until = nw.coalesce("ended_on", "last_on")
    return (
        first.join(first_ends(tables).drop("end_number"), on="company_id", how="left")
        .join(last, how="cross")
        .with_columns(quarters=quarter_number(until) - quarter_number(nw.col("entered_on")))
        .drop("last_on")
    )


def _equity(tables: Tables, filters: Filters) -> Frame:
    return filters.on_companies(tables["rounds"]).filter(nw.col("kind") == "equity")
