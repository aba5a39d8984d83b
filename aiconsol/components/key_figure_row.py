"""The row of key figures: one element, so that seven figures cost no more than one."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from aiconsol.findings.key_figures import KeyFigure

WIDTH, HEIGHT = 120, 26
LAST = ' class="last"'


def key_figure_row(figures: Sequence[KeyFigure]) -> None:
    """Draws the figures side by side, as many a line as the width holds."""
    st.html(f'<div class="key-figures">{"".join(map(_figure, figures))}</div>')


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
    if len(known) < 2 or not max(known):  # noqa: PLR2004 one bar is no course
        return f'<svg class="course" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true"></svg>'
    step, top = WIDTH / len(course), max(known)
    bars = "".join(
        f'<rect x="{place * step:.1f}" y="{HEIGHT - value / top * HEIGHT:.1f}"'
        f' width="{step * 0.72:.1f}" height="{value / top * HEIGHT:.1f}"'
        f"{LAST if place == len(course) - 1 else ''}></rect>"
        for place, value in enumerate(course)
        if value is not None
    )
    return (
        f'<svg class="course" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none"'
        f' aria-hidden="true">{bars}</svg>'
    )
