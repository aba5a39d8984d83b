import pytest

from aiconsol.charts.backtest import backtest_chart, cases_grid
from aiconsol.charts.watchlist import pressure_bars
from aiconsol.estimates.weights import PARTS


def test_pressure_bars(golden):
    golden("pressure_bars", pressure_bars(PARTS))


@pytest.mark.parametrize("view", ["area", "top10", "top20"])
def test_backtest_chart(golden, view):
    golden(f"backtest_chart-{view}", backtest_chart(view))


def test_cases_grid(golden):
    golden("cases_grid", cases_grid())
