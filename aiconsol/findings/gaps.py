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
    return sentences + undisclosed_gap(undisclosed)


def undisclosed_gap(rounds: int) -> list[str]:
    """A sentence on the rounds of undisclosed amount, where there are any."""
    if not rounds:
        return []
    return [
        plural(
            "{count} round of undisclosed amount counts as a round, not as money.",
            "{count} rounds of undisclosed amount count as rounds, not as money.",
            rounds,
        )
    ]


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


def curve_gaps(left_out: pl.DataFrame, least: str) -> list[str]:
    """What a reader of the survival curves must know; ``left_out`` is one row."""
    year_only, ended_before, unsized = left_out.select("year_only", "ended_before", "unsized").row(
        0
    )
    sentences = [
        _(
            "The register over-represents companies that survived and grew, and quiet closures"
            " are rarely recorded: read the curves as an upper bound."
        ),
        _("It begins in 2019, so that a company's first round here may be a later one in truth."),
    ]
    if year_only:
        sentences.append(
            plural(
                "{count} company is left out: its round or its end is dated to the year only.",
                "{count} companies are left out: their round or end is dated to the year only.",
                year_only,
            )
        )
    if ended_before:
        sentences.append(
            plural(
                "{count} had listed or been bought before its round.",
                "{count} had listed or been bought before their round.",
                ended_before,
            )
        )
    if unsized:
        sentences.append(
            plural(
                "{count} company raised no known round of {least} or more.",
                "{count} companies raised no known round of {least} or more.",
                unsized,
                least=least,
            )
        )
    return sentences


def no_deal_left(deals: int) -> str | None:
    """Why a card on deals is empty and what to relax; None where there are deals to show."""
    if deals:
        return None
    return _(
        "No deal of the register fits this selection. Widen the quarters, add a market,"
        " or clear structure, acquirer and segment."
    )


def no_figure_left(figures: int) -> str | None:
    """Why a card on companies' figures is empty; None where there are figures to show."""
    if figures:
        return None
    return _(
        "No such figure of the register fits this selection. Widen the quarters, add a market,"
        " clear the segment, or admit estimates."
    )
