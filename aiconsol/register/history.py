"""Carries the history forward: versions, what changed in each, and quarters as first counted."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import polars as pl

from aiconsol.dataset import MANIFEST, BrokenDataset, Manifest, read_manifest, read_table
from aiconsol.register.changes import changes
from aiconsol.register.derive import Tables
from aiconsol.register.settings import Settings
from aiconsol.schema import HISTORY_TABLES, REGISTER_TABLES
from aiconsol.schema import vocabulary as words


@dataclass(frozen=True)
class Replaced:
    """The dataset that a build replaces, as it is, of whichever schema."""

    manifest: Manifest
    tables: Tables

    @property
    def has_history(self) -> bool:
        """Whether it was built by a build that keeps one."""
        return all(name in self.tables for name in HISTORY_TABLES)


def replaced_dataset(folder: Path) -> Replaced | None:
    """The whole dataset in the folder; None where there is none.

    Raises BrokenDataset where it can't be read, since its history would be lost with it.
    """
    if not (folder / MANIFEST).exists():
        return None
    try:
        manifest = read_manifest(str(folder))
        tables = {name: read_table(str(folder), table) for name, table in manifest.tables.items()}
    except BrokenDataset as broken:
        raise BrokenDataset(
            f"{broken}; its history would be lost: restore the folder,"
            f" or remove {MANIFEST} to begin the history anew"
        ) from broken
    return Replaced(manifest, tables)


def continued(
    before: Replaced | None, tables: Tables, settings: Settings, version: str, built_on: date
) -> Tables:
    """The history tables: those of ``before``, and after them the rows that this version adds.

    A history starts with the dataset that is replaced, else with this one; what it holds then
    doesn't count as added. A version without a changed record adds nothing but first counts.
    """
    this = _version(version, settings.as_of, built_on, tables)
    history = _start(this) if before is None else _history(before)
    if before is not None:
        found = changes(before.tables, tables)
        number = history["versions"].height + 1
        numbered = found.with_columns(version_number=number, built_on=pl.lit(built_on))
        if found.height:
            this = this.with_columns(version_number=number)
            history["versions"] = _appended("versions", history["versions"], this)
            history["changes"] = _appended("changes", history["changes"], numbered)
    counts = _first_counts(tables, settings)
    new = counts.join(history["first_counts"], on=["quarter", "market"], how="anti")
    history["first_counts"] = _appended("first_counts", history["first_counts"], new)
    return history


def _history(before: Replaced) -> Tables:
    if before.has_history:
        return {name: before.tables[name] for name in HISTORY_TABLES}
    about = before.manifest
    built_on = datetime.fromisoformat(about.built_at).date()
    return _start(_version(about.version, about.as_of, built_on, before.tables))


def _start(first: pl.DataFrame) -> Tables:
    empty = {name: schema.create_empty() for name, schema in HISTORY_TABLES.items()}
    return empty | {"versions": _appended("versions", empty["versions"], first)}


def _version(version: str, as_of: date, built_on: date, tables: Tables) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "version_number": 1,
            "version": version,
            "as_of": as_of,
            "built_on": built_on,
            "records": sum(tables[name].height for name in REGISTER_TABLES if name in tables),
        }
    )


def _appended(name: str, kept: pl.DataFrame, new: pl.DataFrame) -> pl.DataFrame:
    schema = pl.Schema(HISTORY_TABLES[name])
    return pl.concat([frame.select(schema.names()).cast(schema) for frame in (kept, new)])


def _first_counts(tables: Tables, settings: Settings) -> pl.DataFrame:
    """The equity of each preliminary quarter that has ended, in each market; 0 where none is."""
    equity = tables["rounds"].filter(pl.col("kind") == "equity")
    sums = equity.group_by("quarter", "market").agg(
        funding_usd=pl.col("amount_usd").sum(), rounds=pl.len()
    )
    markets = pl.DataFrame({"market": words.MARKETS}, schema={"market": pl.Enum(words.MARKETS)})
    return (
        tables["quarters"]
        .filter("is_preliminary", pl.col("ends_on") <= settings.as_of)
        .select("quarter")
        .join(markets, how="cross")
        .join(sums, on=["quarter", "market"], how="left", maintain_order="left")
        .select(
            "quarter",
            "market",
            pl.lit(settings.as_of).alias("counted_on"),
            pl.col("funding_usd", "rounds").fill_null(0),
        )
    )
