"""Work that a selection needs, such as composing a card: done once and shared by all sessions."""

import threading
from collections.abc import Callable, Hashable
from functools import partial
from typing import Any, TypeVar, cast

from cachetools import LRUCache, cached
from cachetools.keys import hashkey

from aiconsol.components.reading import Reading

KEPT = 1024

Made = TypeVar("Made")

_LOCK = threading.Condition()


def once(reading: Reading, make: Callable[..., Made], **options: object) -> Made:
    """What ``make(**options)`` makes of the selection, made once for each dataset version.

    ``make`` may depend on nothing but the dataset, the selection and its options, and what it has
    made is never changed. It is known by its identity, a partial by its function and arguments;
    these and the options are hashable.
    """
    return cast("Made", _made(reading, make, options))


def _key(reading: Reading, make: Callable[..., Any], options: dict[str, object]) -> Hashable:
    return hashkey(
        reading.dataset.version,
        reading.chosen,
        reading.acting,
        _known(make),
        frozenset(options.items()),
    )


def _known(make: object) -> object:
    """A partial by its function and arguments, anything else by itself."""
    if not isinstance(make, partial):
        return make
    return (_known(make.func), *map(_known, make.args), frozenset(make.keywords.items()))


@cached(LRUCache(KEPT), key=_key, condition=_LOCK)
def _made(_reading: Reading, make: Callable[..., Any], options: dict[str, object]) -> object:
    return make(**options)
