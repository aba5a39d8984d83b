"""Which large Chinese companies and state funds stand behind which Chinese start-ups."""

import narwhals as nw
import polars as pl

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters

GROUPS = ("Alibaba", "Tencent", "Baidu", "Meituan", "Xiaomi")
STATE = "state"
CHINA = "CN"
SHOWN = 24


def strategic_backers(tables: Tables, filters: Filters) -> pl.DataFrame:
    """Who of Alibaba, Tencent, Baidu, Meituan, Xiaomi and the state backs which company?

    Grain: Chinese company and backer, every pair, of the 24 companies that raised most among
    those with any such backer. Columns: place (of the company, from 0), company_id, company,
    raised_usd (known amounts of the rounds selected; null without one), backer (the group, or
    state for every investor of that kind from China), rounds (that name the backer), investors
    (their names), has_stake (the group's strategic minority stake is known, of any date).
    """
    named = _named(tables, filters)
    rounds = _rounds(tables, filters)
    raised = rounds.group_by("company_id", "company").agg(
        raised_usd=pl.when(pl.col("amount_usd").count() > 0).then(pl.col("amount_usd").sum())
    )
    stakes = _stakes(tables, filters)
    backed = pl.concat([named.select("company_id"), stakes.select("company_id")]).unique()
    shown = (
        raised.join(backed, on="company_id", how="semi")
        .sort("raised_usd", "company", descending=[True, False], nulls_last=True)
        .head(SHOWN)
        .with_row_index("place")
    )
    counted = named.group_by("company_id", "backer").agg(
        rounds=pl.col("round_id").n_unique().cast(pl.Int64),
        investors=pl.col("investor").unique().sort().str.join(", "),
    )
    backers = pl.DataFrame({"backer": [*GROUPS, STATE]})
    keys = ["company_id", "backer"]
    return (
        shown.join(backers, how="cross")
        .join(counted, on=keys, how="left", maintain_order="left")
        .join(
            stakes.with_columns(has_stake=pl.lit(value=True)),
            on=keys,
            how="left",
            maintain_order="left",
        )
        .with_columns(pl.col("rounds").fill_null(0), pl.col("has_stake").fill_null(value=False))
    )


def backed_companies(tables: Tables, filters: Filters) -> pl.DataFrame:
    """How many Chinese companies are there to back? One row: companies, with_backer, unnamed.

    ``unnamed`` companies raised rounds that name no investor at all.
    """
    rounds = _rounds(tables, filters)
    with_backer = pl.concat(
        [
            _named(tables, filters).select("company_id"),
            _stakes(tables, filters).select("company_id"),
        ]
    ).unique()
    ids = rounds.select("company_id").unique()
    participations: pl.DataFrame = tables["participations"].collect("polars").to_native()
    told = rounds.join(participations, on="round_id", how="semi").select("company_id").unique()
    return pl.DataFrame(
        {
            "companies": [ids.height],
            "with_backer": [ids.join(with_backer, on="company_id", how="semi").height],
            "unnamed": [ids.join(told, on="company_id", how="anti").height],
        }
    )


def rounds_with_backers(tables: Tables, filters: Filters) -> Frame:
    """Which rounds name such a backer? Grain and columns of ``rounds``, newest first."""
    backing = tables["participations"].filter(_is_backer()).select("round_id").unique()
    rounds = filters.on_rounds(tables["rounds"]).filter(nw.col("market") == "CN")
    return rounds.join(backing, on="round_id", how="semi").sort(
        "announced_on", "round_id", descending=[True, False]
    )


def _is_backer() -> nw.Expr:
    is_chinese = nw.col("investor_country").fill_null(CHINA) == CHINA
    is_state = (nw.col("investor_kind") == STATE) & is_chinese
    return nw.col("group").is_in(GROUPS) | is_state


def _rounds(tables: Tables, filters: Filters) -> pl.DataFrame:
    chosen = filters.on_rounds(tables["rounds"]).filter(nw.col("market") == "CN")
    rows: pl.DataFrame = (
        chosen.select("round_id", "company_id", "company", "amount_usd")
        .collect("polars")
        .to_native()
    )
    return rows


def _named(tables: Tables, filters: Filters) -> pl.DataFrame:
    """Round and investor of a backer; columns: round_id, company_id, investor, backer."""
    backing: pl.DataFrame = (
        tables["participations"]
        .filter(_is_backer())
        .select("round_id", "investor", "group")
        .collect("polars")
        .to_native()
    )
    group = pl.col("group")
    return backing.join(_rounds(tables, filters), on="round_id").select(
        "round_id",
        "company_id",
        "investor",
        backer=pl.when(group.is_in(GROUPS)).then(group).otherwise(pl.lit(STATE)),
    )


def _stakes(tables: Tables, filters: Filters) -> pl.DataFrame:
    """The groups' strategic minority stakes; columns: company_id, backer."""
    stakes = filters.on_companies(tables["deals"]).filter(
        nw.col("structure") == "minority_stake",
        nw.col("status").is_in(["announced", "completed"]),
        nw.col("market") == "CN",
        nw.col("acquirer_group").is_in(GROUPS),
        ~nw.col("target_id").is_null(),
    )
    rows: pl.DataFrame = (
        stakes.select(company_id="target_id", backer="acquirer_group")
        .unique()
        .collect("polars")
        .to_native()
    )
    return rows
