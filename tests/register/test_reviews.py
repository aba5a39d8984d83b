import polars as pl
import pytest

from aiconsol.register.read import LINE
from aiconsol.register.reviews import unjoined_names
from aiconsol.register.validate import located, validated

TAKEOVER = "gamma-giant-2024-03-10-acquisition"
STAKE = {"target": "Gamma", "acquirer": "Giant", "announced_on": "2024-02-01"} | {
    "date_precision": "day",
    "structure": "minority_stake",
    "status": "completed",
}


def joined(register):
    return validated(register)[0]["deal_reviews"].rows()


def unjoined(register):
    return unjoined_names(located(register)[0], LINE).select(LINE, "name", "why").rows()


def test_a_review_joins_the_deal_of_its_target_and_acquirer(register):
    assert joined(register) == [(TAKEOVER, "giant-gamma-ftc")]
    assert unjoined(register) == []


@pytest.mark.parametrize(
    ("dates", "is_joined"),
    [
        ({"opened_on": "2024-03-10", "date_precision": "day"}, True),
        ({"opened_on": "2024-03-09", "date_precision": "day"}, False),
        ({"opened_on": "2024-03-01", "date_precision": "month"}, True),
        ({"opened_on": "2024-01-01", "date_precision": "quarter"}, True),
        ({"opened_on": "2024-01-01", "date_precision": "year"}, True),
        ({"opened_on": "2024-02-01", "date_precision": "month"}, False),
        ({"opened_on": "", "date_precision": "", "decided_on": "2024-03-09"}, False),
        ({"opened_on": "", "date_precision": "", "decided_on": "2024-03-10"}, True),
        ({"opened_on": "", "date_precision": "", "decided_on": "", "outcome": "open"}, True),
    ],
)
def test_a_review_is_of_no_deal_announced_after_it_was_opened(change, dates, is_joined):
    register = change("reviews", 0, **dates)
    assert joined(register) == ([(TAKEOVER, "giant-gamma-ftc")] if is_joined else [])
    assert [why for *_, why in unjoined(register)] == (
        [] if is_joined else ["its deals were announced later"]
    )


def test_a_review_after_the_takeover_is_not_of_the_stakes_before_it(change):
    register = change("deals", 2, **STAKE)
    assert joined(register) == [(TAKEOVER, "giant-gamma-ftc")]
    change("reviews", 0, opened_on="2024-03-01", decided_on="")
    assert joined(change("reviews", 0, outcome="open")) == [
        ("gamma-giant-2024-02-01-minority-stake", "giant-gamma-ftc")
    ]


def test_a_review_of_several_companies_joins_each(change):
    other = STAKE | {"target": "Beta AI", "acquirer": "Other Giant"}
    change("deals", 2, **other)
    register = change(
        "reviews", 0, target="Stranger; Gamma; Beta AI", acquirer="Giant; Other Giant; Third"
    )
    review = "giant-gamma-ftc"
    assert sorted(joined(register)) == [
        ("beta-ai-other-giant-2024-02-01-minority-stake", review),
        (TAKEOVER, review),
    ]
    assert unjoined(register) == [
        (2, "Stranger", "its deals name no acquirer"),
        (2, "Third", "no deal has this acquirer"),
    ]


@pytest.mark.parametrize(
    ("cells", "name", "why"),
    [
        ({"target": ""}, None, "the review names no target"),
        ({"target": "Gamma Inc."}, "Gamma Inc.", "no deal has this target"),
        ({"acquirer": "Giant Inc."}, "Gamma", "its deals are with Giant"),
        ({"acquirer": ""}, "Gamma", "its deals are with Giant"),
    ],
)
def test_another_spelling_joins_nothing_and_is_listed(change, cells, name, why):
    register = change("reviews", 0, **cells)
    assert joined(register) == []
    assert unjoined(register) == [(2, name, why)]


@pytest.mark.parametrize(
    ("target", "homes"),
    [
        ("Gamma", (False, False, True)),
        ("METiS; Beta AI; Unheard Of", (True, True, False)),
        ("Unheard Of", (None, None, None)),
        ("", (None, None, None)),
    ],
)
def test_the_homes_of_the_companies_reviewed(change, target, homes):
    reviews = validated(change("reviews", 0, target=target))[0]["reviews"]
    flags = ("has_us_target", "has_cn_target", "has_other_target")
    assert reviews.select(flags).row(0) == homes


@pytest.mark.parametrize(
    ("cells", "quarter", "days"),
    [
        ({}, "2024Q2", 61),
        ({"date_precision": "month"}, "2024Q2", None),
        ({"outcome": "open", "decided_on": ""}, "2024Q2", None),
        ({"opened_on": "", "date_precision": "", "decided_on": "2024-07-01"}, "2024Q3", None),
        ({"opened_on": "2024-01-01", "date_precision": "year"}, None, None),
    ],
)
def test_the_quarter_and_the_days_to_a_decision(change, cells, quarter, days):
    reviews = validated(change("reviews", 0, **cells))[0]["reviews"]
    assert reviews.select(pl.col("quarter").cast(pl.String), "days_to_decision").row(0) == (
        quarter,
        days,
    )
