from datetime import date

import pytest

from aiconsol.filters import Filters
from aiconsol.queries.known import ANNOUNCED, SOURCED
from aiconsol.queries.pressure import left_out_of_watch, pressure_facts, rounds_of_watched
from tests.queries.rows import QUARTERS
from tests.queries.test_lives import a_deal, of_company

M = 1_000_000
AS_OF = date(2025, 11, 23)


def raised(name, day, amount, **more):
    more = {"date_precision": "day", "source_date": day, **more}
    return of_company(name, day, amount, f"{day.year}Q{(day.month + 2) // 3}", **more)


def figure(name, metric, as_of, value, **more):
    return {
        "company_id": name,
        "metric_id": f"{name}-{metric}-{as_of}",
        "metric": metric,
        "as_of": as_of,
        "value": value,
        "source_date": as_of,
        **more,
    }


def facts_of(tables, rows_of, rows, *columns, quarter="2025Q1", known=ANNOUNCED):
    built = tables({"quarters": QUARTERS, **rows})
    only = Filters(quarters=(quarter, quarter))
    return rows_of(pressure_facts(built, only, AS_OF, known), "company_id", *columns)


def test_watched_are_independent_companies_with_a_large_and_not_too_old_round(tables, rows_of):
    rounds = [
        raised("watched", date(2025, 1, 31), 20 * M),
        raised("watched", date(2025, 2, 1), None),
        raised("small", date(2025, 1, 31), 19 * M),
        raised("lent", date(2025, 1, 31), 90 * M, kind="debt"),
        raised("later", date(2025, 4, 1), 90 * M),
        raised("silent", date(2022, 2, 1), 90 * M),
        raised("taken", date(2024, 1, 31), 90 * M),
        raised("taken-later", date(2024, 1, 31), 90 * M),
        raised("of-a-year", date(2025, 1, 1), 90 * M, date_precision="year"),
    ]
    deals = [
        a_deal("taken", date(2025, 3, 31), "acquisition", "2025Q1"),
        a_deal("taken-later", date(2025, 4, 1), "acquisition", "2025Q2"),
    ]
    rows = {"rounds": rounds, "deals": deals}
    assert facts_of(tables, rows_of, rows, "months_quiet", "raised_usd") == [
        ("taken-later", 14, 90 * M),
        ("watched", 1, 20 * M),
    ]
    built = tables({"quarters": QUARTERS, **rows})
    left_out = left_out_of_watch(built, Filters(), AS_OF, "2025Q1")
    assert rows_of(left_out, "silent") == [(1,)]
    behind = rounds_of_watched(built, Filters(), AS_OF, "2025Q1")
    assert [row[0] for row in rows_of(behind, "round_id")] == [
        "taken-later-2024-01-31",
        "watched-2025-01-31",
        "watched-2025-02-01",
    ]


def test_the_leaders_are_the_middle_of_five_in_market_and_segment(tables, rows_of):
    rounds = [
        raised(f"company-{size}", date(2025, 1, 31), size * M) for size in (20, 30, 40, 50, 60, 70)
    ]
    others = [
        raised(f"chinese-{size}", date(2025, 1, 31), size * M, market="CN") for size in (20, 90)
    ]
    rows = facts_of(tables, rows_of, {"rounds": rounds + others}, "leaders_usd")
    assert {sum_ for name, sum_ in rows if name.startswith("company")} == {50 * M}
    assert {sum_ for name, sum_ in rows if name.startswith("chinese")} == {None}


def test_a_multiple_is_of_the_newest_figures_known_and_not_too_old(tables, rows_of):
    rounds = [
        raised("a", date(2024, 1, 31), 20 * M, post_money_usd=100 * M),
        raised("b", date(2024, 1, 31), 20 * M, post_money_usd=100 * M),
        raised("c", date(2024, 1, 31), 20 * M, post_money_usd=100 * M),
        raised("d", date(2024, 1, 31), 20 * M),
    ]
    metrics = [
        figure("a", "year_revenue_usd", date(2023, 12, 31), 5 * M),
        figure("a", "annualized_revenue_usd", date(2024, 6, 1), 10 * M),
        figure("a", "valuation_usd", date(2024, 8, 1), 300 * M),
        figure("b", "year_revenue_usd", date(2022, 12, 31), 5 * M),
        figure("c", "year_revenue_usd", date(2024, 12, 31), 5 * M, source_date=date(2025, 4, 1)),
        figure("d", "year_revenue_usd", date(2024, 12, 31), 5 * M, source_date=None),
    ]
    rows = {"rounds": rounds, "company_metrics": metrics}
    columns = ("valuation_usd", "revenue_usd", "multiple")
    assert facts_of(tables, rows_of, rows, *columns) == [
        ("a", 300 * M, 10 * M, 30.0),
        ("b", 100 * M, None, None),
        ("c", 100 * M, None, None),
        ("d", None, None, None),
    ]
    later = facts_of(tables, rows_of, rows, "revenue_usd", quarter="2025Q2")
    assert later == [("a", 10 * M), ("b", None), ("c", 5 * M), ("d", 5 * M)]


def test_money_lasts_as_long_as_cash_or_the_last_round_at_the_known_burn(tables, rows_of):
    rounds = [raised(name, date(2024, 9, 30), 60 * M) for name in ("a", "b", "c", "d")]
    metrics = [
        figure("a", "year_net_loss_usd", date(2024, 12, 31), 90 * M),
        figure("a", "year_cash_burn_usd", date(2024, 12, 31), 24 * M),
        figure("a", "cash_usd", date(2024, 12, 31), 40 * M),
        figure("b", "year_net_loss_usd", date(2024, 12, 31), 30 * M),
        figure("c", "year_net_loss_usd", date(2024, 12, 31), -30 * M),
    ]
    rows = {"rounds": rounds, "company_metrics": metrics}
    assert facts_of(tables, rows_of, rows, "burn_usd", "money_usd", "months_left") == [
        ("a", 24 * M, 40 * M, 17.0),
        ("b", 30 * M, 60 * M, 18.0),
        ("c", -30 * M, 60 * M, None),
        ("d", None, 60 * M, None),
    ]


def test_a_large_technology_company_holds_a_stake_by_round_or_by_deal(tables, rows_of):
    day = date(2024, 9, 30)
    rounds = [
        raised("named", day, 20 * M, has_big_tech_investor=True),
        raised("named", date(2024, 10, 30), 20 * M, has_big_tech_investor=False),
        raised("none", day, 20 * M, has_big_tech_investor=False),
        raised("unknown", day, 20 * M),
        raised("stake", day, 20 * M),
        raised("stake-later", day, 20 * M, has_big_tech_investor=False),
    ]
    deals = [
        a_deal("stake", day, "minority_stake", "2024Q3", date_precision="day"),
        a_deal("stake-later", date(2025, 5, 1), "minority_stake", "2025Q2", date_precision="day"),
    ]
    assert facts_of(tables, rows_of, {"rounds": rounds, "deals": deals}, "has_big_tech") == [
        ("named", True),
        ("none", False),
        ("stake", True),
        ("stake-later", False),
        ("unknown", None),
    ]


@pytest.mark.parametrize(("known", "months"), [(ANNOUNCED, 1), (SOURCED, 10)])
def test_a_round_may_be_held_to_be_known_only_from_its_source(tables, rows_of, known, months):
    rounds = [
        raised("a", date(2024, 5, 1), 20 * M),
        raised("a", date(2025, 2, 1), 20 * M, source_date=date(2025, 4, 1)),
    ]
    rows = {"rounds": rounds}
    assert facts_of(tables, rows_of, rows, "months_quiet", known=known) == [("a", months)]
