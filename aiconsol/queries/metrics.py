"""The figures that companies are known for: revenue, losses, cash, training cost, capex."""

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters


def selected_metrics(tables: Tables, filters: Filters) -> Frame:
    """Which figures of companies do the filters select?

    Grain and columns of ``company_metrics``, the newest first. Market, segment and basis apply,
    and quarters to the day that a figure stands for; a forecast stands outside all quarters, and
    belongs to the full range alone.
    """
    metrics = filters.on_companies(filters.on_metrics(tables["company_metrics"]))
    if filters.quarters is not None:
        span = filters.on_quarters(tables["quarters"]).select(
            first_on=nw.col("starts_on").min(), last_on=nw.col("ends_on").max()
        )
        as_of = nw.col("as_of")
        metrics = (
            metrics.join(span, how="cross")
            .filter(as_of >= nw.col("first_on"), as_of <= nw.col("last_on"))
            .drop("first_on", "last_on")
        )
    return metrics.sort("as_of", "metric_id", descending=[True, False])


def selected_figures(tables: Tables, filters: Filters, *names: str) -> Frame:
    """Which of them are of these measures? Grain and columns of ``company_metrics``."""
    return selected_metrics(tables, filters).filter(nw.col("metric").is_in(names))
