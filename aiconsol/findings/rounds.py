"""What the median round says, and which rounds were the largest."""

from typing import Any

import polars as pl

from aiconsol.findings.funding import last_quarter
from aiconsol.language import _, plural
from aiconsol.wording import dollars, in_market, listed, quarter_name


def median_finding(rounds: pl.DataFrame) -> str:
    """The median round of the last complete quarter shown, and over how many amounts it is.

    ``rounds`` is the answer of ``rounds_by_quarter``.
    """
    last, quarter, is_preliminary = last_quarter(rounds)
    if not last.height:
        return _("Nothing to show")
    fields = {
        "quarter": quarter,
        "parts": listed([_part(row) for row in last.iter_rows(named=True)]),
    }
    if is_preliminary:
        return _("Median round so far in {quarter}, a preliminary quarter: {parts}", **fields)
    return _("Median round of {quarter}: {parts}", **fields)


def _part(row: dict[str, Any]) -> str:
    place = in_market(row["market"])
    if row["median_usd"] is None:
        if row["rounds"]:
            return _("no amount known {place}", place=place)
        return _("no round {place}", place=place)
    fields = {"amount": dollars(row["median_usd"]), "place": place}
    if row["is_thin"]:
        return plural(
            "{amount} {place} (only {count} amount known)",
            "{amount} {place} (only {count} amounts known)",
            row["known_amounts"],
            **fields,
        )
    return plural(
        "{amount} {place} ({count} amount known)",
        "{amount} {place} ({count} amounts known)",
        row["known_amounts"],
        **fields,
    )


def largest_round_finding(rounds: pl.DataFrame) -> str:
    """The largest round of each market; ``rounds`` answers largest_rounds, largest first."""
    first = rounds.unique("market", keep="first", maintain_order=True).sort("market")
    parts = [
        _(
            "{company} {place} ({amount}, {quarter})",
            company=row["company"],
            place=in_market(row["market"]),
            amount=dollars(row["amount_usd"]),
            quarter=quarter_name(row["quarter"]),
        )
        for row in first.iter_rows(named=True)
    ]
    if not parts:
        return _("No round with a known amount and quarter")
    if len(parts) == 1:
        return _("The largest round: {parts}", parts=parts[0])
    return _("The largest rounds: {parts}", parts=listed(parts))
