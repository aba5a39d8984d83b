"""What reverse acquihires pay, and for which companies, beside acquisitions of the same years."""

from typing import cast

import polars as pl

from aiconsol.language import _, plural
from aiconsol.wording import times

FEW_EVENTS = 5


def compared_finding(deals: pl.DataFrame, figure: str) -> str:
    """Both structures' medians of a figure of ``takeovers_compared``, each with its count."""
    parts = [
        _median(deals, "reverse_acquihire", figure),
        _median(deals, "acquisition", figure),
    ]
    subject = {
        "raised_multiple": _("Price ÷ money raised"),
        "valuation_multiple": _("Price ÷ last valuation"),
        "months": _("Time since the last round"),
        "age_years": _("Age of the company"),
    }
    return _(
        "{subject}, median: {reverse} in reverse acquihires, {ordinary} in acquisitions",
        subject=subject[figure],
        reverse=parts[0],
        ordinary=parts[1],
    )


def _median(deals: pl.DataFrame, structure: str, figure: str) -> str:
    values = deals.filter(pl.col("structure") == structure)[figure].drop_nulls()
    if values.is_empty():
        return _("not known")
    middle = cast("float", values.median())
    match figure:
        case "months":
            said = plural("{count} month", "{count} months", round(middle))
        case "age_years":
            said = plural("{count} year", "{count} years", round(middle))
        case _:
            said = times(middle)
    if len(values) < FEW_EVENTS:
        return _("{value} (only {count} known)", value=said, count=len(values))
    return _("{value} ({count} known)", value=said, count=len(values))


def compared_gaps(deals: pl.DataFrame, figure: str) -> list[str]:
    """Sentences on the deals whose figure isn't known, of each structure."""
    unknown = deals.filter(pl.col(figure).is_null())
    reverse = unknown.filter(pl.col("structure") == "reverse_acquihire").height
    ordinary = unknown.height - reverse
    if not unknown.height:
        return []
    return [
        _(
            "Not known for {reverse} of {all_reverse} reverse acquihires and {ordinary} of"
            " {all_ordinary} acquisitions.",
            reverse=reverse,
            all_reverse=deals.filter(pl.col("structure") == "reverse_acquihire").height,
            ordinary=ordinary,
            all_ordinary=deals.filter(pl.col("structure") == "acquisition").height,
        )
    ]
