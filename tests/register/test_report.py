import polars as pl
import pytest

from aiconsol.__main__ import main
from aiconsol.register import check, doubles
from aiconsol.register.validate import located


@pytest.fixture
def tables(register):
    return located(register)[0]


def test_sources(tables):
    found = check.sources(tables).row(by_predicate=pl.col("table") == "rounds", named=True)
    assert found == {
        "table": "rounds",
        "rows": 3,
        "publishers": 1,
        "with_address": 1.0,
        "with_date": 0.0,
    }


def test_unknown_cells_leaves_out_full_columns(tables):
    found = check.unknown_cells(tables).filter(pl.col("table") == "companies")
    assert dict(found.select("column", "unknown").rows()) == {
        "native_name": 3,
        "city": 4,
        "founded": 3,
        "description": 4,
        "source_date": 4,
        "note": 4,
    }


def test_coverage_counts_equity_rounds_and_marks_preliminary_quarters(register):
    found = check.coverage(*located(register)).rows_by_key("quarter", named=True)
    first, third = found["2024Q1"][0], found["2024Q3"][0]
    assert (first["CN_rounds"], first["CN_known"], first["CN_usd"]) == (1, 1, 1_000_000_000)
    assert (first["US_rounds"], first["is_preliminary"]) == (0, False)
    assert third["is_preliminary"]


def test_rounds_dated_to_the_year_have_a_row_of_their_own(change):
    found = check.coverage(*located(change("rounds", 0, stage="seed")))
    assert found.rows()[-1][0] == "year only"
    assert found["US_rounds"].to_list()[-1] == 1


def test_outside_names_targets_and_investors_without_a_row(tables):
    assert check.outside(tables).rows() == [
        ("target of a deal", "Stranger", 1),
        ("investor of unknown kind", "Unheard Of", 2),
    ]


@pytest.mark.parametrize("name", ["Gamma AI", "The Gâmma", "GAMMA Robotics Inc."])
def test_a_company_under_two_spellings_is_found(change, name):
    register = change("companies", 4, company=name, country="FR", segment="robotics")
    [pair] = doubles.alike_companies(located(register)[0]).rows()
    assert pair == ("Gamma", name, 100, 3, 6)


@pytest.mark.parametrize(
    ("day", "amount", "is_found"),
    [
        ("2024-03-04", "1000000000", True),
        ("2024-03-04", "1040000000", True),
        ("2024-03-04", "1100000000", False),
        ("2024-03-05", "1000000000", False),
        ("2024-01-04", "1000000000", True),
    ],
)
def test_a_round_that_stands_twice_is_found(change, day, amount, is_found):
    facts = {"company": "Beta AI", "announced_on": day, "date_precision": "day", "stage": "growth"}
    register = change("rounds", 3, **facts, amount_usd=amount, amount_basis="reported")
    pairs = doubles.alike_rounds(located(register)[0])
    assert pairs.select("line", "other_line").rows() == ([(3, 5)] if is_found else [])


def test_a_deal_that_stands_twice_is_found(change):
    facts = {"target": "Gamma", "acquirer": "Giant", "structure": "acquihire"}
    more = {"announced_on": "2024-03-20", "date_precision": "day", "status": "announced"}
    tables = located(change("deals", 2, **facts, **more))[0]
    assert doubles.alike_deals(tables).select("line", "other_line").rows() == [(2, 4)]


def test_a_native_name_of_two_investors_is_found(change):
    change("investors", 0, native_name="同")
    tables = located(change("investors", 3, native_name="同"))[0]
    assert doubles.shared_native_names(tables)["name"].to_list() == ["Alphabet", "Zhejiang Fund"]


def test_two_investors_of_one_group_are_no_suspects(change):
    change("investors", 4, investor="GV Capital", country="US", kind="venture", parent="Alphabet")
    tables = located(change("rounds", 2, other_investors="GV Capital"))[0]
    assert doubles.alike_investors(tables).is_empty()
    change("investors", 4, parent="")
    tables = located(change("rounds", 2, other_investors="GV Capital"))[0]
    assert doubles.alike_investors(tables).select("name", "other_name").rows() == [
        ("GV", "GV Capital")
    ]


def test_check_prints_a_report_and_names_the_unsorted_line(change, capsys):
    change("companies", 0, company="Zeta")
    register = change("rounds", 1, company="Zeta")
    change("company_metrics", 0, company="Zeta")
    assert main(["check", "--register", str(register)]) == 0
    printed = capsys.readouterr()
    assert "companies.csv:3 belongs further up" in printed.out
    assert not printed.err
    assert main(["sort", "--register", str(register)]) == 0
    assert capsys.readouterr().out == "sorted: companies\n"


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_broken_register_is_an_exit_of_one_and_its_faults(change, capsys, tmp_path, command):
    register = change("rounds", 1, stage="x")
    place = ["--dataset", str(tmp_path / "dataset")] if command == "build" else []
    assert main([command, "--register", str(register), *place]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("rounds.csv:3: stage: 'x' breaks stage_is_readable; right would")
    assert printed.err.endswith("\n1 fault; nothing was written.\n")
