from datetime import date

from aiconsol.filters import Filters
from aiconsol.queries.exit_years import ends_since, exit_years, since_2023
from aiconsol.queries.strategic_backers import (
    backed_companies,
    rounds_with_backers,
    strategic_backers,
)
from tests.queries.rows import COMPANIES, QUARTERS, a_deal, a_round


def of(name, amount, market="CN"):
    return a_round(
        market, "2024Q1", amount, company=name, company_id=name, round_id=f"{name}-round"
    )


def backer(name, investor, group, kind="big_tech"):
    return {
        "round_id": f"{name}-round",
        "investor": investor,
        "group": group,
        "investor_kind": kind,
    }


ROWS = {
    "rounds": [
        of("One", 10),
        of("Two", 30),
        of("Alone", 90),
        of("Far", 99, "US"),
        of("Held", None),
    ],
    "participations": [
        backer("One", "Alibaba Cloud", "Alibaba"),
        backer("Two", "City Fund", "City Fund", "state"),
        backer("Two", "Land Fund", "Land Fund", "state"),
        backer("Alone", "Venture", "Venture", "venture"),
        backer("Alone", "Oil", "Oil", "state") | {"investor_country": "SA"},
        backer("Far", "Tencent", "Tencent"),
    ],
    "deals": [
        a_deal(
            "Held",
            target_id="Held",
            acquirer="Baidu",
            structure="minority_stake",
            market="CN",
        )
    ],
}


def test_companies_with_backers_stand_by_the_money_they_raised(tables):
    answer = strategic_backers(tables(ROWS), Filters())
    behind = answer.filter((answer["rounds"] > 0) | answer["has_stake"])
    columns = ("place", "company", "backer", "rounds", "investors", "has_stake", "raised_usd")
    assert behind.select(columns).rows() == [
        (0, "Two", "state", 1, "City Fund, Land Fund", False, 30),
        (1, "One", "Alibaba", 1, "Alibaba Cloud", False, 10),
        (2, "Held", "Baidu", 0, None, True, None),
    ]
    assert answer.height == 3 * 6


def test_companies_without_a_backer_are_counted(tables, rows_of):
    built = tables(ROWS)
    assert backed_companies(built, Filters()).row(0) == (4, 3, 1)
    assert rows_of(rounds_with_backers(built, Filters()), "company") == [("One",), ("Two",)]
    assert strategic_backers(built, Filters(market=("US",))).height == 0


EXITS = {
    "quarters": QUARTERS,
    "companies": COMPANIES,
    "deals": [
        a_deal("Bought"),
        a_deal(
            "Listed", structure="ipo", announced_on=date(2025, 2, 1), quarter="2025Q1", year=2025
        ),
        a_deal("Filed", structure="ipo", status="announced"),
        a_deal("Old", announced_on=date(2022, 2, 1), quarter="2022Q1", year=2022),
    ],
}


def test_ends_are_counted_by_year(tables):
    chosen = Filters(market=("US",), quarters=("2024Q1", "2025Q4"))
    answer = exit_years(tables(EXITS), chosen, date(2025, 6, 30))
    shown = answer.filter(answer["deals"] > 0)
    assert shown.select("year", "end", "deals", "names", "is_preliminary").rows() == [
        (2024, "taken", 1, "Bought", False),
        (2025, "listed", 1, "Listed", True),
    ]
    assert answer.height == 2 * 3


def test_the_mix_begins_in_2023(tables, rows_of):
    built = tables(EXITS)
    mix = ends_since(built, Filters(market=("US",)))
    assert rows_of(mix, "end", "deals") == [("acquisition", 1), ("ipo", 2)]
    assert since_2023(Filters(quarters=("2019Q1", "2022Q4"))).quarters == ("2040Q4", "2040Q4")
    assert since_2023(Filters(quarters=("2024Q1", "2024Q2"))).quarters == ("2024Q1", "2024Q2")
