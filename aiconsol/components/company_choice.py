"""Which companies the page shows: chosen by address, by search, by a click; kept in the address."""

from collections.abc import Collection, Mapping, Sequence

import streamlit as st

from aiconsol.address import Dropped
from aiconsol.components.reading import reading
from aiconsol.language import _
from aiconsol.queries.companies import company_names

FIRST, SECOND, SEARCH = "company", "beside", "search"
BESIDE_CHOICE = "beside-choice"
LONGEST_SEARCH = 80


def chosen_companies() -> tuple[str, ...]:
    """The ids of no, one or two companies that the address names; what it can't is said."""
    parameters = {name: st.query_params.get_all(name) for name in (FIRST, SECOND)}
    chosen, dropped = judged(parameters, set(reading().ask(company_names)["company_id"]))
    if dropped:
        st.warning(
            _("Dropped from the address: {parts}.", parts="; ".join(map(str, dropped))),
            icon=":material/link_off:",
        )
    return chosen


def judged(
    parameters: Mapping[str, Sequence[str]], known: Collection[str]
) -> tuple[tuple[str, ...], list[Dropped]]:
    """The first company and the one beside it, and what of the address had to be dropped.

    ``known`` are the ids of the register. A company beside no other is the first. Never raises.
    """
    chosen, dropped = list[str](), list[Dropped]()
    for parameter in (FIRST, SECOND):
        taken = False
        for value in parameters.get(parameter, []):
            if value not in known:
                reason = _("no company of the register has this id")
            elif taken:
                reason = _("one company at a time")
            elif value in chosen:
                reason = _("a company isn't compared with itself")
            else:
                chosen.append(value)
                taken = True
                continue
            dropped.append(Dropped(parameter, value, reason))
    return tuple(chosen), dropped


def search_box() -> str:
    """Draws the search, and gives what is sought; typing leaves the profile."""
    sought = st.text_input(
        _("Find a company"),
        key=SEARCH,
        type="search",
        max_chars=LONGEST_SEARCH,
        placeholder=_("English or Chinese name, or a part of it"),
        icon=":material/search:",
        on_change=leave,
        bind="query-params",
        label_visibility="collapsed",
    )
    return " ".join((sought or "")[:LONGEST_SEARCH].split())


def compare_box(chosen: tuple[str, ...]) -> None:
    """Draws the way back to all companies, and the choice of one to set beside the first."""
    names = reading().ask(company_names).select("company_id", "company", "native_name")
    labels = {company_id: " ".join(filter(None, own)) for company_id, *own in names.iter_rows()}
    st.session_state[BESIDE_CHOICE] = chosen[1] if len(chosen) > 1 else None
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.button(_("All companies"), on_click=leave, icon=":material/arrow_back:")
        st.selectbox(
            _("Set beside it"),
            [company_id for company_id in labels if company_id != chosen[0]],
            format_func=labels.__getitem__,
            placeholder=_("Set another company beside it"),
            key=BESIDE_CHOICE,
            on_change=_set_beside,
            label_visibility="collapsed",
            index=None,
        )
    st.caption(
        _(
            "Of the filters, a profile follows what counts as funding, how certain amounts must be"
            " and the rounds of $1 bn or more, over all quarters; its peers follow the quarters"
            " too."
        ).replace("$", r"\$")
    )


def open_company(company_id: str) -> None:
    """Shows the company's profile from the next run on; for callbacks."""
    leave()
    st.session_state[SEARCH] = ""
    st.query_params[FIRST] = company_id


def _set_beside() -> None:
    st.query_params.pop(SECOND, None)
    if chosen := st.session_state[BESIDE_CHOICE]:
        st.query_params[SECOND] = chosen


def leave() -> None:
    """Shows no profile from the next run on; for callbacks."""
    for parameter in (FIRST, SECOND):
        st.query_params.pop(parameter, None)
