"""Rows for hand-made tables: a few quarters, two companies, and rounds."""

from datetime import date

QUARTERS = [
    {
        "quarter": f"{year}Q{number}",
        "starts_on": date(year, 3 * number - 2, 1),
        "ends_on": date(year, 3 * number, 31 if number in (1, 4) else 30),
        "is_preliminary": (year, number) > (2025, 1),
    }
    for year in (2024, 2025)
    for number in (1, 2, 3, 4)
]
COMPANIES = [{"company": "A", "market": "US"}, {"company": "B", "market": "CN"}]
GIANT = 1_000_000_000


def a_round(market, quarter, amount, **more):
    return {
        "market": market,
        "quarter": quarter,
        "amount_usd": amount,
        "amount_basis": "confirmed" if amount is not None else "undisclosed",
        "kind": "equity",
        "is_giant": (amount or 0) >= GIANT,
        "company_id": f"{market}-one",
        "segment": "chips",
        "stage": "seed",
        **more,
    }


def a_deal(target, **more):
    """A completed acquisition of a US company by Nvidia, on the first day of 2024."""
    deal = {
        "deal_id": target,
        "target": target,
        "target_id": target.lower(),
        "acquirer": "Nvidia",
        "announced_on": date(2024, 1, 1),
        "date_precision": "day",
        "structure": "acquisition",
        "status": "completed",
        "market": "US",
        "segment": "chips",
        "quarter": "2024Q1",
        "year": 2024,
        **more,
    }
    is_event = deal["structure"] not in {"minority_stake", "ipo", "shutdown"}
    happens = deal["status"] in {"announced", "completed"}
    return {"acquirer_group": deal["acquirer"], "is_consolidation": is_event and happens, **deal}
