"""A deal named in an address narrows the page, and a deal that isn't there is named."""

import pytest

from aiconsol.components.answers import answer
from aiconsol.dataset import shelf
from aiconsol.filters import Filters
from aiconsol.queries.takeovers import reverse_acquihires

DATASET, __ = shelf().current()
DEAL = answer(DATASET, reverse_acquihires, Filters()).row(0, named=True)
PAGES = ("regulation", "reverse_acquihires")


def notices(app):
    return [html.value for html in app.get("html") if 'class="notice"' in html.value]


@pytest.mark.parametrize("page", PAGES)
def test_the_deal_is_said_with_a_way_back(open_page, page):
    app = open_page(page, {"deal": [DEAL["deal_id"]], "market": ["US"]})
    assert not app.exception
    assert not app.warning
    said = next(text for text in notices(app) if "Show all<" in text)
    assert DEAL["target"] in said
    assert f'href="{page}?market=US"' in said


@pytest.mark.parametrize("page", PAGES)
def test_a_deal_that_the_register_does_not_hold_is_dropped_and_named(open_page, page):
    app = open_page(page, {"deal": ["no-such-deal"]})
    assert not app.exception
    assert any("no-such-deal" in warning.value for warning in app.warning)
    assert not any("Show all<" in text for text in notices(app))


def test_the_deal_named_comes_first_among_the_panels(open_page):
    last = answer(DATASET, reverse_acquihires, Filters()).row(-1, named=True)
    app = open_page("reverse_acquihires", {"deal": [last["deal_id"]]})
    panels = next(html.value for html in app.get("html") if "deal-panels" in html.value)
    first, *others = panels.split('<article class="deal-panel')[1:]
    assert first.startswith(" chosen")
    assert last["target"] in first
    assert not any(other.startswith(" chosen") for other in others)
