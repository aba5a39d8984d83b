"""What the large technology companies invest, against what start-ups raise."""

from dataclasses import replace

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.funding import funding_by_quarter

CAPEX = "quarter_capex_usd"


def capex_by_company(tables: Tables, filters: Filters) -> Frame:
    """What did each large technology company invest in each quarter?

    Grain: quarter and company with a known figure, in time order, the companies by what they
    invested in all. Columns: quarter (the calendar's, for a quarter of a company's own year the
    one that most of its days are in), starts_on, ends_on, is_preliminary, market, company,
    capex_usd, basis. Market, quarters and basis apply.
    """
    quarters = filters.on_quarters(tables["quarters"]).with_columns(
        quarter=nw.col("quarter").cast(nw.String)
    )
    return (
        capex_figures(tables, filters)
        .with_columns(quarter=nw.col("quarter").cast(nw.String), capex_usd=nw.col("value"))
        .unique(["company", "quarter"], keep="first", order_by=["basis_rank", "metric_id"])
        .join(quarters, on="quarter")
        .with_columns(total=nw.col("capex_usd").sum().over("company"))
        .sort("starts_on", "total", "company", descending=[False, True, False])
        .select(
            *("quarter", "starts_on", "ends_on", "is_preliminary", "market", "company"),
            *("capex_usd", "basis"),
        )
    )


def capex_figures(tables: Tables, filters: Filters) -> Frame:
    """Which figures stand behind it? Grain and columns of ``company_metrics``; basis_rank."""
    every = filters.on_metrics(tables["company_metrics"])
    known = every.filter(nw.col("metric") == CAPEX, ~nw.col("quarter").is_null())
    basis = nw.col("basis").cast(nw.String)
    rank = nw.when(basis == "confirmed").then(0).when(basis == "reported").then(1).otherwise(2)
    return filters.on_quarters(known).with_columns(basis_rank=rank)


def capex_against_funding(tables: Tables, filters: Filters) -> Frame:
    """How much did they invest in each quarter, and how much did the market's start-ups raise?

    Grain: quarter and market of the selection with a known figure, in time order. Columns:
    quarter, starts_on, ends_on, is_preliminary, market, capex_usd (sum over the companies known),
    companies (how many are known), most_companies (the most known in any quarter shown),
    is_partial (fewer than that), funding_usd (known amounts of the quarter's rounds; segment and
    stage don't apply), ratio (capex ÷ funding; null without funding).
    """
    funding = funding_by_quarter(tables, replace(filters, segment=(), stage=())).select(
        "market", "funding_usd", quarter=nw.col("quarter").cast(nw.String)
    )
    keys = ["quarter", "starts_on", "ends_on", "is_preliminary", "market"]
    counted = (
        capex_by_company(tables, filters)
        .group_by(*keys)
        .agg(capex_usd=nw.col("capex_usd").sum(), companies=nw.len())
        .join(funding, on=["quarter", "market"], how="left")
        .with_columns(
            nw.col("capex_usd", "companies").cast(nw.Int64),
            most_companies=nw.col("companies").max().over("market").cast(nw.Int64),
        )
    )
    ratio = nw.col("capex_usd").cast(nw.Float64) / nw.col("funding_usd")
    return (
        counted.with_columns(
            is_partial=nw.col("companies") < nw.col("most_companies"),
            ratio=nw.when(nw.col("funding_usd") > 0).then(ratio),
        )
        .select(
            *(*keys, "capex_usd", "companies", "most_companies", "is_partial"),
            *("funding_usd", "ratio"),
        )
        .sort("starts_on", "market")
    )
