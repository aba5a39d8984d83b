import pytest

from aiconsol.address import PAGE_PARAMETERS
from aiconsol.estimates.weights import EQUAL, PARTS, parameter, read_weights


@pytest.mark.parametrize(
    ("parameters", "weights", "dropped"),
    [
        ({}, EQUAL, []),
        ({"weight_quiet": ["3"], "weight_big_tech": ["0"]}, (3, 1, 1, 1, 0), []),
        ({"weight_quiet": ["4"]}, EQUAL, ["weight_quiet=4: one whole number from 0 to 3"]),
        ({"weight_raised": ["-1"]}, EQUAL, ["weight_raised=-1: one whole number from 0 to 3"]),
        ({"weight_raised": ["1.5"]}, EQUAL, ["weight_raised=1.5: one whole number from 0 to 3"]),
        ({"weight_runway": ["1", "2"]}, EQUAL, ["weight_runway=1 2: one whole number from 0 to 3"]),
        (
            {"weight_multiple": ["two"], "weight_quiet": ["2"]},
            (2, 1, 1, 1, 1),
            ["weight_multiple=two: one whole number from 0 to 3"],
        ),
    ],
)
def test_weights_of_an_address(parameters, weights, dropped):
    read, bad = read_weights(parameters)
    assert read == weights
    assert list(map(str, bad)) == dropped


def test_the_filters_leave_the_weights_alone():
    assert {parameter(part) for part in PARTS} <= PAGE_PARAMETERS
