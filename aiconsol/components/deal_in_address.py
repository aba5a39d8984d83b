"""The deal that an address names: judged, said, and a way back to all of them."""

from typing import Any

import streamlit as st

from aiconsol.address import Dropped
from aiconsol.components.links import page_link
from aiconsol.components.notice import notice
from aiconsol.components.plain import plain
from aiconsol.components.reading import reading
from aiconsol.language import _
from aiconsol.queries.consolidation import deal_named
from aiconsol.wording import day_name, word


def deal_in_address(page: str) -> str | None:
    """The id of the deal that ``deal`` in the address names; None where it names none.

    Draws which deal it is, with a link to the page without it; a deal that the register doesn't
    hold is named as dropped.
    """
    asked = st.query_params.get("deal")
    if asked is None:
        return None
    now = reading()
    found = now.ask(deal_named, asked)
    if found.is_empty():
        dropped = Dropped("deal", asked, _("not in the register"))
        st.warning(
            _("Dropped from the address: {parts}.", parts=plain(str(dropped))),
            icon=":material/link_off:",
        )
        return None
    notice(deal_name(found.row(0, named=True)), _("Show all"), page_link(page, now.chosen))
    return asked


def deal_name(deal: dict[str, Any]) -> str:
    """One sentence that tells the deal from all others."""
    return _(
        "{acquirer} and {target}, {structure} of {day}.",
        acquirer=deal["acquirer"] or _("No acquirer"),
        target=deal["target"],
        structure=word(deal["structure"]),
        day=day_name(deal["announced_on"], deal["date_precision"]),
    )
