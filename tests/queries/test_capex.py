from datetime import date

import pytest

from aiconsol.filters import Filters
from aiconsol.queries.capex import capex_against_funding, capex_by_company
from tests.queries.rows import COMPANIES, QUARTERS, a_round
from tests.queries.test_metrics import a_figure


def capex(company, quarter, value, **more):
    return a_figure(
        f"{company}-{quarter}-{value}",
        "quarter_capex_usd",
        date(2024, 3, 31),
        value,
        company=company,
        quarter=quarter,
        **more,
    )


ROWS = {
    "quarters": QUARTERS,
    "companies": COMPANIES,
    "company_metrics": [
        capex("Big", "2024Q1", 90),
        capex("Big", "2024Q1", 100, basis="confirmed"),
        capex("Large", "2024Q1", 50),
        capex("Big", "2024Q2", 120),
        capex("Far", "2024Q1", 10, market="CN"),
    ],
    "rounds": [
        a_round("US", "2024Q1", 300, segment="robotics"),
        a_round("US", "2024Q1", None),
        a_round("US", "2024Q2", None),
    ],
}


def test_of_two_figures_of_one_quarter_the_more_certain_counts(tables, rows_of):
    answer = capex_by_company(tables(ROWS), Filters())
    assert rows_of(answer, "quarter", "company", "capex_usd") == [
        ("2024Q1", "Big", 100),
        ("2024Q1", "Far", 10),
        ("2024Q1", "Large", 50),
        ("2024Q2", "Big", 120),
    ]


@pytest.mark.parametrize("filters", [Filters(), Filters(segment=("chips",), stage=("series_a",))])
def test_a_quarter_with_fewer_companies_is_partial(tables, rows_of, filters):
    answer = capex_against_funding(tables(ROWS), filters)
    assert rows_of(answer, "quarter", "market", "capex_usd", "is_partial", "ratio") == [
        ("2024Q1", "CN", 10, False, None),
        ("2024Q1", "US", 150, False, 0.5),
        ("2024Q2", "US", 120, True, None),
    ]


def test_quarters_and_market_apply(tables, rows_of):
    filters = Filters(market=("US",), quarters=("2024Q2", "2024Q3"))
    answer = capex_by_company(tables(ROWS), filters)
    assert rows_of(answer, "quarter", "company") == [("2024Q2", "Big")]
