"""What the survival curves say."""

from typing import Any

import polars as pl

from aiconsol.language import _, plural
from aiconsol.queries.ends import ENDS
from aiconsol.wording import in_market, listed, percent, word

QUARTERS_A_YEAR = 4
FEWEST_COMPARED = 10
RARE = 0.05
TINY = 0.001


def survival_finding(curves: pl.DataFrame, ends: pl.DataFrame, differences: pl.DataFrame) -> str:
    """Which share outlived the last whole year that enough companies of each market were followed.

    ``curves`` answers survival_by_market, ``ends`` ends_by_market, ``differences`` differences.
    """
    at, years = _last_year(curves)
    if not years:
        return _too_few(curves)
    parts = listed([_independent(row, ends) for row in at])
    sentence = plural(
        "{count} year after their first large round, {parts} are still private and independent",
        "{count} years after their first large round, {parts} are still private and independent",
        years,
        parts=parts,
    )
    return sentence + _chance(differences.filter(pl.col("end").is_null()))


def ends_finding(curves: pl.DataFrame, differences: pl.DataFrame) -> str:
    """Which shares were taken over and listed by the last whole year with enough followed.

    ``curves`` answers ends_by_market, ``differences`` answers differences.
    """
    taken = curves.filter(pl.col("end") == "taken")
    __, years = _last_year(taken)
    if not years:
        return _too_few(taken)
    parts = [
        _("{parts} {end}", parts=listed(shares), end=word(end))
        for end in ("taken", "listed")
        if (shares := _shares_of(curves.filter(pl.col("end") == end), years))
    ]
    if not parts:
        return plural(
            "Within {count} year of their first large round, none was taken over or listed",
            "Within {count} years of their first large round, none was taken over or listed",
            years,
        )
    sentence = plural(
        "Within {count} year of their first large round: {parts}",
        "Within {count} years of their first large round: {parts}",
        years,
        parts="; ".join(parts),
    )
    return sentence + _chance(differences.filter(pl.col("end") == "taken"), _("takeovers"))


def _last_year(curves: pl.DataFrame) -> tuple[list[dict[str, Any]], int]:
    """The rows of the last whole year into which ten companies of each market were followed."""
    enough = curves.filter(
        pl.col("at_risk") >= FEWEST_COMPARED,
        pl.col("quarters") > 0,
        pl.col("quarters") % QUARTERS_A_YEAR == 0,
    )
    markets = curves["market"].n_unique()
    common = enough.filter(pl.len().over("quarters") == markets)
    if not common.height:
        return [], 0
    last = int(common.select(pl.col("quarters").max()).item())
    return common.filter(pl.col("quarters") == last).to_dicts(), last // QUARTERS_A_YEAR


def _independent(row: dict[str, Any], ends: pl.DataFrame) -> str:
    """The share, how many had ended by then, and how most of them did."""
    fields = {"share": percent(row["share"]), "place": in_market(row["market"])}
    ways = {end: _ended_by(rows, row) for (end,), rows in ends.group_by("end")}
    ended = sum(ways.values())
    if not ended:
        return _("{share} {place} (none had ended)", **fields)
    end = max(ENDS, key=ways.__getitem__)
    return plural(
        "{share} {place} (one had ended, {end})",
        "{share} {place} ({count} had ended, {most} of them {end})",
        ended,
        most=ways[end],
        end=word(end),
        **fields,
    )


def _shares_of(curves: pl.DataFrame, years: int) -> list[str]:
    at = curves.filter(pl.col("quarters") == years * QUARTERS_A_YEAR).to_dicts()
    return [
        plural(
            "{share} {place} ({count} company)",
            "{share} {place} ({count} companies)",
            _ended_by(curves, row),
            share=percent(row["share"]),
            place=in_market(row["market"]),
        )
        for row in at
        if row["share"] > 0
    ]


def _ended_by(curves: pl.DataFrame, row: dict[str, Any]) -> int:
    of_market = curves.filter(
        pl.col("market") == row["market"], pl.col("quarters") <= row["quarters"]
    )
    return int(of_market["ended"].sum())


def _chance(differences: pl.DataFrame, subject: str | None = None) -> str:
    """A half-sentence on the test between two markets; nothing where one or three are shown."""
    if differences.height != 1 or differences["p_value"].item() is None:
        return ""
    p_value = differences["p_value"].item()
    shown = _("below {least}", least=TINY) if p_value < TINY else f"{p_value:.2g}"
    fields = {"what": subject or _("curves"), "p_value": shown}
    if p_value < RARE:
        return _(
            ". The {what} differ more than chance would explain (log-rank p {p_value})", **fields
        )
    return _(". The {what} may differ by chance alone (log-rank p {p_value})", **fields)


def _too_few(curves: pl.DataFrame) -> str:
    if not curves.height:
        return _("Nothing to show")
    return _(
        "Too few companies to compare: fewer than {count} were followed for a year",
        count=FEWEST_COMPARED,
    )
