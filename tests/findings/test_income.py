"""What income and clocks say of hand-made answers."""

from datetime import date

import polars as pl
import pytest

from aiconsol.findings.income import income_finding, income_gaps
from aiconsol.findings.runway import runway_finding, runway_gaps, short_until, until


def an_income(*multiples, market="US", **more):
    rows = [
        {
            "market": market,
            "multiple": float(multiple),
            "is_newest": True,
            "measure": "annualized_revenue_usd",
            "loss_usd": None,
            "revenue_on": date(2025, 6, 1),
            **more,
        }
        for multiple in multiples
    ]
    return pl.DataFrame(rows, schema_overrides={"loss_usd": pl.Int64})


def test_a_median_stands_on_five_companies_and_a_range_on_fewer():
    income = pl.concat([an_income(10, 20, 30, 40, 50), an_income(5, 100, market="CN")])
    assert income_finding(income, "valuation") == (
        "Valued at a median of 30× in the US (5 companies) and 5× to 100× in China"
        " (2 companies) a year's revenue"
    )
    assert income_finding(income.head(1), "raised") == (
        "Raised, for each dollar of yearly revenue: 10× in the US (1 company)"
    )
    none = "No company of this selection has both figures"
    assert income_finding(income.clear(), "valuation") == none


def test_what_is_left_out_is_said():
    income = pl.concat([an_income(10), an_income(20, measure="year_revenue_usd", loss_usd=5)])
    dates, yearly, losing, without = income_gaps(income, "valuation", 3)
    assert "2025-06 to 2025-06" in dates
    assert yearly.startswith("1 revenue is")
    assert losing == "The newest yearly result is known of 1 company: 1 lost money."
    assert without.startswith("3 companies with a known revenue have no valuation")
    assert income_gaps(income.clear(), "raised", 1) == [
        "1 company with a known revenue has no known round before it."
    ]


@pytest.mark.parametrize(
    ("most", "long", "short"),
    [
        (None, "March 2026 or later", "2026 or later"),
        (date(2026, 3, 9), "March 2026", "2026"),
        (date(2028, 1, 1), "March 2026 – January 2028", "2026 – 2028"),
    ],
)
def test_until(most, long, short):
    assert until(date(2026, 3, 1), most) == long
    assert short_until(date(2026, 3, 1), most) == short


def test_the_clocks_of_unlisted_companies_are_told():
    clocks = pl.DataFrame(
        {
            "company": ["A", "B"],
            "is_listed": [True, False],
            "ends_at_least_on": [date(2026, 3, 1), date(2027, 1, 1)],
            "ends_at_most_on": pl.Series([None, None], dtype=pl.Date),
        }
    )
    assert runway_finding(clocks, 600) == (
        "Burn and money are known of 2 of 600 companies; unlisted: B to January 2027 or later"
    )
    listed = "Burn and money are known of 1 of 600 companies, all listed"
    assert runway_finding(clocks.head(1), 600) == listed
    none = "Of no company of this selection are burn and money known"
    assert runway_finding(clocks.clear(), 600) == none


def test_unknown_clocks_are_counted():
    counts = {"companies": 9, "known": 2, "profitable": 1, "without_money": 0, "outdated": 3}
    said = runway_gaps(pl.DataFrame([counts]))
    assert [sentence[:9] for sentence in said] == [
        "Of 3 comp",
        "1 made mo",
        "Of 3 the ",
        "A clock a",
    ]
