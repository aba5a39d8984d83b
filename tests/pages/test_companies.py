"""The page of companies: a profile, two side by side, a search, addresses that name nobody."""

import polars as pl
import pytest

from aiconsol.dataset import shelf

DATASET, __ = shelf().current()
COMPANIES = DATASET.tables["companies"].collect("polars").to_native()
ROUNDS = DATASET.tables["rounds"].collect("polars").to_native()
MOST = ROUNDS["company_id"].value_counts(sort=True)["company_id"].to_list()
ONE, OTHER = MOST[0], MOST[1]
WITHOUT = COMPANIES.filter(~pl.col("company_id").is_in(ROUNDS["company_id"].to_list()))
WITH_SIGN = COMPANIES.filter(pl.col("company_id").str.contains(r"[^a-z0-9-]"))["company_id"]


def name(company_id):
    return COMPANIES.filter(pl.col("company_id") == company_id)["company"].item()


def shown(app):
    return " ".join(
        element.value for kind in ("markdown", "html") for element in app.main.get(kind)
    )


@pytest.mark.parametrize(
    "address",
    [
        {"company": [ONE]},
        {"company": [ONE], "beside": [OTHER]},
        {"company": [ONE], "giants": ["without"], "basis": ["confirmed"], "market": ["CN"]},
        {"company": [WITHOUT["company_id"][0]]},
        {"company": [WITHOUT["company_id"][-1]], "beside": [ONE]},
        *({"company": [one]} for one in WITH_SIGN.head(1)),
    ],
)
def test_a_profile_names_its_companies(open_page, address):
    app = open_page("companies", address)
    assert not app.exception
    assert not app.warning
    for parameter in ("company", "beside"):
        for company_id in address.get(parameter, []):
            assert name(company_id) in shown(app)


@pytest.mark.parametrize(
    "address",
    [
        {"company": ["no-such-company"]},
        {"company": [ONE], "beside": ["<b>"]},
        {"company": [ONE], "beside": [ONE]},
        {"company": [ONE, OTHER]},
    ],
)
def test_what_names_no_company_is_said(open_page, address):
    app = open_page("companies", address)
    assert not app.exception
    assert len(app.warning) == 1
    assert "Dropped from the address" in app.warning[0].value


def test_a_search_finds_whatever_the_filters(open_page):
    sought = name(ONE)
    app = open_page("companies", {"search": [sought], "market": ["Other"]})
    assert not app.exception
    assert "found for" in shown(app)
    assert not app.info
    app = open_page("companies", {"search": ["zz[x](http://example.com)zz"]})
    assert not app.exception
    assert "[x](" not in shown(app)
    assert "No company" in app.info[0].value
