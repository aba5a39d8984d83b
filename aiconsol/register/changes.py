"""What changed from one dataset to the next: records added, corrected and withdrawn."""

import dataframely as dy
import polars as pl

from aiconsol.register.derive import Tables
from aiconsol.schema import HISTORY_TABLES, REGISTER_TABLES, register_columns
from aiconsol.schema.keys import NATURAL_KEYS

FIGURES = {
    "rounds": "amount_usd",
    "deals": "value_usd",
    "reviews": "outcome",
    "aggregates": "value",
    "company_metrics": "value",
}
"""For each table that has one: the figure by which a reader knows a record."""

PAGE = "source_url"
TYPES = pl.Schema(HISTORY_TABLES["changes"])
FOUND = ("table", "record_id", "record", "change", "column", "before", "after")


def changes(before: Tables, after: Tables) -> pl.DataFrame:
    """What changed in the register's own columns.

    Grain: a record added or withdrawn, or a corrected cell; tables in the register's order.
    Columns: those of the table ``changes`` but for the version's. A table or column that
    ``before`` doesn't have is new to the schema, so that none of its cells counts as changed.
    """
    empty = pl.DataFrame(schema={name: TYPES[name] for name in FOUND})
    return pl.concat(
        [
            empty,
            *(
                _of_table(table, schema, before[table], after[table])
                for table, schema in REGISTER_TABLES.items()
                if table in before
            ),
        ]
    )


def _of_table(
    table: str, schema: type[dy.Schema], before: pl.DataFrame, after: pl.DataFrame
) -> pl.DataFrame:
    columns = [name for name in register_columns(schema) if name in before.columns]
    new = _texts(table, schema, after, columns)
    old = _under_new_ids(table, _texts(table, schema, before, columns), new)
    figure = FIGURES.get(table)
    parts = [
        _whole(new.join(old, on="record_id", how="anti", maintain_order="left"), figure, "added"),
        _corrected(old, new, columns),
        _whole(
            old.join(new, on="record_id", how="anti", maintain_order="left"), figure, "withdrawn"
        ),
    ]
    return pl.concat(
        part.select(pl.lit(table).alias("table"), *FOUND[1:]).cast({"change": TYPES["change"]})
        for part in parts
    )


def _texts(
    table: str, schema: type[dy.Schema], frame: pl.DataFrame, columns: list[str]
) -> pl.DataFrame:
    """The cells as text, whatever their type was, each record with its id and its name."""
    types = {name: schema.columns()[name].dtype for name in columns}
    numbers = [
        pl.col(name).cast(dtype, strict=False)
        for name, dtype in types.items()
        if dtype.is_numeric()
    ]
    typed = frame.with_columns(numbers)
    key = [pl.col(name).cast(pl.String) for name in NATURAL_KEYS[table]]
    return typed.select(
        pl.col(schema.primary_key()[0]).alias("record_id"),
        pl.concat_str(key, separator=", ", ignore_nulls=True).alias("record"),
        *(_text(name, types[name]) for name in columns),
    )


def _text(name: str, dtype: pl.DataType) -> pl.Expr:
    """The cell as a CSV file has it: a whole number without a point."""
    cell = pl.col(name)
    if not dtype.is_float():
        return cell.cast(pl.String)
    whole = cell.cast(pl.Int64, strict=False)
    return (
        pl.when(whole == cell)
        .then(whole.cast(pl.String))
        .otherwise(cell.cast(pl.String))
        .alias(name)
    )


def _under_new_ids(table: str, old: pl.DataFrame, new: pl.DataFrame) -> pl.DataFrame:
    """The old records; one whose name was corrected stands under the id that it has now.

    Two records of different ids are one where they have the same natural key; or where they
    differ in one column of it, were read on the same page, and no other record could be meant. A
    key of one column says too little for that: all else must be equal.
    """
    key = list(NATURAL_KEYS[table])
    others = [name for name in old.columns if name not in ("record_id", "record", *key)]
    alike = [[name for name in key if name != changed] + [PAGE] for changed in key]
    for match in [key, *(alike if len(key) > 1 else [others])]:
        gone = old.join(new, on="record_id", how="anti", maintain_order="left")
        gone = gone.drop_nulls(PAGE) if match in alike else gone
        come = new.join(old, on="record_id", how="anti", maintain_order="left")
        pairs = gone.select("record_id", *match).join(
            come.select("record_id", *match), on=match, nulls_equal=True, suffix="_now"
        )
        sure = pairs.filter(
            pl.col("record_id").is_unique() & pl.col("record_id_now").is_unique()
        ).select("record_id", "record_id_now")
        old = (
            old.join(sure, on="record_id", how="left", maintain_order="left")
            .with_columns(record_id=pl.coalesce("record_id_now", "record_id"))
            .drop("record_id_now")
        )
    return old


def _whole(records: pl.DataFrame, figure: str | None, change: str) -> pl.DataFrame:
    value = pl.col(figure) if figure in records.columns else pl.lit(None, pl.String)
    nothing = pl.lit(None, pl.String)
    return records.with_columns(
        change=pl.lit(change),
        column=pl.lit(figure, pl.String),
        before=value if change == "withdrawn" else nothing,
        after=value if change == "added" else nothing,
    )


def _corrected(old: pl.DataFrame, new: pl.DataFrame, columns: list[str]) -> pl.DataFrame:
    same = ["record_id", *columns]
    cells = new.join(old, on=same, how="anti", nulls_equal=True, maintain_order="left").unpivot(
        columns, index=["record_id", "record"], variable_name="column", value_name="after"
    )
    were = old.unpivot(columns, index="record_id", variable_name="column", value_name="before")
    return (
        cells.join(were, on=["record_id", "column"], maintain_order="left")
        .filter(pl.col("after").ne_missing(pl.col("before")))
        .with_columns(change=pl.lit("corrected"))
    )
