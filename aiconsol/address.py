"""Reads the reader's selection from an address; what can't be used is dropped and named."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from aiconsol.filters import NONE_CHOSEN, Filters
from aiconsol.language import _
from aiconsol.schema import vocabulary as words

Parameters = Mapping[str, Sequence[str]]

PAGE_PARAMETERS: frozenset[str] = frozenset(
    {
        "company",
        "beside",
        "search",
        "deal",
        "since",
        "weight_quiet",
        "weight_raised",
        "weight_runway",
        "weight_multiple",
        "weight_big_tech",
    }
)
"""Parameters that a page reads and judges for itself; the filters leave them alone."""


@dataclass(frozen=True)
class Dropped:
    """A parameter of an address that couldn't be used, and why, in the reader's words."""

    parameter: str
    value: str
    reason: str

    def __str__(self) -> str:
        return _(
            "{parameter}={value}: {reason}",
            parameter=self.parameter,
            value=self.value,
            reason=self.reason,
        )


def read_filters(
    parameters: Parameters, quarters: Sequence[str], acquirers: Iterable[str]
) -> tuple[Filters, list[Dropped]]:
    """The selection that an address asks for, and what of it had to be dropped.

    ``quarters`` and ``acquirers`` are those of the dataset. Values that fail are dropped singly:
    a good one beside a bad one still counts. Never raises.
    """
    selection, dropped = Filters(), list[Dropped]()
    readers = _readers(quarters, frozenset(acquirers))
    for name, values in parameters.items():
        if name in PAGE_PARAMETERS:
            continue
        reader = readers.get(name)
        if reader is None:
            dropped += [Dropped(name, value, _("no such filter")) for value in values[:1] or [""]]
            continue
        value, bad = reader(
            name, list(dict.fromkeys(values)) if name != "quarters" else list(values)
        )
        dropped += bad
        if value is not None:
            selection = replace(selection, **{name: value})
    return selection, dropped


FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)


def read_day(name: str, values: Sequence[str]) -> tuple[date | None, list[Dropped]]:
    """The day that a page's own parameter names, and what of it had to be dropped. Never raises.

    One day of this century as 2026-08-01; none where the parameter is absent.
    """
    if not values:
        return None, []
    value = " ".join(values)
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = date.min
    if day.isoformat() == value and FIRST_DAY <= day <= LAST_DAY:
        return day, []
    return None, [Dropped(name, value, _("one day as 2026-08-01"))]


_Reader = Callable[[str, list[str]], tuple[Any, list[Dropped]]]


def _readers(quarters: Sequence[str], acquirers: frozenset[str]) -> dict[str, _Reader]:
    return {
        "market": _several(words.MARKETS),
        "quarters": _range(quarters),
        "segment": _several(words.SEGMENTS),
        "stage": _several(words.STAGES),
        "kind": _several(words.KINDS),
        "basis": _one(words.KNOWN_BASES),
        "giants": _one(("with", "without")),
        "structure": _several(words.STRUCTURES),
        "acquirer": _several(tuple(sorted(acquirers))),
    }


def _several(allowed: Sequence[str]) -> _Reader:
    def read(name: str, values: list[str]) -> tuple[Any, list[Dropped]]:
        if values == [NONE_CHOSEN]:
            return (), []
        good = tuple(value for value in allowed if value in values)
        bad = [_unknown(name, value, allowed) for value in values if value not in allowed]
        return good or None, bad

    return read


def _one(allowed: Sequence[str]) -> _Reader:
    def read(name: str, values: list[str]) -> tuple[Any, list[Dropped]]:
        if len(values) == 1 and values[0] in allowed:
            return values[0], []
        return None, [_unknown(name, value, allowed) for value in values]

    return read


def _range(quarters: Sequence[str]) -> _Reader:
    def read(name: str, values: list[str]) -> tuple[Any, list[Dropped]]:
        known = [value for value in values if value in quarters]
        bad = [
            Dropped(
                name,
                value,
                _("a quarter from {first} to {last}", first=quarters[0], last=quarters[-1]),
            )
            for value in values
            if value not in quarters
        ]
        if bad:
            return None, bad
        if len(known) != 2:  # noqa: PLR2004 first and last
            return None, [
                Dropped(name, " ".join(values), _("two quarters, the first and the last"))
            ]
        if known[0] > known[1]:
            return None, [Dropped(name, " ".join(values), _("the first quarter before the last"))]
        whole = (quarters[0], quarters[-1])
        chosen = (known[0], known[1])
        return (None if chosen == whole else chosen), []

    return read


def _unknown(name: str, value: str, allowed: Sequence[str]) -> Dropped:
    if len(allowed) > len(words.STAGES):
        return Dropped(name, value, _("not in the register"))
    return Dropped(name, value, _("one of {words}", words=", ".join(allowed)))
