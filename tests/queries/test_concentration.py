import pytest

from aiconsol.filters import Filters
from aiconsol.queries.concentration import concentration_by_quarter
from tests.queries.rows import COMPANIES, QUARTERS, a_round

FIGURES = ["known_amounts", "companies", "five_largest_share", "herfindahl", "is_thin"]


def concentration_of(tables, rows_of, rounds):
    built = tables({"rounds": rounds, "quarters": QUARTERS[:1], "companies": COMPANIES[:1]})
    [figures] = rows_of(concentration_by_quarter(built, Filters(market=("US",))), *FIGURES)
    return figures


def rounds_of(*amounts):
    return [
        a_round("US", "2024Q1", amount, company_id=f"company-{place}")
        for place, amount in enumerate(amounts)
    ]


@pytest.mark.parametrize(
    ("amounts", "figures"),
    [
        ((), (0, 0, None, None, True)),
        ((None,), (0, 0, None, None, True)),
        ((0, 0), (2, 2, None, None, True)),
        ((9,), (1, 1, 1.0, 1.0, True)),
        ((1, 1, None), (2, 2, 1.0, 0.5, True)),
        ((1,) * 10, (10, 10, 0.5, 0.1, False)),
    ],
)
def test_shares_of_the_largest_and_herfindahl(tables, rows_of, amounts, figures):
    assert concentration_of(tables, rows_of, rounds_of(*amounts)) == pytest.approx(figures)


def test_two_rounds_of_one_company_are_one_share(tables, rows_of):
    rounds = [a_round("US", "2024Q1", 5), a_round("US", "2024Q1", 5)]
    assert concentration_of(tables, rows_of, rounds) == (2, 1, 1.0, 1.0, True)
