"""The Data page: what an address asks of its history, over a dataset in which records changed."""

import polars as pl
import pytest

from aiconsol.dataset import Dataset, shelf
from aiconsol.register.build import write_dataset
from aiconsol.register.settings import read_settings
from aiconsol.schema import HISTORY_TABLES
from tests.pages.conftest import ROOT

SETTINGS = read_settings(ROOT / "data" / "register")
FACTS = {
    name: frame
    for name, frame in Dataset(str(ROOT / "data")).frames.items()
    if name not in HISTORY_TABLES
}


@pytest.fixture
def changed(tmp_path, monkeypatch):
    """A dataset in whose second version a round was added and one corrected."""
    rounds = FACTS["rounds"]
    known = pl.col("amount_usd").is_not_null().cum_sum() == 1
    before = rounds.head(-1).with_columns(
        amount_usd=pl.when(known).then(pl.col("amount_usd") - 1).otherwise("amount_usd")
    )
    write_dataset(tmp_path, FACTS | {"rounds": before}, SETTINGS)
    write_dataset(tmp_path, FACTS, SETTINGS)
    monkeypatch.setenv("AICONSOL_DATASET", str(tmp_path))
    shelf.cache_clear()
    yield shelf().current()[0]
    shelf.cache_clear()


def headline(app):
    return next(
        text.value
        for text in app.main.markdown
        if "no record" in text.value.lower() or "in all" in text.value
    )


@pytest.mark.parametrize(
    ("since", "told"),
    [
        ([], "#### In the last version, of "),
        (["2024-08-01"], "#### Since "),
        (["2099-01-01"], "#### No record has changed since 2099"),
    ],
)
def test_the_address_says_since_when(changed, open_page, since, told):
    app = open_page("data", {"since": since} if since else {})
    assert not app.exception
    assert not app.warning
    assert headline(app).startswith(told)
    counted = "1 added and 1 corrected, 2 records in all"
    assert (counted in headline(app)) is (since != ["2099-01-01"])
    assert changed.version in str(app.main.get("code")[0].value)


@pytest.mark.usefixtures("changed")
def test_a_day_that_is_none_is_named(open_page):
    app = open_page("data", {"since": ["2026-13-01"]})
    assert "since=2026-13-01" in app.warning[0].value.replace("\\", "")
    assert headline(app).startswith("#### In the last version, of ")


def test_the_history_starts_quietly(open_page):
    app = open_page("data")
    assert not app.exception
    assert Dataset(str(ROOT / "data")).frames["versions"].height > 1 or headline(app).startswith(
        "#### The history starts with the version of "
    )
