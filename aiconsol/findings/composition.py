"""What the money went into, as sentences."""

import polars as pl

from aiconsol.findings.gaps import undisclosed_gap
from aiconsol.language import _, plural
from aiconsol.wording import capital, in_market, listed, percent, word

SHARES = {"money": "money_share", "rounds": "rounds_share"}
UNNAMED = "unknown"
MUCH = 0.05


def composition_finding(composition: pl.DataFrame, figure: str) -> str:
    """Which segment or stage took the most in each market, among those that the sources name.

    ``composition`` is the answer of ``funding_by_category``; ``figure`` is money or rounds.
    """
    share = SHARES[figure]
    named = composition.filter(pl.col("category") != UNNAMED, pl.col(share) > 0)
    first = (
        named.sort(share, "category", descending=[True, False])
        .unique("market", keep="first", maintain_order=True)
        .sort("market")
    )
    if not first.height:
        return _nothing_named(composition, share)
    places = [
        _("{share} {place}", share=percent(part), place=in_market(market))
        for market, part in first.select("market", share).iter_rows()
    ]
    leaders = first["category"].unique()
    if leaders.len() == 1:
        fields = {"name": capital(word(leaders[0])), "parts": listed(places)}
        sentence = (
            _("{name} took the most money: {parts}", **fields)
            if figure == "money"
            else _("{name} saw the most rounds: {parts}", **fields)
        )
    else:
        each = [
            _(
                "{name} {place} ({share})",
                name=word(name),
                place=in_market(market),
                share=percent(part),
            )
            for market, name, part in first.select("market", "category", share).iter_rows()
        ]
        sentence = (
            _("The most money went to {parts}", parts=listed(each))
            if figure == "money"
            else _("The most rounds: {parts}", parts=listed(each))
        )
    return sentence + _unnamed(composition, share)


def _nothing_named(composition: pl.DataFrame, share: str) -> str:
    if composition.filter(pl.col(share) > 0).height:
        return _("No stage named by the sources")
    if share == SHARES["money"]:
        return _("No known amount to divide")
    return _("No round to divide")


def _unnamed(composition: pl.DataFrame, share: str) -> str:
    """A half-sentence on how much the sources don't name, where that is a twentieth or more."""
    unnamed = composition.filter(pl.col("category") == UNNAMED, pl.col(share) >= MUCH)
    parts = [
        _("{share} {place}", share=percent(part), place=in_market(market))
        for market, part in unnamed.select("market", share).iter_rows()
    ]
    return _("; of unknown stage: {parts}", parts=listed(parts)) if parts else ""


def composition_gaps(left_out: pl.DataFrame) -> list[str]:
    """Sentences on what a sum by category can't show; ``left_out`` is one row."""
    undisclosed, unnamed = left_out.select("undisclosed", "unnamed").row(0)
    sentences = []
    if unnamed:
        sentences.append(
            plural(
                "{count} round is of a stage that its source doesn't name.",
                "{count} rounds are of a stage that their sources don't name.",
                unnamed,
            )
        )
    return sentences + undisclosed_gap(undisclosed)
