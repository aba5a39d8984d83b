"""What changed in the register, as sentences."""

from datetime import date

import polars as pl

from aiconsol.language import _, plural
from aiconsol.wording import (
    TABLE_NAMES,
    WORDS,
    capital,
    dollars,
    in_market,
    listed,
    percent,
    quarter_name,
    word,
)

MANY_DIGITS = 1000


def changes_finding(changes: pl.DataFrame, versions: pl.DataFrame, since: date | None) -> str:
    """How many records were added, corrected and withdrawn, and since when.

    ``changes`` is the answer of ``changes_since``, ``versions`` that of the query of that name.
    """
    start = versions.row(-1, named=True)
    if versions.height == 1:
        return _(
            "The history starts with the version of {day}; no record has changed since",
            day=start["built_on"],
        )
    when = _("since {day}", day=max(since, start["built_on"])) if since else _last(versions)
    if changes.is_empty():
        return _("No record has changed {when}", when=when)
    records = changes.unique(["change", "table", "record_id"])
    counts = [
        _("{count} {change}", count=f"{count:,}", change=word(change))
        for change, count in records.group_by("change").len().sort("change").iter_rows()
    ]
    return capital(
        plural(
            "{when}: {parts}, one record in all",
            "{when}: {parts}, {count} records in all",
            records.height,
            when=when,
            parts=listed(counts),
        )
    )


def _last(versions: pl.DataFrame) -> str:
    return _("in the last version, of {day}", day=versions.row(0, named=True)["built_on"])


def rise_finding(rise: pl.DataFrame, first: pl.DataFrame) -> str:
    """How much quarters rose after they were first counted, or why that can't be said yet.

    ``rise`` is the answer of ``rise_after_first_count``, ``first`` the table ``first_counts``.
    """
    parts = [_risen(row) for row in rise.sort("quarter", "market").iter_rows(named=True)]
    if parts:
        return _("After they were first counted: {parts}.", parts="; ".join(parts))
    if first.is_empty():
        return _("No quarter has been counted yet while it was preliminary.")
    return _(
        "How much a preliminary quarter still rises can't be said yet: none that was first counted"
        " as preliminary is complete by now. {quarter} is the first that will tell.",
        quarter=quarter_name(str(first["quarter"].cast(pl.String).min())),
    )


def _risen(row: dict[str, object]) -> str:
    first, now = int(str(row["first_usd"])), int(str(row["funding_usd"]))
    fields = {
        "quarter": quarter_name(str(row["quarter"])),
        "place": in_market(str(row["market"])),
        "first": dollars(first),
        "now": dollars(now),
    }
    if not first:
        return _("{quarter} {place}, from {first} to {now}", **fields)
    share = percent(abs(now - first) / first)
    return (
        _("{quarter} {place} rose by {share}, from {first} to {now}", share=share, **fields)
        if now >= first
        else _("{quarter} {place} fell by {share}, from {first} to {now}", share=share, **fields)
    )


def readable_changes(changes: pl.DataFrame) -> pl.DataFrame:
    """The changes as a reader meets them: names in words, figures with their unit.

    The largest sums come first among the added, the corrected and the withdrawn. Columns: change,
    table, record, column, before, after; all text, null where unknown.
    """
    cell = pl.coalesce("after", "before").cast(pl.Float64, strict=False)
    size = pl.when(pl.col("column").str.ends_with("_usd")).then(cell)
    by_size = changes.with_columns(size=size).sort(
        "change", "size", descending=[False, True], nulls_last=True, maintain_order=True
    )
    rows = [
        {
            "change": capital(word(row["change"])),
            "table": TABLE_NAMES[row["table"]],
            "record": _record(row["record"]),
            "column": row["column"],
            "before": _cell(row["column"], row["before"]),
            "after": _cell(row["column"], row["after"]),
        }
        for row in by_size.iter_rows(named=True)
    ]
    columns = ("change", "table", "record", "column", "before", "after")
    return pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String))


def _record(name: str) -> str:
    """The record's name, the words of the register in it as a reader would say them."""
    first, *rest = name.split(", ")
    return ", ".join([first, *(word(part) if part in WORDS else part for part in rest)])


def _cell(column: str | None, cell: str | None) -> str | None:
    if cell is None or column is None:
        return None
    if column.endswith("_usd"):
        return dollars(float(cell))
    if column == "value" and float(cell) >= MANY_DIGITS:
        return f"{float(cell):,.0f}"
    return word(cell) if cell in WORDS else cell
