"""A dataset of made-up rounds, for measuring alone; it never stands beside the facts."""

from pathlib import Path

import polars as pl

from aiconsol.dataset import Dataset
from aiconsol.register.build import write_dataset
from aiconsol.register.settings import read_settings
from aiconsol.schema import HISTORY_TABLES
from aiconsol.schema.vocabulary import GIANT_USD

SEED = 20261124


def write_synthetic(register: Path, dataset: Path, folder: Path, rows: int) -> Dataset:
    """The dataset at ``dataset`` with its rounds drawn anew, ``rows`` of them, in ``folder``.

    A synthetic round is one of the register's under another id, its known amount times a factor
    between a half and two. Who took part in it is drawn along. All other tables stay.
    """
    tables = {
        name: frame.collect("polars").to_native()
        for name, frame in Dataset(str(dataset)).tables.items()
        if name not in HISTORY_TABLES
    }
    drawn = tables["rounds"].sample(rows, with_replacement=True, shuffle=True, seed=SEED)
    factor = pl.int_range(pl.len()).shuffle(SEED) / rows * 1.5 + 0.5
    number = pl.format("{}-{}", "round_id", pl.int_range(pl.len()))
    rounds = drawn.with_columns(
        drawn_as=number,
        amount_usd=(pl.col("amount_usd") * factor).cast(pl.Int64),
        post_money_usd=(pl.col("post_money_usd") * factor).cast(pl.Int64),
    )
    tables["participations"] = (
        rounds.select("round_id", "drawn_as")
        .join(tables["participations"], on="round_id")
        .drop("round_id")
        .rename({"drawn_as": "round_id"})
        .select(tables["participations"].columns)
    )
    tables["rounds"] = rounds.with_columns(
        round_id="drawn_as", is_giant=pl.col("amount_usd").fill_null(0) >= GIANT_USD
    ).drop("drawn_as")
    return write_dataset(folder, tables, read_settings(register))
