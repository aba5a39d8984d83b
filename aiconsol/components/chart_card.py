"""The chart card: finding, measure, options, chart, what was left out, sources, ways to take it."""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from aiconsol.charts.picture import Picture
from aiconsol.components.answers import Query
from aiconsol.components.card_head import card_head, nothing_shown
from aiconsol.components.evidence import evidence
from aiconsol.components.links import COMPANY_PAGE
from aiconsol.components.reading import reading
from aiconsol.components.work import once
from aiconsol.language import _


@dataclass(frozen=True)
class Records:
    """The records behind a card: what they are called, and the query that selects them."""

    subject: str
    query: Query
    options: tuple[object, ...] = ()


@dataclass(frozen=True)
class Card:
    """Everything that one card shows; a card without records behind it can't be built.

    ``finding`` is a sentence computed from the data shown; ``measure`` says what is measured, in
    which unit and over how many records. ``spec`` is Vega-Lite as JSON that names the datasets;
    ``table`` is the chart's data as a reader would want it, also its CSV. ``gaps`` are sentences
    on what is left out and why. ``nothing`` says why there is nothing to show, where that is so.
    """

    finding: str
    measure: str
    spec: str
    datasets: Mapping[str, pl.DataFrame]
    table: pl.DataFrame
    records: Records
    gaps: Sequence[str] = ()
    nothing: str | None = None


@dataclass(frozen=True)
class Choice:
    """An option of one chart: its key in ``compose``, its label, and value to label."""

    key: str
    label: str
    options: Mapping[str, str] = field(default_factory=dict)


def chart_card(key: str, compose: Callable[..., Card], choices: Sequence[Choice] = ()) -> None:
    """Draws a card; ``compose`` is called with the chosen options by name.

    A card is a fragment: changing one of its options redraws that card alone. It is composed once
    for each selection and for all sessions, so ``compose`` depends on the reading and its options
    alone; whatever else a card is about is bound to it with ``functools.partial``.
    """
    with st.container(border=True, key=f"card-{key}"):
        _card(key, compose, choices)


@st.fragment
def _card(key: str, compose: Callable[..., Card], choices: Sequence[Choice]) -> None:
    head = st.empty()
    with st.container(horizontal=True) if len(choices) > 1 else nullcontext():
        chosen = {choice.key: _chosen(key, choice) for choice in choices}
    card, spec = once(reading(), partial(_drawn, compose), **chosen)
    card_head(card.finding, card.measure, selection=reading().sentence, place=head)
    if card.nothing:
        nothing_shown(card.nothing)
        return
    st.vega_lite_chart(
        spec=_themed(spec),
        # the same whatever is selected: another name would embed the chart anew
        alt=_("Chart of the finding above; its figures stand in the table below"),
        key=f"chart-{key}",
        width="stretch",
    )
    evidence(
        key,
        card.records.subject,
        card.records.query,
        card.records.options,
        card.table.clone(),
        card.gaps,
        _picture(card),
    )


def _picture(card: Card) -> Picture:
    """The card's chart for a paper, without its links, which lead nowhere from there."""
    return Picture(
        title=card.finding,
        subtitle=card.measure,
        spec=card.spec,
        datasets={
            name: frame.drop(COMPANY_PAGE, strict=False) for name, frame in card.datasets.items()
        },
    )


def _themed(spec: dict[str, Any]) -> dict[str, Any]:
    """The spec with its words and rules in the colour of the reader's theme, as its axes are."""
    theme = st.context.theme.type or "light"
    ink = {"color": st.get_option(f"theme.{theme}.textColor")}
    return {**spec, "config": {"text": ink, "rule": ink, **spec.get("config", {})}}


def _drawn(compose: Callable[..., Card], **chosen: str) -> tuple[Card, dict[str, Any]]:
    """The card, and its chart with the data as Arrow, which several threads may read at once."""
    card = compose(**chosen)
    data = {name: frame.to_arrow() for name, frame in card.datasets.items()}
    return card, {**json.loads(card.spec), "datasets": data}


def _chosen(key: str, choice: Choice) -> str:
    values = list(choice.options)
    chosen = st.segmented_control(
        choice.label,
        values,
        default=values[0],
        required=True,
        format_func=lambda value: choice.options[value],
        key=f"{key}-{choice.key}",
        label_visibility="collapsed",
    )
    return chosen if chosen in choice.options else values[0]
