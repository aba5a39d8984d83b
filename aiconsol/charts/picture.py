"""A chart as a picture for a paper: the finding above it, its selection and source below."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from html import escape
from re import search
from textwrap import wrap
from typing import Any

import polars as pl
import vl_convert

WIDTH = 960
MARGIN = 24
PNG_SCALE = 2.0
FONT = "Liberation Sans, Arial, Helvetica, Noto Sans CJK SC, sans-serif"
TEXT, PALE, GRID = "#1c2530", "#5b6570", "#e3e7ec"
LETTER = 0.51
"""The mean width of a letter, in its size: a little more than it is, so that no line is cut."""

CONFIG = {
    "font": FONT,
    "background": "white",
    "autosize": {"type": "fit", "contains": "padding"},
    "text": {"color": TEXT},
    "rule": {"color": TEXT},
    "title": {"anchor": "start", "color": TEXT, "fontWeight": 600, "fontSize": 15},
    "axis": {
        "ticks": False,
        "domain": False,
        "domainColor": GRID,
        "gridColor": GRID,
        "labelColor": PALE,
        "labelFontSize": 11,
        "labelFlush": True,
        "labelFlushOffset": 1,
        "labelLimit": 100,
        "labelOverlap": True,
        "labelPadding": 15,
        "titleColor": PALE,
        "titleFontSize": 13,
        "titleFontWeight": "normal",
        "titlePadding": 15,
    },
    "axisDiscrete": {"grid": False},
    "axisTemporal": {"grid": False},
    "axisXBand": {"grid": False},
    "axisXPoint": {"grid": False},
    "bar": {"binSpacing": 4, "discreteBandSize": {"band": 0.85}},
    "legend": {
        "labelColor": PALE,
        "labelFontSize": 13,
        "padding": 8,
        "columnPadding": 8,
        "rowPadding": 4,
        "titleColor": PALE,
    },
    "view": {"strokeWidth": 0, "stroke": "transparent"},
}
"""The page's light theme, as Streamlit's front-end hands it to Vega, in fonts of a server."""


@dataclass(frozen=True)
class Picture:
    """A chart's spec, as JSON, and datasets; the sentences above it, and below it the notes."""

    title: str
    subtitle: str
    spec: str
    datasets: Mapping[str, pl.DataFrame]
    notes: Sequence[str] = ()


def png(picture: Picture) -> bytes:
    """The picture as PNG, twice as fine as a screen."""
    return bytes(vl_convert.svg_to_png(svg(picture), scale=PNG_SCALE))


def svg(picture: Picture) -> str:
    """The picture as SVG: white, as wide as ``WIDTH``, as high as the chart needs."""
    chart = str(vl_convert.vegalite_to_svg(_sized(picture), config=CONFIG, allowed_base_urls=[]))
    chart_width, chart_height = _size(chart)
    head, top = _lines([(picture.title, 18, TEXT, "bold"), (picture.subtitle, 12, PALE, "normal")])
    foot, rest = _lines([(note, 11, PALE, "normal") for note in picture.notes])
    width = max(WIDTH, chart_width + 2 * MARGIN)
    under = top + chart_height
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' width="{width:g}" height="{under + rest:g}" viewBox="0 0 {width:g} {under + rest:g}"'
        f' font-family="{FONT}"><title>{escape(picture.title)}</title>'
        f'<rect width="100%" height="100%" fill="white"/>{head}'
        f'<g transform="translate({MARGIN},{top:g})">{chart}</g>'
        f'<g transform="translate(0,{under:g})">{foot}</g></svg>'
    )


def _sized(picture: Picture) -> dict[str, Any]:
    """The spec with its data, as wide as the picture, and each panel too, as Streamlit does it."""
    width = {"width": WIDTH - 2 * MARGIN}
    sized = {**json.loads(picture.spec), **width, "padding": 0}
    if "vconcat" in sized:
        sized["vconcat"] = [{**panel, **width} for panel in sized["vconcat"]]
    rows = {name: _rows(frame) for name, frame in picture.datasets.items()}
    return {**sized, "datasets": rows}


def _rows(frame: pl.DataFrame) -> list[dict[str, Any]]:
    """The rows for Vega, as Streamlit hands them on: a day is its midnight by the local clock."""
    known = frame.with_columns(pl.col(pl.Float32, pl.Float64).fill_nan(None))
    return [
        {name: _midnight(value) for name, value in row.items()}
        for row in known.iter_rows(named=True)
    ]


def _midnight(value: object) -> object:
    if isinstance(value, date):
        return datetime.combine(value, time()).timestamp() * 1000
    return value


def _size(drawn: str) -> tuple[float, float]:
    found = search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', drawn)
    if found is None:
        raise ValueError("the converter gave no picture")
    return float(found[1]), float(found[2])


def _lines(texts: Sequence[tuple[str, int, str, str]]) -> tuple[str, float]:
    """The texts in their size, colour and weight, wrapped one below another, and their height."""
    drawn, y = "", float(MARGIN)
    for text, size, colour, weight in texts:
        for line in wrap(text, int((WIDTH - 2 * MARGIN) / (size * LETTER))):
            y += size
            drawn += (
                f'<text x="{MARGIN}" y="{y:g}" font-size="{size}" fill="{colour}"'
                f' font-weight="{weight}">{escape(line)}</text>'
            )
            y += size * 0.35
        y += 4
    return drawn, y + 12
