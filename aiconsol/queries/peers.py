"""How a company stands among those of its segment and market."""

from dataclasses import replace

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.companies import company_totals
from aiconsol.queries.profile import Ids


def company_peers(tables: Tables, filters: Filters, ids: Ids, count: int) -> Frame:
    """Who of the first company's segment and market raised the most, and where is the company?

    Grain: company: the first ``count`` by money raised in the quarters selected, and those of
    ``ids`` whatever they raised, the most money first. Columns are those of ``company_totals``,
    and place (by money raised; null for a company of another segment or market), peers (how many
    share segment and market), peers_known (of which a known amount was raised) and is_chosen.
    """
    within = replace(filters.of_companies(), quarters=filters.quarters)
    totals = company_totals(tables, within, tables["companies"])
    first = totals.filter(nw.col("company_id") == ids[0]).select(
        own_segment="segment", own_market="market"
    )
    is_peer = (nw.col("segment") == nw.col("own_segment")) & (
        nw.col("market") == nw.col("own_market")
    )
    is_chosen = nw.col("company_id").is_in(ids)
    known = nw.when(nw.col("is_peer")).then(nw.col("raised_usd"))
    everyone = totals.join(first, how="cross").with_columns(is_peer=is_peer, is_chosen=is_chosen)
    ranked = everyone.with_columns(
        place=nw.when(nw.col("is_peer") & ~nw.col("raised_usd").is_null()).then(
            known.rank("min", descending=True)
        ),
        peers=nw.col("is_peer").cast(nw.Int64).sum(),
        peers_known=known.count(),
    )
    return (
        ranked.filter((nw.col("place") <= count) | nw.col("is_chosen"))
        .with_columns(nw.col("place", "peers", "peers_known").cast(nw.Int64))
        .drop("own_segment", "own_market", "is_peer")
        .sort("raised_usd", "company", descending=[True, False], nulls_last=True)
    )
