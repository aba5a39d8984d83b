"""The consolidation page: its own filters, and what it says of a selection."""

import pytest

from aiconsol.components.acting import ACTING
from aiconsol.components.answers import answer
from aiconsol.components.plain import plain
from aiconsol.dataset import shelf
from aiconsol.filters import Filters
from aiconsol.queries.consolidation import selected_deals

DATASET, __ = shelf().current()
SEEN = ("seen-structure", "seen-acquirer")


def seen_filters(app):
    return [widget.key for widget in app.sidebar.multiselect if widget.key in SEEN]


@pytest.mark.parametrize(
    ("page", "address", "seen"),
    [
        ("consolidation", {}, SEEN),
        ("regulation", {}, SEEN),
        ("overview", {}, SEEN),
        ("funding", {}, ()),
        ("companies", {"structure": ["merger"]}, SEEN[:1]),
        ("funding", {"acquirer": [DATASET.acquirers[0]]}, SEEN[1:]),
    ],
)
def test_the_filters_of_deals_are_seen_on_their_pages_and_where_they_hold(
    open_page, page, address, seen
):
    app = open_page(page, address)
    assert tuple(seen_filters(app)) == tuple(seen)
    assert not app.warning
    told = [text.value for text in app.sidebar.caption if "change nothing" in text.value]
    assert bool(told) == bool(set(address) - set(ACTING[page]))


def test_structure_and_acquirer_hold_from_page_to_page(open_page):
    acquirer = DATASET.acquirers[0]
    app = open_page("overview", {"structure": ["acquisition"], "acquirer": [acquirer]})
    for page in ("consolidation", "funding", "regulation"):
        app.switch_page(f"../pages/{page}.py").run()
        said = plain(f"deals: acquisition, bought by {acquirer}") in app.main.markdown[0].value
        assert said == (page != "funding")
        assert not app.exception


def test_the_records_are_all_the_deals_of_the_selection(open_page):
    app = open_page("consolidation", {"structure": ["minority_stake"]})
    deals = answer(DATASET, selected_deals, Filters(structure=("minority_stake",)))
    titles = [element.value for element in app.main.markdown if element.value.startswith("####")]
    assert titles[-1].startswith(f"#### {deals.height} deals, ")
    assert len(app.info) == 5, "all cards on events say that none is left"


def test_a_share_needs_something_to_stand_against(open_page):
    app = open_page("consolidation", {"structure": ["reverse_acquihire"]})
    assert any("nothing to set reverse acquihires against" in info.value for info in app.info)
