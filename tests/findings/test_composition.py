import polars as pl
import pytest

from aiconsol.findings.composition import composition_finding, composition_gaps

NAMES = {
    "market": pl.String,
    "category": pl.String,
    "money_share": pl.Float64,
    "rounds_share": pl.Float64,
}


@pytest.mark.parametrize(
    ("rows", "money", "rounds"),
    [
        (
            [("US", "chips", 0.6, 0.3), ("US", "robotics", 0.4, 0.7), ("CN", "chips", 1.0, 1.0)],
            "Chips took the most money: 60% in the US and 100% in China",
            "The most rounds: robotics in the US (70%) and chips in China (100%)",
        ),
        (
            [("US", "chips", 0.6, 0.3), ("CN", "robotics", 1.0, 1.0)],
            "The most money went to chips in the US (60%) and robotics in China (100%)",
            "The most rounds: chips in the US (30%) and robotics in China (100%)",
        ),
        (
            [("CN", "unknown", 0.7, 0.04), ("CN", "seed", 0.3, 0.96)],
            "Seed took the most money: 30% in China; of unknown stage: 70% in China",
            "Seed saw the most rounds: 96% in China",
        ),
        (
            [("CN", "seed", None, 1.0)],
            "No known amount to divide",
            "Seed saw the most rounds: 100% in China",
        ),
        ([], "No known amount to divide", "No round to divide"),
        (
            [("CN", "unknown", 1.0, 1.0)],
            "No stage named by the sources",
            "No stage named by the sources",
        ),
    ],
)
def test_composition_finding(rows, money, rounds):
    named = [dict(zip(NAMES, row, strict=True)) for row in rows]
    frame = pl.DataFrame(named, schema={**NAMES, "market": pl.Enum(["US", "CN", "Other"])})
    assert composition_finding(frame, "money") == money
    assert composition_finding(frame, "rounds") == rounds


def test_gaps_count_what_a_sum_by_category_cannot_show():
    left_out = pl.DataFrame({"rounds": [9], "undisclosed": [1], "unnamed": [2]})
    assert composition_gaps(left_out) == [
        "2 rounds are of a stage that their sources don't name.",
        "1 round of undisclosed amount counts as a round, not as money.",
    ]
    assert composition_gaps(left_out.with_columns(undisclosed=0, unnamed=0)) == []
