import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from aiconsol.__main__ import main
from aiconsol.dataset import MANIFEST, BrokenDataset, Dataset, read_manifest
from aiconsol.register.build import build
from aiconsol.schema import HISTORY_TABLES, TABLES

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


def cut_table(folder, manifest):
    (folder / manifest["tables"]["rounds"]["file"]).write_bytes(b"cut")


def no_history(folder, manifest):
    (folder / manifest["tables"]["changes"]["file"]).unlink()


def other_file(folder, manifest):
    manifest["tables"]["rounds"]["file"] = "gone.parquet"
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


def cut_manifest(folder, manifest):
    (folder / MANIFEST).write_text(json.dumps(manifest)[:200], encoding="utf-8")


def empty_manifest(folder, manifest):
    assert manifest
    (folder / MANIFEST).write_bytes(b"{}")


@pytest.mark.parametrize(
    "damage", [cut_table, no_history, other_file, cut_manifest, empty_manifest]
)
def test_a_damaged_dataset_is_built_anew_only_where_its_history_is_given_up(
    register, tmp_path, damage
):
    folder = tmp_path / "dataset"
    whole = build(register, folder)
    damage(folder, json.loads((folder / MANIFEST).read_bytes()))
    before = files(folder)
    with pytest.raises(BrokenDataset, match=f"restore the folder, or remove {MANIFEST}"):
        build(register, folder)
    assert files(folder) == before
    (folder / MANIFEST).unlink()
    assert build(register, folder).version == whole.version


def test_the_command_says_why_a_damaged_dataset_is_not_replaced(register, tmp_path, capsys):
    folder = tmp_path / "dataset"
    build(register, folder)
    (folder / MANIFEST).write_bytes(b"")
    assert main(["build", "--register", str(register), "--dataset", str(folder)]) == 1
    assert "restore the folder" in capsys.readouterr().err


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
    committed = read_manifest(str(ROOT / "data"))
    for table in committed.tables.values():
        shutil.copy(ROOT / "data" / table.file, tmp_path)
    shutil.copy(ROOT / "data" / MANIFEST, tmp_path)
    rebuilt = build(ROOT / "data" / "register", tmp_path)
    assert rebuilt.manifest == committed
    fresh = build(ROOT / "data" / "register", tmp_path / "without a history")
    facts = set(TABLES) - set(HISTORY_TABLES)
    assert {name: fresh.manifest.tables[name] for name in facts} == {
        name: committed.tables[name] for name in facts
    }
