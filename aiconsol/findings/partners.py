"""Who moved from partner to owner, as a sentence."""

import polars as pl

from aiconsol.language import _, plural

REVERSE = "reverse_acquihire"


def partners_finding(steps: pl.DataFrame, events: pl.DataFrame) -> str:
    """In how many takeovers the acquirer had invested before, and in which kind.

    ``steps`` answers partners_to_owners, ``events`` are the consolidation events selected.
    """
    owned = steps.unique("deal_id")
    reverse = int((owned["structure"] == REVERSE).sum())
    all_reverse = int((events["structure"].cast(pl.String) == REVERSE).sum())
    others = owned.height - reverse
    if not owned.height:
        return _("No acquirer of this selection is known to have invested in its target before")
    return plural(
        "{count} takeover was by an earlier investor: {reverse} of {all_reverse} reverse"
        " acquihires, {others} of {all_others} other takeovers",
        "{count} takeovers were by an earlier investor: {reverse} of {all_reverse} reverse"
        " acquihires, {others} of {all_others} other takeovers",
        owned.height,
        reverse=reverse,
        all_reverse=all_reverse,
        others=others,
        all_others=f"{events.height - all_reverse:,}",
    )
