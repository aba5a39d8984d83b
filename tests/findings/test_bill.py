"""What the bill says of hand-made costs and investments."""

import polars as pl

from aiconsol.findings.bill import capex_finding, capex_gaps, training_finding, training_gaps

MODELS = {
    "metric_id": ["a", "b", "c", "d"],
    "company": ["Lab", "Lab", "Other Lab", "Lab"],
    "model": ["One", "One", "Two", None],
    "kind": ["model_cost", "model_cost", "model_cost", "projection"],
    "year": [2020, 2020, 2023, 2027],
    "cost_usd": [1_000_000, 2_000_000, 50_000_000, 10**11],
    "basis": ["estimated", "reported", "estimated", "estimated"],
}
TOGETHER = pl.DataFrame(
    {
        "quarter": ["2024Q1", "2025Q1", "2025Q2"],
        "starts_on": ["2024-01-01", "2025-01-01", "2025-04-01"],
        "market": ["US"] * 3,
        "capex_usd": [30, 70, 40],
        "companies": [2, 2, 1],
        "is_partial": [False, False, True],
        "ratio": [1.0, 3.5, None],
    }
)
COMPANIES = pl.DataFrame(
    {
        "quarter": ["2024Q1", "2024Q1", "2025Q1", "2025Q1", "2025Q2"],
        "market": ["US"] * 5,
        "company": ["Big", "Gone", "Big", "New", "Big"],
        "capex_usd": [20, 10, 30, 40, 40],
    }
)


def test_the_dearest_models_of_the_first_and_last_year_are_named():
    assert training_finding(pl.DataFrame(MODELS)) == (
        "The dearest model of 2020 cost $2 m to train (One of Lab), that of 2023 $50 m"
        " (Two of Other Lab)"
    )


def test_one_year_alone_and_none():
    costs = pl.DataFrame(MODELS)
    one = costs.filter(year=2023)
    assert training_finding(one) == "The dearest model of 2023 cost $50 m: Two of Other Lab"
    none = "No cost of training a model is known in this selection"
    assert training_finding(costs.filter(year=2027)) == none
    assert training_finding(costs.clear()) == none


def test_estimates_and_second_figures_are_counted():
    estimates, doubled = training_gaps(pl.DataFrame(MODELS))
    assert estimates.startswith("2 of 3 costs are estimates")
    assert doubled == "A model that two figures are known of is drawn twice."


def test_the_newest_quarter_with_all_companies_is_told():
    assert capex_finding(TOGETHER) == (
        "US companies: $70 invested in 2025 Q1 by the 2 known, 3.5× what start-ups raised"
    )


def test_without_funding_and_without_any():
    first = TOGETHER.head(1).with_columns(ratio=pl.lit(None, pl.Float64))
    assert capex_finding(first) == "US companies: $30 invested in 2024 Q1 by the 2 known"
    none = "No capital expenditure of this selection is known"
    assert capex_finding(TOGETHER.clear()) == none


def test_growth_is_of_like_against_like_and_who_is_known_is_said():
    growth, names, pale = capex_gaps(COMPANIES, TOGETHER)
    assert growth == ("US companies: the one known in both 2025 Q1 and 2024 Q1 invested 50% more.")
    assert names == "US companies, known quarters of 3: Big 3, Gone 1 and New 1."
    assert pale.startswith("Pale: fewer companies are known")
