"""What a reader takes away is what the query says, all of it, by button and by address."""

import io
import urllib.request

import polars as pl
import pytest

from aiconsol.address import read_filters
from aiconsol.components.answers import answer
from aiconsol.dataset import shelf
from aiconsol.export import FORMULA_START
from aiconsol.queries.records import RECORDS
from tests.browser.app import open_evidence

CHOSEN = {"market": ["CN"], "quarters": ["2023Q1", "2025Q4"], "basis": ["reported"]}
ADDRESS = "market=CN&quarters=2023Q1&quarters=2025Q4&basis=reported"


def asked(table):
    dataset, __ = shelf().current()
    filters, dropped = read_filters(CHOSEN, dataset.quarters, dataset.acquirers)
    assert dropped == []
    return answer(dataset, RECORDS[table], filters)


def read_back(content, like):
    """The file's rows with the types of ``like``, apostrophes before formulas taken away."""
    assert content.startswith(b"\xef\xbb\xbf")
    rows = pl.read_csv(io.BytesIO(content), schema=like.schema)
    text = pl.col(pl.String)
    defused = text.str.contains("^'" + FORMULA_START.removeprefix("^"))
    return rows.with_columns(pl.when(defused).then(text.str.slice(1)).otherwise(text).name.keep())


@pytest.mark.parametrize(("page_name", "key", "table"), [("funding", "funding", "rounds")])
def test_the_button_s_file_is_the_query_s_answer(open_at, tmp_path, page_name, key, table):
    shown = open_evidence(open_at(f"{page_name}?{ADDRESS}"), key)
    with shown.page.expect_download() as caught:
        shown.get_by_role("button", name="records (CSV)").click()
    file = tmp_path / caught.value.suggested_filename
    caught.value.save_as(file)
    rows = asked(table)
    assert file.name.startswith(f"aiconsol_{table}_CN_2023Q1-2025Q4_basis-reported_")
    assert rows.height > 50
    in_order = f"{table.removesuffix('s')}_id"
    saved = read_back(file.read_bytes(), rows)
    assert saved.sort(in_order).equals(rows.sort(in_order))


@pytest.mark.parametrize("table", RECORDS)
def test_the_address_answers_with_the_same_rows(server, table):
    rows = asked(table)
    with urllib.request.urlopen(f"{server}/api/{table}.csv?{ADDRESS}", timeout=60) as reply:  # noqa: S310
        assert read_back(reply.read(), rows).equals(rows)
