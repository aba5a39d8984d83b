import itertools

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from aiconsol.charts.label_places import GAP, LETTER, MARK, Box, with_label_places

HEIGHT = 300
LEAST = 240

marks = st.lists(
    st.tuples(
        st.floats(0, 1), st.floats(0, 1), st.sampled_from(["xAI", "Anthropic", "Horizon Robotics"])
    ),
    max_size=25,
)


def name_box(x, y, place, room):
    start = {"right": x + GAP, "left": x - GAP - room}.get(place, x - room / 2)
    middle = {"above": y - 14, "below": y + 14}.get(place, y)
    return Box(start, middle - 6, start + room, middle + 6)


def boxes(rows, places, width):
    drawn = []
    for (across, up, label), place in zip(rows, places, strict=True):
        x, y = across * width, (1 - up) * HEIGHT
        drawn.append(("mark", Box(x - MARK, y - MARK, x + MARK, y + MARK)))
        if place:
            drawn.append(("name", name_box(x, y, place, len(label) * LETTER)))
    return drawn


@given(marks, st.floats(1, 5))
@settings(deadline=None, max_examples=40)
def test_no_name_covers_another_or_a_mark_at_its_width_or_wider(rows, wider):
    points = pl.DataFrame(rows, schema=["across", "up", "label"], orient="row")
    places = with_label_places(points, {"place": LEAST}, HEIGHT)["place"]
    drawn = boxes(rows, places, LEAST * wider)
    for (kind, one), (other_kind, other) in itertools.combinations(drawn, 2):
        if "name" in (kind, other_kind):
            assert not one.meets(other)


def test_a_name_stays_inside_and_the_first_rows_come_first():
    points = pl.DataFrame(
        {"across": [1.0, 0.97], "up": [0.5, 0.5], "label": ["Anthropic", "Anthropic"]}
    )
    places = with_label_places(points, {"place": LEAST}, HEIGHT)["place"].to_list()
    assert places == [None, "left"]
