from datetime import date

import polars as pl
import pytest

from aiconsol.register.validate import validated
from aiconsol.schema import HISTORY_TABLES, TABLES


@pytest.fixture
def tables(register):
    return validated(register)[0]


def cells(frame, *columns):
    return frame.select(pl.col(columns).cast(pl.String)).rows()


def test_the_market_is_that_of_the_headquarters(tables):
    assert cells(tables["companies"], "company", "market") == [
        ("Beta AI", "CN"),
        ("Gamma", "Other"),
        ("METiS", "US"),
        ("Metis", "CN"),
    ]


def test_names_that_differ_by_case_alone_are_told_apart_by_country(tables):
    ids = tables["companies"]["company_id"].to_list()
    assert ids == ["beta-ai", "gamma", "metis-us", "metis-cn"]
    assert tables["rounds"]["company_id"].to_list() == ["metis-us", "beta-ai", "gamma"]


def test_a_round_has_its_company_s_facts(tables):
    columns = ("native_name", "country", "market", "segment")
    assert cells(tables["rounds"], *columns)[1] == ("贝塔", "CN", "CN", "chips")


def test_a_date_known_to_the_year_has_no_quarter(tables):
    assert cells(tables["rounds"], "quarter", "year") == [
        (None, "2024"),
        ("2024Q1", "2024"),
        ("2024Q2", "2024"),
    ]


def test_kind_and_giants(tables):
    assert cells(tables["rounds"], "kind", "is_giant") == [
        ("debt", "false"),
        ("equity", "true"),
        ("equity", "false"),
    ]


def test_flags_look_at_the_named_investors_and_are_empty_where_none_is(tables):
    flags = ("has_big_tech_investor", "has_us_investor", "has_cn_investor")
    assert tables["rounds"].select(flags).rows() == [
        (None, None, None),
        (True, True, True),
        (False, False, False),
    ]


def test_an_investor_belongs_to_the_last_parent_and_stands_once_a_round(tables):
    columns = ("round_id", "investor", "role", "group", "investor_kind")
    beta = "beta-ai-2024-02-03-series-a"
    assert cells(tables["participations"], *columns) == [
        (beta, "GV", "lead", "Alphabet", "big_tech"),
        (beta, "Zhejiang Fund", "lead", "Zhejiang Fund", "state"),
        (beta, "Unheard Of", "other", "Unheard Of", None),
        ("gamma-2024-04-01-seed", "Unheard Of", "other", "Unheard Of", None),
    ]


def test_the_market_of_a_deal_is_its_target_s(tables):
    columns = ("deal_id", "target_id", "market", "segment", "quarter", "is_consolidation")
    assert cells(tables["deals"], *columns) == [
        ("gamma-giant-2024-03-10-acquisition", "gamma", "Other", "robotics", "2024Q1", "true"),
        ("stranger-2024-05-01-shutdown", None, None, None, "2024Q2", "false"),
    ]


@pytest.mark.parametrize(
    ("acquirer", "group"), [("GV", "Alphabet"), ("Google", "Alphabet"), ("Giant", "Giant")]
)
def test_an_acquirer_belongs_to_the_last_parent(change, acquirer, group):
    deals = validated(change("deals", 0, acquirer=acquirer))[0]["deals"]
    assert deals["acquirer_group"].to_list() == [group, None]


@pytest.mark.parametrize(
    ("status", "counts"),
    [("announced", True), ("completed", True), ("blocked", False), ("abandoned", False)],
)
def test_only_what_happens_consolidates(change, status, counts):
    deals = validated(change("deals", 0, status=status))[0]["deals"]
    assert deals["is_consolidation"][0] is counts


def test_the_calendar_runs_to_the_quarter_of_the_register_s_date(tables):
    assert tables["quarters"].cast({"quarter": pl.String}).rows() == [
        ("2024Q1", date(2024, 1, 1), date(2024, 3, 31), False),
        ("2024Q2", date(2024, 4, 1), date(2024, 6, 30), False),
        ("2024Q3", date(2024, 7, 1), date(2024, 9, 30), True),
        ("2024Q4", date(2024, 10, 1), date(2024, 12, 31), True),
        ("2025Q1", date(2025, 1, 1), date(2025, 3, 31), True),
    ]


@pytest.mark.parametrize(
    ("name", "investor_id"),
    [
        ("Crédit Agricole", "credit-agricole"),
        ("A*", "a"),
        ("L'Oréal & Co.", "l-oreal-co"),
        ("松禾资本", "松禾资本"),
        ("5Y+", "5y+"),
    ],
)
def test_an_id_is_made_of_the_name_s_letters_and_digits(change, name, investor_id):
    register = change("investors", 4, investor=name, kind="venture")
    assert validated(register)[0]["investors"]["investor_id"][-1] == investor_id


def test_every_table_keeps_its_schema(tables):
    assert set(tables) == set(TABLES) - set(HISTORY_TABLES)
    for name, frame in tables.items():
        TABLES[name].validate(frame)


@pytest.mark.parametrize(
    ("period", "kind", "first", "last"),
    [
        ("2024", "year", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024H1", "half_year", date(2024, 1, 1), date(2024, 6, 30)),
        ("2023H2", "half_year", date(2023, 7, 1), date(2023, 12, 31)),
        ("2024Q1", "quarter", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024Q4", "quarter", date(2024, 10, 1), date(2024, 12, 31)),
    ],
)
def test_a_publisher_s_period_has_its_first_and_last_day(change, period, kind, first, last):
    aggregates = validated(change("aggregates", 0, period=period))[0]["aggregates"]
    assert aggregates.select("period_kind", "starts_on", "ends_on").row(0) == (kind, first, last)


@pytest.mark.parametrize(
    ("day", "quarter"),
    [("2026-04-26", "2026Q1"), ("2019-03-30", "2019Q1"), ("2026-05-31", "2026Q2")],
)
def test_a_fiscal_quarter_is_the_calendar_s_that_holds_most_of_it(change, day, quarter):
    broken_off = {"as_of": day, "metric": "quarter_capex_usd"}
    metrics = validated(change("company_metrics", 0, **broken_off))[0]["company_metrics"]
    assert cells(metrics, "quarter", "segment") == [(quarter, "chips")]


@pytest.mark.parametrize(
    ("note", "model"),
    [
        ("GPT-4, a statement; an estimate", "GPT-4"),
        ("Claude 2; an estimate", "Claude 2"),
        ("Models then in training, any developer.", None),
        ("All compute of the year, not one model.", None),
        ("A founder: ten billion by 2027, maybe later.", None),
    ],
)
def test_a_training_cost_names_its_model(change, note, model):
    cost = {"metric": "training_cost_usd", "note": note}
    metrics = validated(change("company_metrics", 0, **cost))[0]["company_metrics"]
    assert metrics["model"].to_list() == [model]
