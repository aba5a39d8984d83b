from datetime import date

import pytest

from aiconsol.wording import capital, day_name, dollars, listed, percent, quarter_name, times


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0, "$0"),
        (7, "$7"),
        (999, "$999"),
        (1_000, "$1 k"),
        (12_340, "$12.3 k"),
        (999_400, "$999 k"),
        (1_000_000, "$1 m"),
        (45_600_000, "$45.6 m"),
        (123_000_000, "$123 m"),
        (1_000_000_000, "$1 bn"),
        (1_234_000_000, "$1.23 bn"),
        (210_914_000_000, "$211 bn"),
        (1_500_000_000_000, "$1,500 bn"),
    ],
)
def test_dollars(amount, text):
    assert dollars(amount) == text


@pytest.mark.parametrize(
    ("ratio", "text"), [(55.3, "55×"), (3.24, "3.2×"), (0.41, "0.41×"), (1, "1×"), (1234, "1,234×")]
)
def test_times(ratio, text):
    assert times(ratio) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [(0, "0%"), (0.001, "under 1%"), (0.006, "1%"), (0.5, "50%"), (0.994, "99%"), (1, "100%")],
)
def test_percent(share, text):
    assert percent(share) == text


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
    ],
)
def test_listed(parts, text):
    assert listed(parts) == text


def test_capital_leaves_the_rest_as_it_is():
    assert (capital("an IPO"), capital("")) == ("An IPO", "")


def test_quarter_name():
    assert quarter_name("2024Q3") == "2024 Q3"


@pytest.mark.parametrize(
    ("precision", "text"),
    [("day", "1 July 2024"), ("month", "July 2024"), ("quarter", "2024 Q3"), ("year", "2024")],
)
def test_day_name(precision, text):
    assert day_name(date(2024, 7, 1), precision) == text
