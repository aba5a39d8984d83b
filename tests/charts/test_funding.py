import pytest

from aiconsol.charts.funding import funding_columns


@pytest.mark.parametrize("markets", [("US", "CN"), ("US",), ("US", "CN", "Other")])
@pytest.mark.parametrize("scale", ["panels"])
def test_funding_columns(golden, markets, scale):
    golden(f"funding_columns-{scale}-{'-'.join(markets)}", funding_columns(markets, scale))
