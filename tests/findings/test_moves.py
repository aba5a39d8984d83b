from datetime import date

import polars as pl

from aiconsol.findings.moves import deal_moves, decision_moves, round_moves


def a_round(**more):
    row = {
        "company": "A",
        "company_id": "a",
        "amount_usd": 2_000_000_000,
        "amount_basis": "reported",
        "lead_investors": None,
        "source_url": "https://example.org",
    }
    return pl.DataFrame([row | more])


def a_deal(**more):
    row = {
        "target": "B",
        "target_id": None,
        "acquirer": "C",
        "structure": "reverse_acquihire",
        "status": "completed",
        "value_usd": None,
        "source_url": None,
    }
    return pl.DataFrame([row | more], schema_overrides={"value_usd": pl.Int64})


def test_a_round_says_how_certain_and_who_led():
    assert round_moves(a_round())[0].sentence == "A raised $2 bn (reported)."
    led = round_moves(a_round(lead_investors="X; Y"))[0]
    assert led.sentence == "A raised $2 bn (reported), led by X and Y."
    assert (led.name, led.company_id) == ("A", "a")


def test_of_many_leads_the_first_two_are_named():
    move = round_moves(a_round(lead_investors="W; X; Y; Z"))[0]
    assert move.sentence.endswith("led by W, X and others.")


def test_a_deal_of_undisclosed_value_says_so():
    move = deal_moves(a_deal())[0]
    assert move.sentence == "C and B: reverse acquihire, value undisclosed, completed."
    assert move.source_url is None


def test_a_deal_of_known_value_states_it():
    move = deal_moves(a_deal(value_usd=650_000_000))[0]
    assert move.sentence == "C and B: reverse acquihire for $650 m, completed."


def test_a_decision_names_authority_matter_outcome_and_day():
    row = {
        "authority": "CMA",
        "matter": "A / B",
        "outcome": "no_jurisdiction",
        "decided_on": date(2024, 9, 4),
        "source_url": "https://example.org",
    }
    move = decision_moves(pl.DataFrame([row]))[0]
    assert move.sentence == "CMA on A / B: no jurisdiction (4 September 2024)."
