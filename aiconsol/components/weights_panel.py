"""The weights of the pressure score, each bound to the address."""

import streamlit as st

from aiconsol.estimates.weights import (
    EQUAL,
    MAX_WEIGHT,
    PARTS,
    WEIGHT,
    WEIGHT_PARAMETERS,
    Weights,
    parameter,
    read_weights,
)
from aiconsol.language import _
from aiconsol.wording import capital, word

WIDTH = 184
SCALES = {
    "quiet": _("From 0 just after an equity round to 1 after 36 months."),
    "raised": _("From 0 at the middle of the segment's five largest sums to 1 at a hundredth."),
    "runway": _("From 0 where the money lasts 24 months to 1 where none is left."),
    "multiple": _("From 0 at 10 times revenue to 1 at 100 times."),
    "big_tech": _("1 where a large technology company holds a stake, else 0."),
}


def weights_panel() -> Weights:
    """Draws a slider for each part with its scale, names what was dropped, gives the weights."""
    given = {name: st.query_params.get_all(name) for name in WEIGHT_PARAMETERS}
    __, dropped = read_weights(given)
    st.markdown("## " + _("The watchlist"))
    st.markdown(
        _(
            "The pressure score is the weighted mean of five parts that can be checked by hand,"
            " each from 0 to 1. The scales and the equal weights were set by judgement, not fitted"
            " to what happened. Set the weights here; the address keeps them."
        )
    )
    if dropped:
        st.warning(
            _("Dropped from the address: {parts}.", parts="; ".join(map(str, dropped))),
            icon=":material/link_off:",
        )
    with st.container(horizontal=True):
        weights = tuple(map(_weight, PARTS))
    if weights != EQUAL:
        st.button(_("Equal weights"), on_click=_equal, icon=":material/restart_alt:")
    return weights


def _weight(part: str) -> int:
    with st.container(width=WIDTH, gap="xxsmall"):
        weight = st.slider(
            capital(word(f"{part}_part")),
            min_value=0,
            max_value=MAX_WEIGHT,
            value=WEIGHT,
            key=parameter(part),
            bind="query-params",
        )
        st.caption(SCALES[part])
    return int(weight)


def _equal() -> None:
    st.session_state.update({parameter(part): WEIGHT for part in PARTS})
