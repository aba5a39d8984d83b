"""What the clocks say, as sentences."""

from datetime import date
from typing import Any

import polars as pl

from aiconsol.language import _, plural
from aiconsol.wording import day_name, listed

NAMED = 2


def runway_finding(runways: pl.DataFrame, companies: int) -> str:
    """Of how few companies a clock is known, and until when the private ones' would run.

    ``runways`` answers runways, of ``companies`` in all.
    """
    if not runways.height:
        return _("Of no company of this selection are burn and money known")
    private = runways.filter(~pl.col("is_listed"))
    said = [
        _("{company} to {until}", company=row["company"], until=until(*_ends(row)))
        for row in private.head(NAMED).iter_rows(named=True)
    ]
    fields = {"known": runways.height, "parts": listed(said)}
    if not said:
        return plural(
            "Burn and money are known of {known} of {count} company, all listed",
            "Burn and money are known of {known} of {count} companies, all listed",
            companies,
            **fields,
        )
    return plural(
        "Burn and money are known of {known} of {count} company; unlisted: {parts}",
        "Burn and money are known of {known} of {count} companies; unlisted: {parts}",
        companies,
        **fields,
    )


def _ends(row: dict[str, Any]) -> tuple[date, date | None]:
    return row["ends_at_least_on"], row["ends_at_most_on"]


def until(least: date, most: date | None) -> str:
    """How long the money would last, as exactly as is known."""
    first = day_name(least, "month")
    if most is None:
        return _("{first} or later", first=first)
    last = day_name(most, "month")
    return first if first == last else _("{first} – {last}", first=first, last=last)


def short_until(least: date, most: date | None) -> str:
    """The same by year, for a narrow page."""
    if most is None:
        return _("{first} or later", first=least.year)
    if least.year == most.year:
        return str(least.year)
    return _("{first} – {last}", first=least.year, last=most.year)


def runway_gaps(unknown: pl.DataFrame) -> list[str]:
    """Of whom no clock is known and why; ``unknown`` answers clocks_unknown."""
    row = unknown.row(0, named=True)
    rest = row["companies"] - row["known"] - row["profitable"]
    rest -= row["without_money"] + row["outdated"]
    sentences = [
        plural(
            "Of {count} company neither burn nor loss is known: its clock is unknown.",
            "Of {count} companies neither burn nor loss is known: their clocks are unknown.",
            rest,
        )
        if rest
        else "",
        plural(
            "{count} made money in its last known year and needs no clock.",
            "{count} made money in their last known year and need no clock.",
            row["profitable"],
        )
        if row["profitable"]
        else "",
        plural(
            "Of {count} the burn is known, but neither cash nor a round.",
            "Of {count} the burn is known, but neither cash nor a round.",
            row["without_money"],
        )
        if row["without_money"]
        else "",
        plural(
            "Of {count} the figures are more than two years old.",
            "Of {count} the figures are more than two years old.",
            row["outdated"],
        )
        if row["outdated"]
        else "",
        _(
            "A clock assumes that spending stays as it was and that no money comes in: debt,"
            " revenue growth and later rounds move it. Forecasts of burn are left out."
        ),
    ]
    return [sentence for sentence in sentences if sentence]
