from datetime import date

import pytest

from aiconsol.filters import Filters
from aiconsol.queries.companies import company_directory, company_status
from aiconsol.queries.valuations import valuations
from tests.queries.rows import GIANT, a_round

COMPANIES = [
    {"company_id": "a", "company": "A", "market": "US", "segment": "chips"},
    {"company_id": "b", "company": "B", "market": "CN", "segment": "robotics"},
    {"company_id": "c", "company": "C", "market": "Other", "segment": "chips"},
]


def rounds_of(company_id, *amounts, **more):
    return [
        a_round(
            "US",
            f"{2024 + place}Q1",
            amount,
            company_id=company_id,
            company=company_id.upper(),
            announced_on=date(2024 + place, 1, 15),
            date_precision="day",
            round_id=f"{company_id}-{place}",
            **more,
        )
        for place, amount in enumerate(amounts)
    ]


def a_deal(structure, day, status="completed", target_id="a"):
    return {
        "deal_id": f"{structure}-{day}",
        "target_id": target_id,
        "structure": structure,
        "status": status,
        "announced_on": date.fromisoformat(day),
        "is_consolidation": structure not in {"ipo", "shutdown", "minority_stake"}
        and status in {"announced", "completed"},
    }


def test_the_directory_sums_what_the_filters_select(tables, rows_of):
    rounds = [*rounds_of("a", 5, 2 * GIANT, None), *rounds_of("b", None)]
    built = tables({"companies": COMPANIES, "rounds": rounds})
    columns = ["company_id", "raised_usd", "rounds", "known_amounts", "last_round_on"]
    assert rows_of(company_directory(built, Filters()), *columns) == [
        ("a", 2 * GIANT + 5, 3, 2, date(2026, 1, 15)),
        ("b", None, 1, 0, date(2024, 1, 15)),
    ]
    without = rows_of(company_directory(built, Filters(giants="without")), *columns)
    assert without[0] == ("a", 5, 2, 1, date(2026, 1, 15))
    everywhere = company_directory(built, Filters(market=()))
    assert ("c", None, 0, 0, None) in rows_of(everywhere, *columns)
    narrow = company_directory(built, Filters(market=(), quarters=("2025Q1", "2025Q4")))
    assert rows_of(narrow, *columns) == [("a", 2 * GIANT, 1, 1, date(2025, 1, 15))]


def test_the_directory_begins_with_the_most_money(tables):
    rounds = [*rounds_of("b", 7), *rounds_of("a", 5)]
    built = tables({"companies": COMPANIES, "rounds": rounds})
    found = company_directory(built, Filters(market=())).collect("polars").to_native()
    assert found["company_id"].to_list() == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("deals", "status"),
    [
        ([], "independent"),
        ([a_deal("minority_stake", "2024-01-01")], "independent"),
        ([a_deal("acquisition", "2024-01-01", "abandoned")], "independent"),
        ([a_deal("ipo", "2024-01-01", "announced")], "independent"),
        ([a_deal("ipo", "2024-01-01")], "listed"),
        ([a_deal("acquisition", "2024-01-01", "announced")], "bought"),
        ([a_deal("acquihire", "2024-01-01")], "bought"),
        ([a_deal("reverse_acquihire", "2024-01-01")], "hollowed_out"),
        (
            [a_deal("reverse_acquihire", "2024-01-01"), a_deal("acquisition", "2024-01-04")],
            "bought",
        ),
        ([a_deal("shutdown", "2024-01-01"), a_deal("asset_purchase", "2024-02-01")], "closed"),
        ([a_deal("asset_purchase", "2024-02-01")], "bought"),
        ([a_deal("acquisition", "2024-02-01", target_id="b")], "independent"),
    ],
)
def test_what_became_of_a_company(tables, rows_of, deals, status):
    built = tables({"companies": COMPANIES[:1], "deals": deals})
    assert rows_of(company_status(built), "company_id", "status") == [("a", status)]


def test_a_company_with_a_market_capitalisation_is_listed(tables, rows_of):
    metrics = [{"company_id": "b", "metric": "market_cap_usd", "value": 1}] * 2
    built = tables({"companies": COMPANIES[:2], "company_metrics": metrics})
    assert rows_of(company_status(built), "company_id", "status") == [
        ("a", "independent"),
        ("b", "listed"),
    ]


def test_valuations_come_from_rounds_of_any_kind_and_from_metrics(tables, rows_of):
    rounds = [
        *rounds_of("a", 5, post_money_usd=50),
        *rounds_of("b", 2 * GIANT, post_money_usd=9 * GIANT, kind="secondary"),
    ]
    metrics = [
        {"company_id": "a", "metric": "valuation_usd", "value": 70, "basis": "estimated"},
        {"company_id": "a", "metric": "headcount", "value": 3, "basis": "confirmed"},
    ]
    built = tables({"rounds": rounds, "company_metrics": metrics})
    columns = ["company_id", "measure", "valuation_usd"]
    assert rows_of(valuations(built, Filters(segment=("robotics",))), *columns) == [
        ("a", "post_money_usd", 50),
        ("a", "valuation_usd", 70),
        ("b", "post_money_usd", 9 * GIANT),
    ]
    strict = valuations(built, Filters(basis="confirmed", giants="without"))
    assert rows_of(strict, *columns) == [("a", "post_money_usd", 50)]
