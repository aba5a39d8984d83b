import json

import pytest

from aiconsol.charts.company import company_course, peer_bars

BOTH = ("raised", "valued")


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("one", (("CN",), BOTH, 3, ("headcount", "annualized_revenue_usd"))),
        ("two", (("US", "US"), BOTH, 2, ("training_cost_usd",))),
        ("bare", (("Other",), ("raised",), 0, ())),
    ],
)
def test_company_course(golden, name, options):
    chart = company_course(*options)
    golden(f"company_course-{name}", chart)
    assert not json.loads(chart.to_json()).get("datasets")


def test_peer_bars(golden):
    golden("peer_bars-CN", peer_bars("CN"))
