"""What stands around rounds and deals: rules, publishers' totals, companies' metrics, quarters."""

import dataframely as dy
import polars as pl

from aiconsol.schema import vocabulary as words
from aiconsol.schema.columns import country, day, flag, record_id, reference, text, word
from aiconsol.schema.precision import starts_its_period
from aiconsol.schema.provenance import Provenance

PERIOD = r"^\d{4}(Q[1-4]|H[12])?$"
PROFIT_METRICS = ("year_net_loss_usd", "year_cash_burn_usd")


class PolicyEvents(Provenance):
    """One row an event in law or policy."""

    policy_event_id = record_id("Stable id of the event, from day, jurisdiction and words")
    happened_on = day("Day of the event; see date_precision")
    date_precision = word(words.DATE_PRECISIONS, "How exactly the date is known")
    jurisdiction = text("Jurisdiction: a country's code or EU", regex=r"^[A-Z]{2}$", unit="code")
    kind = word(words.POLICY_KINDS, "Kind of event")
    event = text("What happened, in at most twenty words")

    @dy.rule()
    def happened_on_fits_its_precision(cls) -> pl.Expr:
        return starts_its_period(cls.happened_on.col, cls.date_precision.col)


class Aggregates(Provenance):
    """One row a publisher's total for a market and period."""

    aggregate_id = record_id("Stable id, from publisher, scope, market, period, metric and source")
    publisher = text("Publisher of the total")
    scope = word(words.AGGREGATE_SCOPES, "What the publisher counts")
    market = word(words.AGGREGATE_MARKETS, "Market that the total is for")
    period = text("Year, half-year or quarter: 2024, 2024H1, 2024Q1", regex=PERIOD, unit="period")
    metric = word(words.AGGREGATE_METRICS, "What is measured")
    value = dy.Float64(
        min=0,
        description="Dollars, a count, or a share between 0 and 1, as the metric says",
        metadata={"unit": "as the metric says", "derived": False},
    )

    period_kind = word(words.PERIOD_KINDS, "How long the period is", derived=True)
    starts_on = day("First day of the period", derived=True)
    ends_on = day("Last day of the period", derived=True)

    @dy.rule()
    def share_is_at_most_one(cls) -> pl.Expr:
        return ~cls.metric.col.cast(pl.String).str.contains("share") | (cls.value.col <= 1)


class CompanyMetrics(Provenance):
    """One row a figure of a company at a date."""

    metric_id = record_id("Stable id, from company, date, metric and source")
    company = text("Company that the figure is about")
    country = country("Country of the company's headquarters")
    as_of = day("Day that the figure stands for, the last of its period; see date_precision")
    date_precision = word(words.DATE_PRECISIONS, "How exactly the date is known")
    metric = word(words.COMPANY_METRICS, "What is measured")
    value = dy.Int64(
        description="Dollars or a count, as the metric says; a negative loss is a profit",
        metadata={"unit": "as the metric says", "derived": False},
    )
    basis = word(words.KNOWN_BASES, "How certain the figure is")
    company_id = reference("Company that the figure is about")
    market = word(words.MARKETS, "Market of the company's headquarters", derived=True)
    segment = word(words.SEGMENTS, "What the company mainly makes", derived=True)
    quarter = word(
        words.QUARTERS,
        "Calendar quarter in which most days of a quarter's figure fall; empty for other figures",
        nullable=True,
        derived=True,
    )
    model = text(
        "Model that a training cost is for, as the note names it first; empty for other figures"
        " and for statements about no single model",
        nullable=True,
        derived=True,
    )

    @dy.rule()
    def not_negative_unless_a_loss(cls) -> pl.Expr:
        return (cls.value.col >= 0) | cls.metric.col.is_in(PROFIT_METRICS)


class Quarters(dy.Schema):
    """One row a calendar quarter from the register's first to the one of its date."""

    quarter = word(words.QUARTERS, "Calendar quarter", derived=True)
    starts_on = day("First day", derived=True)
    ends_on = day("Last day", derived=True)
    is_preliminary = flag("Ends after the day up to which the register is complete")
