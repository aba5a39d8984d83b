import pytest

from aiconsol.charts.giants import giants_chart
from aiconsol.charts.rounds import rounds_and_median


@pytest.mark.parametrize("markets", [("US", "CN"), ("CN",)])
def test_rounds_and_median(golden, markets):
    golden(f"rounds_and_median-{'-'.join(markets)}", rounds_and_median(markets))


@pytest.mark.parametrize("view", ["both", "without", "share"])
def test_giants_chart(golden, view):
    golden(f"giants_chart-{view}", giants_chart(("US", "CN"), view))
