import json
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from aiconsol.dataset import MANIFEST, Dataset
from aiconsol.register import build as module
from aiconsol.register.build import build

DAYS = (datetime(2025, 3, day, 9, tzinfo=UTC) for day in range(1, 10))


class Clock(datetime):
    @classmethod
    def now(cls, tz=None):
        return next(DAYS).astimezone(tz)


def table(dataset, name):
    return dataset.tables[name].collect().to_native()


def told(dataset):
    columns = ("version_number", "change", "column", "before", "after")
    return table(dataset, "changes").select(columns).cast({"change": pl.String}).rows()


def settings(register, **values):
    path = register / "register.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.split(" =")[0] not in values]
    path.write_text("\n".join([*kept, *(f"{k} = {v}" for k, v in values.items())]), "utf-8")
    return register


def test_a_history_starts_without_a_change(register, tmp_path):
    dataset = build(register, tmp_path)
    assert table(dataset, "changes").is_empty()
    version = table(dataset, "versions")
    assert version.select("version_number", "version", "records").rows() == [
        (1, dataset.version, 17)
    ]


def test_each_version_adds_what_changed_in_it(change, register, tmp_path):
    first = build(register, tmp_path)
    second = build(change("rounds", 1, amount_usd="6"), tmp_path)
    third = build(change("rounds", 1, amount_usd="7", note="again"), tmp_path)
    assert told(third) == [
        (2, "corrected", "amount_usd", "1000000000", "6"),
        (3, "corrected", "amount_usd", "6", "7"),
        (3, "corrected", "note", None, "again"),
    ]
    named = table(third, "versions")["version"].to_list()
    assert named == [first.version, second.version, third.version]


def test_what_is_changed_back_is_another_version(change, register, tmp_path):
    first = build(register, tmp_path)
    build(change("rounds", 1, amount_usd="6"), tmp_path)
    back = build(change("rounds", 1, amount_usd="1000000000"), tmp_path)
    assert back.version != first.version
    assert [row[3:] for row in told(back)] == [("1000000000", "6"), ("6", "1000000000")]


def test_a_version_is_dated_by_the_day_on_which_it_was_built(
    change, register, tmp_path, monkeypatch
):
    monkeypatch.setattr(module, "datetime", Clock)
    build(register, tmp_path)
    dataset = build(change("rounds", 1, amount_usd="6"), tmp_path)
    days = table(dataset, "versions")["built_on"].to_list()
    assert days[1].day == days[0].day + 1
    assert table(dataset, "changes")["built_on"].to_list() == [days[1]]
    assert dataset.manifest.built_at.startswith(days[1].isoformat())


def test_settings_alone_change_no_record(register, tmp_path):
    first = build(register, tmp_path)
    second = build(settings(register, title='"Another"'), tmp_path)
    assert second.version != first.version
    assert table(second, "versions")["version"].to_list() == [first.version]


def test_a_dataset_from_before_the_history_starts_it(change, register, tmp_path):
    old = build(register, tmp_path)
    manifest = json.loads((tmp_path / MANIFEST).read_bytes())
    manifest["tables"] = {
        name: table
        for name, table in manifest["tables"].items()
        if name not in ("versions", "changes", "first_counts")
    }
    (tmp_path / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    new = build(change("rounds", 1, amount_usd="6"), tmp_path)
    assert table(new, "versions")["version"].to_list() == [old.version, new.version]
    assert told(new) == [(2, "corrected", "amount_usd", "1000000000", "6")]


def test_the_history_comes_along_with_a_copy_of_the_dataset(change, register, tmp_path):
    build(register, tmp_path / "dataset")
    build(change("rounds", 1, amount_usd="6"), tmp_path / "dataset")
    (tmp_path / "dataset").rename(tmp_path / "clone")
    told_by = told(build(change("rounds", 1, amount_usd="7"), tmp_path / "clone"))
    assert [row[0] for row in told_by] == [2, 3]


def counts(dataset):
    frame = table(dataset, "first_counts")
    return frame.cast({"quarter": pl.String, "market": pl.String}).rows()


@pytest.fixture
def calendar(register):
    """A function that sets the register's date and how far it is complete."""

    def dates(as_of, complete_through):
        return settings(register, as_of=as_of, complete_through=complete_through)

    return dates


def test_a_quarter_is_first_counted_once_it_has_ended_and_before_it_is_complete(
    calendar, change, tmp_path
):
    dataset = build(calendar("2024-06-29", "2024-02-29"), tmp_path)
    assert [(row[0], row[1], row[3], row[4]) for row in counts(dataset)] == [
        ("2024Q1", "US", 0, 0),
        ("2024Q1", "CN", 1_000_000_000, 1),
        ("2024Q1", "Other", 0, 0),
    ]
    change("rounds", 1, amount_usd="1500000000")
    later = build(calendar("2024-07-02", "2024-03-31"), tmp_path)
    assert counts(later)[:3] == counts(dataset)
    assert [(row[0], str(row[2]), row[3]) for row in counts(later)[3:]] == [
        ("2024Q2", "2024-07-02", amount) for amount in (0, 0, 5)
    ]
    assert counts(build(calendar("2024-07-03", "2024-03-31"), tmp_path)) == counts(later)


def test_quarters_complete_at_the_start_were_never_first_counted(register, tmp_path):
    quarters = {row[0] for row in counts(build(register, tmp_path))}
    assert quarters == {"2024Q3", "2024Q4"}


def test_the_committed_history_holds_to_its_schema():
    dataset = Dataset(str(Path(__file__).parents[2] / "data"))
    numbers = table(dataset, "versions")["version_number"].to_list()
    assert numbers == list(range(1, len(numbers) + 1))
    assert set(table(dataset, "changes")["version_number"]) <= set(numbers[1:])
