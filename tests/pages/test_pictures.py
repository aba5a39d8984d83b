"""Every chart of every page, under each of its options, as the picture that a reader takes away."""

from itertools import product
from pathlib import Path
from re import findall, search

import pytest

from aiconsol.charts.picture import WIDTH, png, svg
from aiconsol.components import chart_card
from aiconsol.dataset import shelf

PAGES = sorted(path.stem for path in (Path(__file__).parents[2] / "pages").glob("*.py"))
DATASET, __ = shelf().current()
ROUNDS = DATASET.tables["rounds"].collect("polars").to_native()
FUNDED = ROUNDS["company_id"].value_counts(sort=True)["company_id"][0]
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


@pytest.mark.parametrize("page", PAGES)
def test_every_chart_can_be_taken_as_a_picture(open_page, pictures, page):
    app = open_page(page, ADDRESSES.get(page, {}))
    assert not app.exception
    assert pictures
    faults = []
    for name, picture in pictures.items():
        drawn = svg(picture)
        title = search("<title>(.*?)</title>", drawn)
        marks = findall('class="mark-[a-z]+ role-mark', drawn)
        width = search(r'<svg [^>]*? width="([\d.]+)"', drawn)
        if not (title and title[1] and marks and width and float(width[1]) == WIDTH):
            faults.append((name, width and width[1], len(marks)))
        if not png(picture).startswith(b"\x89PNG"):
            faults.append((name, "no PNG"))
    assert not faults
