import pytest

from aiconsol.charts.income import income_marks
from aiconsol.charts.runway import runway_bars


@pytest.mark.parametrize("against", ["valuation", "raised"])
def test_income_marks(golden, against):
    golden(f"income_marks-{against}", income_marks(("US", "CN"), against))


def test_runway_bars(golden):
    golden("runway_bars", runway_bars(("US", "CN")))
