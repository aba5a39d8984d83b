import pytest

from aiconsol.register.build import build
from aiconsol.register.faults import RULES, BrokenRegister, Fault
from aiconsol.register.validate import validated

BROKEN = [
    ("rounds", 1, {"amount_basis": "undisclosed"}, "amount_usd", "undisclosed_has_no_amount"),
    ("rounds", 0, {"amount_basis": "reported"}, "amount_usd", "undisclosed_has_no_amount"),
    ("rounds", 1, {"currency": ""}, "currency", "native_amount_names_its_currency"),
    ("rounds", 1, {"post_money_usd": "7"}, "post_money_usd", "not_valued_below_its_amount"),
    (
        "rounds",
        0,
        {"announced_on": "2024-02-01"},
        "announced_on",
        "announced_on_fits_its_precision",
    ),
    (
        "rounds",
        2,
        {"announced_on": "2024-05-01"},
        "announced_on",
        "announced_on_fits_its_precision",
    ),
    ("rounds", 1, {"company": "Beta"}, "company", "round_company_exists"),
    ("rounds", 1, {"company": ""}, "company", "company_nullability"),
    ("rounds", 1, {"stage": ""}, "stage", "stage_nullability"),
    ("rounds", 1, {"amount_native": "-1"}, "amount_native", "amount_native_min"),
    ("rounds", 1, {"lead_investors": "GV;Other"}, "lead_investors", "lead_investors_regex"),
    ("rounds", 1, {"lead_investors": "GV; "}, "lead_investors", "lead_investors_is_readable"),
    ("rounds", 1, {"source_url": "example.org"}, "source_url", "source_url_regex"),
    ("rounds", 1, {"source_name": ""}, "source_name", "source_name_nullability"),
    (
        "rounds",
        1,
        {"source_date": "2025-02-04"},
        "source_date",
        "source_date_within_the_register",
    ),
    (
        "rounds",
        1,
        {"announced_on": "2023-12-31"},
        "announced_on",
        "announced_on_within_the_register",
    ),
    ("companies", 1, {"country": "UK"}, "country", "country_code"),
    ("companies", 1, {"country": "France"}, "country", "country_regex"),
    ("companies", 1, {"founded": "1800"}, "founded", "founded_min"),
    ("deals", 0, {"value_basis": "undisclosed"}, "value_usd", "undisclosed_has_no_value"),
    ("deals", 0, {"value_basis": ""}, "value_basis", "known_value_states_its_basis"),
    ("deals", 0, {"closed_on": "2024-03-09"}, "closed_on", "not_closed_before_announced"),
    ("deals", 0, {"acquirer": ""}, "acquirer", "consolidation_names_its_acquirer"),
    ("deals", 0, {"staff_moved_share": "1.5"}, "staff_moved_share", "staff_moved_share_max"),
    ("deals", 1, {"target": "Unknown"}, "target", "deal_target_exists"),
    ("deals", 1, {"announced_on": "2024-05-02"}, "announced_on", "announced_on_fits_its_precision"),
    ("reviews", 0, {"decided_on": "2024-03-31"}, "decided_on", "not_decided_before_opened"),
    ("reviews", 0, {"outcome": "open"}, "decided_on", "open_has_no_decision"),
    ("reviews", 0, {"date_precision": ""}, "date_precision", "known_opening_states_its_precision"),
    (
        "reviews",
        0,
        {"opened_on": "2024-05-02", "date_precision": "month"},
        "opened_on",
        "opened_on_fits_its_precision",
    ),
    ("reviews", 0, {"jurisdiction": "USA"}, "jurisdiction", "jurisdiction_regex"),
    (
        "policy_events",
        0,
        {"happened_on": "2024-03-02"},
        "happened_on",
        "happened_on_fits_its_precision",
    ),
    ("aggregates", 0, {"value": "1.5"}, "value", "share_is_at_most_one"),
    ("aggregates", 0, {"value": "nan"}, "value", "value_nan"),
    ("aggregates", 0, {"period": "2024Q5"}, "period", "period_regex"),
    ("company_metrics", 0, {"value": "-1"}, "value", "not_negative_unless_a_loss"),
    ("company_metrics", 0, {"company": "Beta"}, "company", "metric_company_exists"),
    ("investors", 0, {"investor": "?!"}, "investor_id", "investor_id_regex"),
]


def faults_of(register) -> list[Fault]:
    with pytest.raises(BrokenRegister) as broken:
        validated(register)
    return broken.value.faults


def test_the_small_register_is_right(register):
    validated(register)


@pytest.mark.parametrize(("table", "row", "cells", "column", "rule"), BROKEN)
def test_a_broken_rule_is_one_fault_at_its_cell(change, table, row, cells, column, rule):
    [fault] = faults_of(change(table, row, **cells))
    assert (fault.file, fault.line, fault.column, fault.rule) == (
        f"{table}.csv",
        row + 2,
        column,
        rule,
    )
    assert fault.right
    if column in cells:
        assert fault.value == cells[column]
    assert str(fault).startswith(f"{table}.csv:{row + 2}: {column}: ")


def test_every_rule_across_columns_is_broken_here_once():
    assert set(RULES) <= {rule for *_, rule in BROKEN}


@pytest.mark.parametrize(
    ("table", "row", "cells", "value"),
    [
        ("companies", 4, {"company": "Gamma", "country": "FR", "segment": "chips"}, "Gamma"),
        ("companies", 4, {"company": "Gamma", "country": "US", "segment": "chips"}, "Gamma"),
        ("companies", 4, {"company": "gamma", "country": "FR", "segment": "chips"}, "gamma"),
        ("investors", 4, {"investor": "G.V", "kind": "venture"}, None),
        ("investors", 4, {"investor": "gv", "kind": "venture"}, "gv"),
    ],
)
def test_a_record_that_stands_twice_is_shown_by_its_own_words(change, table, row, cells, value):
    if value is None:
        validated(change(table, row, **cells))
        return
    [fault] = faults_of(change(table, row, **cells))
    line = 3 if table == "companies" else 4
    assert (fault.line, fault.value, fault.rule) == (row + 2, value, "record_stands_once")
    assert fault.right.endswith(f"; line {line} has the same")


def test_a_round_that_stands_twice_is_one_fault(change):
    twice = {"company": "Gamma", "announced_on": "2024-04-01", "date_precision": "quarter"}
    more = {"stage": "seed", "amount_basis": "undisclosed"}
    [fault] = faults_of(change("rounds", 3, **twice, **more))
    assert fault.column == "company, announced_on, stage"
    assert fault.value == "Gamma, 2024-04-01, seed"
    assert fault.right == "one row for each company, announced_on, stage; line 4 has the same"


def test_faults_of_several_tables_come_in_one_go(change):
    change("companies", 1, country="HK", founded="old")
    change("rounds", 1, company="Nobody", stage="series_x")
    change("deals", 0, closed_on="2024-03-09")
    register = change("aggregates", 0, value="many")
    found = [(fault.file, fault.column) for fault in faults_of(register)]
    assert found == [
        ("aggregates.csv", "value"),
        ("companies.csv", "country"),
        ("companies.csv", "founded"),
        ("deals.csv", "closed_on"),
        ("rounds.csv", "company"),
        ("rounds.csv", "stage"),
    ]


def test_a_broken_register_writes_nothing(change, tmp_path):
    with pytest.raises(BrokenRegister):
        build(change("rounds", 1, stage="series_x"), tmp_path / "dataset")
    assert not (tmp_path / "dataset").exists()
