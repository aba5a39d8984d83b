"""What funding by quarter says."""

import polars as pl

from aiconsol.language import _
from aiconsol.wording import capital, dollars, listed, quarter_name, times, word


def funding_finding(funding: pl.DataFrame) -> str:
    """What the markets raised in the last complete quarter shown, and the ratio of US to China.

    ``funding`` is the answer of ``funding_by_quarter``. Where only preliminary quarters are shown,
    the sentence says so.
    """
    complete = funding.filter(~pl.col("is_preliminary"))
    shown = complete if complete.height else funding
    if not shown.height:
        return _("Nothing to show")
    quarter = shown["quarter"].last()
    last = shown.filter(pl.col("quarter") == quarter)
    raised = dict(last.select("market", "funding_usd").iter_rows())
    parts = [
        _("{market} {amount}", market=word(market), amount=dollars(amount))
        for market, amount in raised.items()
    ]
    fields = {"quarter": quarter_name(str(quarter)), "parts": listed(parts)}
    if not complete.height:
        return capital(_("{parts} raised so far in {quarter}, a preliminary quarter", **fields))
    if set(raised) == {"US", "CN"} and raised["US"] and raised["CN"]:
        ratio = times(raised["US"] / raised["CN"])
        return _(
            "The US raised {ratio} what China raised in {quarter}: {us} against {cn}",
            ratio=ratio,
            quarter=fields["quarter"],
            us=dollars(raised["US"]),
            cn=dollars(raised["CN"]),
        )
    return capital(_("{parts} raised in {quarter}", **fields))
