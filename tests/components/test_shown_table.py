from datetime import date

import polars as pl
import pytest

from aiconsol.components.headings import heading
from aiconsol.components.shown_table import in_words
from aiconsol.schema import TABLES, vocabulary
from aiconsol.wording import MARKET_NAMES, WORDS

ENUM = pl.Enum(["CN", "series_e_plus"])


@pytest.mark.parametrize(
    ("column", "cell", "shown"),
    [
        ("stage", pl.Series(["series_e_plus"], dtype=ENUM), "Series E and later"),
        ("market", pl.Series(["CN"], dtype=ENUM), "China"),
        ("segment", pl.Series(["health_and_bio"]), "Health and bio"),
        ("company", pl.Series(["growth"]), "growth"),
        ("quarter", pl.Series(["2024Q3"]), "2024 Q3"),
        ("amount_usd", pl.Series([1_250_000]), 1.25),
        ("amount_usd", pl.Series([None], dtype=pl.Int64), None),
        ("is_preliminary", pl.Series([True]), "yes"),
        ("is_preliminary", pl.Series([False]), "no"),
        ("has_us_investor", pl.Series([None], dtype=pl.Boolean), None),
    ],
)
def test_a_cell_reads_as_a_reader_would_say_it(column, cell, shown):
    assert in_words(pl.DataFrame({column: cell})).item() == shown


@pytest.mark.parametrize(
    ("precision", "shown"),
    [("day", "2024-07-01"), ("month", "2024-07"), ("quarter", "2024 Q3"), ("year", "2024")],
)
def test_a_day_says_no_more_than_is_known(precision, shown):
    dated = pl.DataFrame({"announced_on": [date(2024, 7, 1)], "date_precision": [precision]})
    assert in_words(dated)["announced_on"].item() == shown


def test_headings_name_the_unit_and_an_unlisted_column_reads_plainly():
    assert heading("post_money_usd") == "Post-money valuation, $ m"
    assert heading("reverse_acquihires") == "Reverse acquihires"


def test_every_word_of_the_register_has_a_reader_s_word():
    known = {*WORDS, *MARKET_NAMES, *vocabulary.QUARTERS, *vocabulary.CURRENCIES}
    words = {
        word
        for schema in TABLES.values()
        for dtype in pl.Schema(schema).values()
        if isinstance(dtype, pl.Enum)
        for word in dtype.categories
    }
    assert words - known == set()
