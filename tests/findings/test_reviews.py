from datetime import date

import polars as pl
import pytest

from aiconsol.findings.reviews import (
    median_text,
    no_review_left,
    outcomes_finding,
    outcomes_shown,
    review_gaps,
    review_result,
    reviewed_deals_finding,
    reviews_finding,
)

DAY = date(2024, 6, 1)


def bars(*rows):
    return pl.DataFrame(
        rows, schema={"outcome": pl.String, "days_to_decision": pl.Int64}, orient="row"
    )


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "No review in the selection"),
        ([("open", None)], "1 review, none with a known outcome"),
        ([("cleared", 9)] * 4 + [("open", None)], "5 reviews, 4 with a known outcome"),
        (
            [("cleared", days) for days in (1, 2, 30, 400, 500)],
            (
                "5 reviews, 5 with a known outcome;"
                " half of the 5 whose days are known took 30 days or less"
            ),
        ),
    ],
)
def test_reviews_finding(rows, sentence):
    assert reviews_finding(bars(*rows)) == sentence


@pytest.mark.parametrize(
    ("outcomes", "sentence"),
    [
        (["open"], "No review in the selection has a known outcome"),
        (["blocked", "open"], "1 review with a known outcome: blocked 1"),
        (
            ["cleared", "cleared", "blocked", "abandoned", "conditions", "not_a_merger"],
            (
                "6 reviews with a known outcome: cleared 2, abandoned 1, blocked 1"
                " and other outcomes 2"
            ),
        ),
    ],
)
def test_outcomes_finding(outcomes, sentence):
    assert outcomes_finding(bars(*((name, None) for name in outcomes))) == sentence


@pytest.mark.parametrize(
    ("opened", "decided", "days", "outcome", "said"),
    [
        (DAY, None, None, "open", "no outcome known"),
        (DAY, date(2024, 6, 2), 1, "cleared", "cleared, 1 day"),
        (None, DAY, None, "blocked", "blocked, opening unknown"),
        (DAY, None, None, "cleared", "cleared, day unknown"),
        (DAY, date(2024, 6, 20), None, "cleared", "cleared, about 1 month"),
        (DAY, date(2024, 12, 1), None, "conditions", "cleared with conditions, about 6 months"),
    ],
)
def test_review_result(opened, decided, days, outcome, said):
    review = {
        "outcome": outcome,
        "opened_on": opened,
        "decided_on": decided,
        "days_to_decision": days,
    }
    assert review_result(review) == said


@pytest.mark.parametrize(
    ("median", "known", "said"),
    [
        (None, 0, "3 of 9 ended"),
        (12.5, 2, "3 of 9 ended, median 12 days (only 2)"),
        (120.0, 5, "3 of 9 ended, median 120 days (5)"),
    ],
)
def test_median_text(median, known, said):
    row = {"total": 9, "decided": 3, "median_days": median, "days_known": known}
    assert median_text(row) == said


@pytest.mark.parametrize(("elsewhere", "homeless", "count"), [(0, 0, 0), (2, 0, 1), (1, 3, 2)])
def test_review_gaps(elsewhere, homeless, count):
    said = review_gaps(pl.DataFrame({"elsewhere": [elsewhere], "homeless": [homeless]}))
    assert len(said) == count
    assert all(str(number) in " ".join(said) for number in (elsewhere, homeless) if number)


def test_the_deal_of_the_most_authorities_is_named():
    deals = pl.DataFrame(
        [("a", "A", "X", "FTC"), ("b", "B", "Y", "FTC"), ("b", "B", "Y", "CMA")],
        schema=["deal_id", "target", "acquirer", "authority"],
        orient="row",
    )
    assert reviewed_deals_finding(deals) == (
        "2 deals of the register were reviewed, Y and B by the most authorities (2)"
    )
    assert reviewed_deals_finding(deals.head(1)) == "1 deal of the register was reviewed: X and A"


def test_the_open_ones_come_last():
    assert outcomes_shown(bars(("open", None), ("blocked", None))) == ("blocked", "open")


def test_an_empty_card_says_what_to_relax():
    assert no_review_left(1) is None
    assert "Widen the quarters" in no_review_left(0)
