"""Reads one CSV table of the register into a typed frame, and says what can't be read."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import dataframely as dy
import polars as pl

from aiconsol.register.faults import Fault, right_value
from aiconsol.schema import register_columns

LINE = "line"
WHOLE_NUMBER = r"^-?\d+$"
ISO_DAY = r"^\d{4}-\d{2}-\d{2}$"


def read_table(path: Path, schema: type[dy.Schema]) -> tuple[pl.DataFrame, list[Fault]]:
    """Rows of the file with the schema's types, a ``line`` column, and what can't be read.

    A cell that can't be read is null in the frame; a row or a file that can't be read isn't in it.
    """
    texts, faults = _texts(path, register_columns(schema))
    typed, unreadable = typed_rows(path.name, texts, schema)
    return typed, faults + unreadable


def typed_rows(
    file: str, texts: pl.DataFrame, schema: type[dy.Schema]
) -> tuple[pl.DataFrame, list[Fault]]:
    """Rows of text, each with its ``line``, with the schema's types; and what can't be read."""
    names = register_columns(schema)
    typed = texts.select(
        *(_typed(schema.columns()[name], name) for name in names), pl.col(LINE).cast(pl.Int64)
    )
    return typed, [
        Fault(
            file,
            texts[LINE][row],
            name,
            texts[name][row],
            f"{name}_is_readable",
            right_value(schema.columns()[name], "type"),
        )
        for name in names
        for row in _unreadable(texts[name], typed[name])
    ]


def _texts(path: Path, names: list[str]) -> tuple[pl.DataFrame, list[Fault]]:
    rows: list[list[str | int | None]] = []
    try:
        content = path.read_bytes()
        rows, faults = _rows(path.name, content.decode("utf-8-sig"), names)
    except OSError as error:
        right = "a CSV file of this name in the register's folder"
        faults = [Fault(path.name, 0, "file", error.strerror or "", "file_is_there", right)]
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = repr(content[error.start : error.start + 1])
        faults = [Fault(path.name, line, "file", byte, "file_is_utf_8", "text encoded as UTF-8")]
    schema = dict.fromkeys(names, pl.String()) | {LINE: pl.Int64()}
    return pl.DataFrame(rows, schema=schema, orient="row"), faults


def _rows(
    file: str, text: str, names: list[str]
) -> tuple[list[list[str | int | None]], list[Fault]]:
    lines = _numbered(text)
    _, header = next(lines, (1, list[str]()))
    if header != names:
        right = ",".join(names)
        return [], [Fault(file, 1, "header", _off(header, names), "header_is_as_declared", right)]
    rows: list[list[str | int | None]] = []
    faults: list[Fault] = []
    for line, cells in lines:
        if isinstance(cells, csv.Error):
            right = "quotes around the whole cell, and a quote inside it doubled"
            faults.append(Fault(file, line, "row", str(cells), "row_is_quoted_well", right))
        elif len(cells) != len(names):
            right = f"{len(names)} cells; a cell with a comma in it is quoted"
            faults.append(Fault(file, line, "row", f"{len(cells)} cells", "row_is_whole", right))
        else:
            rows.append([*(cell or None for cell in cells), line])
    return rows, faults


def _numbered(text: str) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """Each row with the line that it starts on; where the file can't be read on, the error."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    start = 1
    try:
        for row in reader:
            yield start, row
            start = reader.line_num + 1
    except csv.Error as error:
        yield start, error


def _off(header: list[str] | csv.Error, names: list[str]) -> str:
    """What is wrong with the header: columns unknown, missing, or in another order."""
    if isinstance(header, csv.Error):
        return str(header)
    unknown = [name for name in header if name not in names]
    missing = [name for name in names if name not in header]
    parts = ["unknown " + ", ".join(unknown)] if unknown else []
    parts += ["missing " + ", ".join(missing)] if missing else []
    return "; ".join(parts) or "another order"


def _typed(column: dy.Column, name: str) -> pl.Expr:
    """The cell in the column's type, else null; of a text, spaces at its ends are cut."""
    cell = pl.col(name)
    if isinstance(column, dy.Date):
        plausible = pl.when(cell.str.contains(ISO_DAY)).then(cell)
        return plausible.str.to_date("%Y-%m-%d", strict=False).alias(name)
    if isinstance(column, dy.Int16 | dy.Int64):
        digits = pl.when(cell.str.contains(WHOLE_NUMBER)).then(cell)
        return digits.cast(column.dtype, strict=False).alias(name)
    if isinstance(column, dy.String):
        return cell.str.strip_chars().replace("", None).alias(name)
    return cell.cast(column.dtype, strict=False).alias(name)


def _unreadable(texts: pl.Series, typed: pl.Series) -> pl.Series:
    """The rows whose cell was lost, or wasn't the text that it should be."""
    lost = texts.is_not_null() & typed.is_null()
    cut = texts != typed if typed.dtype == pl.String else lost
    return (lost | cut.fill_null(value=False)).arg_true()
