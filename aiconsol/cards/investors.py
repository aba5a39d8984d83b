"""Cards on who pays: lead investors, large technology companies, money between the countries."""

from typing import Literal

import polars as pl

from aiconsol.charts import theme
from aiconsol.charts.investors import investor_parts
from aiconsol.charts.lead_investors import lead_bars
from aiconsol.components.chart_card import Card, Choice, Records
from aiconsol.components.reading import Reading, reading
from aiconsol.findings.gaps import nothing_left, quarterly_gaps
from aiconsol.findings.investors import (
    abroad_finding,
    big_tech_finding,
    lead_finding,
    lead_gaps,
    unknown_investors,
)
from aiconsol.language import _, plural
from aiconsol.queries.funding import left_out_of_quarters, newest_rounds
from aiconsol.queries.investors import rounds_by_investors
from aiconsol.queries.lead_investors import lead_investors, left_out_of_leads

BY = Choice("figure", _("By"), {"rounds": _("Rounds"), "money": _("Money")})
SHOWN = 8
COUNTRIES = ("US", "CN")


def lead_investors_card(figure: str = "rounds") -> Card:
    """Who leads the rounds of each market's companies?"""
    now = reading()
    led = now.ask(lead_investors, figure)
    left_out = now.ask(left_out_of_leads)
    column = "rounds" if figure == "rounds" else "led_usd"
    first = led.filter(pl.col(column) > 0).group_by("market", maintain_order=True).head(SHOWN)
    named = int((left_out["rounds"] - left_out["unled"]).sum())
    ranked = {
        "rounds": _(
            "Rounds led, by market of the company; the first {count} of each.", count=SHOWN
        ),
        "money": _(
            "Whole known amounts of the rounds led, by market of the company; the first {count} of"
            " each.",
            count=SHOWN,
        ),
    }
    return Card(
        finding=lead_finding(led, figure),
        measure=ranked[figure]
        + " "
        + plural(
            "{count} round with a named lead. A venture arm counts as the company behind it. A"
            " round counts whole for each of its leads, since their shares of it are not known."
            " Hue: home of the investor, blue the US, red China, grey elsewhere or unknown.",
            "{count} rounds with a named lead. A venture arm counts as the company behind it. A"
            " round counts whole for each of its leads, since their shares of it are not known."
            " Hue: home of the investor, blue the US, red China, grey elsewhere or unknown.",
            named,
        ),
        spec=theme.spec(lead_bars, tuple(first["market"].unique(maintain_order=True)), figure),
        datasets={"leads": first},
        table=led,
        records=Records("rounds", newest_rounds),
        gaps=lead_gaps(left_out, figure),
        nothing=nothing_left(int(left_out["rounds"].sum()))
        or (None if first.height else _("No round of this selection names its lead investor.")),
    )


def big_tech_card(figure: str = "rounds") -> Card:
    """How often, and with how much money, do large technology companies take part?"""
    return _told_card(reading(), "big_tech", figure)


def abroad_card(figure: str = "rounds") -> Card:
    """How much money crosses between the US and China?"""
    return _told_card(reading(), "abroad", figure)


def _told_card(now: Reading, investors: Literal["big_tech", "abroad"], figure: str) -> Card:
    told = now.ask(rounds_by_investors, investors)
    markets = now.markets
    if investors == "abroad":
        markets = tuple(market for market in markets if market in COUNTRIES)
    with_rounds = set(told.filter(pl.col("rounds") > 0)["market"])
    measures = {
        ("big_tech", "rounds"): _(
            "Rounds by whether a large technology company, or its venture arm, is among the named"
            " investors."
        ),
        ("big_tech", "money"): _(
            "Whole known amounts of rounds, by whether a large technology company, or its venture"
            " arm, is among the named investors; its own share of a round is not known."
        ),
        ("abroad", "rounds"): _(
            "Rounds of US companies by whether a Chinese investor is named, and of Chinese"
            " companies by whether a US investor is."
        ),
        ("abroad", "money"): _(
            "Whole known amounts of rounds: of US companies by whether a Chinese investor is"
            " named, of Chinese companies by whether a US investor is; how much each gave is not"
            " known."
        ),
    }
    rolling = _(
        "Each column stands for the four quarters to its own, or for all where fewer are"
        " selected. Paler: preliminary, or fewer than five rounds."
    )
    finding = big_tech_finding if investors == "big_tech" else abroad_finding
    rounds = int(told["rounds"].sum())
    elsewhere = _(
        "Only rounds of US and Chinese companies can tell what crosses between the two."
        " Add one of them under Market."
    )
    return Card(
        finding=finding(told, figure),
        measure=f"{measures[investors, figure]} {rolling}",
        spec=theme.spec(
            investor_parts,
            tuple(name for name in markets if name in with_rounds),
            investors,
            figure,
        ),
        datasets={"told": told},
        table=told.drop("starts_on", "ends_on"),
        records=Records("rounds", newest_rounds),
        gaps=[
            *unknown_investors(told, figure),
            *quarterly_gaps(now.ask(left_out_of_quarters)),
        ],
        nothing=None if rounds else (nothing_left(0) if markets else elsewhere),
    )
