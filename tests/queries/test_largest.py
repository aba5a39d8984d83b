from aiconsol.filters import Filters
from aiconsol.queries.largest import five_largest_by_quarter, largest_rounds_of_quarter
from tests.queries.rows import COMPANIES, QUARTERS, a_round

AMOUNTS = (1, 2, 3, 4, 5, 6, None)
ROWS = {
    "rounds": [
        a_round("US", "2024Q1", amount, round_id=f"r{place}")
        for place, amount in enumerate(AMOUNTS)
    ]
    + [a_round("CN", None, 100, round_id="year-only")],
    "companies": COMPANIES,
    "quarters": QUARTERS,
}


def test_the_five_largest_of_a_quarter_and_its_whole(tables, rows_of):
    largest = five_largest_by_quarter(tables(ROWS), Filters())
    assert rows_of(largest, "quarter", "largest_usd", "funding_usd", "known_amounts") == [
        ("2024Q1", 20, 21, 6)
    ]


def test_the_largest_rounds_of_a_quarter_largest_first(tables):
    rounds = largest_rounds_of_quarter(tables(ROWS), Filters(), "2024Q1", 2)
    assert rounds.collect("polars").to_native()["amount_usd"].to_list() == [6, 5]
