"""The filters in the sidebar. Each widget is bound to the address under its parameter's name."""

import streamlit as st

from aiconsol.dataset import Dataset
from aiconsol.filters import Filters
from aiconsol.language import _
from aiconsol.schema import vocabulary as words
from aiconsol.wording import capital, quarter_name, word

KEYS = ("market", "quarters", "segment", "stage", "kind", "basis", "giants")


def filter_panel(dataset: Dataset) -> Filters:
    """Draws the filters, and gives the selection that they show."""
    market = _pills("market", _("Market"), words.MARKETS, Filters.market)
    whole = (dataset.quarters[0], dataset.quarters[-1])
    quarters = st.select_slider(
        _("Quarters"),
        dataset.quarters,
        value=whole,
        format_func=quarter_name,
        key="quarters",
        bind="query-params",
    )
    giants = _single(
        "giants",
        _("Rounds of a billion dollars or more"),
        {"with": _("with them"), "without": _("without them")},
    )
    basis = _single(
        "basis",
        _("Amounts at least"),
        {"estimated": _("estimated"), "reported": _("reported"), "confirmed": _("confirmed")},
    )
    kind = _pills("kind", _("Counts as funding"), words.KINDS, Filters.kind)
    segment = _several("segment", _("Segment"), words.SEGMENTS)
    stage = _several("stage", _("Stage"), words.STAGES)
    st.button(_("Reset filters"), on_click=_reset, args=(whole,), icon=":material/restart_alt:")
    return Filters(
        market=market,
        quarters=None if tuple(quarters) == whole else (quarters[0], quarters[1]),
        segment=segment,
        stage=stage,
        kind=kind,
        basis=basis,
        giants=giants,
    )


def _pills(
    key: str, label: str, options: tuple[str, ...], default: tuple[str, ...]
) -> tuple[str, ...]:
    chosen = st.pills(
        label,
        options,
        selection_mode="multi",
        default=default,
        format_func=lambda name: capital(word(name)),
        key=key,
        bind="query-params",
    )
    return tuple(name for name in options if name in chosen)


def _single(key: str, label: str, options: dict[str, str]) -> str:
    chosen = st.segmented_control(
        label,
        list(options),
        default=next(iter(options)),
        required=True,
        format_func=lambda name: options[name],
        key=key,
        bind="query-params",
    )
    return chosen or next(iter(options))


def _several(key: str, label: str, options: tuple[str, ...]) -> tuple[str, ...]:
    chosen = st.multiselect(
        label,
        options,
        format_func=lambda name: capital(word(name)),
        placeholder=_("All"),
        key=key,
        bind="query-params",
    )
    return tuple(name for name in options if name in chosen)


def _reset(whole: tuple[str, str]) -> None:
    st.session_state.update(
        market=list(Filters.market),
        quarters=whole,
        segment=[],
        stage=[],
        kind=list(Filters.kind),
        basis=Filters.basis,
        giants=Filters.giants,
    )
