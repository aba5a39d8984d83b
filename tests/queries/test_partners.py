from datetime import date

import pytest

from aiconsol.filters import Filters
from aiconsol.queries.partners import partners_to_owners
from tests.queries.rows import a_deal, a_round

TAKEN_ON = date(2024, 6, 15)
STAKE = {"structure": "minority_stake", "deal_id": "stake"}


def took_part(day, *, role="other", group="Nvidia", company="a", number=0):
    funded = a_round("US", "2024Q1", 7, round_id=f"r{number}", company_id=company, announced_on=day)
    return funded, {"round_id": f"r{number}", "group": group, "role": role}


def steps_of(tables, rows_of, *parts, deals=()):
    built = tables(
        {
            "deals": [
                a_deal("A", announced_on=TAKEN_ON, value_usd=9, structure="reverse_acquihire"),
                *deals,
            ],
            "rounds": [funded for funded, __ in parts],
            "participations": [part for __, part in parts],
        }
    )
    columns = ("pair", "happened_on", "step", "amount_usd", "first_on")
    return rows_of(partners_to_owners(built, Filters()), *columns)


@pytest.mark.parametrize(("role", "step"), [("other", "joined"), ("lead", "led")])
def test_an_investment_before_the_takeover_is_a_step(tables, rows_of, role, step):
    day = date(2023, 2, 3)
    pair = "Nvidia – A"
    assert steps_of(tables, rows_of, took_part(day, role=role)) == [
        (pair, day, step, 7, day),
        (pair, TAKEN_ON, "reverse_acquihire", 9, day),
    ]


@pytest.mark.parametrize(
    "part",
    [
        took_part(TAKEN_ON),
        took_part(date(2024, 6, 16)),
        took_part(date(2023, 1, 1), group="Alphabet"),
        took_part(date(2023, 1, 1), company="b"),
    ],
)
def test_later_investments_other_groups_and_other_companies_are_none(tables, rows_of, part):
    assert steps_of(tables, rows_of, part) == []


def test_within_a_month_leading_says_more_than_a_stake_and_a_stake_more_than_joining(
    tables, rows_of
):
    stake = a_deal("A", announced_on=date(2023, 1, 1), value_usd=3, **STAKE)
    parts = [
        took_part(date(2023, 1, 20), number=1),
        took_part(date(2023, 2, 1), role="lead", number=2),
        took_part(date(2023, 2, 1), number=3),
    ]
    found = steps_of(tables, rows_of, *parts, deals=[stake])
    assert [(day, step) for __, day, step, *__ in found] == [
        (date(2023, 1, 1), "stake"),
        (date(2023, 2, 1), "led"),
        (TAKEN_ON, "reverse_acquihire"),
    ]


def test_an_abandoned_stake_is_no_investment(tables, rows_of):
    stake = a_deal("A", announced_on=date(2023, 1, 1), status="abandoned", **STAKE)
    assert steps_of(tables, rows_of, deals=[stake]) == []
