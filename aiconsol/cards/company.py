"""The profile of a company, or of two side by side."""

from typing import Any

import polars as pl
import streamlit as st

from aiconsol.charts import theme
from aiconsol.charts.company import company_course, peer_bars
from aiconsol.components.chart_card import Card, Records
from aiconsol.components.fact_list import fact_list
from aiconsol.components.links import with_company_pages
from aiconsol.components.reading import Reading, reading
from aiconsol.findings.company import (
    company_facts,
    course_finding,
    dated,
    deal_label,
    peers_finding,
    review_label,
)
from aiconsol.language import _, plural
from aiconsol.queries.backers import company_backers
from aiconsol.queries.peers import company_peers
from aiconsol.queries.profile import (
    Ids,
    profile_deals,
    profile_metrics,
    profile_reviews,
    profile_rounds,
    profile_totals,
    profile_valuations,
)
from aiconsol.wording import capital, listed, word

ROWS, FIGURES, PEERS = 20, 4, 10
FIRST = 10**15
Row = dict[str, Any]


def profile_head(ids: Ids) -> None:
    """Draws the facts of each company, side by side."""
    now = reading()
    rows = totals(now, ids)
    for place, row in zip(st.columns(len(rows), gap="medium"), rows, strict=True):
        own = pl.col("company_id") == row["company_id"]
        name = " ".join(filter(None, [row["company"], row["native_name"]]))
        with place:
            fact_list(
                name,
                row["description"] or _("The register has no description."),
                company_facts(
                    row,
                    now.ask(profile_rounds, ids).filter(own),
                    now.ask(profile_valuations, ids).filter(own),
                    now.ask(company_backers, ids).filter(own),
                ),
            )


def totals(now: Reading, ids: Ids) -> list[Row]:
    """The companies' rows of profile_totals, in the order of the ids."""
    rows = {row["company_id"]: row for row in now.ask(profile_totals, ids).to_dicts()}
    return [rows[company_id] for company_id in ids]


def course_card(ids: Ids) -> Card:
    """How was the company funded, what was it worth, and what happened to it?"""
    now = reading()
    rows = totals(now, ids)
    markets = tuple(row["market"] for row in rows)
    rounds, valuations = now.ask(profile_rounds, ids), now.ask(profile_valuations, ids)
    events, figures = company_events(now, ids), now.ask(profile_metrics, ids)
    metrics = figures.filter(pl.col("as_of") <= now.dataset.manifest.as_of)
    shown = tuple(metrics["metric"].cast(pl.String).value_counts(sort=True)["metric"])[:FIGURES]
    gaps = _not_drawn(
        max(0, events.height - ROWS),
        figures.height - metrics.height,
        max(0, metrics["metric"].n_unique() - FIGURES),
    )
    drawn = events.sort("weight", descending=True).head(ROWS).sort("starts_on", "label")
    drawn = drawn.drop("weight").with_row_index("row")
    second = _(" Dashed: {company}.", company=rows[1]["company"]) if len(rows) > 1 else ""
    known = {"raised": rounds, "valued": valuations}
    parts = tuple(part for part, frame in known.items() if frame.height)
    nothing = None
    if not (parts or events.height or metrics.height):
        nothing = _(
            "The register has no round, deal or figure of it that the filters admit. Admit less"
            " certain amounts, or the rounds of $1 bn or more."
        )
    return Card(
        finding=course_finding(rows, valuations),
        measure=_(
            "US dollars; steps: known amounts of the rounds that count as funding, named after the"
            " lead investor. Hollow: amount undisclosed, or figure not confirmed."
        )
        + second,
        spec=theme.spec(company_course, markets, parts, drawn.height, shown),
        datasets={
            "company_rounds": _numbered(rounds, ids),
            "company_valuations": _numbered(valuations, ids),
            "company_events": drawn,
            "company_metrics": _numbered(metrics, ids),
        },
        table=rounds.select(
            "company", "announced_on", "stage", "amount_usd", "raised_usd", "post_money_usd"
        ),
        records=Records("rounds", profile_rounds, (ids,)),
        gaps=gaps,
        nothing=nothing,
    )


def company_events(now: Reading, ids: Ids) -> pl.DataFrame:
    """Deals and reviews of the companies in one order of time, each as a line to read.

    Columns: company, starts_on, ends_on (null for a deal; of an open review the dataset's date),
    date_precision, structure (null for a review), label, weight (by which to choose among many:
    reviews and deals for the company itself before those in which it buys, these by value).
    """
    names = tuple(row["company"] for row in totals(now, ids))
    deals = now.ask(profile_deals, ids).to_dicts()
    reviews = now.ask(profile_reviews, names).to_dicts()
    lines = [
        {
            "company": row["company"],
            "starts_on": row["announced_on"],
            "ends_on": None,
            "date_precision": row["date_precision"],
            "structure": row["structure"],
            "label": dated(deal_label(row), row["announced_on"], row["date_precision"]),
            "weight": FIRST if row["is_target"] else row["value_usd"] or 0,
        }
        for row in deals
    ] + [
        {
            "company": row["company"],
            "starts_on": row["opened_on"] or row["decided_on"],
            "ends_on": row["decided_on"] or now.dataset.manifest.as_of,
            "date_precision": row["date_precision"],
            "structure": None,
            "label": review_label(row),
            "weight": FIRST,
        }
        for row in reviews
        if row["opened_on"] or row["decided_on"]
    ]
    if len(ids) > 1:
        for line in lines:
            line["label"] = f"{line['company']}: {line['label']}"
    schema = {
        "company": pl.String,
        "starts_on": pl.Date,
        "ends_on": pl.Date,
        "date_precision": pl.String,
        "structure": pl.String,
        "label": pl.String,
        "weight": pl.Int64,
    }
    return pl.DataFrame(lines, schema=schema).sort("starts_on", "label")


def peers_card(ids: Ids) -> Card:
    """Where does the company stand among those of its segment and market?"""
    now = reading()
    first = totals(now, ids)[0]
    peers = now.ask(company_peers, ids, PEERS)
    fields = {"segment": capital(word(first["segment"])), "market": word(first["market"])}
    return Card(
        finding=peers_finding(peers, first),
        measure=_(
            "{segment}, {market}: known amounts raised in the quarters selected, US dollars, and"
            " last valuation; the ten that raised the most, and those chosen (strong). A press on"
            " a bar opens the profile.",
            **fields,
        ),
        spec=theme.spec(peer_bars, first["market"]),
        datasets={"company_peers": with_company_pages(peers, "company", now)},
        table=peers.select(
            "place", "company", "status", "raised_usd", "rounds", "last_valuation_usd"
        ),
        records=Records("companies", company_peers, (ids, PEERS)),
    )


def compared(now: Reading, ids: Ids) -> str:
    """The names of the companies shown, as a title."""
    return listed([row["company"] for row in totals(now, ids)])


def _numbered(rows: pl.DataFrame, ids: Ids) -> pl.DataFrame:
    """The rows, and which of the companies each is of: 0 or 1."""
    places = {company_id: place for place, company_id in enumerate(ids)}
    return rows.with_columns(which=pl.col("company_id").replace_strict(places, default=None))


def _not_drawn(deals: int, figures_to_come: int, measures: int) -> list[str]:
    """Sentences on what a course can't hold, where there is any."""
    said = [
        plural(
            "{count} deal of less value isn't drawn; it stands in the records below.",
            "{count} deals of less value aren't drawn; they stand in the records below.",
            deals,
        ),
        plural(
            "{count} figure for a day to come isn't drawn; it stands in the records below.",
            "{count} figures for days to come aren't drawn; they stand in the records below.",
            figures_to_come,
        ),
        plural(
            "{count} more measure stands in the records below.",
            "{count} more measures stand in the records below.",
            measures,
        ),
    ]
    counts = (deals, figures_to_come, measures)
    return [sentence for sentence, count in zip(said, counts, strict=True) if count]
