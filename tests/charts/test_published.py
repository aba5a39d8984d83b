import pytest

from aiconsol.charts.published import (
    coverage_chart,
    early_stage_chart,
    measure_chart,
    published_chart,
)


def test_published_chart(golden):
    golden("published_chart", published_chart(("US", "CN")))


def test_coverage_chart(golden):
    golden("coverage_chart", coverage_chart(("US", "CN")))


def test_early_stage_chart(golden):
    golden("early_stage_chart", early_stage_chart())


@pytest.mark.parametrize("figure", ["usd", "count", "share"])
def test_measure_chart(golden, figure):
    golden(f"measure_chart-{figure}", measure_chart(("US", "GLOBAL"), figure))
