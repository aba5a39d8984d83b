"""Which companies the register knows, what they raised, and what became of them."""

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.ends import TAKEN, ends
from aiconsol.queries.valuations import valuations

RAISED = ("rounds", "known_amounts")


def company_names(tables: Tables, _filters: Filters) -> Frame:
    """What is each company of the register called? Columns: company, company_id, native_name."""
    return tables["companies"].select("company", "company_id", "native_name").sort("company")


def company_directory(tables: Tables, filters: Filters) -> Frame:
    """Which companies do the filters select, what did each raise, and what became of it?

    Market and segment select companies; where quarters or stages are chosen, only those with a
    round in them. Columns are those of ``company_totals``, the most money raised first.
    """
    totals = company_totals(tables, filters, filters.on_companies(tables["companies"]))
    if filters.quarters or filters.stage:
        totals = totals.filter(nw.col("rounds") > 0)
    return totals.sort(
        "raised_usd", "company", "company_id", descending=[True, False, False], nulls_last=True
    )


def company_totals(tables: Tables, filters: Filters, companies: Frame) -> Frame:
    """What did each of these companies raise, at which value, and what became of it?

    Grain: company. Columns: company_id, company, native_name, market, segment, city, founded,
    status (independent, bought, hollowed_out, listed or closed, whatever the filters), raised_usd
    (known amounts of the rounds that the filters select; null where none is known), rounds,
    known_amounts, last_round_on, date_precision and last_stage (of the last round selected),
    last_valuation_usd, last_valued_on, description, source_url, source_name (of the company's own
    record).
    """
    rounds = filters.on_rounds(tables["rounds"])
    amount = nw.col("amount_usd")
    sums = rounds.group_by("company_id").agg(
        rounds=nw.len(), known_amounts=amount.count(), raised_usd=amount.sum()
    )
    last = rounds.unique("company_id", keep="last", order_by=["announced_on", "round_id"]).select(
        "company_id", "date_precision", last_round_on="announced_on", last_stage="stage"
    )
    valued = (
        valuations(tables, filters)
        .unique("company_id", keep="last", order_by=["valued_on", "valuation_usd"])
        .select("company_id", last_valuation_usd="valuation_usd", last_valued_on="valued_on")
    )
    joined = companies
    for more in (sums, last, valued, company_status(tables)):
        joined = joined.join(more, on="company_id", how="left")
    is_known = nw.col("known_amounts") > 0
    return (
        joined.with_columns(nw.col(*RAISED).fill_null(0).cast(nw.Int64))
        .with_columns(raised_usd=nw.when(is_known).then(nw.col("raised_usd").cast(nw.Int64)))
        .select(
            "company_id",
            "company",
            "native_name",
            "market",
            "segment",
            "city",
            "founded",
            "status",
            "raised_usd",
            *RAISED,
            "last_round_on",
            "date_precision",
            "last_stage",
            "last_valuation_usd",
            "last_valued_on",
            "description",
            "source_url",
            "source_name",
        )
    )


def company_status(tables: Tables) -> Frame:
    """What became of each company, as far as the register knows?

    Grain: every company. Columns: company_id, status: how it ended (see ``company_ends``). Listed
    is also a company without an end whose market capitalisation is known; independent are all
    others.
    """
    ends = company_ends(tables).select("company_id", "end")
    is_quoted = nw.col("metric") == "market_cap_usd"
    quoted = (
        tables["company_metrics"]
        .filter(is_quoted)
        .select("company_id", quoted=nw.lit("listed"))
        .unique("company_id")
    )
    status = nw.coalesce("end", "quoted", nw.lit("independent"))
    return (
        tables["companies"]
        .select("company_id")
        .join(ends, on="company_id", how="left")
        .join(quoted, on="company_id", how="left")
        .select("company_id", status=status)
    )


def company_ends(tables: Tables) -> Frame:
    """Which deal decided what became of a company? Grain: company that such a deal names.

    Columns of ``deals``, company_id and end: bought, hollowed_out (a reverse acquihire), listed or
    closed. It is the last such deal; a sale of assets only where there is no other.
    """
    structure = nw.col("structure").cast(nw.String)
    hollowed = nw.when(structure == "reverse_acquihire").then(nw.lit("hollowed_out"))
    bought = nw.when(nw.col("end") == TAKEN).then(nw.lit("bought"))
    place = nw.when(structure == "asset_purchase").then(nw.lit(0)).otherwise(nw.lit(1))
    return (
        ends(tables)
        .with_columns(company_id=nw.col("target_id"), place=place)
        .with_columns(end=nw.coalesce(hollowed, bought, nw.col("end")))
        .unique("company_id", keep="last", order_by=["place", "announced_on", "deal_id"])
        .drop("place")
    )


def every_company(tables: Tables, filters: Filters) -> Frame:
    """What did each company of the register raise, whatever the filters that choose companies?

    Columns are those of ``company_totals``.
    """
    return company_totals(tables, filters.of_companies(), tables["companies"])
