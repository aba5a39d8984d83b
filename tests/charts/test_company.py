import json

import pytest

from aiconsol.charts.company import company_course, peer_bars


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("one", (("CN",), 3, ("headcount", "annualized_revenue_usd"), "valued")),
        ("two", (("US", "US"), 2, ("training_cost_usd",), "valued")),
        ("bare", (("Other",), 0, (), "never valued")),
    ],
)
def test_company_course(golden, name, options):
    chart = company_course(*options)
    golden(f"company_course-{name}", chart)
    assert not json.loads(chart.to_json()).get("datasets")


def test_peer_bars(golden):
    golden("peer_bars-CN", peer_bars("CN"))
