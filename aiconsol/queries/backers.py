"""Who stands behind a company, and what else each of them is to it."""

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.profile import Ids, profile_rounds


def company_backers(tables: Tables, filters: Filters, ids: Ids) -> Frame:
    """Who invested in these companies, who led, and who of them later bought or holds a stake?

    Grain: company and investor that its rounds name, the most rounds first. Columns: company_id,
    company, investor, group (the company behind it), investor_kind and investor_country (null
    where the register doesn't classify it), rounds, rounds_led, first_on and last_on (its rounds),
    bought_on and bought_by (a consolidation event of the company by the same group; null where
    there is none), stake_on (its first strategic minority stake, likewise), is_company (the
    investor or its group has a profile of its own).
    """
    rounds = profile_rounds(tables, filters, ids)
    facts = rounds.select("round_id", "company_id", "company", "announced_on")
    is_lead = nw.when(nw.col("role").cast(nw.String) == "lead").then(nw.lit(1)).otherwise(nw.lit(0))
    backers = (
        tables["participations"]
        .join(facts, on="round_id")
        .with_columns(led=is_lead)
        .group_by("company_id", "company", "investor", "group", "investor_kind", "investor_country")
        .agg(
            rounds=nw.len(),
            rounds_led=nw.col("led").sum(),
            first_on=nw.col("announced_on").min(),
            last_on=nw.col("announced_on").max(),
        )
        .with_columns(nw.col("rounds", "rounds_led").cast(nw.Int64))
    )
    own = tables["companies"].select(group="company", is_company=nw.lit(1) == 1)
    deals = tables["deals"].with_columns(
        company_id=nw.col("target_id"), group=nw.col("acquirer_group")
    )
    taken = deals.filter(nw.col("is_consolidation")).with_columns(
        bought_on=nw.col("announced_on"), bought_by=nw.col("acquirer")
    )
    is_taken = nw.col("status").is_in(["announced", "completed"])
    held = deals.filter(is_taken, nw.col("structure") == "minority_stake").with_columns(
        stake_on=nw.col("announced_on")
    )
    return (
        backers.join(
            _first(taken, "bought_on", "bought_by"), on=["company_id", "group"], how="left"
        )
        .join(_first(held, "stake_on"), on=["company_id", "group"], how="left")
        .join(own, on="group", how="left")
        .with_columns(is_company=~nw.col("is_company").is_null())
        .sort(
            "rounds",
            "rounds_led",
            "first_on",
            "investor",
            "company",
            descending=[True, True, False, False, False],
        )
    )


def _first(deals: Frame, *columns: str) -> Frame:
    """The first deal of each company and group."""
    key = ["company_id", "group"]
    ordered = deals.unique(key, keep="first", order_by=["announced_on", "deal_id"])
    return ordered.select(*key, *columns)
