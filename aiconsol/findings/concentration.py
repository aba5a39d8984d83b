"""What the concentration of money says, and how much of it rests on giants."""

from typing import Any

import polars as pl

from aiconsol.findings.funding import last_quarter
from aiconsol.language import _, plural
from aiconsol.wording import BILLION, dollars, in_market, listed, percent

Row = dict[str, Any]


def five_largest_finding(concentration: pl.DataFrame) -> str:
    """Which share the five largest rounds of the last complete quarter took, market by market.

    ``concentration`` is the answer of ``concentration_by_quarter``.
    """
    last, quarter, is_preliminary = last_quarter(concentration)
    known, unknown = _known(last, "five_largest_share")
    parts = listed([_thinly(row, percent(row["five_largest_share"])) for row in known])
    if not known:
        return _nothing_known(quarter)
    if is_preliminary:
        sentence = _(
            "Of the money raised so far in {quarter}, a preliminary quarter, the five largest"
            " rounds took {parts}",
            quarter=quarter,
            parts=parts,
        )
    else:
        sentence = _(
            "Of the money raised in {quarter}, the five largest rounds took {parts}",
            quarter=quarter,
            parts=parts,
        )
    return sentence + unknown


def herfindahl_finding(concentration: pl.DataFrame) -> str:
    """The Herfindahl index of the last complete quarter shown, market by market.

    ``concentration`` is the answer of ``concentration_by_quarter``.
    """
    last, quarter, is_preliminary = last_quarter(concentration)
    known, unknown = _known(last, "herfindahl")
    parts = listed([_thinly(row, f"{row['herfindahl']:.2f}") for row in known])
    if not known:
        return _nothing_known(quarter)
    if is_preliminary:
        sentence = _(
            "Herfindahl index so far in {quarter}, a preliminary quarter: {parts}",
            quarter=quarter,
            parts=parts,
        )
    else:
        sentence = _("Herfindahl index of {quarter}: {parts}", quarter=quarter, parts=parts)
    return sentence + unknown


def giants_finding(funding: pl.DataFrame) -> str:
    """Which share of the last complete quarter's money came in giant rounds.

    ``funding`` is the answer of ``funding_by_quarter``.
    """
    last, quarter, is_preliminary = last_quarter(funding)
    known, unknown = _known(last, "funding_usd")
    shares = [percent(row["giants_usd"] / row["funding_usd"]) for row in known]
    parts = [
        _("{share} {place}", share=share, place=in_market(row["market"]))
        for share, row in zip(shares, known, strict=True)
    ]
    fields = {"amount": dollars(BILLION), "quarter": quarter, "parts": listed(parts)}
    if not known:
        return _nothing_known(quarter)
    if is_preliminary:
        sentence = _(
            "Of the money raised so far in {quarter}, a preliminary quarter, rounds of {amount} or"
            " more made up {parts}",
            **fields,
        )
    else:
        sentence = _(
            "Of the money raised in {quarter}, rounds of {amount} or more made up {parts}", **fields
        )
    return sentence + unknown


def _known(last: pl.DataFrame, figure: str) -> tuple[list[Row], str]:
    """The markets with a figure, and a half-sentence on those that have none."""
    rows = last.to_dicts()
    without = [in_market(row["market"]) for row in rows if not row[figure]]
    known = [row for row in rows if row[figure]]
    said = _("; no money is known {places}", places=listed(without)) if without else ""
    return known, said


def _nothing_known(quarter: str) -> str:
    return _("No money is known in {quarter}", quarter=quarter) if quarter else _("Nothing to show")


def _thinly(row: Row, figure: str) -> str:
    place = in_market(row["market"])
    if row["is_thin"]:
        return plural(
            "{figure} {place} (only {count} amount known)",
            "{figure} {place} (only {count} amounts known)",
            row["known_amounts"],
            figure=figure,
            place=place,
        )
    return _("{figure} {place}", figure=figure, place=place)
