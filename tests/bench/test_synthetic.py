from pathlib import Path

import polars as pl

from aiconsol.bench.synthetic import write_synthetic
from aiconsol.dataset import Dataset
from aiconsol.schema import TABLES

OWN = Path(__file__).parents[2] / "data"
ROWS = 3000


def frame(dataset, name):
    return dataset.tables[name].collect("polars").to_native()


def test_synthetic_rounds_keep_the_schema_and_leave_the_facts_alone(tmp_path):
    before = sorted(path.name for path in OWN.iterdir())
    dataset = write_synthetic(OWN / "register", OWN, tmp_path, ROWS)
    assert sorted(path.name for path in OWN.iterdir()) == before
    rounds = frame(dataset, "rounds")
    assert rounds.height == ROWS
    assert rounds["round_id"].n_unique() == ROWS
    TABLES["rounds"].validate(rounds)
    takers = frame(dataset, "participations")
    assert set(takers["round_id"]) <= set(rounds["round_id"])
    assert takers.height > ROWS
    assert dataset.version != Dataset(str(OWN)).version
    assert rounds.filter(pl.col("amount_usd") >= 10**9)["is_giant"].all()
