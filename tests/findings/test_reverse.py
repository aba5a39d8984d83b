from datetime import date

import polars as pl
import pytest

from aiconsol.findings.deal_panels import deal_panels
from aiconsol.findings.reverse import claims
from aiconsol.findings.takeovers import compared_finding, compared_gaps
from aiconsol.schema.consolidation import Deals

SOURCE = {"source_name": "Paper", "source_url": "https://paper.example/1"}
MORE = {"founded": pl.Int16, "rounds_usd": pl.Int64, "last_post_money_usd": pl.Int64}
REVIEW = {
    "deal_id": pl.String,
    "authority": pl.String,
    "opened_on": pl.Date,
    "date_precision": pl.String,
    "outcome": pl.String,
    "decided_on": pl.Date,
    "source_url": pl.String,
}
RECORD = {
    "deal_id": pl.String,
    "happened_on": pl.Date,
    "date_precision": pl.String,
    "record": pl.String,
    "what": pl.String,
    "other": pl.String,
    "amount": pl.Int64,
    "status": pl.String,
}
EVENT = {"happened_on": pl.Date, "date_precision": pl.String, "source_url": pl.String}
M = 1_000_000


def a_deal(name, **more):
    return {
        "deal_id": name,
        "target": name,
        "acquirer": "Buyer",
        "announced_on": date(2024, 3, 1),
        "date_precision": "day",
        "status": "completed",
        "license_terms": "unknown",
        "founders_moved": "unknown",
        "value_basis": "undisclosed",
        **SOURCE,
        **more,
    }


def deals(*rows):
    schema = pl.Schema({**pl.Schema(Deals), **MORE})
    return pl.DataFrame([dict.fromkeys(schema) | row for row in rows], schema=schema)


def rows(schema, *given):
    return pl.DataFrame(given, schema=schema, orient="row")


def said(*given, reviews=(), after=(), events=()):
    found = claims(
        deals(*given), rows(REVIEW, *reviews), rows(RECORD, *after), rows(EVENT, *events)
    )
    return [claim.sentence for claim in found]


KNOWN = a_deal(
    "Known",
    value_usd=200 * M,
    value_basis="reported",
    target_raised_usd=100 * M,
    rounds_usd=90 * M,
    license_terms="non_exclusive",
    founders_moved="some",
    staff_moved_share=0.25,
)
LEAST = a_deal("Least", value_usd=90 * M, value_basis="reported", rounds_usd=30 * M)


def test_no_deal_no_claim():
    assert said() == []


def test_five_sentences_count_what_they_stand_on():
    what, who, people, pay, regulators = said(
        KNOWN,
        a_deal("Unknown"),
        reviews=[("Known", "FTC", date(2024, 4, 1), "day", "open", None, None)],
        after=[("Known", date(2025, 1, 1), "day", "round", "seed", None, 1, None)],
        events=[(date(2025, 1, 1), "day", "https://x.example")],
    )
    assert "the selection holds 2, from March 2024" in what
    assert "fees known for 1 come to $200 m" in what
    assert who == "1 buyer used it: Buyer (2)."
    assert "in 1 of the 1 deals" in people
    assert "1 of the 1 known licences" in people
    assert "later records of 1 of the 2 companies" in people
    assert "in 1 of the 1 deals in which both are stated." in pay
    assert "1 of the 2 deals (no outcome known 1)" in regulators
    assert "1 event in law and policy speaks" in regulators


def test_what_nobody_states_is_said_so():
    what, __, __, pay, regulators = said(a_deal("Unknown"))
    assert "none with a known fee" in what
    assert pay.startswith("For no deal are both")
    assert "knows no review of these deals" in regulators


def test_a_panel_states_what_a_source_states_before_what_the_rounds_sum_to():
    known, least = deal_panels(deals(KNOWN, LEAST), rows(REVIEW), rows(RECORD))
    assert [line.text for line in known.multiples] == ["2×", None]
    assert [line.text for line in known.sums] == ["$200 m, reported", "$100 m", "unknown"]
    assert [line.text for line in known.people] == ["25%", "Some", "Not exclusive"]
    assert least.multiples[0].text == "at most 3×"
    assert least.sums[1].text == "at least $30 m"
    assert [line.text for line in least.people] == [None, None, None]


@pytest.mark.parametrize(
    ("review", "step"),
    [
        (
            (date(2024, 3, 11), "day", "cleared", date(2024, 4, 1)),
            "FTC: opened after 10 days; cleared after 31 days",
        ),
        ((date(2024, 5, 1), "month", "open", None), "FTC: opened in May 2024; no outcome known"),
        (
            (None, None, "blocked", date(2024, 3, 2)),
            "FTC: opening unknown; blocked after 1 day",
        ),
    ],
)
def test_a_review_is_said_in_days_as_exactly_as_it_is_known(review, step):
    opened, precision, outcome, decided = review
    reviews = rows(REVIEW, ("Known", "FTC", opened, precision, outcome, decided, None))
    (panel,) = deal_panels(deals(KNOWN), reviews, rows(RECORD))
    assert panel.reviews == (step,)


@pytest.mark.parametrize(
    ("record", "line"),
    [
        (("round", "seed", None, 5 * M, None), "May 2025: raised $5 m (seed)"),
        (("round", "seed", None, None, None), "May 2025: raised an undisclosed amount (seed)"),
        (("deal", "acquisition", "B", None, "completed"), "May 2025: acquisition by B, completed"),
        (("deal", "shutdown", None, None, "completed"), "May 2025: shutdown, completed"),
        (("purchase", "merger", "C", None, "announced"), "May 2025: merger of C, announced"),
        (("metric", "headcount", None, 1200, None), "May 2025: headcount 1,200"),
        (("metric", "valuation_usd", None, 5 * M, None), "May 2025: valuation $5 m"),
    ],
)
def test_what_came_after_is_one_line_a_record(record, line):
    after = rows(RECORD, ("Known", date(2025, 5, 1), "month", *record))
    (panel,) = deal_panels(deals(KNOWN), rows(REVIEW), after)
    assert panel.after == (line,)


def compared(*given):
    schema = {"structure": pl.String, "raised_multiple": pl.Float64, "months": pl.Int64}
    return pl.DataFrame(given, schema=schema, orient="row")


def test_medians_stand_with_their_counts():
    frame = compared(
        ("reverse_acquihire", 2.0, 4),
        *(("acquisition", 3.0, None) for __ in range(5)),
    )
    assert compared_finding(frame, "raised_multiple") == (
        "Price ÷ money raised, median: 2× (only 1 known) in reverse acquihires,"
        " 3× (5 known) in acquisitions"
    )
    assert compared_finding(frame, "months") == (
        "Time since the last round, median: 4 months (only 1 known) in reverse acquihires,"
        " not known in acquisitions"
    )
    assert compared_gaps(frame, "raised_multiple") == []
    assert compared_gaps(frame, "months") == [
        "Not known for 0 of 1 reverse acquihires and 5 of 5 acquisitions."
    ]
