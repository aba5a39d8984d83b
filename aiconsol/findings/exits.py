"""How companies end, as sentences."""

import polars as pl

from aiconsol.language import _, plural
from aiconsol.queries.exits import EXITS
from aiconsol.wording import in_market, listed, percent, word

MANY = {
    "acquisition": _("acquisitions"),
    "reverse_acquihire": _("reverse acquihires"),
    "acquihire": _("acquihires"),
    "merger": _("mergers"),
    "asset_purchase": _("asset purchases"),
    "ipo": _("IPOs"),
    "shutdown": _("shutdowns"),
}
MAX_NAMED = 3


def ends_finding(ends: pl.DataFrame) -> str:
    """The most frequent end of each market; ``ends`` answers ends_by_market.

    A share of fewer than five ends is said as counts.
    """
    first = (
        ends.filter(pl.col("end").is_in(EXITS), pl.col("deals") > 0)
        .sort("deals", "end", descending=[True, False])
        .unique("market", keep="first", maintain_order=True)
        .sort("market")
    )
    parts = [
        _(
            "{share} of {ends} {place} were {kind}",
            share=row["deals"] if row["is_thin"] else percent(row["share"]),
            ends=row["ends"],
            place=in_market(row["market"]),
            kind=MANY[row["end"]],
        )
        for row in first.iter_rows(named=True)
    ]
    if not parts:
        return _("No company of this selection ended")
    return _("Of the ends of companies, {parts}", parts=listed(parts))


def fallen_gaps(fallen: pl.DataFrame) -> list[str]:
    """A sentence on the takeovers that came to nothing; ``fallen`` answers fallen_through."""
    if not fallen.height:
        return []
    names = [
        _("{target} ({acquirer}, {status})", target=target, acquirer=acquirer, status=word(status))
        for target, acquirer, status in fallen.select("target", "acquirer", "status").iter_rows()
    ]
    shown = names[:MAX_NAMED] if len(names) > MAX_NAMED + 1 else names
    others = [_("others")] if len(shown) < len(names) else []
    return [
        plural(
            "{count} more takeover fell through and isn't counted: {names}.",
            "{count} more takeovers fell through and aren't counted: {names}.",
            fallen.height,
            names=listed([*shown, *others]),
        )
    ]
