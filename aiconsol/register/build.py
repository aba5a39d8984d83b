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
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl

from aiconsol.dataset import MANIFEST, BrokenDataset, Dataset, Table, read_manifest
from aiconsol.register.derive import Tables
from aiconsol.register.settings import Settings
from aiconsol.register.validate import validated
from aiconsol.schema import TABLES

try:
    import fcntl
except ImportError:  # Windows has no such lock; builds there must not run side by side
    fcntl = None  # type: ignore[assignment]

OURS = re.compile(
    rf"({'|'.join(TABLES)})-[0-9a-f]{{12}}\.parquet"
    rf"|\.(({'|'.join(TABLES)})-[0-9a-f]{{12}}\.parquet|{re.escape(MANIFEST)})\.draft"
)
"""Names of the files that a build writes, but for the manifest's own."""


def build(register: Path, dataset: Path) -> Dataset:
    """The dataset in ``dataset``, made of the register; left as it was where nothing changed.

    Raises BrokenRegister, and writes nothing, where the register breaks a rule.
    """
    tables, settings = validated(register)
    return write_dataset(dataset, tables, settings)


def write_dataset(folder: Path, tables: Tables, settings: Settings) -> Dataset:
    """Writes the tables to the folder in an order that is safe to kill, and opens the result."""
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        described = {name: _written(folder, name, frame) for name, frame in tables.items()}
        contents = json.dumps([described, _about(settings)], sort_keys=True).encode()
        version = hashlib.sha256(contents).hexdigest()[:12]
        if not _is_current(folder, version, described):
            built_at = datetime.now(UTC).isoformat(timespec="seconds")
            about = {"version": version, "built_at": built_at, **_about(settings)}
            manifest = json.dumps({**about, "tables": described}, indent=2, ensure_ascii=False)
            _replace(folder / MANIFEST, f"{manifest}\n".encode())
        _remove_unnamed(folder, {table["file"] for table in described.values()})
        return Dataset(str(folder))


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
    return {
        "title": settings.title,
        "as_of": settings.as_of.isoformat(),
        "complete_through": settings.complete_through.isoformat(),
        "first_quarter": settings.first_quarter,
        "limits": list(settings.limits),
    }


def _is_current(folder: Path, version: str, described: dict[str, dict[str, Any]]) -> bool:
    try:
        manifest = read_manifest(str(folder))
    except BrokenDataset:
        return False
    tables = {name: Table(**table) for name, table in described.items()}
    return manifest.version == version and manifest.tables == tables


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
