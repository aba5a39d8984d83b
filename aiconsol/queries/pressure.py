"""What a reader can check of the pressure on each independent company, quarter by quarter."""

from datetime import date

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.calendar import MONTHS_A_YEAR, months_between
from aiconsol.queries.ends import TAKEN, first_ends
from aiconsol.queries.known import ANNOUNCED, figures_known, rounds_known, stakes_known

WATCHED_USD = 20_000_000
MAX_QUIET_MONTHS = 36
LEADERS, MIDDLE = 5, 3


def pressure_facts(tables: Tables, filters: Filters, as_of: date, known: str = ANNOUNCED) -> Frame:
    """Which companies were independent at the end of each quarter, and what was known of them?

    Grain: quarter and company that had raised an equity round of 20 million dollars or more, the
    last round at most three years before (longer silence may mean that the register lost sight of
    it), and hadn't been bought, hollowed out, listed or closed. Market, segment and quarters
    apply; the leaders are of the whole register. Columns, of what was known at ``cutoff_on``
    alone: quarter, cutoff_on, number (of the quarter), company_id, company, market, segment,
    last_round_on, months_quiet (since the last equity round), raised_usd (sum of known amounts),
    leaders_usd (the middle of the five largest such sums in market and segment; null under five
    companies), burn_usd and money_usd (a year's burn; cash, else the last known round),
    months_left (null without either, or without burn), valuation_usd, revenue_usd, multiple (null
    where either is unknown), has_big_tech (a large technology company holds a stake; null where
    no investor and no stake is known).
    """
    independent = _independent(tables, as_of, known)
    figures = figures_known(tables, as_of, known)
    joined = _leaders(independent)
    for figure in ("revenue", "valuation", "burn", "cash", "round"):
        joined = joined.join(_one(figures, figure), on=["quarter", "company_id"], how="left")
    stakes = stakes_known(tables, as_of, known).with_columns(stake=nw.lit(1))
    joined = joined.join(stakes, on=["quarter", "company_id"], how="left")
    facts = _measured(joined)
    return filters.on_quarters(filters.on_companies(facts)).sort("number", "company_id")


def _independent(tables: Tables, as_of: date, known: str) -> Frame:
    return _raised(tables, as_of, known).filter(nw.col("months_quiet") <= MAX_QUIET_MONTHS)


def left_out_of_watch(tables: Tables, filters: Filters, as_of: date, quarter: str) -> Frame:
    """Who isn't watched at the end of the quarter? One row: silent, for more than three years."""
    raised = filters.on_companies(_raised(tables, as_of, ANNOUNCED))
    now = raised.filter(nw.col("quarter") == quarter)
    return now.filter(nw.col("months_quiet") > MAX_QUIET_MONTHS).select(silent=nw.len())


def rounds_of_watched(tables: Tables, filters: Filters, as_of: date, quarter: str) -> Frame:
    """Which equity rounds stand behind the watched companies? Grain and columns of ``rounds``."""
    watched = filters.on_companies(_independent(tables, as_of, ANNOUNCED))
    known = rounds_known(tables, as_of, ANNOUNCED)
    then = nw.col("quarter") == quarter
    return (
        tables["rounds"]
        .join(watched.filter(then).select("company_id"), on="company_id", how="semi")
        .join(known.filter(then).select("round_id"), on="round_id", how="semi")
        .sort("announced_on", "round_id", descending=[True, False])
    )


def takeovers_of_watched(tables: Tables, filters: Filters, as_of: date) -> Frame:
    """Which watched companies were bought or hollowed out? Grain and columns of ``deals``."""
    watched = filters.on_companies(_independent(tables, as_of, ANNOUNCED))
    taken = first_ends(tables).filter(nw.col("end") == TAKEN)
    shown = taken.join(watched.select("company_id"), on="company_id", how="semi")
    return _deals(tables, shown)


def deals_of_cases(tables: Tables, filters: Filters, companies: tuple[str, ...]) -> Frame:
    """Which deals first ended the companies' independence? Grain and columns of ``deals``."""
    cases = first_ends(tables).filter(nw.col("company_id").is_in(companies))
    selected = filters.on_companies(tables["companies"]).select("company_id")
    return _deals(tables, cases.join(selected, on="company_id", how="semi"))


def _deals(tables: Tables, ended: Frame) -> Frame:
    deals = tables["deals"].join(ended.select("deal_id"), on="deal_id", how="semi")
    return deals.sort("announced_on", "deal_id", descending=[True, False])


def _raised(tables: Tables, as_of: date, known: str) -> Frame:
    """Every independent company with a large enough round, at each cut-off."""
    amount = nw.col("amount_usd")
    raised = (
        rounds_known(tables, as_of, known)
        .group_by("quarter", "cutoff_on", "number", "company_id", "company", "market", "segment")
        .agg(
            last_round_on=nw.col("dated_on").max(),
            raised_usd=amount.sum(),
            largest_usd=amount.max(),
            investor=nw.col("has_big_tech_investor").cast(nw.Int64).max(),
        )
        .filter(nw.col("largest_usd") >= WATCHED_USD)
    )
    ended = first_ends(tables).select("company_id", "ended_on")
    still = nw.col("ended_on").is_null() | (nw.col("ended_on") > nw.col("cutoff_on"))
    return (
        raised.join(ended, on="company_id", how="left")
        .filter(still)
        .with_columns(months_quiet=months_between("last_round_on", "cutoff_on"))
    )


def _leaders(independent: Frame) -> Frame:
    """Each row with the middle of the largest sums raised in its market and segment."""
    group = ["quarter", "market", "segment"]
    ranked = independent.select(
        *group,
        leaders_usd=nw.col("raised_usd"),
        rank=nw.col("raised_usd").rank("ordinal", descending=True).over(*group),
        companies=nw.len().over(*group),
    )
    middle = ranked.filter(nw.col("rank") == MIDDLE, nw.col("companies") >= LEADERS)
    return independent.join(middle.select(*group, "leaders_usd"), on=group, how="left")


def _one(figures: Frame, figure: str) -> Frame:
    return figures.filter(nw.col("figure") == figure).select(
        "quarter",
        "company_id",
        nw.col("value_usd").alias(f"{figure}_usd"),
        nw.col("dated_on").alias(f"{figure}_on"),
    )


def _measured(joined: Frame) -> Frame:
    has_cash = ~nw.col("cash_usd").is_null()
    burns = nw.col("burn_usd") > 0
    left = nw.col("money_usd").cast(nw.Float64) / nw.col("burn_usd") * MONTHS_A_YEAR
    multiple = nw.col("valuation_usd").cast(nw.Float64) / nw.col("revenue_usd")
    return (
        joined.with_columns(
            money_usd=nw.coalesce("cash_usd", "round_usd"),
            money_on=nw.when(has_cash).then(nw.col("cash_on")).otherwise(nw.col("round_on")),
        )
        .with_columns(
            months_left=nw.when(burns).then(left - months_between("money_on", "cutoff_on")),
            multiple=nw.when(nw.col("revenue_usd") > 0).then(multiple),
            has_big_tech=nw.coalesce("stake", "investor") == 1,
        )
        .select(
            "quarter",
            "cutoff_on",
            "number",
            "company_id",
            "company",
            "market",
            "segment",
            "last_round_on",
            "months_quiet",
            "raised_usd",
            "leaders_usd",
            "burn_usd",
            "money_usd",
            "months_left",
            "valuation_usd",
            "revenue_usd",
            "multiple",
            "has_big_tech",
        )
    )
