import pytest

from aiconsol.charts.capex import capex_columns
from aiconsol.charts.training import training_scatter

KINDS = {"models": {"model_cost"}, "both": {"model_cost", "projection"}, "said": {"statement"}}


@pytest.mark.parametrize("kinds", KINDS)
def test_training_scatter(golden, kinds):
    golden(f"training_scatter-{kinds}", training_scatter(("US", "CN"), frozenset(KINDS[kinds])))


def test_capex_columns(golden):
    companies = (("US", ("Amazon", "Apple")), ("CN", ("Alibaba",)))
    golden("capex_columns", capex_columns(companies))
