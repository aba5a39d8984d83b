"""The cards of the watchlist: the score, its backtest, and the best-known cases."""

import polars as pl

from aiconsol.charts import theme
from aiconsol.charts.backtest import backtest_chart, cases_grid
from aiconsol.charts.watchlist import pressure_bars
from aiconsol.components.chart_card import Card, Choice, Records
from aiconsol.components.links import with_company_pages
from aiconsol.components.reading import reading
from aiconsol.estimates.backtest import CASES, backtest, before_the_deal, last_shown, scores
from aiconsol.estimates.pressure import watchlist
from aiconsol.estimates.weights import PARTS, Weights
from aiconsol.findings.gaps import nothing_left
from aiconsol.findings.pressure import (
    backtest_finding,
    cases_finding,
    hits_finding,
    watch_gaps,
    watchlist_finding,
)
from aiconsol.language import _
from aiconsol.queries.known import ANNOUNCED, SOURCED
from aiconsol.queries.pressure import (
    deals_of_cases,
    left_out_of_watch,
    rounds_of_watched,
    takeovers_of_watched,
)

SHOWN = 20
FIGURE = Choice(
    "view",
    _("Figure"),
    {
        "area": _("Ranking"),
        "top10": _("Hits in the top ten"),
        "top20": _("Hits in the top twenty"),
    },
)
KNOWN = Choice(
    "known",
    _("A round is known from"),
    {ANNOUNCED: _("Known from the announcement"), SOURCED: _("Known from the source's date")},
)


def watchlist_card(weights: Weights) -> Card:
    """Which independent companies are under most pressure, and what is it made of?"""
    now = reading()
    as_of, quarter = now.dataset.manifest.as_of, last_shown(now.filters, now.dataset.quarters)
    watched = now.ask(scores, as_of, weights).filter(quarter=quarter)
    ranked = watched.filter(pl.col("rank").is_not_null()).sort("rank", "company")
    silent = now.ask(left_out_of_watch, as_of, quarter)["silent"].item()
    return Card(
        finding=watchlist_finding(ranked),
        measure=_(
            "Pressure score from 0 to 100 by what was known on {day}: the {shown} highest of"
            " {ranked} independent companies that raised a round of $20 m or more, the last within"
            " three years. A part that is not known is missing, not zero. The score describes; it"
            " is no forecast: see below how it did.",
            day=watched["cutoff_on"].max() or as_of,
            shown=SHOWN,
            ranked=f"{ranked.height:,}",
        ),
        spec=theme.spec(pressure_bars, PARTS),
        datasets={
            "watchlist": with_company_pages(
                ranked.head(SHOWN).with_row_index("place"), "company", now
            )
        },
        table=watchlist(watched),
        records=Records("rounds", rounds_of_watched, (as_of, quarter)),
        gaps=watch_gaps(watched, silent, PARTS),
        nothing=_no_weight(weights) or nothing_left(watched.height),
    )


def backtest_card(weights: Weights, view: str = "area", known: str = ANNOUNCED) -> Card:
    """Would the score have named the companies that were taken over in the year after?"""
    now = reading()
    as_of = now.dataset.manifest.as_of
    rows = now.ask(backtest, as_of, weights, known)
    together = rows.filter(pl.col("quarter").is_null())
    quarters = rows.filter(pl.col("quarter").is_not_null())
    with_takeovers = quarters.filter(pl.col("taken") > 0)
    first = pl.lit(with_takeovers["starts_on"].min(), pl.Date)
    since = quarters.filter(pl.col("starts_on") >= first)
    measures = {
        "area": _(
            "Area under the ROC curve of each quarter: the share of pairs in which a company that"
            " was bought or hollowed out in the four quarters after ranked above one that was not;"
            " 0.5 is chance. Hollow: fewer than five takeovers."
        ),
        "top10": _(
            "Companies bought or hollowed out in the four quarters after, among the ten that ranked"
            " highest at each quarter's end; chance: what a ranking by lot would find on average."
        ),
        "top20": _(
            "Companies bought or hollowed out in the four quarters after, among the twenty that"
            " ranked highest at each quarter's end; chance: what a ranking by lot would find."
        ),
    }
    tested = with_takeovers["quarter"].n_unique()
    return Card(
        finding=backtest_finding(together, tested)
        if view == "area"
        else hits_finding(together, tested, view),
        measure=measures[view],
        spec=theme.spec(backtest_chart, view),
        datasets={"backtest": since},
        table=rows.drop("starts_on", "ends_on"),
        records=Records("deals", takeovers_of_watched, (as_of,)),
        gaps=_gaps_of_backtest(),
        nothing=_no_weight(weights) or _nothing_tested(quarters, since),
    )


def cases_card(weights: Weights) -> Card:
    """How did the best-known reverse acquihires rank before their deals?"""
    now = reading()
    cases = now.ask(before_the_deal, now.dataset.manifest.as_of, weights)
    missing = _(
        "The selection leaves out all six of the best-known reverse acquihires, all American."
        " Add the US, or clear the segment."
    )
    return Card(
        finding=cases_finding(cases),
        measure=_(
            "Rank by pressure score among all companies of the selection, by what was known at the"
            " end of each quarter before the deal; the larger the dot, the higher. Blank: not yet"
            " watched, or the last round over three years before. A dash: too few parts known."
        ),
        spec=theme.spec(cases_grid),
        datasets={"cases": with_company_pages(cases, "company", now)},
        table=cases,
        records=Records("deals", deals_of_cases, (CASES,)),
        nothing=_no_weight(weights) or (None if cases.height else missing),
    )


def _no_weight(weights: Weights) -> str | None:
    if any(weights):
        return None
    return _("Every weight is zero. Give at least one part some weight.")


def _nothing_tested(quarters: pl.DataFrame, since: pl.DataFrame) -> str | None:
    if not quarters.height:
        return _(
            "No quarter shown has four complete quarters after it to test on. Widen the quarters."
        )
    if not since.height:
        return _(
            "No company of this selection was bought or hollowed out in the four quarters after it"
            " was ranked. Add a market, clear the segment, or widen the quarters."
        )
    return None


def _gaps_of_backtest() -> list[str]:
    return [
        _(
            "Takeovers of companies without a known round of $20 m, or silent for over three years,"
            " can't be ranked; a takeover that the register misses counts as none."
        ),
        _(
            "A company counts in every quarter that it was ranked in, so that neighbouring quarters"
            " share most of their evidence; the interval draws whole companies."
        ),
    ]
