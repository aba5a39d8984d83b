"""Who pays: the investors that lead rounds."""

from typing import Literal

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.funding import selected_rounds

Figure = Literal["rounds", "money"]


def lead_investors(tables: Tables, filters: Filters, figure: Figure) -> Frame:
    """Who leads the rounds of each market's companies, and how much money is in these rounds?

    Grain: market of the company and group (a venture arm counts as the company behind it) with
    at least one round led, the most rounds, or the most money, first. Columns: market, group,
    country (home; null where unknown or where its arms differ), kind (likewise), rounds,
    companies, known_amounts, led_usd (the whole known amounts of the rounds led, since shares of
    a round aren't known: a round led by two counts for both; null where no amount is known).
    """
    rounds = selected_rounds(tables, filters).select(
        "round_id", "company_id", "market", "amount_usd"
    )
    leads = (
        tables["participations"]
        .filter(nw.col("role") == "lead")
        .group_by("round_id", "group")
        .agg(nw.len().alias("names"))
    )
    amount = nw.col("amount_usd")
    led = (
        leads.join(rounds, on="round_id")
        .group_by("market", "group")
        .agg(
            rounds=nw.len(),
            companies=nw.col("company_id").n_unique(),
            known_amounts=amount.count(),
            led_usd=amount.sum(),
        )
        .with_columns(nw.col("rounds", "companies", "known_amounts").cast(nw.Int64))
        .with_columns(
            led_usd=nw.when(nw.col("known_amounts") > 0).then(nw.col("led_usd").cast(nw.Int64))
        )
    )
    order = ["rounds", "led_usd"] if figure == "rounds" else ["led_usd", "rounds"]
    return (
        led.join(_groups(tables), on="group", how="left")
        .select(
            "market", "group", "country", "kind", "rounds", "companies", "known_amounts", "led_usd"
        )
        .sort("market", *order, "group", descending=[False, True, True, False], nulls_last=True)
    )


def _groups(tables: Tables) -> Frame:
    """Home and kind of each group: its own where the register has them, else its arms' if one."""
    home, kind = nw.col("investor_country"), nw.col("investor_kind").cast(nw.String)
    arms = (
        tables["participations"]
        .group_by("group")
        .agg(a_home=home.min(), z_home=home.max(), a_kind=kind.min(), z_kind=kind.max())
    )
    own = tables["investors"].select(
        "country", group=nw.col("investor"), kind=nw.col("kind").cast(nw.String)
    )
    agreed = {
        name: nw.when(nw.col(f"a_{name}") == nw.col(f"z_{name}")).then(nw.col(f"a_{name}"))
        for name in ("home", "kind")
    }
    return (
        arms.with_columns(**{f"arms_{name}": value for name, value in agreed.items()})
        .join(own, on="group", how="left")
        .select(
            "group",
            country=nw.coalesce("country", "arms_home"),
            kind=nw.coalesce("kind", "arms_kind"),
        )
    )


def left_out_of_leads(tables: Tables, filters: Filters) -> Frame:
    """Of how many rounds is no lead investor known? Grain: market.

    Columns: market, rounds, unled (rounds that name no lead investor), undisclosed (rounds that
    name one and no amount).
    """
    named = ~nw.col("lead_investors").is_null()
    return (
        selected_rounds(tables, filters)
        .with_columns(
            is_unled=(~named).cast(nw.Int64),
            is_undisclosed=(named & nw.col("amount_usd").is_null()).cast(nw.Int64),
        )
        .group_by("market")
        .agg(
            rounds=nw.len(),
            unled=nw.col("is_unled").sum(),
            undisclosed=nw.col("is_undisclosed").sum(),
        )
        .with_columns(nw.col("rounds", "unled", "undisclosed").cast(nw.Int64))
        .sort("market")
    )
