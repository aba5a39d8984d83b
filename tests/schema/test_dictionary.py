import dataframely as dy
import pytest

from aiconsol.schema import TABLES
from aiconsol.schema.dictionary import dictionary, grain, type_in_words

ROWS = {(row["table"], row["column"]): row for row in dictionary().iter_rows(named=True)}


def test_every_column_of_every_table_stands_in_the_dictionary():
    columns = [(table, name) for table, schema in TABLES.items() for name in schema.columns()]
    assert sorted(ROWS) == sorted(columns)
    assert list(dict.fromkeys(table for table, __ in ROWS)) == list(TABLES)


@pytest.mark.parametrize("place", ROWS)
def test_a_column_says_what_it_holds_in_which_unit_and_what_empty_means(place):
    row = ROWS[place]
    column = TABLES[place[0]].columns()[place[1]]
    assert row["meaning"]
    assert row["unit"]
    assert row["type"]
    assert (row["empty"] == "never empty") is (not column.nullable)
    assert bool(row["words"]) is isinstance(column, dy.Enum)


@pytest.mark.parametrize(
    ("place", "empty"),
    [
        (("rounds", "amount_usd"), "empty where undisclosed"),
        (("rounds", "quarter"), "empty where the date is known only to the year"),
        (("deals", "acquirer"), "empty for ipo and shutdown"),
        (("rounds", "company"), "never empty"),
        (("companies", "city"), "empty where unknown, or where there is none"),
    ],
)
def test_an_empty_cell_means_what_the_description_says(place, empty):
    assert ROWS[place]["empty"] == empty


def test_allowed_words_are_listed_and_a_calendar_is_shortened():
    assert ROWS["rounds", "amount_basis"]["words"] == "confirmed, reported, estimated, undisclosed"
    assert ROWS["rounds", "quarter"]["words"] == "2000Q1 to 2040Q4"


@pytest.mark.parametrize("table", TABLES)
def test_every_table_says_what_a_row_is(table):
    assert grain(table).startswith("One row ")


def test_a_kind_of_column_without_a_word_is_refused():
    with pytest.raises(KeyError, match="Duration"):
        type_in_words(dy.Duration())
