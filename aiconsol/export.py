"""Frames as files that a reader takes away, and the names of those files."""

import io
from collections.abc import Iterator

import polars as pl

from aiconsol.dataset import Dataset
from aiconsol.filters import Filters
from aiconsol.schema.provenance import Provenance

FORMULA_START = r"^[=+\-@\t\r]"
PART = 20_000
"""Rows that are written at a time, so that a large answer never stands in memory as text."""


def csv_bytes(frame: pl.DataFrame) -> bytes:
    """UTF-8 with a byte order mark, RFC 4180, ISO dates, empty for unknown.

    Text that a spreadsheet would run as a formula is defused with a leading apostrophe.
    """
    return b"".join(csv_parts(frame))


def csv_parts(frame: pl.DataFrame) -> Iterator[bytes]:
    """The bytes of ``csv_bytes``, some thousand rows at a time."""
    yield _csv(_arranged(frame.clear()), is_first=True)
    for part in _arranged(frame).iter_slices(PART):
        yield _csv(part, is_first=False)


def _arranged(frame: pl.DataFrame) -> pl.DataFrame:
    """The record first, then where it comes from."""
    source = [name for name in frame.columns if name in Provenance.column_names()]
    return frame.select(pl.exclude(source), *source)


def _csv(frame: pl.DataFrame, *, is_first: bool) -> bytes:
    text = pl.col(pl.String)
    defused = pl.when(text.str.contains(FORMULA_START)).then("'" + text).otherwise(text)
    written = frame.with_columns(defused.name.keep()).write_csv(
        include_bom=is_first, include_header=is_first, line_terminator="\r\n"
    )
    return written.encode()


def json_parts(frame: pl.DataFrame) -> Iterator[bytes]:
    """An array of one object a row, ISO dates, null for unknown, some thousand rows at a time."""
    yield b"["
    for number, part in enumerate(_arranged(frame).iter_slices(PART)):
        rows = part.write_json().removeprefix("[").removesuffix("]")
        yield ("," if number else "").encode() + rows.encode()
    yield b"]"


def parquet_parts(frame: pl.DataFrame) -> Iterator[bytes]:
    """A Parquet file with the frame's types, whole."""
    file = io.BytesIO()
    _arranged(frame).write_parquet(file)
    yield file.getvalue()


def file_name(dataset: Dataset, subject: str, filters: Filters, ending: str = "csv") -> str:
    """aiconsol_rounds_US-CN_2026-11-23.csv: what, of which selection, of which dataset's date."""
    return whole_file_name(dataset, f"{subject}_{filters.file_words()}", ending)


def whole_file_name(dataset: Dataset, subject: str, ending: str = "csv") -> str:
    """aiconsol_publishers_2026-11-23.csv: the same for what no filter narrows."""
    day = dataset.manifest.as_of.isoformat()
    return f"aiconsol_{subject}_{day}_{dataset.version}.{ending}"
