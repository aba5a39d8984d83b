import csv
import io
import json
from datetime import date

import duckdb
import polars as pl
import pytest

from aiconsol import export
from aiconsol.export import csv_bytes, csv_parts, json_parts

AWKWARD = [
    "智谱",
    'She said "no", twice',
    "two\nlines",
    "two\r\nlines",
    "=1+2",
    "+1",
    "-1",
    "@cmd",
    "\tled by a tab",
    "\rled by a return",
    "'quoted",
    " a blank before",
    "a,b;c|d",
    "é 🙂",
]
DEFUSED = {"=1+2", "+1", "-1", "@cmd", "\tled by a tab", "\rled by a return"}
FRAME = pl.DataFrame(
    {
        "name": AWKWARD,
        "day": date(2024, 2, 29),
        "usd": pl.Series([-5, None] * 7, dtype=pl.Int64),
        "share": 0.1,
        "is_giant": True,
        "word": pl.Series(["a"] * 14, dtype=pl.Enum(["a"])),
    }
)
READ_BACK = ["'" + text if text in DEFUSED else text for text in AWKWARD]


def test_python_reads_back_what_was_written():
    text = csv_bytes(FRAME).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert rows[0] == FRAME.columns
    assert [row[0] for row in rows[1:]] == READ_BACK
    assert rows[1][1:] == ["2024-02-29", "-5", "0.1", "true", "a"]
    assert rows[2][2] == ""


def test_polars_reads_back_what_was_written():
    read = pl.read_csv(csv_bytes(FRAME), try_parse_dates=True)
    assert read["name"].to_list() == READ_BACK
    assert read.drop("name", "word").equals(FRAME.drop("name", "word"))


def test_duckdb_reads_back_what_was_written(tmp_path):
    file = tmp_path / "awkward.csv"
    file.write_bytes(csv_bytes(FRAME))
    read = duckdb.read_csv(str(file), header=True).select("name", "day", "usd").fetchall()
    assert [row[0] for row in read] == READ_BACK
    assert [row[1:] for row in read] == FRAME.select("day", "usd").rows()


def test_it_is_what_excel_and_rfc_4180_want():
    content = csv_bytes(FRAME)
    assert content.startswith(b"\xef\xbb\xbfname,")
    assert content.count(b"\xef\xbb\xbf") == 1
    assert content.endswith(b"\r\n")


@pytest.mark.parametrize("size", [1, 3, 14, 100])
def test_parts_make_the_same_file(monkeypatch, size):
    whole = csv_bytes(FRAME), b"".join(json_parts(FRAME))
    monkeypatch.setattr(export, "PART", size)
    assert (b"".join(csv_parts(FRAME)), b"".join(json_parts(FRAME))) == whole
    assert [row["name"] for row in json.loads(whole[1])] == AWKWARD


def test_nothing_is_a_header_or_an_empty_array():
    assert csv_bytes(FRAME.clear().select("name")) == b"\xef\xbb\xbfname\r\n"
    assert b"".join(json_parts(FRAME.clear())) == b"[]"


def test_a_frame_without_text_is_written_too():
    assert csv_bytes(pl.DataFrame({"usd": [1]})) == b"\xef\xbb\xbfusd\r\n1\r\n"


def test_the_record_comes_before_its_source():
    frame = pl.DataFrame({"source_name": ["A paper"], "note": [""], "company": ["A"]})
    assert csv_bytes(frame).decode("utf-8-sig").startswith("company,source_name,note\r\n")
    assert list(json.loads(b"".join(json_parts(frame)))[0]) == ["company", "source_name", "note"]
