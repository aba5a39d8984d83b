"""Cards on who was taken over, how, and how companies end."""

from dataclasses import replace

import polars as pl

from aiconsol.cards.overview import events_card
from aiconsol.charts import theme
from aiconsol.charts.alternative import alternative_lines
from aiconsol.charts.exits import ends_bars
from aiconsol.components.chart_card import Card, Records
from aiconsol.components.reading import reading
from aiconsol.findings.alternative import alternative_finding
from aiconsol.findings.exits import ends_finding, fallen_gaps
from aiconsol.findings.gaps import event_gaps, no_deal_left
from aiconsol.language import _, plural
from aiconsol.queries.alternative import alternative_share
from aiconsol.queries.consolidation import left_out_of_events, selected_deals, selected_events
from aiconsol.queries.exits import BESIDE, EXITS, ends_by_market, fallen_through


def takeovers_card() -> Card:
    """How many companies were taken over in each quarter, and how?"""
    card = events_card()
    fallen = fallen_gaps(reading().ask(fallen_through))
    nothing = no_deal_left(int(card.table["events"].sum()))
    return replace(card, gaps=[*card.gaps, *fallen], nothing=nothing)


def alternative_card() -> Card:
    """How often does a reverse acquihire take the place of a purchase?"""
    now = reading()
    data = now.ask(alternative_share)
    events = now.ask(left_out_of_events)
    counted = int(events["events"][0])
    structure = now.filters.structure
    one_sided = _(
        "The structure filter leaves nothing to set reverse acquihires against. Clear it to see"
        " their share."
    )
    has_both = not structure or {"reverse_acquihire"} < set(structure)
    short = _("A rolling share needs four quarters. Widen the quarters.")
    return Card(
        finding=alternative_finding(data),
        measure=plural(
            "Reverse acquihires ÷ consolidation events, over the four quarters to each, by number"
            " and by known value; {count} event. Hollow: fewer than five events or known values"
            " stand behind it. Pale or dashed: preliminary quarters.",
            "Reverse acquihires ÷ consolidation events, over the four quarters to each, by number"
            " and by known value; {count} events. Hollow: fewer than five events or known values"
            " stand behind it. Pale or dashed: preliminary quarters.",
            counted,
        ),
        spec=theme.spec(alternative_lines),
        datasets={"alternative_share": data},
        table=_side_by_side(data),
        records=Records("consolidation_events", selected_events),
        gaps=event_gaps(events),
        nothing=no_deal_left(counted)
        or (None if has_both else one_sided)
        or (None if data.height else short),
    )


def _side_by_side(shares: pl.DataFrame) -> pl.DataFrame:
    """A row a quarter, its share by count beside that by known value."""
    by_count, by_value = (shares.filter(pl.col("measure") == name) for name in ("count", "value"))
    return by_count.select(
        "quarter", "is_preliminary", reverse_events="part", events="whole", share_by_count="share"
    ).join(
        by_value.select(
            "quarter",
            reverse_usd="part",
            value_usd="whole",
            known_values="records",
            share_by_value="share",
        ),
        on="quarter",
        maintain_order="left",
    )


def ends_card() -> Card:
    """How do companies end, in the US beside China?"""
    now = reading()
    data = now.ask(ends_by_market)
    shown = set(data["end"])
    return Card(
        finding=ends_finding(data),
        measure=plural(
            "Deals announced or completed, by market of the target and structure, as a share of"
            " the market's; {count} end. Below, with a scale of its own, what is no end.",
            "Deals announced or completed, by market of the target and structure, as a share of"
            " the market's; {count} ends. Below, with a scale of its own, what is no end.",
            int(data.filter(data["end"].is_in(EXITS))["deals"].sum()),
        ),
        spec=theme.spec(
            ends_bars,
            now.markets,
            tuple(end for end in EXITS if end in shown),
            tuple(end for end in BESIDE if end in shown),
        ),
        datasets={"ends": data},
        table=data,
        records=Records("deals", selected_deals),
        gaps=[
            _("A company that was listed and later closed counts at each of its ends."),
            *fallen_gaps(now.ask(fallen_through)),
        ],
        nothing=no_deal_left(int(data["deals"].sum())),
    )
