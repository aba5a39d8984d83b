from aiconsol.filters import Filters
from aiconsol.queries.composition import funding_by_category, left_out_of_categories
from tests.queries.rows import a_round

ROUNDS = [
    a_round("US", "2024Q1", 30, segment="chips", stage="seed"),
    a_round("US", None, 60, segment="robotics", stage="unknown"),
    a_round("US", "2024Q1", 10, segment="chips", stage="unknown"),
    a_round("US", "2024Q1", None, segment="applications", stage="seed"),
    a_round("CN", "2024Q1", None, segment="chips", stage="growth"),
    a_round("CN", "2024Q1", 0, segment="robotics", stage="growth"),
]


def test_shares_are_of_the_markets_whole_and_unknown_money_is_not_zero(tables, rows_of):
    built = tables({"rounds": ROUNDS})
    columns = ["market", "category", "rounds", "funding_usd", "money_share", "rounds_share"]
    assert rows_of(funding_by_category(built, Filters(), "segment"), *columns) == [
        ("CN", "chips", 1, None, None, 0.5),
        ("CN", "robotics", 1, 0, None, 0.5),
        ("US", "applications", 1, None, None, 0.25),
        ("US", "chips", 2, 40, 0.4, 0.5),
        ("US", "robotics", 1, 60, 0.6, 0.25),
    ]


def test_what_a_stage_cannot_show_is_counted(tables, rows_of):
    built = tables({"rounds": ROUNDS})
    columns = ["rounds", "undisclosed", "unnamed"]
    assert rows_of(left_out_of_categories(built, Filters(), "stage"), *columns) == [(6, 2, 2)]
    assert rows_of(left_out_of_categories(built, Filters(), "segment"), *columns) == [(6, 2, 0)]
