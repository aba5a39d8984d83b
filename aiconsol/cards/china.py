"""China beside it: who backs its companies, and how they end against those of the US."""

from aiconsol.charts import theme
from aiconsol.charts.exit_years import exit_years as exit_columns
from aiconsol.charts.exits import ends_bars
from aiconsol.charts.strategic_backers import backer_cells
from aiconsol.components.chart_card import Card, Choice, Records
from aiconsol.components.links import with_company_pages
from aiconsol.components.reading import reading
from aiconsol.findings.china import backers_finding, backers_gaps, exit_years_finding
from aiconsol.findings.exits import ends_finding
from aiconsol.findings.gaps import no_deal_left
from aiconsol.language import _
from aiconsol.queries.exit_years import ended_companies, ended_since, ends_since, exit_years
from aiconsol.queries.exits import BESIDE, EXITS
from aiconsol.queries.strategic_backers import (
    backed_companies,
    rounds_with_backers,
    strategic_backers,
)

VIEW = Choice(
    "view", _("View"), {"years": _("Year by year"), "mix": _("How they ended since 2023")}
)


def backers_card() -> Card:
    """Which large companies and state funds stand behind which Chinese start-ups?"""
    now = reading()
    backers, counts = now.ask(strategic_backers), now.ask(backed_companies)
    none = _(
        "No round of a Chinese company in this selection names such a backer."
        " Add China, widen the quarters, or clear segment and stage."
    )
    return Card(
        finding=backers_finding(backers),
        measure=_(
            "Rounds that name the backer, by company, those that raised most first; state: any"
            " investor that the Chinese state owns. Ring: the register knows a strategic minority"
            " stake. Right: raised in the rounds selected. {shown} of {backed} companies with"
            " such a backer.",
            shown=backers["company_id"].n_unique(),
            backed=counts["with_backer"].item(),
        ),
        spec=theme.spec(backer_cells),
        datasets={"backers": with_company_pages(backers, "company", now)},
        table=backers.drop("place", "company_id"),
        records=Records("rounds", rounds_with_backers),
        gaps=backers_gaps(counts),
        nothing=None if backers.height else none,
    )


def exits_card(view: str = "years") -> Card:
    """Do companies list or are they taken over, in China beside the US?"""
    return _mix() if view == "mix" else _years()


def _years() -> Card:
    now = reading()
    exits = now.ask(exit_years, now.dataset.manifest.complete_through)
    ended = int(exits["deals"].sum())
    return Card(
        finding=exit_years_finding(exits),
        measure=_(
            "Companies by the year of the deal that ended their private independence, {ended} ends,"
            " the scale is each market's own. Pale: the register isn't complete for the year.",
            ended=ended,
        ),
        spec=theme.spec(exit_columns, now.markets),
        datasets={"exits": exits},
        table=exits,
        records=Records("deals", ended_companies),
        gaps=[
            _(
                "A takeover counts once announced, a listing once completed. A company that listed"
                " and was later bought counts at each."
            )
        ],
        nothing=no_deal_left(ended),
    )


def _mix() -> Card:
    now = reading()
    data = now.ask(ends_since)
    shown = set(data["end"])
    ended = int(data.filter(data["end"].is_in(EXITS))["deals"].sum())
    return Card(
        finding=ends_finding(data),
        measure=_(
            "Deals announced or completed since 2023, by market of the target and structure, as a"
            " share of the market's; {ended} ends. Below, with a scale of its own, what is no end.",
            ended=ended,
        ),
        spec=theme.spec(
            ends_bars,
            now.markets,
            tuple(end for end in EXITS if end in shown),
            tuple(end for end in BESIDE if end in shown),
        ),
        datasets={"ends": data},
        table=data,
        records=Records("deals", ended_since),
        gaps=[_("Deals dated to the year only are left out.")],
        nothing=no_deal_left(int(data["deals"].sum())),
    )
