from aiconsol.filters import Filters
from aiconsol.queries.rounds import rounds_by_quarter
from tests.queries.rows import COMPANIES, QUARTERS, a_round


def test_the_median_is_over_known_amounts_and_thin_under_five(tables, rows_of):
    rounds = [
        *(a_round("US", "2024Q1", amount) for amount in (1, 2, 4, 8, 1_000, None)),
        *(a_round("CN", "2024Q1", amount) for amount in (10, 20, None)),
        a_round("CN", "2024Q2", None),
        a_round("CN", None, 10**9),
    ]
    built = tables({"rounds": rounds, "quarters": QUARTERS[:2], "companies": COMPANIES})
    columns = ["quarter", "market", "rounds", "known_amounts", "undisclosed", "median_usd"]
    assert rows_of(rounds_by_quarter(built, Filters()), *columns, "is_thin") == [
        ("2024Q1", "CN", 3, 2, 1, 15.0, True),
        ("2024Q1", "US", 6, 5, 1, 4.0, False),
        ("2024Q2", "CN", 1, 0, 1, None, True),
        ("2024Q2", "US", 0, 0, 0, None, True),
    ]
