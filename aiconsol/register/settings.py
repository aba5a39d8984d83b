"""What holds for the register as a whole: ``register.toml``."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from aiconsol.register.faults import BrokenRegister, Fault
from aiconsol.schema.vocabulary import QUARTERS

FILE = "register.toml"


@dataclass(frozen=True)
class Settings:
    """The register's date, how far it is complete, and its stated limits."""

    title: str
    as_of: date
    complete_through: date
    first_quarter: str
    limits: tuple[str, ...]
    targets_outside: tuple[str, ...]
    """Targets of deals that deliberately have no row among the companies."""


def read_settings(folder: Path) -> Settings:
    """The settings of the register in ``folder``.

    Raises BrokenRegister where the file is missing, isn't TOML, or a value isn't of its type.
    """
    path = folder / FILE
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BrokenRegister(
            [Fault(FILE, 0, "file", "", "file_exists", f"a file at {path}")]
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise BrokenRegister([Fault(FILE, 0, "file", str(error), "toml", "valid TOML")]) from None
    faults = [
        Fault(FILE, 0, key, str(values.get(key)), f"{key}_is_given", right)
        for key, right, is_right in _wanted()
        if not is_right(values.get(key))
    ]
    if faults:
        raise BrokenRegister(faults)
    return Settings(
        title=values["title"],
        as_of=values["as_of"],
        complete_through=values["complete_through"],
        first_quarter=values["first_quarter"],
        limits=tuple(values["limits"]),
        targets_outside=tuple(values.get("targets_outside", ())),
    )


def _wanted() -> list[tuple[str, str, Any]]:
    return [
        ("title", "text", lambda value: isinstance(value, str)),
        ("as_of", "a day as YYYY-MM-DD", lambda value: isinstance(value, date)),
        ("complete_through", "a day as YYYY-MM-DD", lambda value: isinstance(value, date)),
        ("first_quarter", 'a quarter as "2019Q1"', lambda value: value in QUARTERS),
        ("limits", "a list of sentences", lambda value: isinstance(value, list)),
    ]
