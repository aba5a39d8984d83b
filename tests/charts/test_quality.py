import pytest

from aiconsol.charts.quality import BASIS_COLOURS, certainty_bars
from aiconsol.schema.vocabulary import BASES


@pytest.mark.parametrize("figure", ["rounds", "money"])
@pytest.mark.parametrize("markets", [("US", "CN"), ("CN",)])
def test_certainty_bars(golden, markets, figure):
    golden(f"certainty_bars-{figure}-{'-'.join(markets)}", certainty_bars(markets, figure))


def test_every_basis_has_a_colour_of_its_own():
    assert list(BASIS_COLOURS) == list(BASES)
    assert len(set(BASIS_COLOURS.values())) == len(BASES)
