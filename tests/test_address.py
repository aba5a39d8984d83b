from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiconsol.address import read_day, read_filters
from aiconsol.filters import EVERY_FILTER, Filters

QUARTERS = ("2023Q4", "2024Q1", "2024Q2", "2024Q3")
ACQUIRERS = ("Meta", "O'Neil; & Söhne", "阿里巴巴")
HOSTILE = [
    ({"market": ["XX"]}, [("market", "XX")]),
    ({"market": ["us"]}, [("market", "us")]),
    ({"market": []}, []),
    ({"market": ["", "XX"]}, [("market", ""), ("market", "XX")]),
    ({"market": ["US'; DROP TABLE rounds;--"]}, [("market", "US'; DROP TABLE rounds;--")]),
    ({"market": ["US\x00"]}, [("market", "US\x00")]),
    ({"kind": ["{kinds}", "%s"]}, [("kind", "{kinds}"), ("kind", "%s")]),
    ({"kind": ["equity"] * 500}, []),
    ({"basis": ["undisclosed"]}, [("basis", "undisclosed")]),
    ({"basis": ["reported", "confirmed"]}, [("basis", "reported"), ("basis", "confirmed")]),
    ({"quarters": ["2024Q1"]}, [("quarters", "2024Q1")]),
    ({"quarters": ["2024Q2", "2024Q1"]}, [("quarters", "2024Q2 2024Q1")]),
    ({"quarters": ["2024Q1", "1999Q1"]}, [("quarters", "1999Q1")]),
    ({"quarters": ["2024Q1"] * 3}, [("quarters", "2024Q1 2024Q1 2024Q1")]),
    ({"acquirer": ["Nobody"]}, [("acquirer", "Nobody")]),
    ({"self": ["x"], "__class__": ["y"]}, [("self", "x"), ("__class__", "y")]),
    ({"": [""]}, [("", "")]),
    ({"on_rounds": []}, [("on_rounds", "")]),
]


def read(parameters):
    return read_filters(parameters, QUARTERS, ACQUIRERS)


@pytest.mark.parametrize(("parameters", "dropped"), HOSTILE)
def test_what_cannot_be_used_is_dropped_and_named(parameters, dropped):
    filters, found = read(parameters)
    assert filters == Filters()
    assert [(one.parameter, one.value) for one in found] == dropped
    assert all(one.reason and str(one) for one in found)


def test_a_good_value_beside_a_bad_one_still_counts():
    filters, found = read({"market": ["XX", "CN"], "nothing": ["x"], "stage": ["seed"]})
    assert (filters.market, filters.stage) == (("CN",), ("seed",))
    assert [one.parameter for one in found] == ["market", "nothing"]


def test_nothing_chosen_means_all_and_survives_the_address():
    all_markets = Filters(market=(), kind=())
    assert read(all_markets.parameters()) == (all_markets, [])
    assert all_markets.parameters() == {"market": [""], "kind": [""]}


def test_a_very_long_value_is_dropped():
    filters, found = read({"market": ["U" * 1_000_000], "x" * 100_000: ["1"]})
    assert filters == Filters()
    assert len(found) == 2


@given(st.dictionaries(st.text(), st.lists(st.text(), max_size=3), max_size=3))
def test_no_address_is_an_error(parameters):
    filters, dropped = read(parameters)
    assert filters.sentence(QUARTERS, EVERY_FILTER)
    assert all(str(one) for one in dropped)


@pytest.mark.parametrize(
    ("values", "day", "dropped"),
    [
        ([], None, []),
        (["2026-08-01"], date(2026, 8, 1), []),
        (["2026-02-30"], None, ["2026-02-30"]),
        (["20260801"], None, ["20260801"]),
        (["2026-W31-6"], None, ["2026-W31-6"]),
        (["1999-12-31"], None, ["1999-12-31"]),
        (["yesterday"], None, ["yesterday"]),
        ([""], None, [""]),
        (["2026-08-01", "2026-08-02"], None, ["2026-08-01 2026-08-02"]),
    ],
)
def test_a_day_is_one_day_of_this_century(values, day, dropped):
    found, bad = read_day("since", values)
    assert found == day
    assert [one.value for one in bad] == dropped
