"""What funding by quarter says."""

from typing import Any

import polars as pl

from aiconsol.language import _
from aiconsol.wording import dollars, in_market, listed, percent, quarter_name, times


def funding_finding(funding: pl.DataFrame) -> str:
    """What the markets raised in the last complete quarter shown, and the ratio of US to China.

    ``funding`` is the answer of ``funding_by_quarter``. Where only preliminary quarters are shown,
    the sentence says so.
    """
    last, quarter, is_preliminary = last_quarter(funding)
    if not last.height:
        return _("Nothing to show")
    if not last["rounds"].sum():
        return _("No round in {quarter}", quarter=quarter)
    raised = dict(last.select("market", "funding_usd").iter_rows())
    if not is_preliminary and set(raised) == {"US", "CN"} and raised["US"] and raised["CN"]:
        return _us_against_china(raised["US"], raised["CN"], quarter)
    parts = [
        _("{amount} {place}", amount=_sum(row), place=in_market(row["market"]))
        for row in last.iter_rows(named=True)
    ]
    fields = {"quarter": quarter, "parts": listed(parts)}
    if is_preliminary:
        return _("Raised so far in {quarter}, a preliminary quarter: {parts}", **fields)
    return _("Raised in {quarter}: {parts}", **fields)


def share_finding(shares: pl.DataFrame) -> str:
    """How the money of the last complete quarter was split; ``shares`` answers funding_shares."""
    last, quarter, is_preliminary = last_quarter(shares)
    if not last.height:
        return _("Nothing to show")
    if last.height == 1:
        return _("Only one market is selected, so its share is the whole")
    if last["share"].null_count() == last.height:
        return _("No known money in {quarter} to share out", quarter=quarter)
    parts = [
        _("no known amount {place}", place=in_market(market))
        if share is None
        else _("{share} {place}", share=percent(share), place=in_market(market))
        for market, share in last.select("market", "share").iter_rows()
    ]
    fields = {"quarter": quarter, "parts": listed(parts)}
    if is_preliminary:
        return _("Money raised so far in {quarter}, a preliminary quarter: {parts}", **fields)
    return _("Money raised in {quarter}: {parts}", **fields)


def index_finding(index: pl.DataFrame) -> str:
    """How far each market's funding has come since the base; ``index`` answers funding_index."""
    last, quarter, __ = last_quarter(index)
    if not last.height:
        return _("Nothing to show")
    base = base_quarter(index)
    if quarter == base:
        return _("The four quarters to {quarter} are the base, and none follows", quarter=base)
    parts = [
        _("{ratio} {place}", ratio=times(value / 100), place=in_market(market))
        if value
        else _("not known {place}", place=in_market(market))
        for market, value in last.select("market", "index").iter_rows()
    ]
    return _(
        "Against the four quarters to {base}, funding of the four to {quarter} is {parts}",
        quarter=quarter,
        base=base,
        parts=listed(parts),
    )


def base_quarter(index: pl.DataFrame) -> str:
    """The last quarter of the index's base."""
    return quarter_name(str(index["quarter"].first()))


def last_quarter(rows: pl.DataFrame) -> tuple[pl.DataFrame, str, bool]:
    """The rows of the last complete quarter, its name, and whether all shown are preliminary.

    Where all are, the last preliminary quarter that has any round stands for it.
    """
    complete = rows.filter(~pl.col("is_preliminary"))
    shown = complete if complete.height else _begun(rows)
    if not shown.height:
        return shown, "", False
    quarter = shown["quarter"].last()
    last = shown.filter(pl.col("quarter") == quarter)
    return last, quarter_name(str(quarter)), not complete.height


def _begun(rows: pl.DataFrame) -> pl.DataFrame:
    """The quarters up to the last that has any round; all of them where none has."""
    if not rows.height:
        return rows
    count = "rounds" if "rounds" in rows.columns else "known_amounts"
    begun = rows.filter(pl.col(count) > 0)
    return rows.filter(pl.col("starts_on") <= begun["starts_on"].max()) if begun.height else rows


def _sum(row: dict[str, Any]) -> str:
    if not row["rounds"]:
        return _("no round")
    return dollars(row["funding_usd"]) if row["known_amounts"] else _("no known amount")


def _us_against_china(us: int, china: int, quarter: str) -> str:
    fields = {"quarter": quarter, "us": dollars(us), "cn": dollars(china)}
    if us >= china:
        return _(
            "The US raised {ratio} what China raised in {quarter}: {us} against {cn}",
            ratio=times(us / china),
            **fields,
        )
    return _(
        "China raised {ratio} what the US raised in {quarter}: {cn} against {us}",
        ratio=times(china / us),
        **fields,
    )
