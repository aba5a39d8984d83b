"""What the companies' income says, as sentences."""

import polars as pl

from aiconsol.language import _, plural
from aiconsol.queries.income import MAX_APART_DAYS
from aiconsol.wording import in_market, listed, times

FEW_COMPANIES = 5


def income_finding(income: pl.DataFrame, against: str) -> str:
    """The median multiple of each market, of fewer than five companies their range.

    ``income`` answers revenue_against_valuation or revenue_against_raised.
    """
    newest = income.filter("is_newest").with_columns(pl.col("market").cast(pl.String))
    parts = [
        plural(
            "{figure} {place} ({count} company)",
            "{figure} {place} ({count} companies)",
            rows.height,
            figure=_figure(rows),
            place=in_market(str(market)),
        )
        for market in ("US", "CN", "Other")
        if (rows := newest.filter(market=market)).height
    ]
    if not parts:
        return _("No company of this selection has both figures")
    if against == "valuation":
        return _("Valued at {parts} a year's revenue", parts=listed(parts))
    return _("Raised, for each dollar of yearly revenue: {parts}", parts=listed(parts))


def _figure(rows: pl.DataFrame) -> str:
    multiples = rows["multiple"].sort()
    if multiples.len() >= FEW_COMPANIES:
        return _("a median of {ratio}", ratio=times(float(multiples.quantile(0.5, "linear") or 0)))
    if multiples.len() == 1:
        return times(multiples[0])
    return _("{least} to {most}", least=times(multiples[0]), most=times(multiples[-1]))


def income_gaps(income: pl.DataFrame, against: str, without: int) -> list[str]:
    """Which dates are compared, how many lose money, and how many companies are left out.

    ``without`` counts the companies whose revenue is known, but not the other figure.
    """
    newest = income.filter("is_newest")
    yearly = newest.filter(pl.col("measure") == "year_revenue_usd").height
    losing = newest.filter(pl.col("loss_usd") > 0).height
    known = newest["loss_usd"].count()
    dates = newest["revenue_on"]
    sentences = [
        _(
            "The newest known revenues are of {first:%Y-%m} to {last:%Y-%m}, so that companies"
            " stand at different dates.",
            first=dates.min(),
            last=dates.max(),
        )
        if newest.height
        else "",
        plural(
            "{count} revenue is that of a whole year, not annualized.",
            "{count} revenues are those of a whole year, not annualized.",
            yearly,
        )
        if yearly
        else "",
        plural(
            "The newest yearly result is known of {count} company: {losing} lost money.",
            "The newest yearly result is known of {count} companies: {losing} lost money.",
            known,
            losing=losing,
        )
        if known
        else "",
    ]
    if without and against == "valuation":
        sentences.append(
            plural(
                "{count} company with a known revenue has no valuation within {days} days of it.",
                "{count} companies with a known revenue have no valuation within {days} days.",
                without,
                days=MAX_APART_DAYS,
            )
        )
    if without and against == "raised":
        sentences.append(
            plural(
                "{count} company with a known revenue has no known round before it.",
                "{count} companies with a known revenue have no known round before it.",
                without,
            )
        )
    return [sentence for sentence in sentences if sentence]
