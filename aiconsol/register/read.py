"""Reads one CSV table of the register into a typed frame, and says what can't be read."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import dataframely as dy
import polars as pl

from aiconsol.register.faults import BrokenRegister, Fault, right_value
from aiconsol.schema import register_columns

LINE = "line"
WHOLE_NUMBER = r"^-?\d+$"
ISO_DAY = r"^\d{4}-\d{2}-\d{2}$"


class _Reader(Protocol):
    """The part of csv's reader that is used here."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...


def read_table(path: Path, schema: type[dy.Schema]) -> tuple[pl.DataFrame, list[Fault]]:
    """Rows of the file with the schema's types, a ``line`` column, and the unreadable cells.

    A cell that can't be read is null in the frame and a fault in the list. Raises BrokenRegister
    where the file is missing, isn't UTF-8, or its header isn't the schema's.
    """
    rows, lines = _cells(path, register_columns(schema))
    texts = pl.DataFrame(
        rows, schema=dict.fromkeys(register_columns(schema), pl.String), orient="row"
    )
    typed = texts.select(
        _typed(column, name) for name, column in _register_part(schema).items()
    ).with_columns(pl.Series(LINE, lines, dtype=pl.Int64))
    faults = [
        Fault(
            path.name, lines[row], name, value, f"{name}_is_readable", right_value(column, "type")
        )
        for name, column in _register_part(schema).items()
        for row, value in _unreadable(texts[name], typed[name])
    ]
    return typed, faults


def _cells(path: Path, expected: list[str]) -> tuple[list[list[str | None]], list[int]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = next(reader, [])
            if header != expected:
                raise BrokenRegister(
                    [Fault(path.name, 1, "header", ",".join(header), "header", ",".join(expected))]
                )
            return _rows(path, reader, len(expected))
    except FileNotFoundError:
        fault = Fault(path.name, 0, "file", "", "file_exists", f"a file at {path}")
    except UnicodeDecodeError as error:
        byte = error.object[error.start : error.start + 1]
        fault = Fault(path.name, 0, "file", repr(byte), "utf_8", "text encoded as UTF-8")
    except csv.Error as error:
        right = "RFC 4180 quoting: a quote inside a quoted cell is doubled"
        fault = Fault(path.name, reader.line_num, "row", str(error), "csv_quoting", right)
    raise BrokenRegister([fault])


def _rows(path: Path, reader: _Reader, width: int) -> tuple[list[list[str | None]], list[int]]:
    rows: list[list[str | None]] = []
    lines: list[int] = []
    faults: list[Fault] = []
    start = reader.line_num + 1
    for row in reader:
        if len(row) == width:
            rows.append([cell or None for cell in row])
            lines.append(start)
        else:
            cells = f"{len(row)} cells"
            faults.append(Fault(path.name, start, "row", cells, "row_is_whole", f"{width} cells"))
        start = reader.line_num + 1
    if faults:
        raise BrokenRegister(faults)
    return rows, lines


def _register_part(schema: type[dy.Schema]) -> dict[str, dy.Column]:
    columns = schema.columns()
    return {name: columns[name] for name in register_columns(schema)}


def _typed(column: dy.Column, name: str) -> pl.Expr:
    cell = pl.col(name)
    if isinstance(column, dy.Date):
        plausible = pl.when(cell.str.contains(ISO_DAY)).then(cell)
        return plausible.str.to_date("%Y-%m-%d", strict=False).alias(name)
    if isinstance(column, dy.Int16 | dy.Int64):
        digits = pl.when(cell.str.contains(WHOLE_NUMBER)).then(cell)
        return digits.cast(column.dtype, strict=False).alias(name)
    if isinstance(column, dy.String):
        return pl.when(cell.str.strip_chars() == cell).then(cell).alias(name)
    return cell.cast(column.dtype, strict=False).alias(name)


def _unreadable(texts: pl.Series, typed: pl.Series) -> list[tuple[int, str]]:
    lost = (texts.is_not_null() & typed.is_null()).arg_true()
    return [(row, texts[row]) for row in lost]
