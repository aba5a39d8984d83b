"""The filters in the sidebar, and the address that holds them.

A widget bound to the address writes its labels there, and the labels are in the reader's language.
So a filter is two widgets: one unseen, bound under its parameter's name, whose labels are the
register's words; and the one that the reader sees and changes, which repeats it.
"""

from collections.abc import Callable, Collection
from functools import partial
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


def filter_panel(dataset: Dataset, acting: Collection[str]) -> Filters:
    """Draws the filters that act on the page, and gives all that the address holds.

    A filter that doesn't act is seen for as long as it holds something, and said not to act here:
    a link that carries it works on every page.
    """
    selection = _bound(dataset.acquirers)
    _repeat(selection)
    whole = (dataset.quarters[0], dataset.quarters[-1])
    market = _pills("market", _("Market"))
    quarters = st.select_slider(
        _("Quarters"), dataset.quarters, value=whole, key="quarters", bind="query-params"
    )
    drawn = _others(dataset.acquirers)
    held = [key for key in drawn if key not in acting and _holds(selection, key)]
    chosen = {key: draw() for key, draw in drawn.items() if key in acting}
    if held:
        st.caption(_("Kept for other pages; on this one they change nothing:"))
        chosen |= {key: drawn[key]() for key in held}
    st.button(_("Reset filters"), on_click=_reset, args=(whole,), icon=":material/restart_alt:")
    return Filters(
        market=market,
        quarters=None if tuple(quarters) == whole else (quarters[0], quarters[1]),
        **chosen,
    )


def _others(acquirers: tuple[str, ...]) -> dict[str, Callable[[], Any]]:
    """What draws each filter but market and quarters, which act on every page."""
    giants = {"with": _("with them"), "without": _("without them")}
    basis = {"estimated": _("estimated"), "reported": _("reported"), "confirmed": _("confirmed")}
    return {
        "giants": partial(_single, "giants", _("Rounds of a billion dollars or more"), giants),
        "basis": partial(_single, "basis", _("Amounts at least"), basis),
        "kind": partial(_pills, "kind", _("Counts as funding")),
        "segment": partial(_several, "segment", _("Segment")),
        "stage": partial(_several, "stage", _("Stage")),
        "structure": partial(_several, "structure", _("Structure of the deal")),
        ACQUIRER: partial(_acquirer, acquirers),
    }


def _holds(selection: dict[str, Any], key: str) -> bool:
    """Whether the filter is elsewhere than at its default."""
    value = selection[key] if key in ONE else tuple(selection[key])
    return bool(value != getattr(Filters, key))


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
