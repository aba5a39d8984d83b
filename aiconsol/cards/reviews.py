"""Which authority looked at which deal, how long, and with what result?"""

from dataclasses import replace
from typing import Literal

import polars as pl

from aiconsol.charts import theme
from aiconsol.charts.outcomes import outcome_bars
from aiconsol.charts.reviews import review_bars_chart
from aiconsol.components.chart_card import Card, Choice, Records
from aiconsol.components.links import page_link, with_company_pages
from aiconsol.components.notice import notice
from aiconsol.components.reading import reading
from aiconsol.findings.reviews import (
    median_text,
    no_review_left,
    outcomes_finding,
    outcomes_shown,
    review_gaps,
    review_result,
    reviews_finding,
)
from aiconsol.language import _, plural
from aiconsol.queries.reviews import (
    Category,
    left_out_of_reviews,
    outcomes,
    review_bars,
    reviews_shown,
    selected_reviews,
)
from aiconsol.schema.columns import SEPARATOR
from aiconsol.schema.vocabulary import MARKETS
from aiconsol.wording import capital, word

Group = Literal["authority", "deal"]
FIRST_LINE = 1000

GROUP = Choice("group", _("Group"), {"authority": _("By authority"), "deal": _("By deal")})
CATEGORY = Choice(
    "category",
    _("Category"),
    {"authority": _("By authority"), "structure": _("By structure of the deal")},
)


def markets_note() -> None:
    """Says how many reviews the markets leave out, with a link to all; nothing where none is."""
    now = reading()
    left_out = int(now.ask(left_out_of_reviews).sum_horizontal().item())
    if left_out:
        everything = page_link("regulation", replace(now.chosen, market=MARKETS))
        said = plural(
            "{count} review lies outside the markets selected.",
            "{count} reviews lie outside the markets selected.",
            left_out,
        )
        notice(said, _("Show all markets"), everything)


def reviews_card(group: Group = "authority", deal_id: str | None = None) -> Card:
    """Who looked at what (of one deal, where one is named), how long, and what came of it?"""
    now = reading()
    bars = now.ask(review_bars, now.dataset.manifest.as_of, deal_id)
    return Card(
        finding=reviews_finding(bars),
        measure=_(
            "A line a review, its bar from opening to outcome. Pale: no outcome known, drawn to"
            " the data's date, {as_of}. A diamond: only one of the two days is known. Market is the"
            " home of any company reviewed; quarters hold the opening, or where that is unknown"
            " the decision; structure and acquirer are those of the deals reviewed.",
            as_of=now.dataset.manifest.as_of,
        ),
        spec=theme.spec(review_bars_chart),
        datasets={"review_lines": with_company_pages(_lines(bars, group), "first_target", now)},
        table=bars.drop("ends_on"),
        records=Records("reviews", reviews_shown, (deal_id,)),
        gaps=review_gaps(now.ask(left_out_of_reviews)) if deal_id is None else (),
        nothing=no_review_left(bars.height),
    )


def outcomes_card(category: Category = "authority") -> Card:
    """What do the authorities decide, and how fast?"""
    now = reading()
    rows = now.ask(outcomes, category)
    measures = {
        "authority": _("Reviews by authority and outcome, counted; the most reviews first."),
        "structure": _(
            "Reviews by structure of the deals that they are of, and outcome, counted. A review of"
            " deals of two structures counts under both; one of no deal in the register isn't"
            " shown."
        ),
    }
    explained = _(
        "Median: days from opening to outcome, a decision, a report or the parties' own end of the"
        " deal; in brackets, over how many reviews both days are known."
    )
    bars = now.ask(review_bars, now.dataset.manifest.as_of)
    return Card(
        finding=outcomes_finding(bars),
        measure=f"{measures[category]} {explained}",
        spec=theme.spec(outcome_bars, outcomes_shown(rows)),
        datasets={"outcomes": _ranked(rows)},
        table=rows.rename({"category": category}),
        records=Records("reviews", selected_reviews),
        gaps=review_gaps(now.ask(left_out_of_reviews)),
        nothing=no_review_left(rows.height),
    )


def _lines(bars: pl.DataFrame, group: Group) -> pl.DataFrame:
    """The lines of the chart: a heading for each group, then its reviews, the oldest first.

    The largest group comes first. A deal with one review needs no heading.
    """
    sides = pl.col("acquirer", "target").str.replace_all(SEPARATOR, ", ", literal=True)
    parties = pl.concat_str(sides, separator=" / ", ignore_nulls=True)
    named = {
        "authority": pl.col("authority"),
        "deal": pl.when(parties != "").then(parties).otherwise(pl.lit(_("The whole field"))),
    }
    words = {"authority": pl.col("matter"), "deal": pl.format("{}: {}", "authority", "matter")}
    results = [review_result(review) for review in bars.iter_rows(named=True)]
    reviews = bars.with_columns(
        group=named[group],
        words=words[group],
        result=pl.Series(results, dtype=pl.String),
        first_target=pl.col("target").str.split(SEPARATOR).list.first(),
        is_heading=False,
        order=pl.int_range(1, pl.len() + 1),
    ).with_columns(size=pl.len().over("group"))
    headings = (
        reviews.filter(pl.col("size") > (1 if group == "deal" else 0))
        .select("group", "size", words="group", is_heading=True, order=pl.lit(0, pl.Int64))
        .unique("group")
    )
    lines = pl.concat([headings, reviews], how="diagonal").sort(
        "size", "group", "order", descending=[True, False, False]
    )
    kind = pl.when("is_heading").then(pl.lit("h")).otherwise(pl.lit("r"))
    return lines.with_columns(line=_line(pl.int_range(pl.len()), kind))


def _ranked(rows: pl.DataFrame) -> pl.DataFrame:
    """The chart's rows, each category with its name, count and median as one line."""
    results = [
        _("{name}: {result}", name=capital(word(row["category"])), result=median_text(row))
        for row in rows.iter_rows(named=True)
    ]
    lines = rows.with_columns(words=pl.Series(results, dtype=pl.String))
    return lines.with_columns(line=_line(pl.col("category").rle_id(), pl.lit("r")))


def _line(place: pl.Expr, kind: pl.Expr) -> pl.Expr:
    """A line's key on the axis: five characters that order it, then its words."""
    return pl.format("{}{}{}", place + FIRST_LINE, kind, "words")
