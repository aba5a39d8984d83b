from datetime import date

from aiconsol.filters import Filters
from aiconsol.queries.backers import company_backers
from aiconsol.queries.peers import company_peers
from aiconsol.queries.profile import (
    profile_deals,
    profile_metrics,
    profile_reviews,
    profile_rounds,
    profile_totals,
)
from tests.queries.rows import GIANT
from tests.queries.test_companies import COMPANIES, a_deal, rounds_of

NARROW = Filters(market=("CN",), quarters=("2030Q1", "2030Q1"), segment=("robotics",))


def by(acquirer, group):
    return {"acquirer": acquirer, "acquirer_group": group}


def test_a_profile_heeds_giants_but_not_what_chooses_companies(tables, rows_of):
    rounds = [*rounds_of("a", 5, None, 2 * GIANT), *rounds_of("b", 7)]
    built = tables({"companies": COMPANIES, "rounds": rounds})
    columns = ["round_id", "amount_usd", "raised_usd", "place"]
    assert rows_of(profile_rounds(built, NARROW, ("a",)), *columns) == [
        ("a-0", 5, 5, 1),
        ("a-1", None, 5, 2),
        ("a-2", 2 * GIANT, 2 * GIANT + 5, 3),
    ]
    without = profile_totals(built, Filters(giants="without"), ("a", "b"))
    assert rows_of(without, "company_id", "raised_usd") == [("a", 5), ("b", 7)]


def test_totals_name_the_deal_that_decided(tables, rows_of):
    deals = [a_deal("reverse_acquihire", "2024-03-01") | {"acquirer": "Big"}]
    built = tables({"companies": COMPANIES[:1], "deals": deals})
    columns = ["status", "end_acquirer", "ended_on"]
    assert rows_of(profile_totals(built, Filters(), ("a",)), *columns) == [
        ("hollowed_out", "Big", date(2024, 3, 1))
    ]


def test_deals_stand_on_either_side(tables, rows_of):
    deals = [
        a_deal("acquisition", "2024-01-01") | {"target": "A", "acquirer": "B"},
        a_deal("shutdown", "2025-01-01", target_id=None) | {"target": "X"},
    ]
    built = tables({"companies": COMPANIES, "deals": deals})
    columns = ["company", "other", "is_target"]
    assert rows_of(profile_deals(built, NARROW, ("a",)), *columns) == [("A", "B", True)]
    assert rows_of(profile_deals(built, NARROW, ("b", "a")), *columns) == [
        ("A", "B", True),
        ("B", "A", False),
    ]


def test_reviews_are_found_by_whole_names_alone(tables, rows_of):
    reviews = [
        {"review_id": "1", "target": "A; Other", "acquirer": "B"},
        {"review_id": "2", "target": "AB", "acquirer": None},
        {"review_id": "3", "target": None, "acquirer": "C; A"},
    ]
    built = tables({"reviews": reviews})
    found = profile_reviews(built, Filters(), ("A", "B"))
    assert rows_of(found, "company", "review_id") == [("A", "1"), ("A", "3"), ("B", "1")]


def test_figures_leave_out_what_a_company_is_worth(tables, rows_of):
    metrics = [
        {"company_id": "a", "metric": metric, "value": 1, "basis": "reported"}
        for metric in ("headcount", "valuation_usd", "market_cap_usd")
    ]
    built = tables({"company_metrics": metrics})
    assert rows_of(profile_metrics(built, Filters(), ("a",)), "metric") == [("headcount",)]
    assert rows_of(profile_metrics(built, Filters(basis="confirmed"), ("a",)), "metric") == []


def test_a_backer_that_later_buys_is_known_by_its_group(tables, rows_of):
    participations = [
        {"round_id": "a-0", "investor": "GV", "role": "lead", "group": "Alphabet"},
        {"round_id": "a-1", "investor": "GV", "role": "other", "group": "Alphabet"},
        {"round_id": "a-1", "investor": "Fund", "role": "lead", "group": "Fund"},
        {"round_id": "b-0", "investor": "Google", "role": "lead", "group": "Alphabet"},
    ]
    deals = [
        a_deal("minority_stake", "2023-01-01") | by("Fund", "Fund"),
        a_deal("reverse_acquihire", "2026-01-01") | by("Google", "Alphabet"),
        a_deal("acquisition", "2026-02-01", "abandoned") | by("Fund", "Fund"),
    ]
    rounds = [*rounds_of("a", 5, 6), *rounds_of("b", 7)]
    built = tables(
        {
            "companies": COMPANIES,
            "rounds": rounds,
            "participations": participations,
            "deals": deals,
        }
    )
    columns = ["investor", "rounds", "rounds_led", "bought_by", "bought_on", "stake_on"]
    assert rows_of(company_backers(built, Filters(), ("a",)), *columns) == [
        ("Fund", 1, 1, None, None, date(2023, 1, 1)),
        ("GV", 2, 1, "Google", date(2026, 1, 1), None),
    ]


def test_peers_share_segment_and_market_and_the_chosen_are_always_there(tables, rows_of):
    companies = [
        {"company_id": name, "company": name, "market": "US", "segment": "chips"}
        for name in ("a", "b", "c", "d")
    ] + [COMPANIES[1] | {"company_id": "z", "company": "z"}]
    rounds = [
        *rounds_of("a", 1),
        *rounds_of("b", 30),
        *rounds_of("c", 20),
        *rounds_of("z", 99),
    ]
    built = tables({"companies": companies, "rounds": rounds})
    columns = ["company_id", "place", "peers", "peers_known", "is_chosen"]
    peers = company_peers(built, Filters(), ("a", "z"), 2)
    assert rows_of(peers, *columns) == [
        ("a", 3, 4, 3, True),
        ("b", 1, 4, 3, False),
        ("c", 2, 4, 3, False),
        ("z", None, 4, 3, True),
    ]
    unfunded = company_peers(built, Filters(), ("d",), 1)
    assert ("d", None, 4, 3, True) in rows_of(unfunded, *columns)
