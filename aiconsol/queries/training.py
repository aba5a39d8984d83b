"""What it cost to train models, and what was said of models to come."""

from datetime import date

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.metrics import selected_figures

MODEL, STATEMENT, PROJECTION = "model_cost", "statement", "projection"
TRAINING = "training_cost_usd"


def training_costs(tables: Tables, filters: Filters, as_of: date) -> Frame:
    """What did each model cost to train, as far as anyone says?

    Grain: a stated or estimated cost, oldest first; two estimates of one model are two rows.
    Columns: company, model (null for what is about no single model), kind (model_cost; statement
    about no single model; projection, dated after ``as_of`` or called a forecast by its note),
    drawn_on (the day; the middle of a year or month where no more is known), as_of,
    date_precision, year, market, cost_usd, basis, metric_id, source_name, note.
    """
    day, precision = nw.col("as_of"), nw.col("date_precision").cast(nw.String)
    note = nw.col("note").fill_null("").str.to_lowercase()
    is_projection = (day > nw.lit(as_of, nw.Date)) | note.str.contains("forecast", literal=True)
    kind = (
        nw.when(is_projection)
        .then(nw.lit(PROJECTION))
        .otherwise(
            nw.when(nw.col("model").is_null()).then(nw.lit(STATEMENT)).otherwise(nw.lit(MODEL))
        )
    )
    middle = (
        nw.when(precision == "year")
        .then(day.dt.offset_by("6mo"))
        .when(precision == "month")
        .then(day.dt.offset_by("15d"))
        .otherwise(day)
    )
    return (
        selected_figures(tables, filters, TRAINING)
        .with_columns(
            kind=kind,
            drawn_on=middle.cast(nw.Date),
            year=day.dt.year().cast(nw.Int64),
            cost_usd=nw.col("value"),
        )
        .select(
            *("company", "model", "kind", "drawn_on", "as_of", "date_precision", "year"),
            *("market", "cost_usd", "basis", "metric_id", "source_name", "note"),
        )
        .sort("drawn_on", "metric_id")
    )
