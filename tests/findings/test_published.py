from datetime import date

import polars as pl
import pytest

from aiconsol.findings.published import (
    coverage_finding,
    coverage_sentence,
    early_stage_finding,
    measure_finding,
    published_finding,
    published_gaps,
)

BILLION = 1e9
SCHEMA = {
    "market": pl.String,
    "period": pl.String,
    "starts_on": pl.Date,
    "is_preliminary": pl.Boolean,
    "publisher": pl.String,
    "published_usd": pl.Float64,
    "register_usd": pl.Float64,
    "coverage": pl.Float64,
}


def totals(*rows):
    return pl.DataFrame(
        [
            (
                market,
                str(year),
                date(year, 1, 1),
                preliminary,
                publisher,
                published,
                held,
                held / published if held else None,
            )
            for market, year, preliminary, publisher, published, held in rows
        ],
        schema=SCHEMA,
        orient="row",
    )


TWO = totals(
    ("US", 2024, False, "P", 50 * BILLION, 25 * BILLION),
    ("US", 2025, False, "P", 100 * BILLION, 80 * BILLION),
    ("US", 2025, False, "Q", 160 * BILLION, 80 * BILLION),
    ("US", 2026, True, "P", 900 * BILLION, 10 * BILLION),
    ("CN", 2024, False, "P", 10 * BILLION, 3 * BILLION),
)


def test_the_newest_complete_period_of_each_market_stands():
    assert published_finding(TWO) == (
        "2 publishers put AI funding in the US in 2025 at $100 bn to $160 bn, the register holds"
        " $80 bn; one publisher puts AI funding in China in 2024 at $10 bn, the register holds"
        " $3 bn"
    )


def test_coverage_is_a_span_over_publishers():
    assert coverage_finding(TWO) == (
        "The register holds 50% to 80% of what 2 publishers report for AI in the US in 2025 and"
        " 30% of what 1 publisher reports for AI in China in 2024"
    )
    assert coverage_sentence(TWO)[0].startswith("Coverage: the register holds 50% to 80%")


def test_an_unknown_sum_of_the_register_is_no_coverage_of_zero():
    unknown = totals(("US", 2025, False, "P", BILLION, None))
    assert coverage_sentence(unknown) == []
    assert "holds nothing known" in published_finding(unknown)


@pytest.mark.parametrize("frame", [totals(), totals(("US", 2026, True, "P", BILLION, BILLION))])
def test_nothing_complete_says_so(frame):
    assert published_finding(frame) == "No published total for a complete period"
    assert coverage_finding(frame) == "No published total to hold the register against"
    assert coverage_sentence(frame) == []


def early(*rows):
    columns = {
        "publisher": pl.String,
        "period": pl.String,
        "metric": pl.String,
        "value": pl.Float64,
    }
    return pl.DataFrame([("D", *row) for row in rows], schema=columns, orient="row")


def test_early_stage_names_deals_money_and_the_quarter_before():
    frame = early(
        ("2023Q4", "deal_count", 70.0),
        ("2024Q1", "deal_count", 34.0),
        ("2024Q1", "funding_usd", 123e6),
    )
    assert early_stage_finding(frame) == (
        "Early-stage generative AI in the US, as D counts: 34 deals worth $123 m in 2024 Q1,"
        " after 70 in 2023 Q4"
    )


def test_early_stage_without_a_count_says_so():
    assert early_stage_finding(early()).startswith("No published figure")


def test_a_measure_counts_its_figures_and_publishers():
    frame = pl.DataFrame({"publisher": ["P", "P", "Q"]})
    assert measure_finding(frame, "deal_count") == "Deals: 3 figures of 2 publishers"
    assert measure_finding(frame.clear(), "deal_count").startswith("No publisher's figure")


def test_what_is_left_out_is_said():
    gaps = published_gaps(pl.DataFrame({"earlier": [2], "other_periods": [1]}))
    assert gaps[1:] == [
        "2 totals are of periods before the register begins.",
        "1 total is of a period of another length.",
    ]
