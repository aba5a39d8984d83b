"""What the cards on China say of hand-made answers."""

import polars as pl

from aiconsol.findings.china import backers_finding, backers_gaps, exit_years_finding

BACKERS = pl.DataFrame(
    {
        "company_id": ["one", "one", "two", "two"],
        "backer": ["Alibaba", "state", "Alibaba", "state"],
        "rounds": [2, 1, 0, 3],
        "has_stake": [False, False, False, False],
    }
)
EXITS = pl.DataFrame(
    {
        "market": ["US", "US", "CN", "CN"],
        "year": [2024, 2025, 2024, 2025],
        "end": ["taken", "listed", "listed", "listed"],
        "deals": [3, 1, 2, 4],
    }
)


def test_how_many_each_backer_stands_behind():
    assert backers_finding(BACKERS) == (
        "Behind the 2 Chinese companies that raised most: the state 2 and Alibaba 1"
    )
    assert backers_finding(BACKERS.clear()) == (
        "The register names none of these backers in this selection"
    )


def test_who_has_no_backer_is_counted():
    counts = pl.DataFrame({"companies": [9], "with_backer": [4], "unnamed": [2]})
    first, __ = backers_gaps(counts)
    assert first == (
        "Of 9 Chinese companies with a round in this selection, 4 have such a backer, as far as"
        " rounds name their investors; 2 name none at all."
    )


def test_listings_against_takeovers():
    assert exit_years_finding(EXITS) == (
        "1 listed and 3 were bought or hollowed out in the US; 6 listed and 0 were bought or"
        " hollowed out in China, 2024 to 2025"
    )
    none = "No company of this selection was taken over, listed or closed"
    assert exit_years_finding(EXITS.clear()) == none
