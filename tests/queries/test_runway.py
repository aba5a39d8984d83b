from datetime import date

from aiconsol.filters import Filters
from aiconsol.queries.runway import clocks_unknown, runways
from tests.queries.rows import a_deal, a_round
from tests.queries.test_metrics import a_figure

AS_OF = date(2026, 1, 1)
YEAR_END, CASH_DAY = date(2024, 12, 31), date(2025, 1, 1)
NAMES = ("both", "lossy", "profitable", "old", "bought", "quiet")


def of(name, metric, value, day=YEAR_END):
    return a_figure(f"{name}-{metric}", metric, day, value, company=name, company_id=name)


def money(name, amount, day=date(2025, 3, 1), **more):
    return a_round(
        "US",
        "2025Q1",
        amount,
        company=name,
        company_id=name,
        announced_on=day,
        round_id=f"{name}-{day}",
        **more,
    )


ROWS = {
    "companies": [
        {"company": name, "company_id": name, "market": "US", "segment": "chips"} for name in NAMES
    ],
    "company_metrics": [
        of("both", "year_cash_burn_usd", 100),
        of("both", "year_net_loss_usd", 200),
        of("both", "cash_usd", 50, CASH_DAY),
        of("both", "year_cash_burn_usd", 9999, date(2026, 12, 31)),
        of("lossy", "year_net_loss_usd", 10),
        of("profitable", "year_net_loss_usd", -10),
        of("old", "year_net_loss_usd", 10, date(2020, 12, 31)),
        of("bought", "year_net_loss_usd", 10),
    ],
    "rounds": [
        money("both", 150),
        money("both", 7000, date(2024, 3, 1)),
        money("lossy", 10),
        money("lossy", 500, date(2024, 3, 1)),
        *(money(name, 10) for name in ("profitable", "old", "bought", "quiet")),
    ],
    "deals": [a_deal("bought")],
}


def test_the_clock_is_a_range_and_counts_the_money_since(tables):
    answer = runways(tables(ROWS), Filters(), AS_OF)
    columns = ("company", "money_usd", "money_on", "ends_at_least_on", "ends_at_most_on")
    assert answer.select(columns).rows() == [
        ("both", 200, CASH_DAY, date(2026, 1, 1), date(2027, 1, 1)),
        ("lossy", 10, date(2025, 3, 1), date(2026, 3, 1), None),
    ]


def test_the_unknown_are_counted(tables):
    answer = clocks_unknown(tables(ROWS), Filters(), AS_OF)
    assert answer.to_dicts() == [
        {"companies": 5, "known": 2, "profitable": 1, "without_money": 0, "outdated": 1}
    ]


def test_nothing_selected_is_an_empty_answer(tables):
    filters = Filters(market=("CN",))
    assert runways(tables(ROWS), filters, AS_OF).height == 0
    assert clocks_unknown(tables(ROWS), filters, AS_OF)["companies"].to_list() == [0]
