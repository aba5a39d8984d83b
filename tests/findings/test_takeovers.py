import polars as pl
import pytest

from aiconsol.findings.acquirers import acquirers_finding, acquirers_gaps
from aiconsol.findings.alternative import alternative_finding
from aiconsol.findings.deals import deals_finding, with_reviews
from aiconsol.findings.exits import ends_finding, fallen_gaps
from aiconsol.findings.partners import partners_finding
from aiconsol.findings.prices import prices_finding, prices_gaps


def shares(quarter, count, value, *, preliminary=False):
    columns = ("part", "whole", "records", "share", "is_thin")
    return [
        {"quarter": quarter, "is_preliminary": preliminary, "measure": measure}
        | dict(zip(columns, figures, strict=True))
        for measure, figures in (("count", count), ("value", value))
    ]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            shares("2024Q4", (2, 8, 8, 0.25, False), (60, 100, 5, 0.6, False)),
            (
                "2 of 8 consolidation events in the four quarters to 2024 Q4 were reverse"
                " acquihires, 25%; by known value, 60% of $100"
            ),
        ),
        (
            shares("2024Q4", (2, 8, 8, 0.25, False), (60, 100, 4, 0.6, True)),
            (
                "2 of 8 consolidation events in the four quarters to 2024 Q4 were reverse"
                " acquihires, 25%"
            ),
        ),
        (
            shares("2024Q4", (2, 4, 4, 0.5, True), (0, 0, 0, None, True)),
            (
                "2 of 4 events in the four quarters to 2024 Q4 were reverse acquihires: too few for"
                " a share"
            ),
        ),
        (
            shares("2024Q3", (0, 5, 5, 0.0, False), (0, 0, 0, None, True))
            + shares("2024Q4", (5, 5, 5, 1.0, False), (0, 0, 0, None, True), preliminary=True),
            (
                "0 of 5 consolidation events in the four quarters to 2024 Q3 were reverse"
                " acquihires, 0%"
            ),
        ),
        ([], "Fewer than four quarters are shown, so there is no rolling share"),
    ],
)
def test_alternative_finding(rows, sentence):
    schema = {"quarter": pl.String, "is_preliminary": pl.Boolean, "measure": pl.String}
    figures = {"part": pl.Int64, "whole": pl.Int64, "records": pl.Int64, "share": pl.Float64}
    frame = pl.DataFrame(rows, schema={**schema, **figures, "is_thin": pl.Boolean})
    assert alternative_finding(frame) == sentence


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            [("US", "ipo", 2, 8, 0.25, False), ("US", "merger", 6, 8, 0.75, False)],
            "Of the ends of companies, 75% of 8 in the US were mergers",
        ),
        (
            [
                ("US", "merger", 5, 5, 1.0, False),
                ("CN", "ipo", 2, 3, 0.67, True),
                ("CN", "minority_stake", 9, 3, None, False),
                ("Other", "ipo", 0, 0, None, True),
            ],
            (
                "Of the ends of companies, 2 of 3 in China were IPOs and 100% of 5 in the US were"
                " mergers"
            ),
        ),
        ([("US", "fell_through", 4, 0, None, False)], "No company of this selection ended"),
    ],
)
def test_ends_finding(rows, sentence):
    columns = ["market", "end", "deals", "ends", "share", "is_thin"]
    assert ends_finding(pl.DataFrame(rows, schema=columns, orient="row")) == sentence


@pytest.mark.parametrize(
    ("names", "sentences"),
    [
        ("", []),
        ("A", ["1 more takeover fell through and isn't counted: A (Big, blocked)."]),
        (
            "ABCDE",
            [
                (
                    "5 more takeovers fell through and aren't counted: A (Big, blocked), B (Big,"
                    " blocked), C (Big, blocked) and others."
                )
            ],
        ),
    ],
)
def test_what_fell_through_is_named(names, sentences):
    rows = [(name, "Big", "blocked") for name in names]
    frame = pl.DataFrame(rows, schema=["target", "acquirer", "status"], orient="row")
    assert fallen_gaps(frame) == sentences


@pytest.mark.parametrize(
    ("totals", "sentence"),
    [
        ({"A": 3, "B": 0}, "A took over 3 companies"),
        ({"A": 1}, "A took over 1 company"),
        ({"A": 3, "B": 5, "C": 1, "D": 2}, "Most takeovers were by B (5), A (3) and D (2)"),
        ({"A": 0}, "No acquirer of this selection bought more than one company"),
        ({}, "No acquirer of this selection bought more than one company"),
    ],
)
def test_acquirers_finding(totals, sentence):
    rows = [(place, name, total) for place, (name, total) in enumerate(totals.items())] * 2
    schema = {"place": pl.Int64, "acquirer": pl.String, "total": pl.Int64}
    assert acquirers_finding(pl.DataFrame(rows, schema=schema, orient="row")) == sentence


def test_acquirers_that_are_not_drawn_are_counted():
    left_out = pl.DataFrame({"acquirers": [2], "events": [3]})
    assert acquirers_gaps(left_out) == [
        "2 further acquirers, with 3 events, aren't drawn; the records name them."
    ]
    assert acquirers_gaps(left_out.with_columns(acquirers=0)) == []


@pytest.mark.parametrize(
    ("reverse", "others", "sentence"),
    [
        ([0.5], [], "Paid for each dollar raised: 0.5× in 1 reverse acquihire"),
        ([], [0.5, 4.0], "Paid for each dollar raised: 0.5× to 4× in 2 deals"),
        (
            [1.0, 2.0, 3.0, 4.0],
            [1.0, 2.0, 3.0, 4.0, 90.0],
            (
                "Paid for each dollar raised: 1× to 4× in 4 reverse acquihires and a median of 3×"
                " in 5 other deals"
            ),
        ),
        ([], [], "No deal of this selection has both figures"),
    ],
)
def test_a_median_stands_on_five_deals(reverse, others, sentence):
    rows = [("reverse_acquihire", multiple) for multiple in reverse]
    rows += [("acquisition", multiple) for multiple in others]
    frame = pl.DataFrame(
        rows, schema={"structure": pl.String, "multiple": pl.Float64}, orient="row"
    )
    assert prices_finding(frame, "raised") == sentence


def test_deals_without_a_multiple_are_counted():
    left_out = pl.DataFrame({"unvalued": [2], "without_yardstick": [1]})
    assert prices_gaps(left_out, "valuation") == [
        "2 events of undisclosed value are left out.",
        "Of 1 event with a value, no source gives a last valuation.",
    ]
    assert prices_gaps(left_out * 0, "raised") == []


@pytest.mark.parametrize(
    ("taken", "sentence"),
    [
        (
            {"a": "reverse_acquihire", "b": "merger"},
            (
                "2 takeovers were by an earlier investor: 1 of 2 reverse acquihires, 1 of 3 other"
                " takeovers"
            ),
        ),
        (
            {"a": "reverse_acquihire"},
            (
                "1 takeover was by an earlier investor: 1 of 2 reverse acquihires, 0 of 3 other"
                " takeovers"
            ),
        ),
        ({}, "No acquirer of this selection is known to have invested in its target before"),
    ],
)
def test_partners_finding(taken, sentence):
    steps = [(deal_id, structure) for deal_id, structure in taken.items() for __ in range(2)]
    schema = {"deal_id": pl.String, "structure": pl.String}
    events = pl.DataFrame({"structure": ["reverse_acquihire"] * 2 + ["merger"] * 3})
    frame = pl.DataFrame(steps, schema=schema, orient="row")
    assert partners_finding(frame, events) == sentence


def test_reviews_are_said_beside_their_deal():
    deals = pl.DataFrame({"deal_id": ["a", "b"]})
    rows = [("a", "CMA", "cleared"), ("a", "FTC", "open")]
    reviews = pl.DataFrame(rows, schema=["deal_id", "authority", "outcome"], orient="row")
    shown = with_reviews(deals, reviews)
    assert shown["reviews"].to_list() == ["CMA: cleared; FTC: no outcome known", None]
    assert deals_finding(shown) == "2 deals, 1 of them looked at by an authority"
    assert with_reviews(deals, reviews.clear())["reviews"].to_list() == [None, None]
