"""Opens a dataset, a folder or an object store's address, and swaps it whole when it changes."""

import hashlib
import io
import json
import logging
import os
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import narwhals as nw
import polars as pl
from pyarrow import fs

from aiconsol.schema import TABLES

MANIFEST = "dataset.json"
LOOK_AGAIN_SECONDS = 5.0

_log = logging.getLogger(__name__)

Frame = nw.LazyFrame[Any]
Tables = Mapping[str, Frame]


class BrokenDataset(ValueError):
    """A dataset that can't be served: it is missing, cut off, or not of our schema."""


@dataclass(frozen=True)
class Table:
    """One table as the manifest names it."""

    file: str
    rows: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a dataset says of itself; later than ``complete_through``, quarters are preliminary."""

    version: str
    built_at: str
    title: str
    as_of: date
    complete_through: date
    first_quarter: str
    limits: tuple[str, ...]
    tables: dict[str, Table]


def read_manifest(address: str) -> Manifest:
    """The manifest at the address. Raises BrokenDataset where it is missing or malformed."""
    try:
        values = json.loads(_read(address, MANIFEST))
        return Manifest(
            version=values["version"],
            built_at=values["built_at"],
            title=values["title"],
            as_of=date.fromisoformat(values["as_of"]),
            complete_through=date.fromisoformat(values["complete_through"]),
            first_quarter=values["first_quarter"],
            limits=tuple(values["limits"]),
            tables={name: Table(**table) for name, table in values["tables"].items()},
        )
    except (OSError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise BrokenDataset(f"{address}/{MANIFEST}: {error!r}") from error


def _read(address: str, name: str) -> bytes:
    """The bytes of one file of the dataset; ``address`` may be a folder or s3://, gs://, abfs://."""
    if "://" in address:
        store, root = fs.FileSystem.from_uri(address)
    else:
        store, root = fs.LocalFileSystem(), address
    with store.open_input_stream(f"{root}/{name}") as stream:
        return bytes(stream.read())


def read_table(address: str, table: Table) -> pl.DataFrame:
    """The rows of one file, whatever its columns.

    Raises BrokenDataset where the file is missing or isn't the one that the manifest names.
    """
    try:
        content = _read(address, table.file)
        if hashlib.sha256(content).hexdigest() != table.sha256:
            raise BrokenDataset(f"{address}/{table.file}: not the file that the manifest names")
        return pl.read_parquet(io.BytesIO(content))
    except (OSError, pl.exceptions.PolarsError) as error:
        raise BrokenDataset(f"{address}/{table.file}: {error}") from error


class Dataset:
    """One version of the tables, read once and held in memory; shared by all sessions.

    Raises BrokenDataset on opening where a file is missing, its checksum differs from the
    manifest's, or its columns aren't the schema's.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self.manifest = read_manifest(address)
        self._frames = {name: self._open(name) for name in TABLES}

    def _open(self, name: str) -> pl.DataFrame:
        table = self.manifest.tables.get(name)
        if table is None:
            raise BrokenDataset(f"{self.address}: the manifest names no table {name}")
        frame = read_table(self.address, table)
        if frame.schema != pl.Schema(TABLES[name]):
            raise BrokenDataset(f"{self.address}/{table.file}: its columns are not {name}'s")
        return frame

    @property
    def tables(self) -> Tables:
        """Every table as a lazy Narwhals frame, with the columns of ``schema.TABLES[name]``."""
        return {name: nw.from_native(frame.lazy()) for name, frame in self._frames.items()}

    @property
    def frames(self) -> dict[str, pl.DataFrame]:
        """Every table whole, by name; a copy that its holder may convert (see ``answers``)."""
        return {name: frame.clone() for name, frame in self._frames.items()}

    @property
    def version(self) -> str:
        """The version that the manifest states; it changes with any cell."""
        return self.manifest.version

    @cached_property
    def quarters(self) -> tuple[str, ...]:
        """Every quarter of the calendar, first to last, as 2024Q3."""
        return tuple(self._frames["quarters"]["quarter"].to_list())

    @cached_property
    def complete_quarters(self) -> tuple[str, ...]:
        """The quarters that the register covers completely."""
        complete = self._frames["quarters"].filter(~pl.col("is_preliminary"))
        return tuple(complete["quarter"].to_list())

    @cached_property
    def acquirers(self) -> tuple[str, ...]:
        """Every acquirer that a deal names, most deals first."""
        counts = self._frames["deals"]["acquirer"].drop_nulls().value_counts(sort=True)
        return tuple(
            counts.sort("count", "acquirer", descending=[True, False])["acquirer"].to_list()
        )


def opened(address: str) -> Dataset:
    """The dataset at the address; tried again where it was swapped while it was being read.

    Raises BrokenDataset where the second try fails too.
    """
    try:
        return Dataset(address)
    except BrokenDataset:
        return Dataset(address)


class Shelf:
    """Serves the newest whole dataset at an address; a broken one leaves the one before serving."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._lock = threading.Lock()
        self._dataset = opened(address)
        self._looked_at = time.monotonic()
        self._trouble: str | None = None

    def current(self) -> tuple[Dataset, str | None]:
        """The dataset to serve, and what is wrong with a newer one that couldn't be opened."""
        with self._lock:
            if time.monotonic() - self._looked_at > LOOK_AGAIN_SECONDS:
                self._look()
                self._looked_at = time.monotonic()
            return self._dataset, self._trouble

    def _look(self) -> None:
        try:
            if read_manifest(self._address).version != self._dataset.version:
                self._dataset = opened(self._address)
            self._trouble = None
        except BrokenDataset as broken:
            if self._trouble != str(broken):
                _log.warning("a newer dataset can't be opened: %s", broken)
            self._trouble = str(broken)


@cache
def shelf() -> Shelf:
    """The process's one shelf: the dataset at AICONSOL_DATASET, else the project's own."""
    return Shelf(os.environ.get("AICONSOL_DATASET", str(Path(__file__).parent.parent / "data")))
