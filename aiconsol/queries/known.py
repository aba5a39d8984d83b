"""What was known of each company at the end of each quarter, and nothing later."""

from datetime import date

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.queries.calendar import months_between, quarter_number

ANNOUNCED, SOURCED = "announced", "sourced"
"""A round or stake is known from its announcement, or from the date of its source where later."""

FIGURES = {
    "annualized_revenue_usd": "revenue",
    "year_revenue_usd": "revenue",
    "valuation_usd": "valuation",
    "year_net_loss_usd": "burn",
    "year_cash_burn_usd": "burn",
    "cash_usd": "cash",
}
UNSOURCED = "6mo"
MAX_AGE_MONTHS = 24


def cutoffs(tables: Tables, as_of: date) -> Frame:
    """At which days do we look? Grain: quarter. Columns: quarter, cutoff_on, number.

    ``cutoff_on`` is the quarter's last day, in the calendar's last quarter ``as_of`` at most.
    """
    ends_on, last = nw.col("ends_on"), nw.lit(as_of, nw.Date)
    return tables["quarters"].select(
        "quarter",
        cutoff_on=nw.when(ends_on > last).then(last).otherwise(ends_on),
        number=quarter_number(nw.col("starts_on")),
    )


def rounds_known(tables: Tables, as_of: date, known: str) -> Frame:
    """Which equity rounds were known at each cut-off?

    Grain: quarter and round. Columns of ``rounds`` and ``cutoffs``, and dated_on: the last day
    that the announcement can have been on.
    """
    rounds = tables["rounds"].filter(nw.col("kind") == "equity").drop("quarter")
    return _known(rounds, cutoffs(tables, as_of), known)


def stakes_known(tables: Tables, as_of: date, known: str) -> Frame:
    """Which stakes of large technology companies were known at each cut-off?

    Grain: quarter and company. Columns: quarter, company_id.
    """
    stakes = tables["deals"].filter(
        nw.col("structure") == "minority_stake",
        nw.col("status").is_in(["announced", "completed"]),
        ~nw.col("target_id").is_null(),
    )
    known_stakes = _known(stakes.drop("quarter"), cutoffs(tables, as_of), known)
    return known_stakes.select("quarter", company_id=nw.col("target_id")).unique()


def figures_known(tables: Tables, as_of: date, known: str) -> Frame:
    """What were the newest known figures of each company at each cut-off?

    Grain: quarter, company and figure (revenue, valuation, burn, cash, round); figures of more
    than two years before are left out. Columns: quarter, company_id, figure, value_usd, dated_on.
    A metric is known from the date of its source where later, and half a year after its own date
    where its source shows none. Cash burn is preferred to a net loss of the same date.
    """
    rounds = rounds_known(tables, as_of, known)
    columns = ["quarter", "cutoff_on", "company_id", "figure", "value_usd", "dated_on", "order"]
    of_rounds = [
        rounds.filter(~nw.col(column).is_null()).select(
            *columns[:3],
            "dated_on",
            figure=nw.lit(figure),
            value_usd=nw.col(column),
            order=nw.col("round_id"),
        )
        for figure, column in (("valuation", "post_money_usd"), ("round", "amount_usd"))
    ]
    streams = [_metrics(tables, as_of), *of_rounds]
    every = nw.concat([stream.select(columns) for stream in streams])
    age = months_between("dated_on", "cutoff_on")
    newest = nw.col("value_usd").cum_count(reverse=True)
    return (
        every.filter(age <= MAX_AGE_MONTHS)
        .with_columns(
            place=newest.over("quarter", "company_id", "figure", order_by=["dated_on", "order"])
        )
        .filter(nw.col("place") == 1)
        .drop("place", "order", "cutoff_on")
    )


def _known(records: Frame, days: Frame, known: str) -> Frame:
    """The records known at each day; of a year alone, only once that year is over."""
    announced, precision = nw.col("announced_on"), nw.col("date_precision")
    dated = (
        nw.when(precision == "year")
        .then(announced.dt.offset_by("11mo").dt.offset_by("30d"))
        .when(precision == "quarter")
        .then(announced.dt.offset_by("2mo"))
        .otherwise(announced)
    )
    seen = nw.col("dated_on")
    if known == SOURCED:
        seen = nw.when(nw.col("source_date") > seen).then(nw.col("source_date")).otherwise(seen)
    return (
        records.with_columns(dated_on=dated.cast(nw.Date))
        .with_columns(known_on=seen)
        .join(days, how="cross")
        .filter(nw.col("known_on") <= nw.col("cutoff_on"))
    )


def _metrics(tables: Tables, as_of: date) -> Frame:
    dated, source = nw.col("as_of"), nw.col("source_date")
    known_on = (
        nw.when(source.is_null())
        .then(dated.dt.offset_by(UNSOURCED))
        .when(source > dated)
        .then(source)
        .otherwise(dated)
    )
    metric = nw.col("metric").cast(nw.String)
    return (
        tables["company_metrics"]
        .filter(nw.col("metric").is_in(list(FIGURES)))
        .select("company_id", "metric_id", "metric", "value", "as_of", "source_date")
        .with_columns(known_on=known_on.cast(nw.Date))
        .join(cutoffs(tables, as_of), how="cross")
        .filter(nw.col("known_on") <= nw.col("cutoff_on"))
        .with_columns(
            figure=metric.replace_strict(FIGURES, default=None, return_dtype=nw.String),
            dated_on=dated,
            value_usd=nw.col("value"),
            order=nw.concat_str(
                nw.when(metric == "year_cash_burn_usd").then(nw.lit("1")).otherwise(nw.lit("0")),
                nw.col("metric_id"),
            ),
        )
    )
