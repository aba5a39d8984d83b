from datetime import date

from aiconsol.filters import Filters
from aiconsol.queries.ends import first_ends
from aiconsol.queries.lives import ends_of_lives, left_out_of_lives, lives
from tests.queries.rows import QUARTERS, a_round

LEAST = 20


def of_company(name, day, amount, quarter, **more):
    return a_round(
        more.pop("market", "US"),
        quarter,
        amount,
        company_id=name,
        company=name,
        announced_on=day,
        round_id=f"{name}-{day}",
        **more,
    )


def a_deal(name, day, structure, quarter, **more):
    is_consolidation = structure in ("acquisition", "reverse_acquihire")
    return {
        "deal_id": f"{name}-{day}",
        "target": name,
        "target_id": name,
        "announced_on": day,
        "structure": structure,
        "status": "completed",
        "quarter": quarter,
        "is_consolidation": is_consolidation,
        **more,
    }


ROUNDS = [
    of_company("lives-on", date(2024, 2, 1), 5, "2024Q1"),
    of_company("lives-on", date(2024, 5, 1), 30, "2024Q2"),
    of_company("lives-on", date(2024, 8, 1), 90, "2024Q3"),
    of_company("hollowed", date(2024, 3, 31), 20, "2024Q1"),
    of_company("listed", date(2024, 1, 1), 20, "2024Q1", market="CN"),
    of_company("year-only", date(2024, 1, 1), 20, None),
    of_company("ended-in-a-year", date(2024, 1, 1), 20, "2024Q1"),
    of_company("listed-before", date(2024, 7, 1), 20, "2024Q3"),
    of_company("small", date(2024, 7, 1), 19, "2024Q3"),
    of_company("lent", date(2024, 7, 1), 50, "2024Q3", kind="debt"),
    of_company("silent", date(2024, 7, 1), None, "2024Q3"),
]
DEALS = [
    a_deal("hollowed", date(2025, 1, 1), "reverse_acquihire", "2025Q1"),
    a_deal("hollowed", date(2025, 7, 1), "shutdown", "2025Q3"),
    a_deal("listed", date(2024, 1, 30), "ipo", "2024Q1"),
    a_deal("lives-on", date(2024, 9, 1), "ipo", "2024Q3", status="announced"),
    a_deal("lives-on", date(2024, 9, 1), "minority_stake", "2024Q3"),
    a_deal("ended-in-a-year", date(2025, 1, 1), "acquisition", None),
    a_deal("listed-before", date(2024, 6, 30), "ipo", "2024Q2"),
]
TABLES = {"rounds": ROUNDS, "deals": DEALS, "quarters": QUARTERS}


def test_a_life_runs_from_the_first_large_round_to_the_first_end_or_the_last_quarter(
    tables, rows_of
):
    built = tables(TABLES)
    columns = ["company_id", "entry_quarter", "quarters", "end", "deal_id"]
    assert rows_of(lives(built, Filters(), LEAST), *columns) == [
        ("hollowed", "2024Q1", 4, "taken", "hollowed-2025-01-01"),
        ("listed", "2024Q1", 0, "listed", "listed-2024-01-30"),
        ("lives-on", "2024Q2", 6, None, None),
    ]


def test_the_quarters_selected_are_those_of_the_first_large_round(tables, rows_of):
    built = tables(TABLES)
    later = Filters(quarters=("2024Q2", "2024Q3"))
    assert rows_of(lives(built, later, LEAST), "company_id") == [("lives-on",)]
    assert rows_of(lives(built, Filters(market=("CN",)), LEAST), "company_id") == [("listed",)]
    assert rows_of(ends_of_lives(built, Filters(), LEAST), "deal_id") == [
        ("hollowed-2025-01-01",),
        ("listed-2024-01-30",),
    ]


def test_what_the_curves_cannot_show_is_counted(tables, rows_of):
    built = tables(TABLES)
    columns = ["year_only", "ended_before", "unsized"]
    assert rows_of(left_out_of_lives(built, Filters(), LEAST), *columns) == [(2, 1, 2)]


def test_an_announced_listing_and_a_minority_stake_end_nothing(tables, rows_of):
    built = tables(TABLES)
    assert ("lives-on",) not in rows_of(first_ends(built), "company_id")
