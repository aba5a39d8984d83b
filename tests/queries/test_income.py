from datetime import date

from aiconsol.filters import Filters
from aiconsol.queries.income import (
    income_records,
    revenue_against_raised,
    revenue_against_valuation,
)
from tests.queries.rows import a_round
from tests.queries.test_metrics import a_figure

AS_OF = date(2026, 1, 1)
DAYS = {"early": date(2024, 1, 1), "late": date(2025, 6, 1)}


def a_revenue(name, day, value, metric="annualized_revenue_usd", **more):
    return a_figure(name, metric, day, value, basis=more.pop("basis", "confirmed"), **more)


METRICS = [
    a_revenue("early", DAYS["early"], 10),
    a_revenue("late", DAYS["late"], 40),
    a_revenue("guessed", DAYS["late"], 90, basis="estimated"),
    a_revenue("yearly", date(2025, 12, 31), 70, "year_revenue_usd"),
    a_revenue("forecast", date(2026, 12, 31), 900),
    a_revenue("loss", date(2024, 12, 31), 5, "year_net_loss_usd"),
    a_revenue("silent", DAYS["late"], 3, company="B", company_id="b"),
    a_revenue("unraised", DAYS["late"], 3, company="C", company_id="c"),
]


def of_a(day, amount, post_money=None, company="A"):
    return a_round(
        "US",
        "2024Q1",
        amount,
        company=company,
        company_id=company.lower(),
        announced_on=day,
        date_precision="day",
        post_money_usd=post_money,
        round_id=f"{company}-{day}",
    )


ROUNDS = [
    of_a(date(2023, 10, 1), 20, 200),
    of_a(date(2025, 5, 1), 30, 800),
    of_a(date(2025, 12, 1), 60, 9000),
    of_a(date(2020, 1, 1), 7, 50, company="B"),
]


def test_each_revenue_meets_the_valuation_nearest_in_time(tables):
    answer = revenue_against_valuation(
        tables({"company_metrics": METRICS, "rounds": ROUNDS}), Filters(), AS_OF
    )
    columns = ("revenue_on", "revenue_usd", "valuation_usd", "multiple", "is_newest", "loss_usd")
    assert answer.select(columns).rows() == [
        (DAYS["early"], 10, 200, 20.0, False, 5),
        (DAYS["late"], 40, 800, 20.0, True, 5),
    ]
    assert answer["company"].unique().to_list() == ["A"]


def test_money_raised_until_the_day_of_the_newest_revenue_counts(tables):
    answer = revenue_against_raised(
        tables({"company_metrics": METRICS, "rounds": ROUNDS}), Filters(), AS_OF
    )
    columns = ("company", "measure", "revenue_usd", "raised_usd", "last_round_on")
    assert answer.select(columns).rows() == [
        ("A", "year_revenue_usd", 70, 110, date(2025, 12, 1)),
        ("B", "annualized_revenue_usd", 3, 7, date(2020, 1, 1)),
    ]


def test_companies_that_raised_nothing_are_no_records(tables, rows_of):
    built = tables({"company_metrics": METRICS, "rounds": ROUNDS})
    assert ("unraised",) not in rows_of(income_records(built, Filters()), "metric_id")


def test_nothing_selected_is_an_empty_answer(tables):
    built = tables({"company_metrics": METRICS, "rounds": ROUNDS})
    for ask in (revenue_against_valuation, revenue_against_raised):
        assert ask(built, Filters(market=("CN",)), AS_OF).height == 0
