"""What a chart leaves out, counted and said."""

import polars as pl

from aiconsol.language import _, plural


def quarterly_gaps(left_out: pl.DataFrame) -> list[str]:
    """Sentences on the rounds that a quarterly sum can't show; ``left_out`` is one row."""
    year_only, undisclosed = left_out.select("year_only", "undisclosed").row(0)
    sentences = []
    if year_only:
        sentences.append(
            plural(
                "{count} round is dated to the year only and stands in no quarter.",
                "{count} rounds are dated to the year only and stand in no quarter.",
                year_only,
            )
        )
    if undisclosed:
        sentences.append(
            plural(
                "{count} round of undisclosed amount counts as a round, not as money.",
                "{count} rounds of undisclosed amount count as rounds, not as money.",
                undisclosed,
            )
        )
    return sentences


def event_gaps(left_out: pl.DataFrame) -> list[str]:
    """Sentences on the events that a chart can't show; ``left_out`` is one row."""
    year_only, undisclosed = left_out.select("year_only", "undisclosed").row(0)
    sentences = []
    if year_only:
        sentences.append(
            plural(
                "{count} deal is dated to the year only and stands in no quarter.",
                "{count} deals are dated to the year only and stand in no quarter.",
                year_only,
            )
        )
    if undisclosed:
        sentences.append(
            plural(
                "{count} deal is of undisclosed value.",
                "{count} deals are of undisclosed value.",
                undisclosed,
            )
        )
    return sentences


def nothing_left(rows: int) -> str | None:
    """Why a card is empty and what to relax; None where there are rows to show."""
    if rows:
        return None
    return _(
        "No record of the register fits this selection."
        " Widen the quarters, add a market, or clear segment and stage."
    )
