"""Exports made up by these tests, in the form of the vendors'; none of it is a fact."""

import csv

import pytest

from aiconsol.__main__ import main
from aiconsol.register.build import build
from aiconsol.register.faults import BrokenRegister
from aiconsol.register.imports import import_rounds
from aiconsol.register.vendors import CRUNCHBASE, PITCHBOOK
from aiconsol.schema import REGISTER_TABLES, register_columns

CRUNCHBASE_ROW = {
    "Transaction Name": "Series B - Gamma",
    "Transaction Name URL": "https://example.org/round/1",
    "Organization Name": "Gamma",
    "Funding Type": "Series B",
    "Money Raised": "7000000",
    "Money Raised Currency": "EUR",
    "Money Raised (in USD)": "7700000",
    "Announced Date": "2024-05-21",
    "Lead Investors": "GV",
    "Investor Names": "Acme Ventures, Inc., GV, Unheard Of",
}
PITCHBOOK_ROW = {
    "Deal ID": "1-1T",
    "Companies": "Gamma (PAR: GAM)",
    "Deal Date": "21-May-2024",
    "Deal Size": "1,250.5",
    "Deal Size Status": "Actual",
    "Deal Type": "Later Stage VC",
    "Deal Status": "Completed",
    "Series": "Series F2",
    "Post Valuation": "9000",
    "Lead/Sole Investors": "GV (A. Person)",
    "Investors": "GV (A. Person), Unheard Of",
}
VENDORS = [(CRUNCHBASE, CRUNCHBASE_ROW), (PITCHBOOK, PITCHBOOK_ROW)]


@pytest.fixture
def take(register, tmp_path):
    """A function that writes rows as an export, imports it, and gives rows and outcome."""

    def imported(vendor, *rows):
        export = tmp_path / "export.csv"
        with export.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        outcome = import_rounds(export, vendor, register, tmp_path / "review")
        with outcome.file.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file)), outcome

    return imported


def named(outcome):
    return [(fault.line, fault.column, fault.value) for fault in outcome.refused]


def test_a_round_of_crunchbase_reads_as_one_of_the_register(take):
    (row,), outcome = take(CRUNCHBASE, CRUNCHBASE_ROW)
    assert (outcome.written, outcome.known, outcome.refused) == (1, 0, [])
    assert list(row) == register_columns(REGISTER_TABLES["rounds"])
    assert {name: cell for name, cell in row.items() if cell} == {
        "company": "Gamma",
        "announced_on": "2024-05-21",
        "date_precision": "day",
        "stage": "series_b",
        "amount_usd": "7700000",
        "amount_native": "7000000",
        "currency": "EUR",
        "amount_basis": "reported",
        "lead_investors": "GV",
        "other_investors": "Acme Ventures, Inc.; Unheard Of",
        "source_name": "Crunchbase",
        "source_url": "https://example.org/round/1",
    }


def test_a_deal_of_pitchbook_reads_as_a_round_of_the_register(take):
    (row,), outcome = take(PITCHBOOK, PITCHBOOK_ROW)
    assert outcome.refused == []
    assert {name: cell for name, cell in row.items() if cell} == {
        "company": "Gamma",
        "announced_on": "2024-05-21",
        "date_precision": "day",
        "stage": "series_e_plus",
        "amount_usd": "1250500000",
        "amount_basis": "reported",
        "post_money_usd": "9000000000",
        "lead_investors": "GV",
        "other_investors": "Unheard Of",
        "source_name": "PitchBook",
    }


@pytest.mark.parametrize(
    ("vendor", "row", "cells", "expected"),
    [
        (CRUNCHBASE, CRUNCHBASE_ROW, {"Funding Type": "Pre-Seed"}, {"stage": "seed"}),
        (
            CRUNCHBASE,
            CRUNCHBASE_ROW,
            {"Money Raised (in USD)": "", "Money Raised": "", "Money Raised Currency": ""},
            {"amount_usd": "", "amount_basis": "undisclosed", "currency": ""},
        ),
        (
            CRUNCHBASE,
            CRUNCHBASE_ROW,
            {"Money Raised Currency": "INR"},
            {"amount_native": "", "currency": "", "note": "Raised in INR."},
        ),
        (
            CRUNCHBASE,
            CRUNCHBASE_ROW,
            {"Money Raised Currency": "USD"},
            {"amount_native": "", "currency": "USD"},
        ),
        (PITCHBOOK, PITCHBOOK_ROW, {"Series": ""}, {"stage": "unknown"}),
        (PITCHBOOK, PITCHBOOK_ROW, {"Series": "Series A"}, {"stage": "series_a"}),
        (
            PITCHBOOK,
            PITCHBOOK_ROW,
            {"Deal Size Status": "Estimated"},
            {"amount_basis": "estimated"},
        ),
        (PITCHBOOK, PITCHBOOK_ROW, {"Deal Date": "2024-05-21"}, {"announced_on": "2024-05-21"}),
    ],
)
def test_cells_are_mapped(take, vendor, row, cells, expected):
    (taken,), outcome = take(vendor, row | cells)
    assert outcome.refused == []
    assert {name: taken[name] for name in expected} == expected


def test_the_older_name_of_the_dollar_column_is_known(take):
    older = {"Money Raised Currency (in USD)": "5"}
    cells = {k: v for k, v in CRUNCHBASE_ROW.items() if k != "Money Raised (in USD)"}
    assert take(CRUNCHBASE, cells | older)[0][0]["amount_usd"] == "5"


@pytest.mark.parametrize(
    ("vendor", "row", "column", "value", "right"),
    [
        (CRUNCHBASE, CRUNCHBASE_ROW, "Funding Type", "Grant", "one of Angel, Pre-Seed"),
        (CRUNCHBASE, CRUNCHBASE_ROW, "Announced Date", "May 2024", "a day as 2024-05-21"),
        (CRUNCHBASE, CRUNCHBASE_ROW, "Money Raised (in USD)", "much", "dollars as 1,250.5"),
        (CRUNCHBASE, CRUNCHBASE_ROW, "Money Raised (in USD)", "NaN", "dollars as 1,250.5"),
        (PITCHBOOK, PITCHBOOK_ROW, "Deal Status", "Failed/Cancelled", "one of Completed"),
        (PITCHBOOK, PITCHBOOK_ROW | {"Series": ""}, "Deal Type", "Grant", "one of Seed Round"),
        (PITCHBOOK, PITCHBOOK_ROW, "Deal Size", "1e999999", "millions of dollars"),
    ],
)
def test_what_has_no_counterpart_is_refused_by_line_and_value(
    take, vendor, row, column, value, right
):
    rows, outcome = take(vendor, row, row | {column: value})
    assert len(rows) == 1
    assert named(outcome) == [(3, column, value)]
    assert outcome.refused[0].file == "export.csv"
    assert right in outcome.refused[0].right


@pytest.mark.parametrize(
    ("cells", "rule"),
    [
        ({"Companies": "Nobody"}, "round_company_exists"),
        ({"Deal Date": "2019-01-01"}, "announced_on_within_the_register"),
        ({"Post Valuation": "1"}, "not_valued_below_its_amount"),
        ({"Deal Size": "-1", "Post Valuation": ""}, "amount_usd_min"),
        ({}, "record_stands_once"),
    ],
)
def test_the_register_s_own_rules_hold(take, cells, rule):
    another_day = {"Deal Date": "22-May-2024"} if cells else {}
    rows, outcome = take(PITCHBOOK, PITCHBOOK_ROW, PITCHBOOK_ROW | another_day | cells)
    assert len(rows) == 1
    assert [(fault.line, fault.rule) for fault in outcome.refused] == [(3, rule)]


def test_a_round_that_the_register_has_is_left_out(take):
    there = {"Organization Name": "Beta AI", "Announced Date": "2024-02-03"}
    rows, outcome = take(
        CRUNCHBASE, CRUNCHBASE_ROW | there | {"Funding Type": "Series A"}, CRUNCHBASE_ROW
    )
    assert [row["company"] for row in rows] == ["Gamma"]
    assert (outcome.written, outcome.known, outcome.refused) == (1, 1, [])


@pytest.mark.parametrize(("vendor", "row"), VENDORS)
def test_what_was_reviewed_builds_with_the_register(take, register, tmp_path, vendor, row):
    before = (register / "rounds.csv").read_bytes()
    __, outcome = take(vendor, row)
    assert (register / "rounds.csv").read_bytes() == before
    reviewed = outcome.file.read_bytes().split(b"\n", 1)[1]
    (register / "rounds.csv").write_bytes(before + reviewed)
    assert build(register, tmp_path / "dataset").manifest.tables["rounds"].rows == 4


def test_nothing_is_overwritten(take, register, tmp_path):
    take(CRUNCHBASE, CRUNCHBASE_ROW)
    for folder in (tmp_path / "review", register):
        with pytest.raises(BrokenRegister, match="never overwrites"):
            import_rounds(tmp_path / "export.csv", CRUNCHBASE, register, folder)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"a,b\n1,2\n", "missing Organization Name, Announced Date, Funding Type"),
        (b"", "missing Organization Name"),
        (b"\xff\xfe\x00", "a CSV file in UTF-8"),
        (b'Organization Name,"Announced\n', "a CSV file in UTF-8"),
    ],
)
def test_another_file_is_refused_whole(register, tmp_path, content, told):
    (tmp_path / "export.csv").write_bytes(content)
    with pytest.raises(BrokenRegister, match=told):
        import_rounds(tmp_path / "export.csv", CRUNCHBASE, register, tmp_path / "review")
    assert not (tmp_path / "review").exists()


def test_a_row_cut_short_is_refused_and_an_empty_line_passed_over(register, tmp_path):
    text = "Organization Name,Announced Date,Funding Type\n\nGamma,2024-05-21\n"
    (tmp_path / "export.csv").write_text(text, encoding="utf-8")
    outcome = import_rounds(tmp_path / "export.csv", CRUNCHBASE, register, tmp_path / "review")
    assert named(outcome) == [(3, "row", "2 cells")]


def test_the_command_counts_and_names(take, register, tmp_path, capsys):
    take(PITCHBOOK, PITCHBOOK_ROW, PITCHBOOK_ROW | {"Deal Type": "Grant", "Series": ""})
    options = ["--register", str(register), "--into", str(tmp_path / "again")]
    assert main(["import", "pitchbook", str(tmp_path / "export.csv"), *options]) == 1
    told = capsys.readouterr()
    assert "rows to review: 1; already in the register: 0; refused: 1" in told.out
    assert "export.csv:3: Deal Type: 'Grant'" in told.err
