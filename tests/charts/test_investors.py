import pytest

from aiconsol.charts.investors import investor_parts
from aiconsol.charts.largest_rounds import largest_rounds_scatter
from aiconsol.charts.lead_investors import lead_bars


@pytest.mark.parametrize("figure", ["rounds", "money"])
def test_lead_bars(golden, figure):
    golden(f"lead_bars-{figure}", lead_bars(("US", "CN"), figure))


@pytest.mark.parametrize("investors", ["big_tech", "abroad"])
@pytest.mark.parametrize("figure", ["rounds", "money"])
def test_investor_parts(golden, investors, figure):
    golden(f"investor_parts-{investors}-{figure}", investor_parts(("US", "CN"), investors, figure))


@pytest.mark.parametrize("markets", [("US", "CN"), ("CN",)])
def test_largest_rounds_scatter(golden, markets):
    golden(f"largest_rounds_scatter-{'-'.join(markets)}", largest_rounds_scatter(markets))
