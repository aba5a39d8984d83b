import hashlib
import json
from pathlib import Path

import narwhals as nw
import polars as pl
import pytest

from aiconsol import dataset as module
from aiconsol.dataset import MANIFEST, BrokenDataset, Dataset, Shelf, opened, read_manifest
from aiconsol.register.build import write_dataset
from aiconsol.register.settings import read_settings
from aiconsol.schema import HISTORY_TABLES, TABLES

OWN = Path(__file__).parents[1] / "data"
SETTINGS = read_settings(OWN / "register")
FRAMES = {
    name: pl.read_parquet(OWN / table.file)
    for name, table in read_manifest(str(OWN)).tables.items()
    if name not in HISTORY_TABLES
}


def written(folder, rounds=3):
    return write_dataset(folder, FRAMES | {"rounds": FRAMES["rounds"].head(rounds)}, SETTINGS)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "LOOK_AGAIN_SECONDS", -1.0)
    written(tmp_path / "dataset")
    return tmp_path / "dataset"


def manifest_of(folder):
    return json.loads((folder / MANIFEST).read_bytes())


def rounds_of(dataset):
    return dataset.tables["rounds"].collect().to_native().height


def cut_off(folder):
    path = folder / manifest_of(folder)["tables"]["rounds"]["file"]
    path.write_bytes(path.read_bytes()[:-100])
    return path.name


def missing_file(folder):
    path = folder / manifest_of(folder)["tables"]["deals"]["file"]
    path.unlink()
    return path.name


def missing_table(folder):
    manifest = manifest_of(folder)
    del manifest["tables"]["reviews"]
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    return "no table reviews"


def another_file(folder, content):
    manifest = manifest_of(folder)
    (folder / "other").write_bytes(content)
    checksum = hashlib.sha256(content).hexdigest()
    manifest["tables"]["rounds"] = {"file": "other", "rows": 1, "sha256": checksum}
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


def no_parquet(folder):
    another_file(folder, b"no Parquet")
    return "other"


def other_columns(folder):
    another_file(folder, (folder / manifest_of(folder)["tables"]["deals"]["file"]).read_bytes())
    return "its columns are not rounds's"


def half_a_manifest(folder):
    path = folder / MANIFEST
    path.write_bytes(path.read_bytes()[:200])
    return MANIFEST


def list_of_tables(folder):
    (folder / MANIFEST).write_text(json.dumps(manifest_of(folder) | {"tables": []}), "utf-8")
    return MANIFEST


def no_manifest(folder):
    (folder / MANIFEST).unlink()
    return MANIFEST


DAMAGES = [
    cut_off,
    missing_file,
    missing_table,
    no_parquet,
    other_columns,
    half_a_manifest,
    list_of_tables,
    no_manifest,
]


def test_every_table_opens_with_its_schema(folder):
    dataset = Dataset(str(folder))
    assert set(dataset.tables) == set(TABLES)
    for name, frame in dataset.tables.items():
        assert isinstance(frame, nw.LazyFrame)
        TABLES[name].validate(frame.collect().to_native())


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_dataset_is_refused_by_name(folder, damage):
    named = damage(folder)
    with pytest.raises(BrokenDataset) as broken:
        opened(str(folder))
    assert named in str(broken.value)
    assert str(folder) in str(broken.value)


def test_a_dataset_opens_by_an_address_too(folder):
    dataset = Dataset(folder.as_uri())
    assert dataset.version == Dataset(str(folder)).version


@pytest.mark.parametrize("address", ["nowhere", "unknown://place", ""])
def test_a_wrong_address_is_a_broken_dataset(address):
    with pytest.raises(BrokenDataset):
        Dataset(address)


def test_a_shelf_swaps_to_a_new_version(folder):
    shelf = Shelf(str(folder))
    assert (rounds_of(shelf.current()[0]), shelf.current()[1]) == (3, None)
    written(folder, rounds=5)
    assert (rounds_of(shelf.current()[0]), shelf.current()[1]) == (5, None)


def test_a_shelf_looks_again_only_after_a_while(folder, monkeypatch):
    monkeypatch.setattr(module, "LOOK_AGAIN_SECONDS", 60.0)
    shelf = Shelf(str(folder))
    written(folder, rounds=5)
    assert rounds_of(shelf.current()[0]) == 3


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_shelf_keeps_the_old_version_while_the_new_is_broken(folder, damage):
    shelf = Shelf(str(folder))
    written(folder, rounds=5)
    named = damage(folder)
    dataset, trouble = shelf.current()
    assert rounds_of(dataset) == 3
    assert named in trouble
    (folder / MANIFEST).unlink(missing_ok=True)
    written(folder, rounds=5)
    dataset, trouble = shelf.current()
    assert (rounds_of(dataset), trouble) == (5, None)


def test_a_reader_of_the_manifest_before_the_swap_gets_the_new_dataset(folder, monkeypatch):
    read = module.read_manifest
    swaps = [True]

    def read_and_swap(address):
        manifest = read(address)
        if swaps and swaps.pop():
            written(folder, rounds=5)
        return manifest

    monkeypatch.setattr(module, "read_manifest", read_and_swap)
    assert rounds_of(opened(str(folder))) == 5


def test_what_a_dataset_says_of_itself(folder):
    dataset = Dataset(str(folder))
    assert dataset.quarters[0] == "2019Q1"
    assert dataset.quarters[: len(dataset.complete_quarters)] == dataset.complete_quarters
    assert dataset.complete_quarters[-1] == "2026Q2"
    assert len(set(dataset.acquirers)) == len(dataset.acquirers)
