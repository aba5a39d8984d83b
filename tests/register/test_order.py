from pathlib import Path

import pytest

from aiconsol.register.faults import BrokenRegister
from aiconsol.register.order import sort_register, unsorted_line
from aiconsol.schema import REGISTER_TABLES

OWN = Path(__file__).parents[2] / "data" / "register"


@pytest.mark.parametrize("table", REGISTER_TABLES)
def test_the_project_s_own_files_are_sorted(table):
    assert unsorted_line(OWN, table) is None


def reversed_rows(path):
    header, *rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text(header + "".join(reversed(rows)), encoding="utf-8")


def test_sorting_moves_whole_lines_and_nothing_else(register):
    before = {path: path.read_bytes() for path in register.iterdir()}
    reversed_rows(register / "companies.csv")
    assert unsorted_line(register, "companies") == 3
    assert sort_register(register) == ["companies"]
    assert {path: path.read_bytes() for path in register.iterdir()} == before
    assert sort_register(register) == []


def test_names_are_sorted_without_regard_to_case(change):
    change("investors", 4, investor="google Ventures", kind="venture")
    register = change("investors", 3, investor="alphabet X")
    assert sort_register(register) == ["investors"]
    lines = (register / "investors.csv").read_text(encoding="utf-8").splitlines()[1:]
    names = [line.split(",")[0] for line in lines]
    assert names == ["Alphabet", "alphabet X", "Google", "google Ventures", "GV"]


def test_a_review_without_an_opening_stands_at_its_decision(change):
    more = {"matter": "Z", "authority": "EC", "jurisdiction": "EU", "outcome": "cleared"}
    register = change("reviews", 1, decided_on="2024-03-31", **more)
    assert unsorted_line(register, "reviews") == 3
    register = change("reviews", 1, decided_on="2024-04-02", **more)
    assert unsorted_line(register, "reviews") is None


def test_what_cannot_be_read_is_not_sorted(change):
    register = change("rounds", 0, stage="x")
    reversed_rows(register / "companies.csv")
    before = (register / "companies.csv").read_bytes()
    with pytest.raises(BrokenRegister):
        sort_register(register)
    assert (register / "companies.csv").read_bytes() == before
