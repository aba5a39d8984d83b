"""What companies were said to be worth, and when."""

from dataclasses import replace

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters

VALUE_METRICS = ("valuation_usd", "market_cap_usd")
PROVENANCE = ("source_name", "source_url", "note")
COLUMNS = ("company_id", "company", "valued_on", "date_precision", "valuation_usd", "measure")


def valuations(tables: Tables, filters: Filters) -> Frame:
    """What was each company said to be worth at each date that the register knows?

    Grain: company, date and measure. Columns: company_id, company, valued_on, date_precision,
    valuation_usd, measure (post_money_usd of a round of any kind, valuation_usd or
    market_cap_usd), basis, source_name, source_url, note. Basis and giants apply; the other
    filters, which choose companies and what counts as funding, don't.
    """
    everyone = replace(filters.of_companies(), kind=())
    rounds = (
        everyone.on_rounds(tables["rounds"])
        .filter(~nw.col("post_money_usd").is_null())
        .with_columns(
            valued_on=nw.col("announced_on"),
            valuation_usd=nw.col("post_money_usd"),
            measure=nw.lit("post_money_usd"),
            basis=nw.col("amount_basis").cast(nw.String),
        )
    )
    metrics = (
        everyone.on_metrics(tables["company_metrics"])
        .filter(nw.col("metric").is_in(VALUE_METRICS))
        .with_columns(
            valued_on=nw.col("as_of"),
            valuation_usd=nw.col("value"),
            measure=nw.col("metric").cast(nw.String),
            basis=nw.col("basis").cast(nw.String),
        )
    )
    columns = (*COLUMNS, "basis", *PROVENANCE)
    return nw.concat([rounds.select(columns), metrics.select(columns)])
