"""Cards on how much was raised."""

from aiconsol.cards.gaps import funding_gaps
from aiconsol.charts import theme
from aiconsol.charts.funding import funding_chart
from aiconsol.components.chart_card import Card, Choice, Records
from aiconsol.components.reading import Reading, reading
from aiconsol.findings.funding import (
    base_quarter,
    funding_finding,
    index_finding,
    share_finding,
)
from aiconsol.findings.gaps import nothing_left
from aiconsol.language import _, plural
from aiconsol.queries.funding import (
    funding_by_quarter,
    funding_index,
    funding_shares,
    newest_rounds,
)

SCALE = Choice(
    "scale",
    _("Scale"),
    {
        "panels": _("A scale each"),
        "linear": _("One scale"),
        "log": _("Log"),
        "share": _("Share"),
        "index": _("Index"),
    },
)
COLUMNS = ("quarter", "market", "is_preliminary", "funding_usd", "giants_usd", "rounds")


def funding_card(scale: str = "panels") -> Card:
    """How much did each market raise in each quarter?"""
    now = reading()
    if scale == "share":
        return _share_card(now)
    if scale == "index":
        return _index_card(now)
    data = now.ask(funding_by_quarter)
    rounds = int(data["rounds"].sum())
    summed = plural(
        "Sum of known amounts by quarter of announcement, US dollars; {count} round.",
        "Sum of known amounts by quarter of announcement, US dollars; {count} rounds.",
        rounds,
    )
    drawn = {
        "panels": _("Light: rounds of $1 bn or more. Dashed: preliminary quarters."),
        "linear": _("Light: rounds of $1 bn or more. Dashed: preliminary quarters."),
        "log": _("Each step of the scale is ten times the one below. Pale: preliminary quarters."),
    }
    return Card(
        finding=funding_finding(data),
        measure=f"{summed} {drawn[scale]}",
        spec=theme.spec(funding_chart, now.markets, scale),
        datasets={"funding": data},
        table=data.select(*COLUMNS, "known_amounts"),
        records=Records("rounds", newest_rounds),
        gaps=funding_gaps(now),
        nothing=nothing_left(rounds),
    )


def _share_card(now: Reading) -> Card:
    data = now.ask(funding_shares)
    rounds = int(data["rounds"].sum())
    return Card(
        finding=share_finding(data),
        measure=plural(
            "Each market's share of the known money of the markets selected, by quarter of"
            " announcement; {count} round. Pale: preliminary quarters.",
            "Each market's share of the known money of the markets selected, by quarter of"
            " announcement; {count} rounds. Pale: preliminary quarters.",
            rounds,
        ),
        spec=theme.spec(funding_chart, now.markets, "share"),
        datasets={"funding_shares": data},
        table=data.select(*COLUMNS, "known_amounts", share_of_quarter="share"),
        records=Records("rounds", newest_rounds),
        gaps=funding_gaps(now),
        nothing=nothing_left(rounds),
    )


def _index_card(now: Reading) -> Card:
    data = now.ask(funding_index)
    rounds = int(now.ask(funding_by_quarter)["rounds"].sum())
    no_base = _(
        "An index needs four complete quarters in a row in which every market shown raised money."
        " Widen the quarters, or take a market away."
    )
    measure = (
        _(
            "Known amounts of the four quarters to each quarter, as an index: 100 is each market's"
            " own sum of the four quarters to {base}. Log scale: equal steps are equal growth."
            " Preliminary quarters are left out.",
            base=base_quarter(data),
        )
        if data.height
        else _("Known amounts of the four quarters to each quarter, as an index.")
    )
    return Card(
        finding=index_finding(data),
        measure=measure,
        spec=theme.spec(funding_chart, now.markets, "index"),
        datasets={"funding_index": data},
        table=data.select("quarter", "market", "four_quarters_usd", "index"),
        records=Records("rounds", newest_rounds),
        gaps=funding_gaps(now),
        nothing=nothing_left(rounds) or (None if data.height else no_base),
    )
