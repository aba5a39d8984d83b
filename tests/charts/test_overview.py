import pytest

from aiconsol.charts.consolidation import event_columns
from aiconsol.charts.leading import leading_chart
from aiconsol.schema.vocabulary import CONSOLIDATION_STRUCTURES


@pytest.mark.parametrize("markets", [("US", "CN"), ("CN",)])
def test_leading_chart(golden, markets):
    golden(f"leading_chart-{'-'.join(markets)}", leading_chart(markets))


def test_event_columns(golden):
    golden("event_columns", event_columns(CONSOLIDATION_STRUCTURES))
