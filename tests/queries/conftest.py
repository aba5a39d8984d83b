"""Hand-made tables, handed to each query as Polars and as DuckDB frames."""

from collections.abc import Callable, Mapping
from typing import Any

import duckdb
import narwhals as nw
import polars as pl
import pytest

from aiconsol.dataset import Frame
from aiconsol.schema import TABLES

Rows = list[dict[str, Any]]
Tables = dict[str, Frame]


def typed(table: str, rows: Rows) -> pl.DataFrame:
    """The rows with the table's types; columns that a row doesn't name are null."""
    schema = pl.Schema(TABLES[table])
    return pl.DataFrame([dict.fromkeys(schema) | row for row in rows], schema=schema)


@pytest.fixture(params=["polars", "duckdb"])
def tables(request: pytest.FixtureRequest) -> Callable[[Mapping[str, Rows]], Tables]:
    """A function from rows by table to all tables as lazy Narwhals frames, on either engine."""

    def build(rows: Mapping[str, Rows]) -> Tables:
        frames = {name: typed(name, rows.get(name, [])) for name in TABLES}
        if request.param == "polars":
            return {name: nw.from_native(frame.lazy()) for name, frame in frames.items()}
        engine = duckdb.connect()
        return {
            name: nw.from_native(engine.from_arrow(frame.to_arrow()))
            for name, frame in frames.items()
        }

    return build


@pytest.fixture
def rows_of() -> Callable[..., list[tuple[Any, ...]]]:
    """A function from a lazy frame and column names to its rows, words as text, sorted."""

    def rows(frame: Frame, *columns: str) -> list[tuple[Any, ...]]:
        native = frame.select(*columns).collect("polars").to_native()
        return sorted(native.cast({pl.Enum: pl.String, pl.Categorical: pl.String}).rows(), key=repr)

    return rows
