from datetime import date

import polars as pl

from aiconsol.filters import Filters
from aiconsol.queries.published import (
    funding_by_period,
    left_out_of_published,
    line_labels,
    published_funding,
    selected_published_totals,
)
from tests.queries.rows import COMPANIES, QUARTERS, a_round

DAYS = {
    "2023": ("year", date(2023, 1, 1), date(2023, 12, 31)),
    "2024": ("year", date(2024, 1, 1), date(2024, 12, 31)),
    "2025": ("year", date(2025, 1, 1), date(2025, 12, 31)),
    "2024H1": ("half_year", date(2024, 1, 1), date(2024, 6, 30)),
    "2024Q1": ("quarter", date(2024, 1, 1), date(2024, 3, 31)),
}


def a_total(name, period, value, market="US", metric="funding_usd", **more):
    kind, starts_on, ends_on = DAYS[period]
    return {
        "aggregate_id": name,
        "publisher": "P",
        "source_name": "S",
        "scope": "all_ai",
        "market": market,
        "metric": metric,
        "period": period,
        "value": float(value),
        "period_kind": kind,
        "starts_on": starts_on,
        "ends_on": ends_on,
        **more,
    }


def rows_with(*totals):
    rounds = [
        a_round("US", "2024Q1", 10, year=2024),
        a_round("US", "2024Q4", 20, year=2024),
        a_round("US", None, 30, year=2024),
        a_round("US", "2024Q4", None, year=2024),
        a_round("CN", "2024Q1", None, year=2024),
    ]
    return {
        "rounds": rounds,
        "companies": COMPANIES,
        "quarters": QUARTERS,
        "aggregates": list(totals),
    }


ROWS = rows_with(
    a_total("us", "2024", 120),
    a_total("cn", "2024", 50, market="CN"),
    a_total("world", "2024", 500, market="GLOBAL"),
    a_total("early", "2023", 40),
    a_total("half", "2024H1", 40),
    a_total("deals", "2024", 9, metric="deal_count"),
)


def test_a_year_also_counts_rounds_dated_to_the_year(tables, rows_of):
    sums = funding_by_period(tables(ROWS), Filters(), "year")
    assert ("US", "2024", 60.0, 4) in rows_of(sums, "market", "period", "register_usd", "rounds")


def test_a_sum_without_a_known_amount_is_unknown(tables, rows_of):
    sums = funding_by_period(tables(ROWS), Filters(), "year")
    assert ("CN", "2024", None, 1) in rows_of(sums, "market", "period", "register_usd", "rounds")


def test_a_half_year_has_its_two_quarters(tables, rows_of):
    sums = funding_by_period(tables(ROWS), Filters(market=("US",)), "half_year")
    assert rows_of(sums, "period", "register_usd")[:2] == [("2024H1", 10.0), ("2024H2", 20.0)]


def test_a_period_only_partly_in_the_range_is_not_shown(tables, rows_of):
    some = Filters(market=("US",), quarters=("2024Q1", "2024Q3"))
    assert rows_of(funding_by_period(tables(ROWS), some, "year"), "period") == []
    assert rows_of(funding_by_period(tables(ROWS), some, "half_year"), "period") == [("2024H1",)]


def test_coverage_is_the_register_by_the_publisher_and_unknown_where_a_side_is(tables, rows_of):
    totals = published_funding(tables(ROWS), Filters(), "year", "all_ai")
    assert rows_of(totals, "aggregate_id", "coverage") == [("cn", None), ("us", 0.5)]


def test_segment_and_stage_don_t_change_a_coverage(tables, rows_of):
    narrow = Filters(segment=("robotics",), stage=("series_b",))
    totals = published_funding(tables(ROWS), narrow, "year", "all_ai")
    assert ("us", 0.5) in rows_of(totals, "aggregate_id", "coverage")


def test_other_markets_stand_for_the_wider_regions(tables, rows_of):
    wider = selected_published_totals(tables(ROWS), Filters(market=("Other",)))
    assert rows_of(wider, "aggregate_id") == [("world",)]


def test_a_range_admits_the_periods_that_lie_in_it(tables, rows_of):
    half = Filters(quarters=("2024Q1", "2024Q2"))
    assert rows_of(selected_published_totals(tables(ROWS), half), "aggregate_id") == [("half",)]


def test_what_can_t_stand_beside_the_register_is_counted(tables, rows_of):
    left_out = left_out_of_published(tables(ROWS), Filters(), "year", "all_ai")
    assert rows_of(left_out, "earlier", "other_periods") == [(1, 1)]


def test_names_keep_apart_and_only_long_series_have_one(tables):
    series = [
        a_total(f"{publisher}{period}", period, value, publisher=publisher)
        for publisher, value in (("P", 60), ("Q", 61))
        for period in ("2024", "2025", "2024")
    ]
    labels = line_labels(tables(rows_with(*series)), Filters(market=("US",)), "year", "all_ai")
    heights = labels.sort("label_usd", descending=True)["label_usd"].unique(maintain_order=True)
    assert set(labels["name"]) == {"P", "Q", "Register"}
    ratios = (heights.shift(1) / heights).drop_nulls()
    assert ratios.min() >= 1.5
    lonely = line_labels(
        tables(rows_with(a_total("one", "2024", 1))), Filters(market=("US",)), "year", "all_ai"
    )
    assert lonely.filter(~pl.col("is_register")).is_empty()


def test_where_no_line_is_drawn_no_name_stands(tables):
    labels = line_labels(tables({}), Filters(market=("Other",)), "year", "all_ai")
    assert labels.is_empty()
    assert labels.schema["label_usd"] == pl.Float64
