"""What the alternative share says."""

import polars as pl

from aiconsol.language import _, plural
from aiconsol.wording import dollars, percent, quarter_name


def alternative_finding(shares: pl.DataFrame) -> str:
    """How often a reverse acquihire took a purchase's place; ``shares`` answers alternative_share.

    Of the last complete quarter shown, or of the last preliminary one where all are. No percentage
    stands on fewer than five records.
    """
    complete = shares.filter(~pl.col("is_preliminary"))
    shown = complete if complete.height else shares
    if not shown.height:
        return _("Fewer than four quarters are shown, so there is no rolling share")
    last = shown.filter(pl.col("quarter") == shown["quarter"].last())
    by_count = last.filter(pl.col("measure") == "count").row(0, named=True)
    by_value = last.filter(pl.col("measure") == "value").row(0, named=True)
    quarter = quarter_name(str(by_count["quarter"]))
    fields = {"quarter": quarter, "reverse": by_count["part"]}
    if by_count["is_thin"]:
        return plural(
            "{reverse} of {count} event in the four quarters to {quarter} a reverse acquihire:"
            " too few for a share",
            "{reverse} of {count} events in the four quarters to {quarter} were reverse acquihires:"
            " too few for a share",
            by_count["whole"],
            **fields,
        )
    sentence = _(
        "{reverse} of {events} consolidation events in the four quarters to {quarter} were reverse"
        " acquihires, {share}",
        events=by_count["whole"],
        share=percent(by_count["share"]),
        **fields,
    )
    if by_value["is_thin"] or by_value["share"] is None:
        return sentence
    return sentence + _(
        "; by known value, {share} of {value}",
        share=percent(by_value["share"]),
        value=dollars(by_value["whole"]),
    )
