from datetime import date

from aiconsol.filters import Filters
from aiconsol.queries.metrics import selected_metrics
from aiconsol.queries.training import MODEL, PROJECTION, STATEMENT, training_costs
from tests.queries.rows import QUARTERS

AS_OF = date(2025, 12, 1)


def a_figure(name, metric, day, value, **more):
    return {
        "metric_id": name,
        "company": more.get("company", "A"),
        "company_id": "a",
        "as_of": day,
        "date_precision": "day",
        "metric": metric,
        "value": value,
        "basis": "estimated",
        "market": "US",
        "segment": "chips",
        **more,
    }


METRICS = [
    a_figure("model", "training_cost_usd", date(2024, 2, 1), 5, model="One"),
    a_figure("year", "training_cost_usd", date(2024, 1, 1), 6, model="Two", date_precision="year"),
    a_figure("statement", "training_cost_usd", date(2024, 5, 1), 7, note="All models."),
    a_figure("said", "training_cost_usd", date(2025, 1, 1), 8, note="Its Forecast for models."),
    a_figure("later", "training_cost_usd", date(2027, 1, 1), 9, model="Three"),
    a_figure("cash", "cash_usd", date(2024, 2, 1), 5, market="CN", basis="confirmed"),
]


def test_statements_and_projections_stand_apart_from_models(tables, rows_of):
    answer = training_costs(tables({"company_metrics": METRICS}), Filters(), AS_OF)
    assert rows_of(answer, "metric_id", "kind", "drawn_on", "cost_usd") == [
        ("later", PROJECTION, date(2027, 1, 1), 9),
        ("model", MODEL, date(2024, 2, 1), 5),
        ("said", PROJECTION, date(2025, 1, 1), 8),
        ("statement", STATEMENT, date(2024, 5, 1), 7),
        ("year", MODEL, date(2024, 7, 1), 6),
    ]


def test_quarters_select_by_the_day_that_a_figure_stands_for(tables, rows_of):
    built = tables({"company_metrics": METRICS, "quarters": QUARTERS})
    first = selected_metrics(built, Filters(quarters=("2024Q1", "2024Q1")))
    assert rows_of(first, "metric_id") == [("cash",), ("model",), ("year",)]
    assert len(rows_of(selected_metrics(built, Filters()), "metric_id")) == len(METRICS)


def test_market_segment_and_basis_select_figures(tables, rows_of):
    built = tables({"company_metrics": METRICS})
    for filters in (Filters(market=("CN",)), Filters(basis="confirmed")):
        assert rows_of(selected_metrics(built, filters), "metric_id") == [("cash",)]
    assert rows_of(selected_metrics(built, Filters(segment=("robotics",))), "metric_id") == []
