from datetime import date

from aiconsol.filters import Filters
from aiconsol.queries.takeovers import (
    compared_deals,
    panels_of_deals,
    records_after,
    reverse_acquihires,
    reviews_of_reverse,
    takeovers_compared,
)
from tests.queries.rows import a_round


def a_deal(name, structure, year, **more):
    return {
        "deal_id": name,
        "target": name,
        "target_id": name,
        "acquirer": "Buyer",
        "structure": structure,
        "market": "US",
        "year": year,
        "announced_on": date(year, 7, 1),
        "date_precision": "day",
        "is_consolidation": True,
        **more,
    }


DEALS = [
    a_deal("hollow", "reverse_acquihire", 2024, value_usd=300, target_raised_usd=100),
    a_deal("bought", "acquisition", 2024, value_usd=50, target_valuation_usd=100),
    a_deal("long-ago", "acquisition", 2020, value_usd=50, target_raised_usd=1),
    a_deal("merged", "merger", 2024),
    a_deal("again", "acquisition", 2025, target="hollow", value_usd=None, status="completed"),
]
ROUNDS = [
    a_round("US", "2023Q1", 40, company="hollow", announced_on=date(2023, 2, 1), post_money_usd=90),
    a_round("US", "2024Q1", None, company="hollow", announced_on=date(2024, 3, 1)),
    a_round("US", "2024Q3", 70, company="hollow", announced_on=date(2024, 9, 1)),
    a_round("US", None, 5, company="bought", announced_on=date(2023, 1, 1)),
    a_round("US", "2023Q1", 9, company="hollow", announced_on=date(2024, 5, 1), kind="debt"),
]
PRECISE = [
    row | {"company_id": row["company"], "date_precision": "day" if row["quarter"] else "year"}
    for row in ROUNDS
]
TABLES = {
    "deals": DEALS,
    "rounds": PRECISE,
    "companies": [{"company_id": "hollow", "founded": 2021}, {"company_id": "bought"}],
    "reviews": [
        {"review_id": "late", "authority": "CMA", "decided_on": date(2025, 1, 1)},
        {"review_id": "early", "authority": "FTC", "opened_on": date(2024, 8, 1)},
    ],
    "deal_reviews": [
        {"deal_id": "hollow", "review_id": "late"},
        {"deal_id": "hollow", "review_id": "early"},
        {"deal_id": "bought", "review_id": "early"},
    ],
    "company_metrics": [
        {"company": "hollow", "metric": "headcount", "value": 7, "as_of": date(2024, 12, 31)},
        {"company": "hollow", "metric": "headcount", "value": 9, "as_of": date(2023, 12, 31)},
    ],
}
ALL = Filters(market=(), structure=("merger",))


def test_the_filter_of_structure_does_not_hide_a_reverse_acquihire(tables, rows_of):
    assert rows_of(reverse_acquihires(tables(TABLES), ALL), "deal_id") == [("hollow",)]


def test_the_rounds_before_the_deal_say_the_least_that_was_raised(tables, rows_of):
    panels = panels_of_deals(tables(TABLES), ALL)
    assert rows_of(panels, "deal_id", "rounds_usd", "last_post_money_usd", "founded") == [
        ("hollow", 40, 90, 2021)
    ]


def test_acquisitions_of_the_same_years_stand_beside(tables, rows_of):
    assert rows_of(compared_deals(tables(TABLES), ALL), "deal_id") == [("bought",), ("hollow",)]


def test_each_figure_is_known_or_null(tables, rows_of):
    compared = takeovers_compared(tables(TABLES), ALL)
    figures = ["raised_multiple", "valuation_multiple", "months", "age_years"]
    assert rows_of(compared, "deal_id", *figures) == [
        ("bought", None, 0.5, None, None),
        ("hollow", 3.0, None, 4, 3),
    ]


def test_reviews_come_in_the_order_in_which_they_began(tables):
    frame = reviews_of_reverse(tables(TABLES), ALL).select("deal_id", "authority")
    assert frame.collect("polars").to_native().rows() == [("hollow", "FTC"), ("hollow", "CMA")]


def test_what_came_after_is_every_later_record_of_the_company(tables, rows_of):
    later = records_after(tables(TABLES), ALL)
    assert rows_of(later, "record", "what", "amount", "other", "status") == [
        ("deal", "acquisition", None, "Buyer", "completed"),
        ("metric", "headcount", 7, None, None),
        ("round", "seed", 70, None, None),
    ]
