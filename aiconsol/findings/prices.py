"""What was paid against what stood before it, as sentences."""

import polars as pl

from aiconsol.language import _, plural
from aiconsol.wording import listed, times

FEW_DEALS = 5


def prices_finding(prices: pl.DataFrame, against: str) -> str:
    """The median multiple, and that of reverse acquihires; ``prices`` answers prices_paid.

    A median stands on five deals at least; of fewer, the range is said.
    """
    if not prices.height:
        return _("No deal of this selection has both figures")
    reverse = prices.filter(pl.col("structure").cast(pl.String) == "reverse_acquihire")
    others = prices.filter(pl.col("structure").cast(pl.String) != "reverse_acquihire")
    parts = [
        _("{figure} in {deals}", figure=_figure(frame), deals=_counted(frame.height, kind))
        for frame, kind in ((reverse, "reverse"), (others, "other" if reverse.height else "all"))
        if frame.height
    ]
    paid = listed(parts)
    if against == "raised":
        return _("Paid for each dollar raised: {paid}", paid=paid)
    return _("Paid against the last valuation: {paid}", paid=paid)


def _figure(prices: pl.DataFrame) -> str:
    multiples = prices["multiple"].sort()
    if multiples.len() >= FEW_DEALS:
        return _("a median of {ratio}", ratio=times(float(multiples.quantile(0.5, "linear") or 0)))
    if multiples.len() == 1:
        return times(multiples[0])
    return _("{least} to {most}", least=times(multiples[0]), most=times(multiples[-1]))


def _counted(deals: int, kind: str) -> str:
    if kind == "reverse":
        return plural("{count} reverse acquihire", "{count} reverse acquihires", deals)
    if kind == "all":
        return plural("{count} deal", "{count} deals", deals)
    return plural("{count} other deal", "{count} other deals", deals)


def prices_gaps(left_out: pl.DataFrame, against: str) -> list[str]:
    """Sentences on the events without a multiple; ``left_out`` answers left_out_of_prices."""
    unvalued, without = left_out.select("unvalued", "without_yardstick").row(0)
    sentences = []
    if unvalued:
        sentences.append(
            plural(
                "{count} event of undisclosed value is left out.",
                "{count} events of undisclosed value are left out.",
                unvalued,
            )
        )
    if without and against == "raised":
        sentences.append(
            plural(
                "Of {count} event with a value, no source says what had been raised.",
                "Of {count} events with a value, no source says what had been raised.",
                without,
            )
        )
    if without and against == "valuation":
        sentences.append(
            plural(
                "Of {count} event with a value, no source gives a last valuation.",
                "Of {count} events with a value, no source gives a last valuation.",
                without,
            )
        )
    return sentences
