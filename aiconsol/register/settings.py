"""What holds for the register as a whole: ``register.toml``."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from aiconsol.register.faults import BrokenRegister, Fault
from aiconsol.schema.vocabulary import QUARTERS

FILE = "register.toml"


def starts_on(quarter: str) -> date:
    """The first day of a quarter such as 2024Q3."""
    return date(int(quarter[:4]), 3 * int(quarter[5]) - 2, 1)


FIRST_DAY = starts_on(QUARTERS[0])
LAST_DAY = date(int(QUARTERS[-1][:4]), 12, 31)


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

    @property
    def first_day(self) -> date:
        """The day with which the calendar begins."""
        return starts_on(self.first_quarter)


def read_settings(folder: Path) -> Settings:
    """The settings of the register in ``folder``.

    Raises BrokenRegister where the file is missing, isn't TOML, or a value isn't as it must be.
    """
    text = _text(folder / FILE)
    values = _parsed(text)
    faults = [
        Fault(FILE, _line(text, key), key, str(values.get(key, "")), f"{key}_is_given", right)
        for key, (right, is_right) in WANTED.items()
        if not is_right(values.get(key))
    ]
    if not faults:
        faults = _order_faults(text, values)
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


def _is_day(value: object) -> bool:
    return type(value) is date and LAST_DAY >= value >= FIRST_DAY


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


WANTED: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "title": ("text in quotes", lambda value: isinstance(value, str) and bool(value.strip())),
    "as_of": ("a day as YYYY-MM-DD, without quotes", _is_day),
    "complete_through": ("a day as YYYY-MM-DD, without quotes", _is_day),
    "first_quarter": ('a quarter as "2019Q1"', lambda value: value in QUARTERS),
    "limits": ("a list of sentences", _is_texts),
    "targets_outside": ("a list of names", lambda value: value is None or _is_texts(value)),
}
"""For each setting: what it must be, in words, and whether a value is."""


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        right = "a file of this name in the register's folder"
        fault = Fault(FILE, 0, "file", error.strerror or "", "file_is_there", right)
    except UnicodeDecodeError as error:
        byte = repr(error.object[error.start : error.start + 1])
        fault = Fault(FILE, 0, "file", byte, "file_is_utf_8", "text encoded as UTF-8")
    raise BrokenRegister([fault])


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        fault = Fault(
            FILE, 0, "file", str(error), "file_is_toml", 'lines of the form key = "value"'
        )
    raise BrokenRegister([fault])


def _order_faults(text: str, values: dict[str, Any]) -> list[Fault]:
    """The register begins, then is complete up to a day, then ends."""
    begins, complete = starts_on(values["first_quarter"]), values["complete_through"]
    wrong = {
        "complete_through": complete > values["as_of"] and f"a day up to as_of, {values['as_of']}",
        "first_quarter": begins > complete and f"a quarter that begins before {complete}",
    }
    return [
        Fault(FILE, _line(text, key), key, str(values[key]), f"{key}_is_in_order", right)
        for key, right in wrong.items()
        if right
    ]


def _line(text: str, key: str) -> int:
    """The line on which the key is set; 0 where it isn't."""
    found = re.search(rf"^\s*{key}\s*=", text, re.MULTILINE)
    return text.count("\n", 0, found.end()) + 1 if found else 0
