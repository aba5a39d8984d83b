import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from aiconsol.dataset import MANIFEST, BrokenDataset, Dataset, read_manifest
from aiconsol.register.build import build

ROOT = Path(__file__).parents[2]
KILLED = 9
DIES_AT = """
import os, sys
from pathlib import Path
from aiconsol.register import build
left = int(sys.argv[3])
def dying(name):
    real = getattr(Path, name)
    def call(self, *arguments, **more):
        global left
        left -= 1
        if left == 0:
            os._exit(9)
        return real(self, *arguments, **more)
    setattr(Path, name, call)
for name in ("replace", "unlink"):
    dying(name)
real_fsync = os.fsync
def fsync(descriptor):
    global left
    left -= 1
    if left == 0:
        os._exit(9)
    return real_fsync(descriptor)
os.fsync = fsync
build.build(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_dataset_is_its_manifest_and_the_files_that_it_names(register, tmp_path):
    dataset = build(register, tmp_path / "dataset")
    named = {table.file for table in dataset.manifest.tables.values()}
    assert set(files(tmp_path / "dataset")) == named | {MANIFEST}
    assert dataset.manifest.tables["rounds"].rows == 3
    assert dataset.manifest.limits == ("It is small.",)


def test_a_rebuild_without_a_change_leaves_the_files_untouched(register, tmp_path):
    build(register, tmp_path / "dataset")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "dataset").iterdir()}
    build(register, tmp_path / "dataset")
    after = {path: path.stat().st_mtime_ns for path in (tmp_path / "dataset").iterdir()}
    assert after == before


def test_a_changed_setting_alone_makes_a_new_version(register, tmp_path):
    old = build(register, tmp_path / "dataset")
    path = register / "register.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("small", "tiny"), encoding="utf-8")
    new = build(register, tmp_path / "dataset")
    assert new.version != old.version
    assert read_manifest(str(tmp_path / "dataset")).limits == ("It is tiny.",)


def test_stale_files_of_ours_are_removed_and_nobody_else_s(change, tmp_path):
    folder = tmp_path / "dataset"
    old = build(change("rounds", 0, note="old"), folder)
    others = ["rounds.parquet", "mine-0123456789ab.parquet", "rounds-mine.parquet", ".a.draft"]
    for name in others:
        (folder / name).write_bytes(b"kept")
    (folder / ".dataset.json.draft").write_bytes(b"left by a killed build")
    new = build(change("rounds", 0, note="new"), folder)
    left = set(files(folder))
    assert set(others) <= left
    assert ".dataset.json.draft" not in left
    assert old.manifest.tables["rounds"].file not in left
    assert new.manifest.tables["rounds"].file in left


@pytest.mark.parametrize("damage", [b"", b"{}", b"not json"])
def test_a_damaged_dataset_is_built_anew(register, tmp_path, damage):
    folder = tmp_path / "dataset"
    table = build(register, folder).manifest.tables["rounds"]
    (folder / table.file).write_bytes(b"cut")
    (folder / MANIFEST).write_bytes(damage)
    assert build(register, folder).manifest.tables["rounds"] == table


def test_a_manifest_of_this_version_that_names_other_files_is_replaced(register, tmp_path):
    folder = tmp_path / "dataset"
    build(register, folder)
    manifest = json.loads((folder / MANIFEST).read_bytes())
    manifest["tables"]["rounds"]["file"] = "gone.parquet"
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(BrokenDataset):
        Dataset(str(folder))
    build(register, folder)


def killed_build(register, dataset, call):
    command = [sys.executable, "-c", DIES_AT, str(register), str(dataset), str(call)]
    return subprocess.run(command, cwd=ROOT, check=False, env=os.environ).returncode  # noqa: S603


def test_a_build_killed_at_any_moment_leaves_a_whole_dataset(change, tmp_path):
    build(change("rounds", 0, note="old"), tmp_path / "old")
    change("deals", 0, note="new")
    register = change("rounds", 0, note="new")
    versions = []
    for call in range(1, 100):
        folder = tmp_path / f"killed-{call}"
        shutil.copytree(tmp_path / "old", folder)
        code = killed_build(register, folder, call)
        versions.append(Dataset(str(folder)).version)
        build(register, folder)
        named = {table.file for table in Dataset(str(folder)).manifest.tables.values()}
        assert set(files(folder)) == named | {MANIFEST}
        if code != KILLED:
            break
    old, new = read_manifest(str(tmp_path / "old")).version, versions[-1]
    swapped = versions.index(new)
    assert versions == [old] * swapped + [new] * (len(versions) - swapped)
    assert swapped >= 5
    assert len(versions) - swapped >= 3


def test_builds_side_by_side_leave_a_whole_dataset(change, tmp_path):
    folder = tmp_path / "dataset"
    register = change("rounds", 0, note="one")
    builds = [threading.Thread(target=build, args=(register, folder)) for _ in range(8)]
    for thread in builds:
        thread.start()
    for thread in builds:
        thread.join()
    named = {table.file for table in Dataset(str(folder)).manifest.tables.values()}
    assert set(files(folder)) == named | {MANIFEST}


def test_the_committed_dataset_is_what_the_register_makes(tmp_path):
    fresh = build(ROOT / "data" / "register", tmp_path)
    committed = read_manifest(str(ROOT / "data"))
    assert (committed.version, committed.tables) == (fresh.version, fresh.manifest.tables)
    Dataset(str(ROOT / "data"))
