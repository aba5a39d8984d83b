import pytest

from aiconsol.charts.composition import composition_bars
from aiconsol.charts.concentration import concentration_columns


@pytest.mark.parametrize("figure", ["five_largest_share", "herfindahl"])
def test_concentration_columns(golden, figure):
    golden(f"concentration_columns-{figure}", concentration_columns(("US", "CN"), figure))


@pytest.mark.parametrize("category", ["segment", "stage"])
@pytest.mark.parametrize("figure", ["money", "rounds"])
def test_composition_bars(golden, category, figure):
    golden(
        f"composition_bars-{category}-{figure}", composition_bars(("US", "CN"), category, figure)
    )
