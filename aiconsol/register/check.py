"""What a register holds: how many records, from where, how much is unknown, how well covered."""

import polars as pl

from aiconsol.register.derive import Tables, quarters
from aiconsol.register.settings import Settings
from aiconsol.schema import REGISTER_TABLES, register_columns
from aiconsol.schema import vocabulary as words


def sources(tables: Tables) -> pl.DataFrame:
    """For each table: rows, publishers, and the share of rows whose source has an address."""
    return pl.concat(
        tables[name].select(
            table=pl.lit(name),
            rows=pl.len(),
            publishers=pl.col("source_name").n_unique(),
            with_address=pl.col("source_url").is_not_null().mean(),
            with_date=pl.col("source_date").is_not_null().mean(),
        )
        for name in REGISTER_TABLES
    )


def unknown_cells(tables: Tables) -> pl.DataFrame:
    """For each column of the register with an empty cell: how many are, and their share."""
    counts = [
        (table, column, tables[table][column].null_count(), tables[table].height)
        for table, schema in REGISTER_TABLES.items()
        for column in register_columns(schema)
    ]
    frame = pl.DataFrame(counts, schema=["table", "column", "unknown", "rows"], orient="row")
    return frame.filter(pl.col("unknown") > 0).select(
        "table", "column", "unknown", share=pl.col("unknown") / pl.col("rows")
    )


def coverage(tables: Tables, settings: Settings) -> pl.DataFrame:
    """For each quarter and market: equity rounds, those of known amount, and their sum in dollars.

    The last row counts the rounds that are dated to the year only.
    """
    equity = tables["rounds"].filter(pl.col("kind") == "equity")
    calendar = quarters(settings).select("quarter", "is_preliminary")
    covered = calendar.cast({"quarter": pl.String})
    for market in words.MARKETS:
        amounts = (
            equity.filter(pl.col("market") == market)
            .group_by(pl.col("quarter").cast(pl.String).fill_null("year only"))
            .agg(
                pl.len().alias(f"{market}_rounds"),
                pl.col("amount_usd").count().alias(f"{market}_known"),
                pl.col("amount_usd").sum().alias(f"{market}_usd"),
            )
        )
        covered = covered.join(
            amounts, on="quarter", how="full", coalesce=True, maintain_order="left_right"
        )
    return covered.with_columns(
        pl.col("is_preliminary").fill_null(value=False),
        pl.selectors.numeric().fill_null(0),
    )


def outside(tables: Tables) -> pl.DataFrame:
    """Names that other tables use and that have no row of their own, with the rows that do so."""
    targets = tables["deals"].filter(pl.col("target_id").is_null())
    classified = tables["investors"]["investor"].implode()
    investors = tables["participations"].filter(~pl.col("investor").is_in(classified))
    return pl.concat(
        frame.group_by(name=pl.col(column))
        .agg(rows=pl.len())
        .sort("rows", "name", descending=[True, False])
        .select(pl.lit(what).alias("what"), "name", "rows")
        for what, frame, column in (
            ("target of a deal", targets, "target"),
            ("investor of unknown kind", investors, "investor"),
        )
    )
