import pytest

from aiconsol.register.faults import FORMS
from aiconsol.schema import REGISTER_TABLES, TABLES, register_columns
from aiconsol.schema.keys import NATURAL_KEYS, SORT_ORDER

COLUMNS = [(table, name) for table, schema in TABLES.items() for name in schema.columns()]


@pytest.mark.parametrize(("table", "name"), COLUMNS)
def test_every_column_says_what_it_is_and_in_which_unit(table, name):
    column = TABLES[table].columns()[name]
    assert column.description
    assert column.metadata["unit"]
    assert isinstance(column.metadata["derived"], bool)


@pytest.mark.parametrize(("table", "name"), COLUMNS)
def test_every_form_of_text_is_told_in_words(table, name):
    column = TABLES[table].columns()[name]
    if getattr(column, "regex", None):
        assert column.metadata["unit"] in FORMS


@pytest.mark.parametrize("table", REGISTER_TABLES)
def test_keys_and_order_are_made_of_the_file_s_columns(table):
    columns = register_columns(REGISTER_TABLES[table])
    assert set(NATURAL_KEYS[table]) <= set(columns)
    assert {name for names in SORT_ORDER[table] for name in names.split("|")} <= set(columns)


@pytest.mark.parametrize("table", REGISTER_TABLES)
def test_provenance_stands_last(table):
    columns = register_columns(REGISTER_TABLES[table])
    assert columns[-4:] == ["source_name", "source_url", "source_date", "note"]
