import pytest

from aiconsol.components import chart_card, record_table
from aiconsol.components.headings import HEADINGS
from aiconsol.components.shown_table import is_shown


@pytest.mark.parametrize("page", ["overview", "funding"])
def test_every_column_of_a_chart_s_data_has_its_heading(monkeypatch, open_page, page):
    tables = []

    def watched(_key, _subject, _query, _options, table, _gaps, _picture):
        tables.append(table)

    monkeypatch.setattr(chart_card, "evidence", watched)
    open_page(page)
    columns = {name for table in tables for name in table.columns if is_shown(name)}
    assert columns - set(HEADINGS) == set()


def test_every_column_of_a_record_table_has_its_heading():
    assert set(record_table.COLUMNS["rounds"]) - set(HEADINGS) == set()
