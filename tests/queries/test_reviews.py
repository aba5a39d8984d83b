from datetime import date

from aiconsol.filters import Filters
from aiconsol.queries.reviews import selected_reviews

US_TARGET = {"has_us_target": True, "has_cn_target": False, "has_other_target": False}
REVIEWS = [
    {"review_id": "decided", "decided_on": date(2025, 2, 1), "quarter": "2025Q1", **US_TARGET},
    {"review_id": "opened", "opened_on": date(2025, 3, 1), "quarter": "2025Q1", **US_TARGET},
    {"review_id": "undated", **US_TARGET},
    {"review_id": "nobody's", "opened_on": date(2025, 1, 1), "quarter": "2025Q1"},
]
DEALS = [
    {"deal_id": "bought", "structure": "acquisition", "acquirer": "A"},
    {"deal_id": "hollowed", "structure": "reverse_acquihire", "acquirer": "B"},
]
DEAL_REVIEWS = [
    {"deal_id": "bought", "review_id": "decided"},
    {"deal_id": "bought", "review_id": "opened"},
    {"deal_id": "hollowed", "review_id": "opened"},
]
TABLES = {"reviews": REVIEWS, "deals": DEALS, "deal_reviews": DEAL_REVIEWS}


def chosen(tables, filters):
    frame = selected_reviews(tables(TABLES), filters).select("review_id")
    return frame.collect("polars").to_native()["review_id"].to_list()


def test_the_newest_opening_or_decision_comes_first_and_the_undated_last(tables):
    assert chosen(tables, Filters()) == ["opened", "decided", "undated"]


def test_all_markets_admit_a_review_of_no_company(tables):
    assert "nobody's" in chosen(tables, Filters(market=()))


def test_structure_and_acquirer_select_the_reviews_of_such_deals(tables):
    assert chosen(tables, Filters(structure=("reverse_acquihire",))) == ["opened"]
    assert chosen(tables, Filters(acquirer=("A",))) == ["opened", "decided"]
    assert chosen(tables, Filters(structure=("reverse_acquihire",), acquirer=("A",))) == []
