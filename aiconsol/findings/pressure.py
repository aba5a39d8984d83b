"""What the watchlist says, and how its score did where it can be tested."""

from typing import Any

import polars as pl

from aiconsol.estimates.ranking import FEWEST_TAKEN
from aiconsol.language import _, plural
from aiconsol.wording import listed, percent, word

NAMED = 3
TOP = 20
PLACES = {"top10": _("ten"), "top20": _("twenty")}
CHANCE = 0.5


def watchlist_finding(ranked: pl.DataFrame) -> str:
    """Which companies are under most pressure, of how many; ``ranked`` are those with a score."""
    if not ranked.height:
        return _("No company can be ranked")
    names = ranked.sort("rank", "company")["company"].head(NAMED).to_list()
    return plural(
        "{names} is the only company that can be ranked",
        "By these weights, pressure is highest on {names}, of {count} companies",
        ranked.height,
        names=listed(names),
    )


def backtest_finding(together: pl.DataFrame, quarters: int) -> str:
    """How often the score put a company that was taken over above one that wasn't.

    ``together`` are backtest's rows for all quarters; ``quarters`` counts those with a takeover.
    """
    rows: dict[str, dict[str, Any]] = {row["method"]: row for row in together.to_dicts()}
    if not rows or rows["score"]["area"] is None:
        return _("No company that was ranked was taken over within a year: nothing to test on")
    score, oldest = rows["score"], rows["oldest"]
    if score["companies_taken"] < FEWEST_TAKEN:
        return plural(
            "Too few to test on: {count} ranked company was taken over within a year",
            "Too few to test on: {count} ranked companies were taken over within a year",
            score["companies_taken"],
        )
    return _(
        "{verdict}: a company taken over within a year stood above one that was not in {area} of"
        " pairs (95% interval {low} to {high}), by the longest silence alone in {oldest}",
        verdict=_verdict(score, quarters),
        area=percent(score["area"]),
        low=percent(score["low"]),
        high=percent(score["high"]),
        oldest=percent(oldest["area"]),
    )


def hits_finding(together: pl.DataFrame, quarters: int, view: str) -> str:
    """How many the first places held of those taken over; ``view`` is top10 or top20."""
    rows: dict[str, dict[str, Any]] = {row["method"]: row for row in together.to_dicts()}
    if not rows or not rows["score"]["taken"]:
        return _("No company that was ranked was taken over within a year: nothing to test on")
    score, oldest, random = (rows[method] for method in ("score", "oldest", "random"))
    return plural(
        "Of {taken} takeovers in the year after {count} quarter's end, the score's first {places}"
        " held {score}, the {places} longest silent {oldest}, and {places} drawn by lot would hold"
        " {random}",
        "Of {taken} takeovers in the years after {count} quarters' ends, the score's first {places}"
        " held {score}, the {places} longest silent {oldest}, and {places} drawn by lot would hold"
        " {random}",
        quarters,
        taken=score["taken"],
        places=PLACES[view],
        score=_about(score[view]),
        oldest=_about(oldest[view]),
        random=_about(random[view]),
    )


def cases_finding(cases: pl.DataFrame) -> str:
    """Where the best-known cases stood in the last quarter before their deals."""
    last = cases.filter(pl.col("rank").is_not_null()).filter(
        pl.col("quarters_before") == pl.col("quarters_before").min().over("company")
    )
    if not last.height:
        return _("No case was ranked before its deal")
    found = last.filter(pl.col("rank") <= TOP).height
    best = last.sort(pl.col("rank") / pl.col("ranked")).row(0, named=True)
    highest = _(
        "the highest was {company}, {rank} of {ranked}",
        company=best["company"],
        rank=best["rank"],
        ranked=best["ranked"],
    )
    if not found:
        return plural(
            "In its last quarter before the deal, the one case ranked was not among the first"
            " {top}: {highest}",
            "In their last quarter before the deal, none of {count} cases was among the first"
            " {top}: {highest}",
            last.height,
            top=TOP,
            highest=highest,
        )
    return plural(
        "Among the first {top} in the last quarter before the deal: {found} of {count} case;"
        " {highest}",
        "Among the first {top} in the last quarter before the deal: {found} of {count} cases;"
        " {highest}",
        last.height,
        found=found,
        top=TOP,
        highest=highest,
    )


def watch_gaps(companies: pl.DataFrame, silent: int, parts: tuple[str, ...]) -> list[str]:
    """What a reader of the watchlist must know; ``companies`` are all those watched."""
    known = [
        _(
            "{part} {known}",
            part=word(f"{part}_part"),
            known=f"{companies[f'{part}_part'].count():,}",
        )
        for part in parts
    ]
    unranked = companies["rank"].null_count()
    sentences = [
        plural(
            "Known, of {count} company watched: {parts}.",
            "Known, of {count} companies watched: {parts}.",
            companies.height,
            parts=", ".join(known),
        ),
        _(
            "Founders gone: the register holds no record of founders who left a company that"
            " stayed independent, so that part is missing for all."
        ),
    ]
    if unranked:
        sentences.append(
            plural(
                "{count} company is unranked: fewer than two of the parts that weigh are known.",
                "{count} companies are unranked: fewer than two of the parts that weigh are known.",
                unranked,
            )
        )
    if silent:
        sentences.append(
            plural(
                "{count} company without a known round for more than three years is left out: the"
                " register may have lost sight of it.",
                "{count} companies without a known round for more than three years are left out:"
                " the register may have lost sight of them.",
                silent,
            )
        )
    return sentences


def _verdict(score: dict[str, Any], quarters: int) -> str:
    """Whether the interval lies above, below or about chance."""
    if score["low"] > CHANCE:
        return plural(
            "Over {count} quarter, the score did better than chance",
            "Over {count} quarters, the score did better than chance",
            quarters,
        )
    if score["high"] < CHANCE:
        return plural(
            "Over {count} quarter, the score did worse than chance",
            "Over {count} quarters, the score did worse than chance",
            quarters,
        )
    return plural(
        "Over {count} quarter, the score can't be told from chance",
        "Over {count} quarters, the score can't be told from chance",
        quarters,
    )


def _about(count: float) -> str:
    return f"{count:.1f}".removesuffix(".0")
