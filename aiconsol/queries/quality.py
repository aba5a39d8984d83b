"""How good the register is: how certain, from whom, how much unknown, how exactly dated."""

from typing import Any

import narwhals as nw
import polars as pl

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.funding import selected_rounds
from aiconsol.schema import REGISTER_TABLES, TABLES, register_columns

DAYS = {
    "rounds": "announced_on",
    "deals": "announced_on",
    "reviews": "opened_on",
    "policy_events": "happened_on",
    "company_metrics": "as_of",
}
"""For each table that has one: the day of a record, whose precision the record states."""

FIRST_AND_LAST = {
    **DAYS,
    "aggregates": "period",
    "quarters": "quarter",
    "versions": "as_of",
    "changes": "built_on",
    "first_counts": "quarter",
}
"""For each table that has one: the column from whose least to its greatest cell it reaches."""

ROWS = "rows"
PRECISIONS = ("day", "month", "quarter", "year")


def certainty_by_market(tables: Tables, filters: Filters) -> Frame:
    """How certain are the amounts of the rounds selected, by number and by money?

    Grain: market and amount_basis with at least one round. Columns: market, amount_basis, rounds,
    funding_usd (null where undisclosed), rounds_share, money_share (of the market's; money_share
    is null where undisclosed or where the market has no money).
    """
    sums = (
        selected_rounds(tables, filters)
        .group_by("market", "amount_basis")
        .agg(
            rounds=nw.len(),
            known_amounts=nw.col("amount_usd").count(),
            funding_usd=nw.col("amount_usd").sum(),
        )
        .with_columns(
            rounds=nw.col("rounds").cast(nw.Int64),
            funding_usd=nw.when(nw.col("known_amounts") > 0).then(
                nw.col("funding_usd").cast(nw.Int64)
            ),
        )
    )
    rounds, money = nw.col("rounds").cast(nw.Float64), nw.col("funding_usd").cast(nw.Float64)
    return (
        sums.with_columns(
            all_rounds=nw.col("rounds").sum().over("market"),
            all_usd=nw.col("funding_usd").sum().over("market"),
        )
        .with_columns(
            rounds_share=rounds / nw.col("all_rounds"),
            money_share=nw.when(nw.col("all_usd") > 0).then(money / nw.col("all_usd")),
        )
        .drop("known_amounts", "all_rounds", "all_usd")
        .sort("market", "amount_basis")
    )


def records_by_publisher(tables: Tables, _filters: Filters) -> Frame:
    """Whose pages does the register stand on, whatever is selected?

    Grain: publisher, most records first. Columns: source_name, records, rounds, deals,
    address_share (of its
    records, those whose page has an address).
    """
    named = [
        tables[table].select(
            "source_name",
            is_round=nw.lit(int(table == "rounds")),
            is_deal=nw.lit(int(table == "deals")),
            has_address=(~nw.col("source_url").is_null()).cast(nw.Float64),
        )
        for table in REGISTER_TABLES
    ]
    return (
        nw.concat(named)
        .group_by("source_name")
        .agg(
            records=nw.len(),
            rounds=nw.col("is_round").sum(),
            deals=nw.col("is_deal").sum(),
            address_share=nw.col("has_address").mean(),
        )
        .with_columns(nw.col("records", "rounds", "deals").cast(nw.Int64))
        .sort("records", "source_name", descending=[True, False])
    )


def unknown_cells(tables: Tables, _filters: Filters) -> pl.DataFrame:
    """Which columns of the register have empty cells, and how many, whatever is selected?

    Grain: column with an empty cell, the emptiest first. Columns: table, column, unknown, rows,
    unknown_share.
    """
    counts = [
        {"table": table, "column": name, "unknown": row[name], "rows": row[ROWS]}
        for table, schema in REGISTER_TABLES.items()
        for row in [_only_row(tables[table], _empty(register_columns(schema)))]
        for name in register_columns(schema)
        if row[name]
    ]
    schema = {"table": pl.String, "column": pl.String, "unknown": pl.Int64, "rows": pl.Int64}
    frame = pl.DataFrame(counts, schema=schema)
    share = pl.col("unknown") / pl.col("rows")
    return frame.with_columns(unknown_share=share).sort(
        "unknown_share", "table", "column", descending=[True, False, False]
    )


def dates_known(tables: Tables, _filters: Filters) -> pl.DataFrame:
    """How exactly are the records dated, whatever is selected?

    Grain: table whose records have a day. Columns: table, rows, to_the_day, to_the_month,
    to_the_quarter, to_the_year (records known so exactly), undated.
    """
    precision = nw.col("date_precision").cast(nw.String)
    exact = {
        f"to_the_{name}": (precision == name).cast(nw.Int64).sum().fill_null(0)
        for name in PRECISIONS
    }
    counts = [
        {"table": table}
        | _only_row(
            tables[table],
            exact | {"undated": nw.col(day).is_null().cast(nw.Int64).sum().fill_null(0)},
        )
        for table, day in DAYS.items()
    ]
    return pl.DataFrame(counts).select("table", "rows", *exact, "undated")


def catalogue(tables: Tables, _filters: Filters) -> pl.DataFrame:
    """Which tables are there, how large, and from when to when?

    Grain: table, in the dataset's order. Columns: table, rows, first, last (the least and the
    greatest day or period, as text; null where the table has none).
    """
    nothing = {"first": None, "last": None}
    extents = [
        {"table": table} | nothing | _only_row(tables[table], _ends(FIRST_AND_LAST.get(table)))
        for table in TABLES
    ]
    types = {"table": pl.String, "rows": pl.Int64, "first": pl.String, "last": pl.String}
    return pl.DataFrame(extents, schema=types)


def _empty(columns: list[str]) -> dict[str, nw.Expr]:
    return {name: nw.col(name).is_null().cast(nw.Int64).sum().fill_null(0) for name in columns}


def _ends(column: str | None) -> dict[str, nw.Expr]:
    if column is None:
        return {}
    text = nw.col(column).cast(nw.String)
    return {"first": text.min(), "last": text.max()}


def _only_row(frame: Frame, counts: dict[str, nw.Expr]) -> dict[str, Any]:
    """The counts and the number of rows."""
    counted = frame.select(**counts, **{ROWS: nw.len()}).collect("polars").to_native()
    return dict(counted.row(0, named=True))
