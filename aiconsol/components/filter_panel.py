"""The filters in the sidebar, and the address that holds them.

A widget bound to the address writes its labels there, and the labels are in the reader's language.
So a filter is two widgets: one unseen, bound under its parameter's name, whose labels are the
register's words; and the one that the reader sees and changes, which repeats it.
"""

from typing import Any

import streamlit as st

from aiconsol.dataset import Dataset
from aiconsol.filters import Filters
from aiconsol.language import _
from aiconsol.schema import vocabulary as words
from aiconsol.wording import capital, word

SEVERAL = {
    "market": words.MARKETS,
    "segment": words.SEGMENTS,
    "stage": words.STAGES,
    "kind": words.KINDS,
    "structure": words.STRUCTURES,
}
ONE = {"giants": ("with", "without"), "basis": tuple(reversed(words.KNOWN_BASES))}
ACQUIRER = "acquirer"
ON_DEALS = ("structure", ACQUIRER)


def filter_panel(dataset: Dataset, *, on_deals: bool) -> Filters:
    """Draws the filters, and gives the selection that they show.

    Structure and acquirer are seen where the page is on deals, and elsewhere for as long as they
    hold something: a link that carries them works on every page, and no filter acts unseen.
    """
    selection = _bound(dataset.acquirers)
    _repeat(selection)
    on_deals = on_deals or any(selection[key] for key in ON_DEALS)
    whole = (dataset.quarters[0], dataset.quarters[-1])
    market = _pills("market", _("Market"))
    quarters = st.select_slider(
        _("Quarters"), dataset.quarters, value=whole, key="quarters", bind="query-params"
    )
    structure = _several("structure", _("Structure of the deal")) if on_deals else ()
    acquirer = _acquirer(dataset.acquirers) if on_deals else ()
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
    kind = _pills("kind", _("Counts as funding"))
    segment = _several("segment", _("Segment"))
    stage = _several("stage", _("Stage"))
    st.button(_("Reset filters"), on_click=_reset, args=(whole,), icon=":material/restart_alt:")
    return Filters(
        market=market,
        quarters=None if tuple(quarters) == whole else (quarters[0], quarters[1]),
        segment=segment,
        stage=stage,
        kind=kind,
        basis=basis,
        giants=giants,
        structure=structure,
        acquirer=acquirer,
    )


def _bound(acquirers: tuple[str, ...]) -> dict[str, Any]:
    """The selection in the address; its widgets are hidden by the style sheet."""
    choices = SEVERAL | {ACQUIRER: acquirers}
    with st.container(key="address"):
        several = {
            key: st.multiselect(
                key, options, default=getattr(Filters, key), key=key, bind="query-params"
            )
            for key, options in choices.items()
        }
        one = {
            key: st.radio(
                key,
                options,
                index=options.index(getattr(Filters, key)),
                key=key,
                bind="query-params",
            )
            for key, options in ONE.items()
        }
    return several | one


def _seen(key: str) -> str:
    return f"seen-{key}"


def _repeat(selection: dict[str, Any]) -> None:
    """What the reader sees is what the address holds, also after a step back."""
    st.session_state.update({_seen(key): value for key, value in selection.items()})


def _changed() -> None:
    """All at once: of two quick changes, the second still finds the first.

    Where the last word of a default is taken away, all words are chosen: an address can't hold
    that none is.
    """
    chosen = {key: st.session_state[_seen(key)] for key in (*SEVERAL, ACQUIRER, *ONE)}
    none = {key: list(SEVERAL[key]) for key in ("market", "kind") if not chosen[key]}
    st.session_state.update(chosen | none)


def _pills(key: str, label: str) -> tuple[str, ...]:
    options = SEVERAL[key]
    chosen = st.pills(
        label,
        options,
        selection_mode="multi",
        format_func=lambda name: capital(word(name)),
        key=_seen(key),
        on_change=_changed,
    )
    return tuple(name for name in options if name in chosen)


def _single(key: str, label: str, names: dict[str, str]) -> str:
    chosen = st.segmented_control(
        label,
        ONE[key],
        required=True,
        format_func=lambda name: names[name],
        key=_seen(key),
        on_change=_changed,
    )
    return chosen or ONE[key][0]


def _several(key: str, label: str) -> tuple[str, ...]:
    options = SEVERAL[key]
    chosen = st.multiselect(
        label,
        options,
        format_func=lambda name: capital(word(name)),
        placeholder=_("All"),
        key=_seen(key),
        on_change=_changed,
    )
    return tuple(name for name in options if name in chosen)


def _acquirer(acquirers: tuple[str, ...]) -> tuple[str, ...]:
    chosen = st.multiselect(
        _("Acquirer"), acquirers, placeholder=_("All"), key=_seen(ACQUIRER), on_change=_changed
    )
    return tuple(name for name in acquirers if name in chosen)


def _reset(whole: tuple[str, str]) -> None:
    default = {key: list(getattr(Filters, key)) for key in (*SEVERAL, ACQUIRER)}
    default |= {key: getattr(Filters, key) for key in ONE}
    st.session_state.update(quarters=whole, **default)
