from aiconsol.filters import Filters
from aiconsol.queries.exits import ends_by_market, fallen_through
from tests.queries.rows import COMPANIES, a_deal

COLUMNS = ("market", "end", "deals", "ends", "share", "is_thin", "value_usd")
DEALS = [
    *(a_deal(f"A{number}", value_usd=10) for number in range(3)),
    a_deal("B", structure="ipo", acquirer=None, status="announced"),
    a_deal("C", structure="shutdown", acquirer=None),
    a_deal("D", structure="minority_stake"),
    a_deal("E", structure="minority_stake", status="abandoned"),
    a_deal("F", status="blocked", value_usd=99),
    a_deal("G", structure="ipo", acquirer=None, market="CN"),
    a_deal("H", structure="merger", market="Other"),
]


def test_shares_are_of_the_market_s_ends_and_nothing_beside_is_summed_in(tables, rows_of):
    built = tables({"deals": DEALS, "companies": COMPANIES})
    assert rows_of(ends_by_market(built, Filters()), *COLUMNS) == [
        ("CN", "acquisition", 0, 1, 0.0, True, None),
        ("CN", "fell_through", 0, 1, None, False, None),
        ("CN", "ipo", 1, 1, 1.0, True, None),
        ("CN", "merger", 0, 1, 0.0, True, None),
        ("CN", "minority_stake", 0, 1, None, False, None),
        ("CN", "shutdown", 0, 1, 0.0, True, None),
        ("US", "acquisition", 3, 5, 0.6, False, 30),
        ("US", "fell_through", 1, 5, None, False, 99),
        ("US", "ipo", 1, 5, 0.2, False, None),
        ("US", "merger", 0, 5, 0.0, False, None),
        ("US", "minority_stake", 1, 5, None, False, None),
        ("US", "shutdown", 1, 5, 0.2, False, None),
    ]


def test_the_structures_chosen_are_the_ends_shown(tables, rows_of):
    built = tables({"deals": DEALS, "companies": COMPANIES})
    chosen = Filters(market=("US",), structure=("ipo", "shutdown"))
    assert rows_of(ends_by_market(built, chosen), "end", "deals", "share") == [
        ("ipo", 1, 0.5),
        ("shutdown", 1, 0.5),
    ]


def test_only_takeovers_fall_through(tables, rows_of):
    built = tables({"deals": DEALS})
    assert rows_of(fallen_through(built, Filters()), "target", "status") == [("F", "blocked")]
