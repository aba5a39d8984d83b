"""A frame as CSV that opens rightly in Excel, and the file names of downloads."""

import polars as pl

from aiconsol.dataset import Dataset
from aiconsol.filters import Filters

FORMULA_START = r"^[=+\-@\t\r]"


def csv_bytes(frame: pl.DataFrame) -> bytes:
    """UTF-8 with a byte order mark, RFC 4180, ISO dates, empty for unknown.

    Text that a spreadsheet would run as a formula is defused with a leading apostrophe.
    """
    text = pl.col(pl.String)
    defused = pl.when(text.str.contains(FORMULA_START)).then("'" + text).otherwise(text)
    return (
        frame.with_columns(defused.name.keep())
        .write_csv(include_bom=True, line_terminator="\r\n")
        .encode()
    )


def file_name(dataset: Dataset, subject: str, filters: Filters, ending: str = "csv") -> str:
    """aiconsol_rounds_US-CN_2026-11-23.csv: what, of which selection, of which dataset's date."""
    day = dataset.manifest.as_of.isoformat()
    return f"aiconsol_{subject}_{filters.file_words()}_{day}_{dataset.version}.{ending}"
