"""How long companies' money would last at the rate at which they last spent it."""

from datetime import date

import narwhals as nw
import polars as pl

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.ends import LISTED, first_ends
from aiconsol.queries.metrics import selected_metrics

BURN, LOSS, CASH = "year_cash_burn_usd", "year_net_loss_usd", "cash_usd"
MAX_AGE_DAYS = 731
"""Money, burn or loss of more than two years before say nothing of today."""

DAYS_A_YEAR = 365.25


def runways(tables: Tables, filters: Filters, as_of: date) -> pl.DataFrame:
    """Until when would each company's money last, were it spent as in its last known year?

    Grain: company of the selection, not bought, hollowed out or closed, with a known burn or loss
    and a known sum of money, the shortest first. Burn and net loss are those of the newest years
    known until ``as_of``. The money is the newest known cash and the rounds of equity and listing
    proceeds since; without a known cash the newest round alone. Neither is over two years old.
    Columns: company_id, company, market, is_listed, cash_usd, cash_on (null without a known
    cash), raised_usd (since then, or the newest round), money_usd, money_on (of the cash, or of
    the round), burn_usd, loss_usd, spent_on (the end of the later year), ends_at_least_on (at the
    larger of burn and loss), ends_at_most_on (at the cash burn; null where only a loss is known).
    """
    spent = _spent(tables, filters, as_of)
    money = _money(tables, filters, as_of)
    faster = pl.max_horizontal("burn_usd", "loss_usd")
    return (
        _alive(tables, filters)
        .join(spent, on="company_id")
        .join(money, on="company_id")
        .filter(faster > 0, *_recent(as_of))
        .with_columns(ends_at_least_on=_until(faster), ends_at_most_on=_until(pl.col("burn_usd")))
        .sort("ends_at_least_on", "company")
    )


def clocks_unknown(tables: Tables, filters: Filters, as_of: date) -> pl.DataFrame:
    """Of whom is no runway known? One row: companies, known, profitable, without_money, outdated.

    ``companies`` raised a round and weren't bought, hollowed out or closed; ``profitable`` ones
    made money in their last known year; of ``outdated`` ones burn, loss or money are more than
    two years old.
    """
    spent = _spent(tables, filters, as_of)
    alive = _alive(tables, filters).join(spent, on="company_id", how="left")
    money = _money(tables, filters, as_of).select("company_id", "money_on")
    known = runways(tables, filters, as_of).height
    faster = pl.max_horizontal("burn_usd", "loss_usd")
    burning = alive.filter(faster > 0)
    without = burning.join(money, on="company_id", how="anti").height
    return pl.DataFrame(
        {
            "companies": [alive.height],
            "known": [known],
            "profitable": [alive.filter(faster <= 0).height],
            "without_money": [without],
            "outdated": [burning.height - without - known],
        }
    )


def runway_records(tables: Tables, filters: Filters) -> Frame:
    """Which figures stand behind it? Grain and columns of ``company_metrics``."""
    raised = tables["rounds"].select("company_id").unique()
    figures = selected_metrics(tables, filters).filter(nw.col("metric").is_in([BURN, LOSS, CASH]))
    return figures.join(raised, on="company_id", how="semi")


def _recent(as_of: date) -> list[pl.Expr]:
    """Neither the money nor what is spent may be older than two years."""
    return [
        (pl.lit(as_of) - pl.col(day)).dt.total_days() <= MAX_AGE_DAYS
        for day in ("money_on", "spent_on")
    ]


def _alive(tables: Tables, filters: Filters) -> pl.DataFrame:
    ends = first_ends(tables).select("company_id", "end")
    raised = tables["rounds"].select("company_id").unique()
    companies = filters.on_companies(tables["companies"]).join(raised, on="company_id", how="semi")
    known = companies.join(ends, on="company_id", how="left").select(
        "company_id", "company", "market", "end"
    )
    rows: pl.DataFrame = known.collect("polars").to_native()
    is_listed = (pl.col("end") == LISTED).fill_null(value=False)
    still = pl.col("end").is_null() | is_listed
    return rows.filter(still).select(
        "company_id", "company", pl.col("market").cast(pl.String), is_listed=is_listed
    )


def _spent(tables: Tables, filters: Filters, as_of: date) -> pl.DataFrame:
    """The newest known burn and loss of each company."""
    figures: pl.DataFrame = runway_records(tables, filters).collect("polars").to_native()
    metric = pl.col("metric").cast(pl.String)
    newest = (
        figures.filter(metric.is_in([BURN, LOSS]), pl.col("as_of") <= as_of)
        .sort("as_of", "value")
        .unique(["company_id", "metric"], keep="last", maintain_order=True)
    )
    age = (pl.col("as_of").max().over("company_id") - pl.col("as_of")).dt.total_days()
    return (
        newest.filter(age <= MAX_AGE_DAYS)
        .group_by("company_id")
        .agg(
            burn_usd=pl.col("value").filter(metric == BURN).max(),
            loss_usd=pl.col("value").filter(metric == LOSS).max(),
            spent_on=pl.col("as_of").max(),
        )
    )


def _money(tables: Tables, filters: Filters, as_of: date) -> pl.DataFrame:
    """The newest known cash of each company with the rounds since, or its newest known round."""
    figures: pl.DataFrame = runway_records(tables, filters).collect("polars").to_native()
    cash = (
        figures.filter(pl.col("metric").cast(pl.String) == CASH, pl.col("as_of") <= as_of)
        .sort("as_of", "value")
        .unique("company_id", keep="last", maintain_order=True)
        .select("company_id", cash_usd="value", cash_on="as_of")
    )
    everyone = Filters(market=(), kind=("equity", "ipo"), basis=filters.basis)
    rounds: pl.DataFrame = everyone.on_rounds(tables["rounds"]).collect("polars").to_native()
    paid = (
        rounds.drop_nulls("amount_usd")
        .select("company_id", "announced_on", "amount_usd")
        .filter(pl.col("announced_on") <= as_of)
    )
    after = pl.col("announced_on") > pl.col("cash_on")
    newest = pl.col("announced_on") == pl.col("announced_on").max().over("company_id")
    counted = after | (pl.col("cash_on").is_null() & newest)
    raised = (
        paid.join(cash, on="company_id", how="left")
        .filter(counted)
        .group_by("company_id")
        .agg(raised_usd=pl.col("amount_usd").sum(), raised_on=pl.col("announced_on").max())
    )
    return cash.join(raised, on="company_id", how="full", coalesce=True).select(
        "company_id",
        "cash_usd",
        "cash_on",
        pl.col("raised_usd").fill_null(0),
        money_usd=pl.sum_horizontal("cash_usd", "raised_usd"),
        money_on=pl.coalesce("cash_on", "raised_on"),
    )


def _until(yearly: pl.Expr) -> pl.Expr:
    days = (pl.col("money_usd") / yearly * DAYS_A_YEAR).round(0)
    until = pl.col("money_on") + pl.duration(days=days.cast(pl.Int64))
    return pl.when(yearly > 0).then(until).cast(pl.Date)
