import pytest

from aiconsol.charts.policy import policy_lanes

ELSEWHERE = (("EU", "antitrust"), ("EU", "ai_regulation"), ("ZZ", "antitrust"))


@pytest.mark.parametrize("elsewhere", [ELSEWHERE, ()])
@pytest.mark.parametrize("markets", [("US", "CN"), ("CN",), ("Other",)])
def test_policy_lanes(golden, markets, elsewhere):
    golden(f"policy_lanes-{'-'.join(markets)}-{len(elsewhere)}", policy_lanes(markets, elsewhere))
