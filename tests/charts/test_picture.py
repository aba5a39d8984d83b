"""A chart taken into a paper: what stands around it, and that several may be made at once."""

import time
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from re import search

import polars as pl
import pytest

from aiconsol.charts import theme
from aiconsol.charts.funding import funding_chart
from aiconsol.charts.picture import WIDTH, Picture, _rows, png, svg

SVG = "{http://www.w3.org/2000/svg}"
QUARTER = {
    "quarter": "2025Q1",
    "starts_on": date(2025, 1, 1),
    "ends_on": date(2025, 3, 31),
    "market": "US",
    "is_preliminary": False,
    "funding_usd": 3 * 10**9,
    "giants_usd": 10**9,
}


def picture(title="Up & <away>", notes=("All of it.", "Source: a register")):
    rows = pl.DataFrame([QUARTER])
    return Picture(
        title, "Dollars", theme.spec(funding_chart, ("US",), "panels"), {"funding": rows}, notes
    )


def lines(drawn):
    """The texts that the picture adds, which are its own children: head, then foot."""
    root = ET.fromstring(drawn)  # noqa: S314 drawn by ourselves
    return [text.text for text in [*root.findall(f"{SVG}text"), *root.findall(f"{SVG}g/{SVG}text")]]


def test_finding_measure_selection_and_source_stand_around_the_chart():
    drawn = svg(picture())
    assert lines(drawn) == ["Up & <away>", "Dollars", "All of it.", "Source: a register"]
    assert ">$3 bn<" in drawn, "the scale of the data"


def test_a_long_finding_is_wrapped_and_whole():
    finding = "Nine tenths of the money went to a few " * 6
    drawn = lines(svg(picture(finding, notes=())))
    assert len(drawn) > 2
    assert " ".join(drawn[:-1]) == finding.strip()


def test_the_chart_is_as_wide_as_the_picture():
    assert search(r'width="(\d+)"', svg(picture()))[1] == str(WIDTH)


def test_two_at_once_are_the_same_picture():
    with ThreadPoolExecutor(2) as threads:
        one, other = threads.map(png, [picture(), picture()])
    assert one == other
    assert one.startswith(b"\x89PNG")
    assert int.from_bytes(one[16:20], "big") == 2 * WIDTH


@pytest.fixture(params=["UTC", "Asia/Shanghai", "America/Los_Angeles"])
def _zone(request, monkeypatch):
    with monkeypatch.context() as changed:
        changed.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("_zone")
def test_a_day_is_its_midnight_by_the_local_clock():
    row = _rows(pl.DataFrame({"on": [date(2025, 1, 1)], "share": [float("nan")]}))[0]
    assert time.localtime(row["on"] / 1000)[:5] == (2025, 1, 1, 0, 0)
    assert row["share"] is None
