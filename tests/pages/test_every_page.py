"""Every page in the folder, in the states that a reader can bring it into."""

import re
from pathlib import Path

import pytest

from aiconsol.address import PAGE_PARAMETERS, read_filters
from aiconsol.components.acting import ACTING
from aiconsol.components.plain import plain
from aiconsol.dataset import shelf

PAGES = sorted(path.stem for path in (Path(__file__).parents[2] / "pages").glob("*.py"))
DATASET, __ = shelf().current()
FIRST, LAST = DATASET.quarters[0], DATASET.quarters[-1]
COMPLETE = DATASET.complete_quarters[-1]
PRELIMINARY = [name for name in DATASET.quarters if name not in DATASET.complete_quarters]
NO_SEED_IS_AN_IPO = {"kind": ["ipo"], "stage": ["seed"]}
STATES = {
    "default": {},
    "US only": {"market": ["US"]},
    "China only": {"market": ["CN"]},
    "Other only": {"market": ["Other"]},
    "no market chosen": {"market": [""]},
    "one quarter": {"quarters": [COMPLETE, COMPLETE]},
    "the first quarter": {"quarters": [FIRST, FIRST]},
    "preliminary only": {"quarters": [PRELIMINARY[0], LAST]},
    "all narrowed": {
        "market": ["US"],
        "segment": ["foundation_models", "chips"],
        "stage": ["growth", "series_b"],
        "basis": ["confirmed"],
        "giants": ["without"],
    },
    "no round left": NO_SEED_IS_AN_IPO,
    "nothing left": {
        "market": ["Other"],
        "quarters": [FIRST, FIRST],
        "segment": ["defense_and_security"],
        **NO_SEED_IS_AN_IPO,
    },
}
BAD = {
    "market": ["XX", "US"],
    "quarters": ["1999Q1", COMPLETE],
    "giants": ["perhaps"],
    "company": ["no-such-company"],
    "utm_source": ["[prize](http://example.com) <b>$1$</b>"],
}
LEAKS = re.compile(r"\bnan\b|\bNone\b|\{\w*\}|\binf\b")


def texts(app):
    """Every text that the page shows, as it is handed to the browser."""
    kinds = ("markdown", "caption", "info", "warning", "error", "html")
    shown = [element.value for kind in kinds for element in app.main.get(kind)]
    return [text for text in shown if not text.endswith(".css") and "<style>" not in text]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("state", STATES)
def test_a_page_shows_its_question_the_selection_and_no_fault(open_page, page, state):
    app = open_page(page, STATES[state])
    filters, __ = read_filters(STATES[state], DATASET.quarters, DATASET.acquirers)
    title, sentence = app.main.markdown[0].value.split("\n", maxsplit=1)
    assert not app.exception
    assert not app.error
    assert not app.warning
    assert title.startswith("# ")
    assert plain(filters.sentence(DATASET.quarters, ACTING[page])) == sentence
    assert len(app.main.children) > 1, "an empty page"
    assert [text for text in texts(app) if LEAKS.search(text)] == []


@pytest.mark.parametrize("page", PAGES)
def test_what_an_address_asks_in_vain_is_named_and_the_rest_shown(open_page, page):
    app = open_page(page, BAD)
    assert not app.exception
    named = " ".join(warning.value for warning in app.warning)
    for name, values in BAD.items():
        assert plain(f"{name}={values[0]}") in named or name in PAGE_PARAMETERS
    assert "\nUS, " in app.main.markdown[0].value


@pytest.mark.parametrize("page", PAGES)
def test_filters_hold_from_page_to_page(open_page, page):
    app = open_page("overview", {"market": ["CN"], "segment": ["chips"]})
    if page != "overview":
        app.switch_page(f"../pages/{page}.py").run()
    assert "China, " in app.main.markdown[0].value
    assert ("chips only" in app.main.markdown[0].value) == ("segment" in ACTING[page])
    assert "chips" in app.query_params["segment"]


def test_funding_says_why_nothing_is_shown_and_what_to_relax(open_page):
    app = open_page("funding", NO_SEED_IS_AN_IPO)
    assert len(app.info) >= 5
    assert all("Widen the quarters" in info.value for info in app.info)
