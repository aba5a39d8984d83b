"""Cards of what publishers report, and how much of it the register holds."""

import polars as pl

from aiconsol.charts import theme
from aiconsol.charts.published import (
    Figure,
    coverage_chart,
    early_stage_chart,
    measure_chart,
    published_chart,
)
from aiconsol.components.chart_card import Card, Choice, Records
from aiconsol.components.reading import Reading, reading
from aiconsol.findings.gaps import nothing_left
from aiconsol.findings.published import (
    coverage_finding,
    early_stage_finding,
    measure_finding,
    published_finding,
    published_gaps,
)
from aiconsol.language import _, plural
from aiconsol.queries.published import (
    early_stage_rounds,
    early_stage_totals,
    funding_by_period,
    left_out_of_published,
    line_labels,
    published_funding,
    published_measure,
    published_totals_everywhere,
    selected_published_totals,
)
from aiconsol.schema.vocabulary import AGGREGATE_METRICS
from aiconsol.wording import capital, word

PERIOD = Choice(
    "period",
    _("Period"),
    {"year": _("Years"), "half_year": _("Half-years"), "quarter": _("Quarters")},
)
SCOPE = Choice(
    "scope",
    _("What is counted"),
    {name: capital(word(name)) for name in ("all_ai", "generative_ai", "all_venture")},
)
LENGTH = Choice("period", _("Period"), {"year": _("Years"), "quarter": _("Quarters")})
METRIC = Choice(
    "metric",
    _("Measure"),
    {name: capital(word(name)).removesuffix(", $") for name in AGGREGATE_METRICS},
)
TOTALS = Records("published_totals", selected_published_totals)
TABLE = (
    "period",
    "market",
    "publisher",
    "published_usd",
    "register_usd",
    "coverage_share",
    "is_preliminary",
    "source_name",
    "note",
    "source_url",
)


def published_card(period: str = "year", scope: str = "all_ai") -> Card:
    """What do publishers report as the markets' funding, and what does the register hold?"""
    now = reading()
    totals = now.ask(published_funding, period, scope)
    return Card(
        finding=published_finding(totals) if scope == "all_ai" else _other_scope(totals, scope),
        measure=plural(
            "US dollars, log scale: {count} total as published, grey, joined where one source"
            " gives a series; and the register's own sum. Pale: preliminary periods.",
            "US dollars, log scale: {count} totals as published, grey, joined where one source"
            " gives a series; and the register's own sum. Pale: preliminary periods.",
            totals.height,
        ),
        spec=theme.spec(published_chart, _two(now)),
        datasets={
            "published": totals,
            "register": now.ask(funding_by_period, period),
            "labels": now.ask(line_labels, period, scope),
        },
        table=_table(totals),
        records=TOTALS,
        gaps=published_gaps(now.ask(left_out_of_published, period, scope)),
        nothing=_nothing(now, totals),
    )


def coverage_card(period: str = "year") -> Card:
    """How much of what publishers report for AI companies does the register hold?"""
    now = reading()
    totals = now.ask(published_funding, period, "all_ai")
    return Card(
        finding=coverage_finding(totals),
        measure=_(
            "The register's funding ÷ each publisher's total for AI companies of the same market"
            " and period, log scale; at the dashed line both are equal. Publishers count"
            " differently: some include acquisitions, private equity or estimates."
        ),
        spec=theme.spec(coverage_chart, _two(now)),
        datasets={"published": totals},
        table=_table(totals),
        records=TOTALS,
        gaps=published_gaps(now.ask(left_out_of_published, period, "all_ai")),
        nothing=_nothing(now, totals),
    )


def measure_card(metric: str = "funding_usd", period: str = "year") -> Card:
    """How does a measure run in every region, as the publishers report it?"""
    now = reading()
    totals = now.ask(published_measure, metric, period)
    regions = tuple(str(name) for name in totals["market"].unique().sort())
    return Card(
        finding=measure_finding(totals, metric),
        measure=_(
            "As published, all regions whatever the market filter says; a shape for what is"
            " counted. Points are joined only where one source gives them as a series: editions"
            " and scopes that can't be compared stay apart."
        ),
        spec=theme.spec(measure_chart, regions or ("US",), _figure(metric)),
        datasets={"measure": totals},
        table=totals.drop("starts_on", "ends_on", "series"),
        records=Records("published_totals", published_totals_everywhere),
        nothing=None if totals.height else _nothing_of_measure(),
    )


def early_stage_card() -> Card:
    """How did early-stage generative AI in the US fare at the start of 2024?"""
    now = reading()
    totals = now.ask(early_stage_totals)
    return Card(
        finding=early_stage_finding(totals),
        measure=_(
            "Above, deals as the publisher counts them; below, what the register holds of seed and"
            " series A rounds of all US AI companies, a wider count of thinner coverage. The two"
            " can't be compared in level. Pale: preliminary quarters."
        ),
        spec=theme.spec(early_stage_chart),
        datasets={"early_totals": totals, "early": now.ask(early_stage_rounds)},
        table=totals.select("publisher", "period", "metric", "value", "note", "source_url"),
        records=Records("published_totals", early_stage_totals),
        nothing=nothing_left(totals.height),
    )


def _two(now: Reading) -> tuple[str, ...]:
    """The markets shown that publishers report alone; both where neither is."""
    return tuple(market for market in now.markets if market != "Other") or ("US", "CN")


def _table(totals: pl.DataFrame) -> pl.DataFrame:
    return totals.rename({"coverage": "coverage_share"}).select(TABLE)


def _other_scope(totals: pl.DataFrame, scope: str) -> str:
    return (
        _(
            "Totals for {scope} stand beside the register, which counts all AI companies",
            scope=word(scope),
        )
        if totals.height
        else published_finding(totals)
    )


def _figure(metric: str) -> Figure:
    if metric.endswith("_usd"):
        return "usd"
    return "share" if "share" in metric else "count"


def _nothing(now: Reading, totals: pl.DataFrame) -> str | None:
    if totals.height:
        return None
    if set(now.markets) == {"Other"}:
        return _("Publishers report the US and China; add one of them to the markets.")
    return _("No publisher reports a total for this choice. Widen the quarters, or choose years.")


def _nothing_of_measure() -> str:
    return _("No publisher reports this measure for such periods. Choose another, or widen.")
