import polars as pl
import pytest

from aiconsol.findings.companies import directory_finding, search_finding


def companies(*raised):
    return pl.DataFrame({"raised_usd": raised}, schema={"raised_usd": pl.Int64})


@pytest.mark.parametrize(
    ("raised", "sentence"),
    [
        ([], "No company in this selection"),
        ([None], "1 company, none with a known amount raised"),
        ([5_000_000, None], "2 companies; 1 of them raised $5 m in known amounts"),
        ([0, 0], "2 companies; 2 of them raised $0 in known amounts"),
    ],
)
def test_directory_finding(raised, sentence):
    assert directory_finding(companies(*raised)) == sentence


def test_search_finding():
    assert search_finding(companies(), "x{y}") == "No company found for “x{y}”"
    assert search_finding(companies(1), "智") == "1 company found for “智”"
