from datetime import date

from aiconsol.filters import Filters
from aiconsol.queries.reviews import (
    left_out_of_reviews,
    outcomes,
    review_bars,
    reviewed_deals,
    reviews_shown,
    selected_reviews,
)

US_TARGET = {"has_us_target": True, "has_cn_target": False, "has_other_target": False}
AS_OF = date(2025, 6, 30)
OPEN = {"outcome": "open", "authority": "FTC"}
REVIEWS = [
    {
        "review_id": "decided",
        "authority": "FTC",
        "outcome": "cleared",
        "decided_on": date(2025, 2, 1),
        "days_to_decision": 40,
        "quarter": "2025Q1",
        **US_TARGET,
    },
    {
        "review_id": "opened",
        "opened_on": date(2025, 3, 1),
        "quarter": "2025Q1",
        **OPEN,
        **US_TARGET,
    },
    {"review_id": "undated", "outcome": "open", "authority": "CMA", **US_TARGET},
    {"review_id": "nobody's", "opened_on": date(2025, 1, 1), "quarter": "2025Q1", **OPEN},
]
FTC = {"category": "FTC", "total": 2, "decided": 1, "median_days": 40.0, "days_known": 1}
CMA = {"category": "CMA", "total": 1, "decided": 0, "median_days": None, "days_known": 0}
DEALS = [
    {"deal_id": "bought", "structure": "acquisition", "acquirer": "A", "announced_on": AS_OF},
    {
        "deal_id": "hollowed",
        "structure": "reverse_acquihire",
        "acquirer": "B",
        "announced_on": date(2025, 7, 1),
    },
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


def rows(tables, query, *options):
    frame = query(tables(TABLES), Filters(), *options)
    return frame.collect("polars").to_native().rows(named=True)


def test_a_deal_named_shows_all_of_its_reviews_whatever_the_filters(tables):
    narrow = Filters(market=("CN",), quarters=("2024Q1", "2024Q1"))
    shown = reviews_shown(tables(TABLES), narrow, "bought").select("review_id")
    assert sorted(shown.collect("polars").to_native()["review_id"]) == ["decided", "opened"]


def test_a_bar_of_no_known_outcome_runs_to_the_date_of_the_data(tables):
    ends = {row["review_id"]: row["ends_on"] for row in rows(tables, review_bars, AS_OF)}
    assert ends == {"decided": date(2025, 2, 1), "opened": AS_OF, "undated": AS_OF}


def test_outcomes_of_an_authority_with_the_median_of_the_days_known(tables):
    assert rows(tables, outcomes, "authority") == [
        {**FTC, "outcome": "cleared", "reviews": 1},
        {**FTC, "outcome": "open", "reviews": 1},
        {**CMA, "outcome": "open", "reviews": 1},
    ]


def test_a_review_of_two_structures_counts_under_both(tables):
    counted = [
        (row["category"], row["outcome"], row["reviews"], row["total"])
        for row in rows(tables, outcomes, "structure")
    ]
    assert counted == [
        ("acquisition", "cleared", 1, 2),
        ("acquisition", "open", 1, 2),
        ("reverse_acquihire", "open", 1, 1),
    ]


def test_the_deals_reviewed_stand_beside_each_of_their_reviews(tables):
    pairs = [(row["deal_id"], row["review_id"]) for row in rows(tables, reviewed_deals)]
    assert pairs == [("hollowed", "opened"), ("bought", "decided"), ("bought", "opened")]


def test_what_the_markets_leave_out_is_counted(tables, rows_of):
    for market, counts in (("US",), (0, 1)), (("CN",), (3, 1)), ((), (0, 0)):
        left_out = left_out_of_reviews(tables(TABLES), Filters(market=market))
        assert rows_of(left_out, "elsewhere", "homeless") == [counts]
