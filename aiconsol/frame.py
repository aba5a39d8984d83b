"""What all pages share: navigation, filters, what was dropped from the address, the data's date."""

from pathlib import Path

import streamlit as st

from aiconsol.address import read_filters
from aiconsol.components.acting import ACTING
from aiconsol.components.filter_panel import filter_panel
from aiconsol.components.plain import plain
from aiconsol.components.reading import Reading, open_reading
from aiconsol.dataset import shelf
from aiconsol.language import _

PAGES = Path(__file__).parent.parent / "pages"
HOME = "overview"
STYLE = Path(__file__).parent / "components" / "style.css"


def frame() -> None:
    """Draws the frame and runs the page that the address names."""
    st.set_page_config(page_title="aiconsol", layout="wide", initial_sidebar_state="auto")
    dataset, trouble = shelf().current()
    parameters = {name: st.query_params.get_all(name) for name in st.query_params}
    __, dropped = read_filters(parameters, dataset.quarters, dataset.acquirers)
    page = st.navigation(_pages())
    acting = ACTING[page.url_path or HOME]
    st.html(STYLE)
    with st.sidebar:
        chosen = filter_panel(dataset, acting)
        st.caption(
            _(
                "Data of {as_of}, version {version}; complete through {complete}.",
                as_of=dataset.manifest.as_of,
                version=dataset.version,
                complete=dataset.manifest.complete_through,
            )
        )
    open_reading(Reading(dataset, chosen, acting, tuple(dropped)))
    if trouble:
        st.warning(_("A newer dataset could not be opened; this is the one before it."))
    if dropped:
        st.warning(
            plain(_("Dropped from the address: {parts}.", parts="; ".join(map(str, dropped)))),
            icon=":material/link_off:",
        )
    page.run()


def _pages() -> list[st.Page]:
    return [
        st.Page(PAGES / f"{HOME}.py", title=_("Overview"), default=True),
        st.Page(PAGES / "funding.py", title=_("Funding")),
        st.Page(PAGES / "consolidation.py", title=_("Consolidation")),
        st.Page(PAGES / "reverse_acquihires.py", title=_("Reverse acquihires")),
        st.Page(PAGES / "regulation.py", title=_("Regulation")),
        st.Page(PAGES / "survival.py", title=_("Survival")),
        st.Page(PAGES / "companies.py", title=_("Companies")),
        st.Page(PAGES / "published_totals.py", title=_("Published totals")),
        st.Page(PAGES / "data.py", title=_("Data")),
    ]


frame()
