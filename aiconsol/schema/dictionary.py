"""The data dictionary: what each column holds, told by the schemas themselves."""

import re

import dataframely as dy
import polars as pl

from aiconsol.schema import TABLES
from aiconsol.schema.provenance import Provenance

TYPES: tuple[tuple[type[dy.Column], str], ...] = (
    (dy.Enum, "word"),
    (dy.String, "text"),
    (dy.Date, "date"),
    (dy.Bool, "yes or no"),
    (dy.Float64, "number"),
    (dy.Int16, "whole number"),
    (dy.Int32, "whole number"),
    (dy.Int64, "whole number"),
)
EMPTY = re.compile(r"[Ee]mpty (?:where|for|only) [^;]+|empty while [^;]+")
MANY_WORDS = 40


def dictionary() -> pl.DataFrame:
    """One row a column of a table, in the order in which files have them: the source last.

    Columns: table, column, meaning, unit, type, words (the only ones allowed; of a long
    calendar the first and the last), empty (what an empty cell means), origin (whether the column
    stands in the register's file or is computed by the build).
    """
    return pl.DataFrame(
        [
            {
                "table": table,
                "column": name,
                "meaning": column.description or "",
                "unit": (column.metadata or {})["unit"],
                "type": type_in_words(column),
                "words": _words(column),
                "empty": _empty(column),
                "origin": "build" if (column.metadata or {})["derived"] else "register",
            }
            for table, schema in TABLES.items()
            for name, column in sorted(schema.columns().items(), key=_is_source)
        ]
    )


def _is_source(column: tuple[str, dy.Column]) -> bool:
    return column[0] in Provenance.column_names()


def grain(table: str) -> str:
    """What a row of the table is, as its schema says, without the line breaks."""
    return " ".join((TABLES[table].__doc__ or "").split())


def type_in_words(column: dy.Column) -> str:
    """The column's type in a word. Raises KeyError for a kind of column that has none yet."""
    for kind, name in TYPES:
        if isinstance(column, kind):
            return name
    raise KeyError(type(column).__name__)


def _words(column: dy.Column) -> str | None:
    if not isinstance(column, dy.Enum):
        return None
    words = column.categories
    if len(words) > MANY_WORDS:
        return f"{words[0]} to {words[-1]}"
    return ", ".join(words)


def _empty(column: dy.Column) -> str:
    """What the description says of an empty cell; else, that what it would say is unknown."""
    if not column.nullable:
        return "never empty"
    told = EMPTY.search(column.description or "")
    return told.group(0).lower() if told else "empty where unknown, or where there is none"
