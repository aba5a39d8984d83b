from aiconsol.filters import Filters
from aiconsol.queries.lead_investors import lead_investors, left_out_of_leads
from tests.queries.rows import a_round


def a_part(round_id, investor, role="lead", group=None, country=None, kind=None):
    return {
        "round_id": round_id,
        "investor": investor,
        "role": role,
        "group": group or investor,
        "investor_country": country,
        "investor_kind": kind,
    }


ROUNDS = [
    a_round("US", "2024Q1", 30, round_id="one", lead_investors="Arm; Other arm"),
    a_round("US", "2024Q1", None, round_id="two", lead_investors="Arm; Fund"),
    a_round("US", "2024Q1", 50, round_id="three", lead_investors="Fund"),
    a_round("CN", "2024Q1", 7, round_id="four", lead_investors="Fund"),
    a_round("CN", "2024Q1", None, round_id="five"),
    a_round("CN", "2024Q1", 9, round_id="debt", kind="debt", lead_investors="Fund"),
]
PARTS = [
    a_part("one", "Arm", group="House", country="US", kind="big_tech"),
    a_part("one", "Other arm", group="House", country="US", kind="venture"),
    a_part("one", "Fund", role="other", country="JP"),
    a_part("two", "Arm", group="House", country="US", kind="big_tech"),
    a_part("two", "Fund", country="JP", kind="venture"),
    a_part("three", "Fund", country="JP", kind="venture"),
    a_part("four", "Fund", country="JP", kind="venture"),
    a_part("debt", "Fund", country="JP", kind="venture"),
]
FUND = {"investor": "Fund", "country": "SG", "kind": "sovereign"}
COLUMNS = ("market", "group", "country", "kind", "rounds", "known_amounts", "led_usd")


def test_arms_count_as_their_group_once_a_round_and_a_round_counts_whole(tables, rows_of):
    built = tables({"rounds": ROUNDS, "participations": PARTS, "investors": [FUND]})
    assert rows_of(lead_investors(built, Filters(), "rounds"), *COLUMNS) == [
        ("CN", "Fund", "SG", "sovereign", 1, 1, 7),
        ("US", "Fund", "SG", "sovereign", 2, 1, 50),
        ("US", "House", "US", None, 2, 1, 30),
    ]


def test_the_order_is_by_rounds_or_by_money(tables):
    parts = [a_part("one", "House"), a_part("two", "House"), a_part("three", "Fund")]
    built = tables({"rounds": ROUNDS, "participations": parts})
    for figure, first in (("rounds", "House"), ("money", "Fund")):
        led = lead_investors(built, Filters(), figure).collect("polars").to_native()
        assert led["group"][0] == first


def test_rounds_without_a_lead_are_counted(tables, rows_of):
    built = tables({"rounds": ROUNDS})
    columns = ["market", "rounds", "unled", "undisclosed"]
    assert rows_of(left_out_of_leads(built, Filters()), *columns) == [
        ("CN", 2, 1, 0),
        ("US", 3, 0, 1),
    ]
