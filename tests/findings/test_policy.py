import polars as pl
import pytest

from aiconsol.findings.policy import no_event_left, policy_finding, policy_gaps


def policies(*rows):
    return pl.DataFrame(rows, schema={"lane": pl.String, "kind": pl.String}, orient="row")


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "No event in law and policy in the quarters shown"),
        (
            [("Other", "antitrust")],
            "1 event in law and policy: 1 elsewhere; most of all antitrust (1)",
        ),
        (
            [("CN", "ai_regulation"), ("US", "export_control"), ("CN", "ai_regulation")],
            "3 events in law and policy: 1 in the US and 2 in China; most of all AI rules (2)",
        ),
    ],
)
def test_policy_finding(rows, sentence):
    assert policy_finding(policies(*rows)) == sentence


@pytest.mark.parametrize(
    ("year_only", "sentences"),
    [
        (0, []),
        (1, ["1 event is dated to the year only and has no place on the axis."]),
        (2, ["2 events are dated to the year only and have no place on the axis."]),
    ],
)
def test_policy_gaps(year_only, sentences):
    assert policy_gaps(pl.DataFrame({"events": [5], "year_only": [year_only]})) == sentences


def test_an_empty_card_says_what_to_relax():
    assert no_event_left(1) is None
    assert "Widen" in no_event_left(0)
