"""Who backs Chinese companies, and how they end, as sentences."""

import polars as pl

from aiconsol.language import _, plural
from aiconsol.queries.strategic_backers import STATE
from aiconsol.wording import in_market, listed


def backers_finding(backers: pl.DataFrame) -> str:
    """How many of the companies shown each backer stands behind; answers strategic_backers."""
    behind = backers.filter((pl.col("rounds") > 0) | pl.col("has_stake"))
    counts = behind.group_by("backer").len().sort("len", "backer", descending=[True, False])
    if not counts.height:
        return _("The register names none of these backers in this selection")
    parts = [
        _("{backer} {count}", backer=_("the state") if name == STATE else name, count=count)
        for name, count in counts.iter_rows()
    ]
    return plural(
        "Behind {count} Chinese company: {parts}",
        "Behind the {count} Chinese companies that raised most: {parts}",
        backers["company_id"].n_unique(),
        parts=listed(parts),
    )


def backers_gaps(counts: pl.DataFrame) -> list[str]:
    """How many companies there are besides; ``counts`` answers backed_companies."""
    row = counts.row(0, named=True)
    return [
        plural(
            "Of {count} Chinese company with a round in this selection, {backed} has such a"
            " backer, as far as rounds name their investors; {unnamed} names none at all.",
            "Of {count} Chinese companies with a round in this selection, {backed} have such a"
            " backer, as far as rounds name their investors; {unnamed} name none at all.",
            row["companies"],
            backed=row["with_backer"],
            unnamed=row["unnamed"],
        ),
        _("Which investors the Chinese state owns is the register's own classification."),
    ]


def exit_years_finding(exits: pl.DataFrame) -> str:
    """Listings against takeovers of each market over the years shown; answers exit_years."""
    totals = exits.group_by("market", "end", maintain_order=True).agg(pl.col("deals").sum())
    parts = [
        _(
            "{listings} listed and {takeovers} were bought or hollowed out {place}",
            listings=_of(rows, "listed"),
            takeovers=_of(rows, "taken"),
            place=in_market(str(market)),
        )
        for (market,), rows in totals.group_by("market", maintain_order=True)
        if rows["deals"].sum()
    ]
    if not parts:
        return _("No company of this selection was taken over, listed or closed")
    return _("{parts}, {first} to {last}", parts="; ".join(parts), **_span(exits))


def _of(rows: pl.DataFrame, end: str) -> int:
    return int(rows.filter(end=end)["deals"].sum())


def _span(exits: pl.DataFrame) -> dict[str, object]:
    return {"first": exits["year"].min(), "last": exits["year"].max()}
