import pytest

from aiconsol.charts.outcomes import outcome_bars
from aiconsol.charts.reviews import review_bars_chart
from aiconsol.charts.takeovers import takeover_strips


def test_review_bars(golden):
    golden("review_bars", review_bars_chart())


def test_outcome_bars(golden):
    golden("outcome_bars", outcome_bars(("cleared", "blocked", "open")))


@pytest.mark.parametrize("figure", ["raised_multiple", "months", "age_years"])
def test_takeover_strips(golden, figure):
    golden(f"takeover_strips-{figure}", takeover_strips(figure))
