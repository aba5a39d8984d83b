"""What companies earn, against what they are valued at and what they raised."""

from datetime import date

import narwhals as nw
import polars as pl

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.metrics import selected_metrics
from aiconsol.queries.valuations import valuations

REVENUES = ("annualized_revenue_usd", "year_revenue_usd")
LOSSES = {"year_net_loss_usd": "loss", "year_cash_burn_usd": "burn"}
MAX_APART_DAYS = 366
"""How far the date of a revenue and that of a valuation may lie apart to be compared."""

CERTAINTY = {"confirmed": 0, "reported": 1, "estimated": 2}
PAIR = ("company_id", "company", "market", "measure", "revenue_usd", "revenue_on", "revenue_basis")


def revenue_against_valuation(tables: Tables, filters: Filters, as_of: date) -> pl.DataFrame:
    """What did each company earn, and what was it valued at near that day?

    Grain: company of the selection that raised a round, and day of a known revenue, in time
    order. Annualized revenue where the company has any with a valuation, else that of years; each
    with the valuation nearest to it in time, of those within a year (the later of two as near).
    Columns: company_id, company, market, measure (of the revenue), revenue_usd, revenue_on,
    revenue_basis, valuation_usd, valued_on, valuation_basis, valuation_measure, multiple
    (valuation ÷ revenue), is_newest (of the company), loss_usd, loss_on, burn_usd, burn_on (of its
    newest known year; a negative loss is a profit; null where unknown). Forecasts, dated after
    ``as_of``, are left out.
    """
    revenues = _revenues(tables, filters, as_of)
    known = _collected(valuations(tables, filters)).select(
        "company_id",
        "valuation_usd",
        "valued_on",
        valuation_basis="basis",
        valuation_measure="measure",
    )
    days = (pl.col("valued_on") - pl.col("revenue_on")).dt.total_days()
    pairs = (
        revenues.join(known.filter(pl.col("valued_on") <= as_of), on="company_id")
        .with_columns(apart=days.abs())
        .filter(pl.col("apart") <= MAX_APART_DAYS)
        .sort("apart", "valued_on", "valuation_usd", descending=[False, True, True])
        .unique(["company_id", "measure", "revenue_on"], keep="first", maintain_order=True)
        .filter(pl.col("measure") == pl.col("measure").sort().first().over("company_id"))
    )
    newest = pl.col("revenue_on") == pl.col("revenue_on").max().over("company_id")
    return (
        pairs.with_columns(
            multiple=pl.col("valuation_usd") / pl.col("revenue_usd"), is_newest=newest
        )
        .join(_losses(tables, filters, as_of), on="company_id", how="left")
        .drop("apart")
        .sort("company", "revenue_on")
    )


def revenue_against_raised(tables: Tables, filters: Filters, as_of: date) -> pl.DataFrame:
    """What does each company earn, and what had it raised by then?

    Grain: company of the selection with a known revenue, by its newest, and a known round of
    equity by that day. Columns as of ``revenue_against_valuation``, with raised_usd (the sum of
    the known amounts until the day of the revenue), last_round_on and multiple (raised ÷ revenue)
    in place of the valuation's.
    """
    every = _revenues(tables, filters, as_of)
    newest = every.sort("revenue_on", "measure", descending=[True, False]).unique(
        "company_id", keep="first", maintain_order=True
    )
    rounds = _collected(filters.of_companies().on_rounds(tables["rounds"])).select(
        "company_id", "announced_on", "amount_usd"
    )
    raised = (
        newest.join(rounds.drop_nulls("amount_usd"), on="company_id")
        .filter(pl.col("announced_on") <= pl.col("revenue_on"))
        .group_by(PAIR)
        .agg(raised_usd=pl.col("amount_usd").sum(), last_round_on=pl.col("announced_on").max())
    )
    return (
        raised.with_columns(
            multiple=pl.col("raised_usd") / pl.col("revenue_usd"), is_newest=pl.lit(value=True)
        )
        .join(_losses(tables, filters, as_of), on="company_id", how="left")
        .sort("company")
    )


def income_records(tables: Tables, filters: Filters) -> Frame:
    """Which figures stand behind it? Grain and columns of ``company_metrics``."""
    return _raising(tables, filters).filter(nw.col("metric").is_in([*REVENUES, *LOSSES]))


def _raising(tables: Tables, filters: Filters) -> Frame:
    """The figures of companies that raised a round: the large ones, which buy, never did here."""
    raised = tables["rounds"].select("company_id").unique()
    return selected_metrics(tables, filters).join(raised, on="company_id", how="semi")


def _revenues(tables: Tables, filters: Filters, as_of: date) -> pl.DataFrame:
    """A revenue a company, measure and day: of several, the most certain, then the largest."""
    rank = pl.col("revenue_basis").replace_strict(CERTAINTY, return_dtype=pl.Int8)
    return (
        _collected(_raising(tables, filters))
        .filter(pl.col("metric").is_in(REVENUES), pl.col("as_of") <= as_of, pl.col("value") > 0)
        .select(
            *PAIR[:3],
            measure="metric",
            revenue_usd="value",
            revenue_on="as_of",
            revenue_basis="basis",
        )
        .sort(rank, "revenue_usd", descending=[False, True])
        .unique(["company_id", "measure", "revenue_on"], keep="first", maintain_order=True)
    )


def _losses(tables: Tables, filters: Filters, as_of: date) -> pl.DataFrame:
    """A row a company with any: its newest known net loss and cash burn of a year."""
    known = _collected(_raising(tables, filters)).filter(pl.col("as_of") <= as_of)
    frames = [
        known.filter(pl.col("metric") == metric)
        .sort("as_of", "value")
        .unique("company_id", keep="last", maintain_order=True)
        .select(
            "company_id",
            pl.col("value").alias(f"{name}_usd"),
            pl.col("as_of").alias(f"{name}_on"),
        )
        for metric, name in LOSSES.items()
    ]
    loss, burn = frames
    return loss.join(burn, on="company_id", how="full", coalesce=True)


def _collected(frame: Frame) -> pl.DataFrame:
    """The rows, words as text."""
    rows: pl.DataFrame = frame.collect("polars").to_native()
    words = [name for name, kind in rows.schema.items() if isinstance(kind, pl.Enum)]
    return rows.with_columns(pl.col(words).cast(pl.String))
