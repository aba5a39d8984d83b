"""The few kinds of column that the tables are made of.

Every column carries a description and a unit (the data dictionary is made of them). A column
with ``derived=True`` is computed at build time and doesn't stand in the register's CSV files.
"""

from collections.abc import Sequence
from typing import Any

import dataframely as dy

WEB_ADDRESS = r"^https?://\S+$"
COUNTRY_CODE = r"^[A-Z]{2}$"
NAMES = r"^[^;\s]([^;]*[^;\s])?(; [^;\s]([^;]*[^;\s])?)*$"
SEPARATOR = "; "
NOT_ISO_3166 = ("HK", "UK")


def _meta(unit: str, *, derived: bool) -> dict[str, Any]:
    return {"unit": unit, "derived": derived}


def text(
    description: str,
    *,
    nullable: bool = False,
    derived: bool = False,
    regex: str | None = None,
    unit: str = "text",
    primary_key: bool = False,
) -> dy.String:
    """Free text, never empty: an empty cell is null."""
    return dy.String(
        nullable=nullable,
        primary_key=primary_key,
        min_length=None if regex else 1,
        regex=regex,
        description=description,
        metadata=_meta(unit, derived=derived),
    )


def record_id(description: str) -> dy.String:
    """The record's stable id, derived from what names it, in lower case with hyphens."""
    return text(description, derived=True, primary_key=True, regex=r"^\S+$", unit="id")


def reference(description: str, *, nullable: bool = False) -> dy.String:
    """The id of a record in another table."""
    return text(description, nullable=nullable, derived=True, unit="id")


def word(
    vocabulary: Sequence[str],
    description: str,
    *,
    nullable: bool = False,
    derived: bool = False,
) -> dy.Enum:
    """One word of a closed vocabulary."""
    return dy.Enum(
        list(vocabulary),
        nullable=nullable,
        description=description,
        metadata=_meta("word", derived=derived),
    )


def day(description: str, *, nullable: bool = False, derived: bool = False) -> dy.Date:
    """A calendar day."""
    return dy.Date(
        nullable=nullable, description=description, metadata=_meta("date", derived=derived)
    )


def names(description: str) -> dy.String:
    """One or more names in one cell, separated by a semicolon and a space."""
    return text(description, nullable=True, regex=NAMES, unit="names")


def country(description: str, *, nullable: bool = False, derived: bool = False) -> dy.String:
    """A country's ISO 3166-1 alpha-2 code; Hong Kong has none of its own here."""
    return dy.String(
        nullable=nullable,
        regex=COUNTRY_CODE,
        check={"code": lambda cell: ~cell.is_in(NOT_ISO_3166)},
        description=description,
        metadata=_meta("ISO 3166-1", derived=derived),
    )


def usd(description: str, *, nullable: bool = True) -> dy.Int64:
    """Plain US dollars, zero or more; null where unknown."""
    return dy.Int64(
        nullable=nullable, min=0, description=description, metadata=_meta("USD", derived=False)
    )


def flag(description: str, *, nullable: bool = False) -> dy.Bool:
    """A derived yes or no; null where it can't be known."""
    return dy.Bool(
        nullable=nullable, description=description, metadata=_meta("yes or no", derived=True)
    )
