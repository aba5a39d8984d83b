import polars as pl
import pytest

from aiconsol.findings.key_figures import UNKNOWN, key_figures

QUARTERS = ("2024Q1", "2024Q2", "2024Q3", "2024Q4", "2025Q1")
BILLION = 1_000_000_000


def funding(us, china, *, known=1, rounds=1, last_is_preliminary=False):
    """One row a quarter and market; a market whose sums are None isn't in the selection."""
    return pl.DataFrame(
        [
            {
                "quarter": quarter,
                "market": market,
                "is_preliminary": last_is_preliminary and quarter == QUARTERS[-1],
                "funding_usd": sums[place],
                "rounds": rounds,
                "known_amounts": known,
            }
            for place, quarter in enumerate(QUARTERS)
            for market, sums in (("US", us), ("CN", china))
            if sums is not None
        ]
    )


def events(reverse, bought):
    return pl.DataFrame(
        [
            {"quarter": quarter, "structure": structure, "events": counts[place]}
            for place, quarter in enumerate(QUARTERS)
            for structure, counts in (("reverse_acquihire", reverse), ("acquisition", bought))
        ]
    )


LARGEST = pl.DataFrame({"quarter": ["2025Q1"], "largest_usd": [3], "funding_usd": [4]})
NONE = [0] * 5
EVENTS = events([0, 1, 0, 1, 0], [9, 1, 1, 1, 5])
MONEY = funding([BILLION] * 4 + [2 * BILLION], [BILLION] * 4 + [BILLION // 2])


def figure(label, *answers):
    return next(one for one in key_figures(*answers) if one.label == label)


@pytest.mark.parametrize(
    ("label", "value", "change"),
    [
        ("US funding", "$2 bn", "+100% on 2024 Q4"),
        ("China funding", "$500 m", "−50% on 2024 Q4"),
        ("US to China", "4×", "1× in 2024 Q4"),
        ("Rounds", "2", "+0% on 2024 Q4"),
        ("Five largest rounds", "75%", ""),
        ("Consolidation events", "5", "2 in 2024 Q4"),
        ("Alternative share", "20%", "14% in 2024 Q4"),
    ],
)
def test_each_figure_of_the_last_complete_quarter(label, value, change):
    found = figure(label, MONEY, LARGEST, EVENTS)
    assert (found.value, found.change) == (value, change)


def test_a_multiple_reads_better_than_a_large_percentage():
    money = funding([BILLION] * 4 + [5 * BILLION], [BILLION] * 5)
    assert figure("US funding", money, LARGEST, EVENTS).change == "5× that of 2024 Q4"


def test_a_preliminary_quarter_is_no_last_quarter():
    money = funding([1, 1, 1, 7, 9], [1] * 5, last_is_preliminary=True)
    assert figure("US funding", money, LARGEST, EVENTS).value == "$7"


def test_a_market_outside_the_selection_has_no_figure_and_no_ratio():
    money = funding([BILLION] * 5, None)
    china = figure("China funding", money, LARGEST, EVENTS)
    assert (china.value, china.course) == (UNKNOWN, ())
    assert figure("US to China", money, LARGEST, EVENTS).value == UNKNOWN


def test_rounds_of_unknown_amount_are_no_zero():
    money = funding([0] * 5, [0] * 5, known=0)
    assert figure("US funding", money, LARGEST, EVENTS).value == UNKNOWN


def test_no_round_at_all_is_zero():
    money = funding([0] * 5, [0] * 5, known=0, rounds=0)
    assert figure("US funding", money, LARGEST, EVENTS).value == "$0"


def test_no_share_stands_on_fewer_than_five_events():
    share = figure("Alternative share", MONEY, LARGEST, events([0, 1, 0, 1, 0], NONE))
    assert share.value == UNKNOWN
    assert "2 reverse acquihires ÷ 2 events" in share.explanation


def test_only_preliminary_quarters_have_no_key_figures():
    money = MONEY.with_columns(is_preliminary=pl.lit(value=True))
    assert key_figures(money, LARGEST, EVENTS) == []
