import pytest

from aiconsol.charts.funding import funding_chart


@pytest.mark.parametrize("markets", [("US", "CN"), ("US",), ("US", "CN", "Other")])
@pytest.mark.parametrize("scale", ["panels", "linear", "log", "share", "index"])
def test_funding_chart(golden, markets, scale):
    golden(f"funding_chart-{scale}-{'-'.join(markets)}", funding_chart(markets, scale))
