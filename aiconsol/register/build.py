"""Writes the validated tables as a dataset: Parquet files, then the manifest that names them.

The files carry their checksum in their name, so a new dataset never overwrites a file of the old
one, and the manifest is replaced last, in one step: whoever opens the folder at any moment sees
the old dataset or the new one.
"""

import hashlib
import io
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import polars as pl

from aiconsol.dataset import MANIFEST, Dataset, Manifest
from aiconsol.register.derive import Tables
from aiconsol.register.history import Replaced, continued, replaced_dataset
from aiconsol.register.settings import Settings
from aiconsol.register.validate import validated
from aiconsol.schema import HISTORY_TABLES, TABLES

try:
    import fcntl
except ImportError:  # Windows has no such lock; builds there must not run side by side
    fcntl = None  # type: ignore[assignment]

SETTINGS = ("title", "as_of", "complete_through", "first_quarter", "limits")
"""Settings that the manifest states."""

Described = dict[str, dict[str, Any]]
"""For each table: its file, rows and checksum."""

OURS = re.compile(
    rf"({'|'.join(TABLES)})-[0-9a-f]{{12}}\.parquet"
    rf"|\.(({'|'.join(TABLES)})-[0-9a-f]{{12}}\.parquet|{re.escape(MANIFEST)})\.draft"
)
"""Names of the files that a build writes, but for the manifest's own."""


def build(register: Path, dataset: Path) -> Dataset:
    """The dataset in ``dataset``, made of the register; left as it was where nothing changed.

    Raises BrokenRegister, and writes nothing, where the register breaks a rule; BrokenDataset as
    ``write_dataset`` does.
    """
    tables, settings = validated(register)
    return write_dataset(dataset, tables, settings)


def write_dataset(folder: Path, tables: Tables, settings: Settings) -> Dataset:
    """Writes the tables to the folder in an order that is safe to kill, and opens the result.

    The history of the dataset that is replaced is carried forward. Raises BrokenDataset, and
    writes nothing, where that dataset can't be read.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        before = replaced_dataset(folder)
        described = {name: _written(folder, name, frame) for name, frame in tables.items()}
        about = _about(settings)
        if before is None or not _is_current(before.manifest, described, settings):
            built_at = datetime.now(UTC)
            version = _version(before, described, about)
            history = continued(before, tables, settings, version, built_at.date())
            described |= {name: _written(folder, name, frame) for name, frame in history.items()}
            built = {"version": version, "built_at": built_at.isoformat(timespec="seconds")}
            manifest = json.dumps(
                built | about | {"tables": described}, indent=2, ensure_ascii=False
            )
            _replace(folder / MANIFEST, f"{manifest}\n".encode())
        dataset = Dataset(str(folder))
        _remove_unnamed(folder, {table.file for table in dataset.manifest.tables.values()})
        return dataset


def _version(before: Replaced | None, described: Described, about: dict[str, Any]) -> str:
    """Another one for other tables, for other settings, and for another history before."""
    earlier = before.manifest.tables if before else {}
    past = [earlier[name].sha256 for name in HISTORY_TABLES if name in earlier]
    contents = json.dumps([described, about, past], sort_keys=True)
    return hashlib.sha256(contents.encode()).hexdigest()[:12]


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Waits for another build of the same folder; the lock ends with the process, however."""
    if fcntl is None:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _written(folder: Path, name: str, frame: pl.DataFrame) -> dict[str, Any]:
    buffer = io.BytesIO()
    frame.write_parquet(buffer, compression="zstd", statistics=True)
    content = buffer.getvalue()
    checksum = hashlib.sha256(content).hexdigest()
    file = folder / f"{name}-{checksum[:12]}.parquet"
    if not file.exists() or file.read_bytes() != content:
        _replace(file, content)
    return {"file": file.name, "rows": frame.height, "sha256": checksum}


def _about(settings: Settings) -> dict[str, Any]:
    values = {name: getattr(settings, name) for name in SETTINGS}
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in values.items()
    }


def _is_current(manifest: Manifest, described: Described, settings: Settings) -> bool:
    """Whether the manifest names these tables, with these settings, and a history beside them."""
    tables = {name: asdict(table) for name, table in manifest.tables.items()}
    history = [tables.pop(name, None) for name in HISTORY_TABLES]
    stated = all(getattr(manifest, name) == getattr(settings, name) for name in SETTINGS)
    return tables == described and stated and None not in history


def _replace(path: Path, content: bytes) -> None:
    """Puts the content in the file's place in one step, on the disk before it is seen."""
    draft = path.with_name(f".{path.name}.draft")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _remove_unnamed(folder: Path, named: set[str]) -> None:
    """Removes what earlier builds left behind, and nothing that somebody else put there."""
    for file in folder.iterdir():
        if OURS.fullmatch(file.name) and file.name not in named:
            file.unlink(missing_ok=True)
