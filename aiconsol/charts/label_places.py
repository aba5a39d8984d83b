"""Where the names of marks in a scatter go, so that none covers another name or mark.

Vega-Lite places no labels; so the places are found here, greedily, the first rows first. Names that
keep apart at one width do so at every larger one, since the marks only move apart.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import altair as alt
import polars as pl

LETTER = 6.2
LINE = 13
MARK = 5
GAP = 8


class Box(NamedTuple):
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two share any point."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def with_label_places(
    points: pl.DataFrame, widths: Mapping[str, int], height: int, beyond: int = GAP
) -> pl.DataFrame:
    """The rows with a column for each of ``widths``: right, left, above or below the mark, or null.

    ``points`` has ``across`` and ``up`` (the mark's place, both from 0 to 1) and ``label``; the
    rows come in the order in which they deserve a name. ``widths`` are the least pixels that a
    place in the column of that name needs; ``beyond``, how far a name may reach over the outermost
    marks to the left and right.
    """
    rows = points.select("across", "up", "label").rows()
    places = {
        name: pl.Series(name, _places(rows, width, height, beyond), dtype=pl.String)
        for name, width in widths.items()
    }
    return points.with_columns(**places)


def from_0_to_1(value: pl.Expr) -> pl.Expr:
    """The value's place between the least and the greatest; the middle where all are equal."""
    return ((value - value.min()) / (value.max() - value.min())).fill_nan(0.5)


def placed_names(base: alt.Chart, field: str, plot: str, widths: Mapping[str, int]) -> alt.Chart:
    """The names in the field as text, where ``with_label_places`` put them for the same widths.

    ``plot`` is an expression of the pixels that the marks lie within, from left to right.
    """
    least, *wider = sorted(widths, key=widths.__getitem__)
    side = f"datum.{least}"
    for name in wider:
        side = f"{plot} >= {widths[name]} ? datum.{name} : {side}"
    side = f"({side})"
    names: alt.Chart = base.mark_text(
        fontSize=11,
        baseline="middle",
        align={"expr": f"({{right: 'left', left: 'right'}})[{side}] || 'center'"},
        dx={"expr": f"({{right: 8, left: -8}})[{side}] || 0"},
        dy={"expr": f"({{above: -14, below: 14}})[{side}] || 0"},
        text={"expr": f"{side} ? datum.{field} : ''"},
    )
    return names


def _places(
    rows: Sequence[tuple[float, float, str]], width: int, height: int, beyond: int
) -> list[str | None]:
    at = [(across * width, (1 - up) * height) for across, up, __ in rows]
    taken = [Box(x - MARK, y - MARK, x + MARK, y + MARK) for x, y in at]
    places: list[str | None] = []
    for own, ((x, y), (__, __, label)) in enumerate(zip(at, rows, strict=True)):
        others = taken[:own] + taken[own + 1 :]
        for place, box in _candidates(x, y, len(label) * LETTER).items():
            inside = box.left >= -beyond and box.right <= width + beyond
            if inside and not any(box.meets(other) for other in others):
                places.append(place)
                taken.append(box)
                break
        else:
            places.append(None)
    return places


def _candidates(x: float, y: float, room: float) -> dict[str, Box]:
    """The room that a name takes on each side.

    Right and left it begins at the mark's middle, since a mark behind this one would come out from
    under it at a larger width.
    """
    half = LINE / 2
    return {
        "right": Box(x, y - half, x + GAP + room, y + half),
        "left": Box(x - GAP - room, y - half, x, y + half),
        "above": Box(x - room / 2, y - GAP - LINE, x + room / 2, y - GAP),
        "below": Box(x - room / 2, y + GAP, x + room / 2, y + GAP + LINE),
    }
