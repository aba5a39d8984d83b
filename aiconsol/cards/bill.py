"""Cards on what it costs: training models, and building the computers for it."""

from datetime import date

import polars as pl

from aiconsol.charts import theme
from aiconsol.charts.capex import capex_columns
from aiconsol.charts.label_places import from_0_to_1, with_label_places
from aiconsol.charts.training import APART_HEIGHT, HEIGHT, LABEL_WIDTHS, PADDING, training_scatter
from aiconsol.components.chart_card import Card, Records
from aiconsol.components.links import with_company_pages
from aiconsol.components.reading import reading
from aiconsol.dataset import Tables
from aiconsol.filters import Filters
from aiconsol.findings.bill import capex_finding, capex_gaps, training_finding, training_gaps
from aiconsol.findings.gaps import no_figure_left
from aiconsol.language import _
from aiconsol.queries.capex import capex_against_funding, capex_by_company, capex_figures
from aiconsol.queries.metrics import selected_figures
from aiconsol.queries.training import MODEL, PROJECTION, STATEMENT, TRAINING, training_costs

SAID = {STATEMENT: _("statement"), PROJECTION: _("projection")}


def training_card() -> Card:
    """What did it cost to train each model?"""
    now = reading()
    costs = now.ask(training_costs, now.dataset.manifest.as_of)
    models = costs.filter(pl.col("kind") == MODEL).height
    drawn = now.ask(_placed, now.dataset.manifest.as_of)
    return Card(
        finding=training_finding(costs),
        measure=_(
            "Cost of training by model, US dollars, log scale; {models} costs of a model, and"
            " apart from them {others} statements and projections. Hollow: an estimate. A mark"
            " opens its developer's profile.",
            models=models,
            others=costs.height - models,
        ),
        spec=theme.spec(training_scatter, now.markets, frozenset(costs["kind"])),
        datasets={"training": with_company_pages(drawn, "company", now)},
        table=costs.drop("drawn_on", "year", "metric_id"),
        records=Records("metrics", selected_figures, (TRAINING,)),
        gaps=training_gaps(costs),
        nothing=no_figure_left(costs.height),
    )


def capex_card() -> Card:
    """How much do the large technology companies invest, against all that start-ups raise?"""
    now = reading()
    companies, together = now.ask(capex_by_company), now.ask(capex_against_funding)
    keys = ["quarter", "market"]
    names = companies.group_by(keys).agg(names=pl.col("company").sort().str.join(", "))
    shown = together.join(names, on=keys, how="left", maintain_order="left")
    flags = together.select(*keys, "is_partial")
    return Card(
        finding=capex_finding(together),
        measure=_(
            "Capital expenditure by calendar quarter, US dollars, {figures} figures of"
            " {companies} companies; the line across a column: what the market's start-ups raised"
            " in it. The scale is each market's own. All that a company builds counts, not only"
            " what serves AI; segment and stage don't apply.",
            figures=companies.height,
            companies=companies["company"].n_unique(),
        ),
        spec=theme.spec(capex_columns, _by_market(companies)),
        datasets={"capex": companies.join(flags, on=keys, how="left"), "together": shown},
        table=shown.drop("most_companies"),
        records=Records("metrics", capex_figures),
        gaps=capex_gaps(companies, together),
        nothing=no_figure_left(companies.height),
    )


def _by_market(companies: pl.DataFrame) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each market's companies, those that invested most first."""
    totals = companies.group_by("market", "company").agg(pl.col("capex_usd").sum())
    ordered = totals.sort("market", "capex_usd", descending=[False, True])
    return tuple(
        (str(market), tuple(rows["company"]))
        for (market,), rows in ordered.group_by("market", maintain_order=True)
    )


def _placed(tables: Tables, filters: Filters, as_of: date) -> pl.DataFrame:
    """The costs with where the name of each model goes, the dearest first."""
    costs: pl.DataFrame = training_costs(tables, filters, as_of).collect("polars").to_native()
    is_model, day = pl.col("kind") == MODEL, pl.col("drawn_on").dt.epoch("d")
    said = pl.col("kind").replace_strict(SAID, default=None, return_dtype=pl.String)
    label = pl.when(is_model).then(pl.concat_str("model", pl.lit(" · "), "company"))
    whole = costs.with_columns(
        across=from_0_to_1(day),
        label=label.otherwise(pl.concat_str("company", pl.lit(", "), said)),
    ).sort("cost_usd", "metric_id", descending=[True, False])
    panels = [
        with_label_places(
            whole.filter(rows).with_columns(up=from_0_to_1(pl.col("cost_usd").log())),
            LABEL_WIDTHS,
            height - 2 * PADDING,
        )
        for rows, height in ((is_model, HEIGHT), (~is_model, APART_HEIGHT))
    ]
    return pl.concat(panels).drop("across", "up")
