import pytest

from aiconsol.filters import Filters
from aiconsol.queries.prices import (
    deals_with_multiples,
    left_out_of_prices,
    prices_paid,
    reviews_of_deals,
)
from tests.queries.rows import a_deal

DEALS = [
    a_deal("A", value_usd=100, target_raised_usd=50, target_valuation_usd=400),
    a_deal("B", value_usd=100, target_raised_usd=0),
    a_deal("C", target_raised_usd=50),
    a_deal("D", value_usd=30),
    a_deal("E", value_usd=0, target_raised_usd=50),
    a_deal("F", value_usd=9, target_raised_usd=3, structure="minority_stake"),
    a_deal("G", value_usd=9, target_raised_usd=3, status="blocked"),
]


@pytest.mark.parametrize(
    ("against", "paid", "left_out"),
    [("raised", [("A", 50, 2.0)], (5, 2, 2)), ("valuation", [("A", 400, 0.25)], (5, 2, 2))],
)
def test_a_multiple_needs_both_figures(tables, rows_of, against, paid, left_out):
    built = tables({"deals": DEALS})
    prices = prices_paid(built, Filters(), against)
    assert rows_of(prices, "target", "yardstick_usd", "multiple") == paid
    counted = left_out_of_prices(built, Filters(), against)
    columns = ("events", "unvalued", "without_yardstick")
    assert rows_of(counted, *columns) == [left_out]


def test_every_deal_is_listed_and_only_events_have_multiples(tables, rows_of):
    listed = deals_with_multiples(tables({"deals": DEALS}), Filters())
    assert rows_of(listed, "target", "raised_multiple", "valuation_multiple") == [
        ("A", 2.0, 0.25),
        *((name, None, None) for name in "BCDEFG"),
    ]


def test_reviews_are_those_of_the_deals_selected(tables, rows_of):
    built = tables(
        {
            "deals": [a_deal("A"), a_deal("B", market="Other")],
            "reviews": [
                {"review_id": "r1", "authority": "FTC", "outcome": "open"},
                {"review_id": "r2", "authority": "CMA", "outcome": "cleared"},
            ],
            "deal_reviews": [
                {"deal_id": "A", "review_id": "r1"},
                {"deal_id": "A", "review_id": "r2"},
                {"deal_id": "B", "review_id": "r2"},
            ],
        }
    )
    assert rows_of(reviews_of_deals(built, Filters()), "deal_id", "authority", "outcome") == [
        ("A", "CMA", "cleared"),
        ("A", "FTC", "open"),
    ]
