from datetime import date

import pytest

from aiconsol.filters import Filters
from aiconsol.queries.acquirers import FIRST, acquirer_matrix, left_out_of_matrix
from tests.queries.rows import QUARTERS, a_deal

DEALS = [
    a_deal("A", acquirer="Google", acquirer_group="Alphabet", value_usd=5),
    a_deal("B", acquirer="DeepMind", acquirer_group="Alphabet", announced_on=date(2023, 12, 31)),
    a_deal("C", acquirer="OpenAI", year=2025, segment="robotics"),
    a_deal("D", acquirer="OpenAI", year=2025, segment=None),
    a_deal("E", acquirer="Once"),
    a_deal("F", acquirer="OpenAI", structure="minority_stake"),
]


def test_a_group_s_purchases_are_one_row_and_a_pair_without_any_is_zero(tables):
    built = tables({"deals": DEALS, "quarters": QUARTERS})
    matrix = acquirer_matrix(built, Filters(), "year")
    assert matrix["acquirer"].unique(maintain_order=True).to_list() == [*FIRST, "OpenAI"]
    assert matrix.height == (len(FIRST) + 1) * 2
    cells = matrix.rows_by_key(["acquirer", "cell"], named=True)
    [alphabet] = cells["Alphabet", "2024"]
    assert (alphabet["events"], alphabet["total"], alphabet["group"]) == (2, 2, "seven")
    assert (alphabet["value_usd"], alphabet["known_values"]) == (5, 1)
    assert alphabet["targets"] == "B, A"
    [none] = cells["Tencent", "2025"]
    assert (none["events"], none["value_usd"], none["targets"], none["total"]) == (0, None, None, 0)
    assert cells["OpenAI", "2025"][0]["events"] == 2


def test_a_segment_that_is_unknown_has_a_column_of_its_own(tables):
    built = tables({"deals": DEALS, "quarters": QUARTERS})
    matrix = acquirer_matrix(built, Filters(), "segment")
    last = matrix.filter(acquirer="OpenAI", events=1)
    assert last["cell"].to_list() == ["robotics", "unknown"]


@pytest.mark.parametrize(
    ("chosen", "shown"), [(("OpenAI",), ["OpenAI"]), (("Google", "Once"), ["Alphabet", "Once"])]
)
def test_of_chosen_acquirers_only_they_are_shown(tables, chosen, shown):
    built = tables({"deals": DEALS, "quarters": QUARTERS})
    matrix = acquirer_matrix(built, Filters(acquirer=chosen), "year")
    assert matrix["acquirer"].unique(maintain_order=True).to_list() == shown


def test_who_is_not_shown_is_counted(tables):
    built = tables({"deals": DEALS})
    assert left_out_of_matrix(built, Filters()).rows() == [(1, 1)]
