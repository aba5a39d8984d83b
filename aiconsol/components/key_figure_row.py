"""The row of key figures: one element, so that seven figures cost no more than one."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from aiconsol.findings.key_figures import KeyFigure
from aiconsol.language import _

TWO = 2
LEAST_HEIGHT = 3


def key_figure_row(figures: Sequence[KeyFigure]) -> None:
    """Draws the figures side by side, as many a line as the width holds."""
    if not figures:
        st.info(
            _("No complete quarter is selected, so there are no key figures. Widen the quarters."),
            icon=":material/hourglass_empty:",
        )
        return
    kind = "key-figures" if any(figure.course for figure in figures) else "key-figures still"
    st.html(f'<div class="{kind}">{"".join(map(_figure, figures))}</div>')


def _figure(figure: KeyFigure) -> str:
    return (
        '<div class="key-figure">'
        f'<div class="label">{escape(figure.label)}</div>'
        f'<div class="value">{escape(figure.value)}</div>'
        f'<div class="change">{escape(figure.change) or "&nbsp;"}</div>'
        f"{_sparkline(figure.course)}"
        f'<div class="explanation">{escape(figure.explanation)}</div>'
        "</div>"
    )


def _sparkline(course: Sequence[float | None]) -> str:
    """The course as thin bars from zero; the last one, which the figure stands for, is darker."""
    known = [value for value in course if value is not None]
    top = max(known, default=0)
    if len(known) < TWO or not top:
        return '<div class="course"></div>'
    bars = "".join(f'<i style="height:{_height(value, top)}%"></i>' for value in course)
    return f'<div class="course" aria-hidden="true">{bars}</div>'


def _height(value: float | None, top: float) -> int:
    """In per cent of the tallest; what is there but tiny still shows."""
    return max(LEAST_HEIGHT, round(value / top * 100)) if value else 0
