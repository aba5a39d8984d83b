import pytest

from aiconsol.charts.acquirers import acquirer_cells
from aiconsol.charts.alternative import alternative_lines
from aiconsol.charts.exits import ends_bars
from aiconsol.charts.partners import partner_steps
from aiconsol.charts.prices import price_marks
from aiconsol.queries.acquirers import GROUPS
from aiconsol.queries.exits import BESIDE, EXITS


def test_alternative_lines(golden):
    golden("alternative_lines", alternative_lines())


@pytest.mark.parametrize("markets", [("US", "CN"), ("CN",)])
def test_ends_bars(golden, markets):
    golden(f"ends_bars-{'-'.join(markets)}", ends_bars(markets, EXITS, BESIDE))


def test_ends_bars_without_what_stands_beside(golden):
    golden("ends_bars-ipo", ends_bars(("US",), ("ipo",), ()))


@pytest.mark.parametrize("axis", ["year", "segment"])
def test_acquirer_cells(golden, axis):
    golden(f"acquirer_cells-{axis}", acquirer_cells(axis, GROUPS))


def test_price_marks(golden):
    golden("price_marks", price_marks(("acquisition", "reverse_acquihire"), "Raised"))


def test_partner_steps(golden):
    golden("partner_steps", partner_steps(("joined", "stake", "acquisition")))
