"""Every chart of every page, under each of its options, as the picture that a reader takes away."""

from html import unescape
from itertools import product
from pathlib import Path
from re import findall, search

import pytest

from aiconsol.charts.picture import WIDTH, png, svg
from aiconsol.components import chart_card
from aiconsol.dataset import shelf

SOURCES = {
    path.stem: path.read_text() for path in (Path(__file__).parents[2] / "pages").glob("*.py")
}
PAGES = sorted(SOURCES)
CARDS = findall(r'chart_card\("([a-z-]+)"', " ".join(SOURCES.values()))
DATASET, __ = shelf().current()
ROUNDS = DATASET.tables["rounds"].collect("polars").to_native()
FUNDED = ROUNDS["company_id"].value_counts(sort=True)["company_id"][0]
LABEL_BEYOND = 8
"""Pixels by which the last label of an axis may stand out, for which the picture makes room."""
ADDRESSES = {"companies": {"company": [FUNDED]}}


@pytest.fixture
def pictures(monkeypatch):
    """Stands for the cards: composes each under all of its options, and keeps the pictures."""
    made = {}

    def composed(key, compose, choices):
        for options in product(*(choice.options for choice in choices)):
            names = (choice.key for choice in choices)
            card = compose(**dict(zip(names, options, strict=True)))
            if not card.nothing:
                made[key, *options] = chart_card._picture(card)

    monkeypatch.setattr(chart_card, "_card", composed)
    return made


def test_every_chart_can_be_taken_as_a_picture(open_page, pictures):
    for page in PAGES:
        assert not open_page(page, ADDRESSES.get(page, {})).exception
    assert {key for key, *__ in pictures} == set(CARDS)
    faults = {name: fault for name, picture in pictures.items() if (fault := _fault(picture))}
    assert faults == {}


def _fault(picture):
    drawn = svg(picture)
    title = search("<title>(.*?)</title>", drawn)
    if not title or unescape(title[1]) != picture.title:
        return "its finding is missing"
    if not findall('class="mark-[a-z]+ role-mark', drawn):
        return "it has no marks"
    width = float(search(r'<svg [^>]*? width="([\d.]+)"', drawn)[1])
    return None if WIDTH <= width <= WIDTH + LABEL_BEYOND else f"it is {width} wide"


def test_a_picture_of_a_page_is_a_png(open_page, pictures):
    open_page("overview")
    assert png(next(iter(pictures.values()))).startswith(b"\x89PNG")
