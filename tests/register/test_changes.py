import polars as pl
import pytest

from aiconsol.register.changes import FIGURES, changes
from aiconsol.register.validate import validated
from aiconsol.schema import REGISTER_TABLES, register_columns

PAGE = "https://example.org/a"


@pytest.fixture
def changed(change, register):
    """A function that changes one row of the small register and says what then has changed."""

    before = validated(register)[0]

    def compare(table, row, **cells):
        return rows(changes(before, validated(change(table, row, **cells))[0]))

    return compare


def rows(found):
    columns = ("table", "record", "change", "column", "before", "after")
    return found.select(pl.col(columns).cast(pl.String)).rows()


def without(tables, table, *places):
    kept = tables[table].with_row_index().filter(~pl.col("index").is_in(places)).drop("index")
    return tables | {table: kept}


def test_equal_datasets_have_no_change(register):
    tables, _ = validated(register)
    assert changes(tables, tables).is_empty()


def test_a_new_record_is_added_with_its_figure(changed):
    added = changed(
        "rounds",
        3,
        company="Gamma",
        announced_on="2024-05-06",
        date_precision="day",
        stage="series_a",
        amount_usd="7000000",
        amount_basis="reported",
    )
    name = "Gamma, 2024-05-06, series_a"
    assert added == [("rounds", name, "added", "amount_usd", None, "7000000")]


def test_a_record_that_is_gone_is_withdrawn_with_the_figure_that_it_had(register):
    tables, _ = validated(register)
    assert rows(changes(tables, without(tables, "rounds", 0, 1))) == [
        ("rounds", "METiS, 2024-01-01, debt", "withdrawn", "amount_usd", None, None),
        ("rounds", "Beta AI, 2024-02-03, series_a", "withdrawn", "amount_usd", "1000000000", None),
    ]


@pytest.mark.parametrize(
    ("table", "cells", "column", "before", "after"),
    [
        ("rounds", {"amount_usd": "6"}, "amount_usd", "1000000000", "6"),
        ("rounds", {"note": "read again"}, "note", None, "read again"),
        ("rounds", {"other_investors": ""}, "other_investors", "Unheard Of; GV", None),
        ("companies", {"founded": "2016"}, "founded", "2015", "2016"),
    ],
)
def test_a_corrected_cell_stands_with_what_it_was(changed, table, cells, column, before, after):
    found = changed(table, 1, **cells)
    assert [row[2:] for row in found] == [("corrected", column, before, after)]


def test_a_whole_number_reads_as_in_the_file(changed):
    name = "P, all_ai, US, 2024Q1, mega_round_share, A paper"
    assert changed("aggregates", 0, value="1") == [
        ("aggregates", name, "corrected", "value", "0.5", "1")
    ]


@pytest.mark.parametrize(
    ("table", "row", "cells", "column", "before", "after"),
    [
        ("rounds", 1, {"announced_on": "2024-02-05"}, "announced_on", "2024-02-03", "2024-02-05"),
        ("rounds", 1, {"stage": "series_b"}, "stage", "series_a", "series_b"),
        ("deals", 0, {"structure": "merger"}, "structure", "acquisition", "merger"),
        ("company_metrics", 0, {"value": "13"}, "value", "12", "13"),
        ("investors", 3, {"investor": "Zhejiang"}, "investor", "Zhejiang Fund", "Zhejiang"),
        ("policy_events", 0, {"event": "The rule"}, "event", "A rule", "The rule"),
    ],
)
def test_a_corrected_name_is_a_correction_under_the_new_id(
    changed, table, row, cells, column, before, after
):
    found = changed(table, row, **cells)
    assert [entry[2:] for entry in found] == [("corrected", column, before, after)]
    assert after in found[0][1]


def test_a_renamed_company_renames_its_rounds(change, register):
    before, _ = validated(register)
    change("companies", 1, company="Gamma SA")
    change("deals", 0, target="Gamma SA")
    after, _ = validated(change("rounds", 2, company="Gamma SA"))
    assert [row[0] + row[2] + row[3] for row in rows(changes(before, after))] == [
        "companiescorrectedcompany",
        "roundscorrectedcompany",
        "dealscorrectedtarget",
    ]


def test_a_homonym_s_country_comes_to_its_id_without_a_change(register):
    tables, _ = validated(register)
    alone = tables["companies"].with_columns(
        company_id=pl.col("company_id").replace("metis-us", "metis")
    )
    before = without(tables | {"companies": alone}, "companies", 3)
    assert rows(changes(before, tables)) == [("companies", "Metis", "added", None, None, None)]


@pytest.mark.parametrize(
    "cells",
    [
        {"announced_on": "2024-02-05", "stage": "series_b"},
        {"announced_on": "2024-02-05", "source_url": "https://example.org/b"},
        {"announced_on": "2024-02-05", "source_url": ""},
    ],
)
def test_another_record_is_no_correction(changed, cells):
    assert [row[2] for row in changed("rounds", 1, **cells)] == ["added", "withdrawn"]


def test_where_two_records_could_be_meant_none_is_a_correction(change, register):
    change("rounds", 3, company="Beta AI", announced_on="2024-02-04", date_precision="day")
    change("rounds", 3, stage="series_a", amount_basis="undisclosed")
    before, _ = validated(register)
    after, _ = validated(change("rounds", 1, announced_on="2024-02-05"))
    one_gone = without(after, "rounds", 3)
    assert [row[2] for row in rows(changes(before, one_gone))] == [
        "added",
        "withdrawn",
        "withdrawn",
    ]


def test_a_new_table_or_column_has_no_history(register):
    tables, _ = validated(register)
    before = tables | {"rounds": tables["rounds"].drop("note", "lead_investors")}
    del before["deals"]
    assert changes(before, tables).is_empty()


def test_a_column_of_another_type_has_not_changed(register):
    tables, _ = validated(register)
    before = tables | {
        "rounds": tables["rounds"].cast({"amount_usd": pl.Float64, "stage": pl.String}),
        "aggregates": tables["aggregates"].cast({"value": pl.String}),
    }
    assert changes(before, tables).is_empty()


def test_derived_cells_make_no_noise(register):
    tables, _ = validated(register)
    other = tables["rounds"].with_columns(is_giant=~pl.col("is_giant"))
    assert changes(tables, tables | {"rounds": other}).is_empty()


def test_every_figure_is_a_column_of_the_file():
    assert all(name in register_columns(REGISTER_TABLES[t]) for t, name in FIGURES.items())
