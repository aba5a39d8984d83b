import pytest

from aiconsol.register.faults import BrokenRegister
from aiconsol.register.validate import validated


def faults_of(register):
    with pytest.raises(BrokenRegister) as broken:
        validated(register)
    return broken.value.faults


def replace(register, file, old, new):
    path = register / file
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new, 1))
    return register


@pytest.mark.parametrize(
    ("table", "cells", "right"),
    [
        ("rounds", {"source_date": "2024-02-30"}, "a calendar day as YYYY-MM-DD"),
        ("rounds", {"source_date": "3/2/2024"}, "a calendar day as YYYY-MM-DD"),
        ("rounds", {"source_date": "2024-02-03T10:00"}, "a calendar day as YYYY-MM-DD"),
        ("rounds", {"post_money_usd": "5 bn"}, "a whole number, digits only, at least 0"),
        ("rounds", {"post_money_usd": "5,000"}, "a whole number, digits only, at least 0"),
        ("rounds", {"post_money_usd": "5.5"}, "a whole number, digits only, at least 0"),
        ("rounds", {"post_money_usd": "9" * 30}, "a whole number, digits only, at least 0"),
        ("rounds", {"post_money_usd": "٣"}, "a whole number, digits only, at least 0"),
        ("rounds", {"note": " spaced"}, "text without space at either end"),
        ("rounds", {"note": "spaced\u3000"}, "text without space at either end"),
        ("rounds", {"note": "  "}, "text without space at either end"),
        ("rounds", {"currency": "usd"}, "one of USD, CNY, EUR, GBP, HKD, JPY, KRW"),
        ("rounds", {"stage": "seed "}, "one of seed, series_a"),
        ("deals", {"staff_moved_share": "half"}, "a number, at least 0, at most 1"),
    ],
)
def test_a_cell_that_cannot_be_read_is_one_fault(change, table, cells, right):
    [(column, value)] = cells.items()
    [fault] = faults_of(change(table, 0, **cells))
    assert (fault.file, fault.line, fault.column) == (f"{table}.csv", 2, column)
    assert (fault.value, fault.rule) == (value, f"{column}_is_readable")
    assert fault.right.startswith(right)


def test_a_name_with_a_space_does_not_break_the_rows_that_use_it(change):
    [fault] = faults_of(change("companies", 0, company="Beta AI "))
    assert (fault.file, fault.line, fault.value) == ("companies.csv", 2, "Beta AI ")


def test_a_cell_of_several_lines_keeps_the_line_numbers_right(change):
    change("rounds", 0, note="one\ntwo\r\nthree", stage="x")
    found = faults_of(change("rounds", 2, stage="y"))
    assert [(fault.line, fault.value) for fault in found] == [(2, "x"), (6, "y")]


FILES = [
    (b"Gamma,,FR", b"Gamma,FR", 3, "row", "10 cells", "row_is_whole"),
    (b"Gamma,,FR", b"Gamma,,,FR", 3, "row", "12 cells", "row_is_whole"),
    (b"Gamma,,FR", b"\nGamma,,FR", 3, "row", "0 cells", "row_is_whole"),
    (b"Gamma,,FR", b'"Gamma,,FR', 3, "row", "unexpected end of data", "row_is_quoted_well"),
    (b"Gamma,,FR", b'"Gam"ma,,FR', 3, "row", "',' expected after '\"'", "row_is_quoted_well"),
    (b"Gamma,,FR", b"Gamma\xe9,,FR", 3, "file", "b'\\xe9'", "file_is_utf_8"),
    (b"company,", b"firm,", 1, "header", "unknown firm; missing company", "header_is_as_declared"),
    (b",city", b"", 1, "header", "missing city", "header_is_as_declared"),
    (b"city,founded", b"founded,city", 1, "header", "another order", "header_is_as_declared"),
]


@pytest.mark.parametrize(("old", "new", "line", "column", "value", "rule"), FILES)
def test_a_file_that_cannot_be_read_names_the_place(register, old, new, line, column, value, rule):
    [fault] = faults_of(replace(register, "companies.csv", old, new))
    assert (fault.file, fault.line, fault.column) == ("companies.csv", line, column)
    assert (fault.value, fault.rule) == (value, rule)
    assert fault.right


@pytest.mark.parametrize("file", ["companies.csv", "rounds.csv", "investors.csv", "register.toml"])
def test_a_missing_file_is_one_fault(register, file):
    (register / file).unlink()
    [fault] = faults_of(register)
    assert (fault.file, fault.column, fault.rule) == (file, "file", "file_is_there")


def test_a_folder_in_the_place_of_a_file_is_a_fault(register):
    (register / "deals.csv").unlink()
    (register / "deals.csv").mkdir()
    [fault] = faults_of(register)
    assert (fault.value, fault.rule) == ("Is a directory", "file_is_there")


def test_an_empty_folder_names_every_file(tmp_path):
    assert len({fault.file for fault in faults_of(tmp_path)}) == 9


@pytest.mark.parametrize("ending", [b"\r\n", b"\n"])
@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
def test_a_file_saved_by_a_spreadsheet_is_read(register, ending, mark):
    for path in register.glob("*.csv"):
        path.write_bytes(mark + path.read_bytes().replace(b"\n", ending))
    validated(register)


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "rule"),
    [
        (b"2025-02-03", b'"2025-02-03"', 2, "as_of", "as_of_is_given"),
        (b"2025-02-03", b"2025-02-03T00:00:00", 2, "as_of", "as_of_is_given"),
        (b"2025-02-03", b"2045-02-03", 2, "as_of", "as_of_is_given"),
        (b"2024-06-30", b"2025-06-30", 3, "complete_through", "complete_through_is_in_order"),
        (b"2024Q1", b"2024Q5", 4, "first_quarter", "first_quarter_is_given"),
        (b"2024Q1", b"2024Q3", 4, "first_quarter", "first_quarter_is_in_order"),
        (b'["It is small."]', b'"It is small."', 5, "limits", "limits_is_given"),
        (b'["Stranger"]', b'"Stranger"', 6, "targets_outside", "targets_outside_is_given"),
        (b'title = "A register"', b"", 0, "title", "title_is_given"),
        (b'title = "A register"', b"title = A register", 0, "file", "file_is_toml"),
        (b"A register", b"\xff", 0, "file", "file_is_utf_8"),
    ],
)
def test_a_wrong_setting_is_one_fault(register, old, new, line, column, rule):
    found = faults_of(replace(register, "register.toml", old, new))
    fault = found[-1] if column == "first_quarter" else found[0]
    assert (fault.file, fault.line, fault.column, fault.rule) == (
        "register.toml",
        line,
        column,
        rule,
    )
