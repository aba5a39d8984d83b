"""What publishers report beside the register, as sentences."""

from typing import Any

import polars as pl

from aiconsol.language import _, plural
from aiconsol.wording import capital, dollars, in_market, listed, percent, quarter_name, word

Row = dict[str, Any]


def published_finding(totals: pl.DataFrame) -> str:
    """Between what publishers put each market's funding, and what the register holds.

    ``totals`` answers published_funding. Each market's newest complete period that has a total.
    """
    parts = [_between(row) for row in newest(totals)]
    return capital("; ".join(parts)) if parts else _("No published total for a complete period")


def coverage_finding(totals: pl.DataFrame) -> str:
    """Which part of the published totals the register holds; ``totals`` as above."""
    parts = [_coverage(row) for row in newest(totals) if row["least"] is not None]
    if not parts:
        return _("No published total to hold the register against")
    return _("The register holds {parts}", parts=listed(parts))


def coverage_sentence(totals: pl.DataFrame) -> list[str]:
    """One short sentence for the foot of a funding chart; none where nothing is published."""
    parts = [_coverage(row) for row in newest(totals) if row["least"] is not None]
    if not parts:
        return []
    return [_("Coverage: the register holds {parts}.", parts=listed(parts))]


def newest(totals: pl.DataFrame) -> list[Row]:
    """Each market's newest complete period with a total: the span of totals and of coverage.

    Columns: market, period, register_usd, publishers, lowest_usd, highest_usd, least, most
    (coverage by the highest and by the lowest total).
    """
    complete = totals.filter(~pl.col("is_preliminary"))
    last = complete.filter(pl.col("starts_on") == pl.col("starts_on").max().over("market"))
    spans = last.group_by("market", "period", "register_usd").agg(
        publishers=pl.col("publisher").n_unique(),
        lowest_usd=pl.col("published_usd").min(),
        highest_usd=pl.col("published_usd").max(),
        least=pl.col("coverage").min(),
        most=pl.col("coverage").max(),
    )
    return spans.sort(pl.col("market") != "US", "market").to_dicts()


def measure_finding(totals: pl.DataFrame, metric: str) -> str:
    """How many totals of how many publishers stand for the measure; the span of the newest."""
    publishers = totals["publisher"].n_unique()
    if not publishers:
        return _("No publisher's figure of this measure in the quarters shown")
    return _(
        "{measure}: {totals} of {publishers}",
        measure=capital(word(metric)).removesuffix(", $"),
        totals=plural("{count} figure", "{count} figures", totals.height),
        publishers=plural("{count} publisher", "{count} publishers", publishers),
    )


def early_stage_finding(totals: pl.DataFrame) -> str:
    """How early-stage generative AI fared; ``totals`` answers early_stage_totals."""
    counts = totals.filter(pl.col("metric") == "deal_count")
    if not counts.height:
        return _("No published figure of early-stage generative AI in the quarters shown")
    last = counts.row(-1, named=True)
    money = totals.filter(pl.col("metric") == "funding_usd", pl.col("period") == last["period"])
    fields = {"count": f"{last['value']:,.0f}", "period": period_name(last["period"])}
    parts = [
        _("{count} deals worth {sum} in {period}", sum=dollars(money["value"][0]), **fields)
        if money.height
        else _("{count} deals in {period}", **fields)
    ]
    if counts.height > 1:
        before = counts.row(-2, named=True)
        earlier = {"count": f"{before['value']:,.0f}", "period": period_name(before["period"])}
        parts.append(_("after {count} in {period}", **earlier))
    return _(
        "Early-stage generative AI in the US, as {publisher} counts: {parts}",
        publisher=last["publisher"],
        parts=", ".join(parts),
    )


def published_gaps(left_out: pl.DataFrame) -> list[str]:
    """Sentences on the totals that can't stand beside the register; ``left_out`` is one row."""
    earlier, other_periods = left_out.select("earlier", "other_periods").row(0)
    sentences = [_("Segment and stage don't apply: publishers' totals can't be cut by them.")]
    if earlier:
        sentences.append(
            plural(
                "{count} total is of a period before the register begins.",
                "{count} totals are of periods before the register begins.",
                earlier,
            )
        )
    if other_periods:
        sentences.append(
            plural(
                "{count} total is of a period of another length.",
                "{count} totals are of periods of another length.",
                other_periods,
            )
        )
    return sentences


def period_name(period: str) -> str:
    """2024Q3 as 2024 Q3, 2024H1 as 2024 H1, 2024 as it is."""
    return quarter_name(period).strip()


def _between(row: Row) -> str:
    fields = {
        "period": period_name(row["period"]),
        "place": in_market(row["market"]),
        "lowest": dollars(row["lowest_usd"]),
        "highest": dollars(row["highest_usd"]),
        "held": _("nothing known") if row["register_usd"] is None else dollars(row["register_usd"]),
    }
    if row["publishers"] == 1:
        return _(
            "one publisher puts AI funding {place} in {period} at {highest}, the register holds"
            " {held}",
            **fields,
        )
    return plural(
        "{count} publisher puts AI funding {place} in {period} at {lowest} to {highest}, the"
        " register holds {held}",
        "{count} publishers put AI funding {place} in {period} at {lowest} to {highest}, the"
        " register holds {held}",
        row["publishers"],
        **fields,
    )


def _coverage(row: Row) -> str:
    least, most = percent(row["least"]), percent(row["most"])
    fields = {
        "span": least if least == most else _("{least} to {most}", least=least, most=most),
        "place": in_market(row["market"]),
        "period": period_name(row["period"]),
    }
    return plural(
        "{span} of what {count} publisher reports for AI {place} in {period}",
        "{span} of what {count} publishers report for AI {place} in {period}",
        row["publishers"],
        **fields,
    )
