"""The one place where queries are run: once for each dataset version and selection, for all."""

import threading
from collections.abc import Callable

import narwhals as nw
import polars as pl
from cachetools import LRUCache, cached
from cachetools.keys import hashkey

from aiconsol.dataset import Dataset, Frame
from aiconsol.filters import Filters

KEPT_BYTES = 512 * 2**20
SMALLEST = 2**12

Query = Callable[..., Frame | pl.DataFrame]
"""A question: tables, filters and options in; a lazy frame out, or what was computed from one."""

_LOCK = threading.Condition()


def answer(dataset: Dataset, query: Query, filters: Filters, *options: object) -> pl.DataFrame:
    """The query's rows for the selection, computed once and shared; the caller's own copy.

    A clone, since one Polars frame converted for display by several threads can deadlock.
    """
    return _answer(dataset, query, filters, *options).clone()


def _key(dataset: Dataset, *rest: object) -> tuple[object, ...]:
    return hashkey(dataset.version, *rest)


def _size(rows: pl.DataFrame) -> int:
    return SMALLEST + int(rows.estimated_size())


@cached(LRUCache(KEPT_BYTES, getsizeof=_size), key=_key, condition=_LOCK)
def _answer(dataset: Dataset, query: Query, filters: Filters, *options: object) -> pl.DataFrame:
    rows = query(dataset.tables, filters, *options)
    if isinstance(rows, nw.LazyFrame):
        native: pl.DataFrame = rows.collect("polars").to_native()
        return native
    return rows
