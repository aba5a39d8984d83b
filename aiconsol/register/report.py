"""The register as its analyst wants to see it in a terminal, line by line."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from aiconsol.register import check, doubles
from aiconsol.register.derive import Tables
from aiconsol.register.order import unsorted_line
from aiconsol.register.read import LINE
from aiconsol.register.reviews import unjoined_names
from aiconsol.register.settings import Settings
from aiconsol.register.validate import located
from aiconsol.schema import REGISTER_TABLES
from aiconsol.schema import vocabulary as words

MILLION = 1_000_000
FEW = 10


def report(folder: Path) -> Iterator[str]:
    """The lines of the report on the register in the folder. Raises BrokenRegister."""
    tables, settings = located(folder)
    yield settings.title
    yield f"as of {settings.as_of}, complete through {settings.complete_through}"
    yield from _sources(tables)
    yield from _order(folder)
    yield from _unknown(tables)
    yield from _coverage(tables, settings)
    yield from _pairs(tables)
    yield from _outside(tables)
    yield from _unjoined(tables)


def _sources(tables: Tables) -> Iterator[str]:
    yield from _titled("Sources")
    shares = pl.col("with_address", "with_date")
    yield from _columns(check.sources(tables).with_columns(_percent(shares)))


def _order(folder: Path) -> Iterator[str]:
    yield from _titled("Order of the files")
    lines = {table: unsorted_line(folder, table) for table in REGISTER_TABLES}
    for table, line in lines.items():
        if line is not None:
            yield f"  {table}.csv:{line} belongs further up; python -m aiconsol sort puts it there"
    if not any(lines.values()):
        yield "  all files are sorted"


def _unknown(tables: Tables) -> Iterator[str]:
    yield from _titled("Unknown cells")
    cells = check.unknown_cells(tables).with_columns(_percent(pl.col("share")))
    yield from _columns(cells)


def _coverage(tables: Tables, settings: Settings) -> Iterator[str]:
    yield from _titled("Equity rounds: all, those of known amount, and their sum in m USD")
    mark = pl.when("is_preliminary").then(pl.lit("preliminary")).otherwise(pl.lit(""))
    sums = [
        (pl.col(f"{market}_usd") / MILLION).round().cast(pl.Int64).alias(f"{market}_m_usd")
        for market in words.MARKETS
    ]
    frame = check.coverage(tables, settings).with_columns(*sums, mark.alias("note"))
    yield from _columns(
        frame.select(
            "quarter",
            *(f"{m}_{what}" for m in words.MARKETS for what in ("rounds", "known", "m_usd")),
            "note",
        )
    )


def _pairs(tables: Tables) -> Iterator[str]:
    for title, frame in (
        ("Companies that may be one", doubles.alike_companies(tables)),
        ("Investors that may be one", doubles.alike_investors(tables)),
        ("Native names that two names share", doubles.shared_native_names(tables)),
        ("Rounds that may be one", doubles.alike_rounds(tables)),
        ("Deals that may be one", doubles.alike_deals(tables)),
    ):
        yield from _titled(f"{title}: {frame.height}")
        yield from _columns(frame)


def _outside(tables: Tables) -> Iterator[str]:
    for (what,), frame in check.outside(tables).group_by("what", maintain_order=True):
        yield from _titled(f"Without a row of their own, {what}: {frame.height}")
        yield from _columns(frame.drop("what").head(FEW))
        if frame.height > FEW:
            yield f"  and {frame.height - FEW} more"


def _unjoined(tables: Tables) -> Iterator[str]:
    names = unjoined_names(tables, LINE)
    yield from _titled(f"Names in reviews that no deal joined to the review bears: {names.height}")
    yield from _columns(names)


def _titled(title: str) -> Iterator[str]:
    yield from ("", title)


def _percent(share: pl.Expr) -> pl.Expr:
    return (share * 100).floor().cast(pl.Int64).cast(pl.String) + "%"


def _columns(frame: pl.DataFrame) -> Iterator[str]:
    """The frame's rows in aligned columns: numbers to the right with thousands separated."""
    if frame.is_empty():
        yield "  none"
        return
    cells = {name: [name.replace("_", " "), *map(_cell, frame[name])] for name in frame.columns}
    widths = {name: max(map(len, column)) for name, column in cells.items()}
    for row in range(frame.height + 1):
        parts = [
            f"{column[row]:>{widths[name]}}"
            if frame[name].dtype.is_numeric()
            else f"{column[row]:<{widths[name]}}"
            for name, column in cells.items()
        ]
        yield "  " + "  ".join(parts).rstrip()


def _cell(value: object) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    return "" if value is None else str(value)
