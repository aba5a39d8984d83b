import polars as pl
import pytest

from aiconsol.findings.consolidation import consolidation_finding


def events(*rows):
    columns = {
        "quarter": pl.String,
        "structure": pl.String,
        "events": pl.Int64,
        "is_preliminary": pl.Boolean,
    }
    return pl.DataFrame(list(rows), schema=columns, orient="row")


def test_a_share_stands_with_its_counts():
    frame = events(("2024Q1", "reverse_acquihire", 2, False), ("2024Q1", "acquisition", 6, False))
    assert consolidation_finding(frame) == (
        "8 consolidation events from 2024 Q1 to 2024 Q1; 2 of them, 25%, were reverse acquihires"
    )


def test_fewer_than_five_events_have_no_percentage():
    frame = events(("2024Q1", "reverse_acquihire", 1, False), ("2024Q2", "acquisition", 2, False))
    assert consolidation_finding(frame) == (
        "3 consolidation events from 2024 Q1 to 2024 Q2, 1 of them reverse acquihires"
    )


def test_reverse_acquihires_alone_are_no_share_of_themselves():
    frame = events(("2024Q1", "reverse_acquihire", 6, False))
    assert consolidation_finding(frame) == "6 reverse acquihires from 2024 Q1 to 2024 Q1"


def test_a_preliminary_quarter_is_left_out_of_the_year():
    frame = events(("2024Q1", "acquisition", 6, False), ("2024Q2", "acquisition", 9, True))
    assert consolidation_finding(frame).startswith("6 consolidation events")


@pytest.mark.parametrize("frame", [events(("2024Q1", "acquisition", 0, False)), events()])
def test_nothing_says_so(frame):
    assert consolidation_finding(frame) == "No consolidation event in the quarters shown"
