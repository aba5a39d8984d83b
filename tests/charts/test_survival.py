import pytest

from aiconsol.charts.survival import end_curves, survival_curves


@pytest.mark.parametrize("markets", [("US", "CN"), ("CN",), ("US", "CN", "Other")])
def test_survival_curves(golden, markets):
    golden(f"survival_curves-{'-'.join(markets)}", survival_curves(markets))


def test_end_curves(golden):
    golden("end_curves-US-CN", end_curves(("US", "CN"), ("taken", "listed", "closed")))
