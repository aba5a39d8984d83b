import re
from types import SimpleNamespace
from urllib.parse import parse_qs, unquote, urlsplit

import narwhals as nw
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aiconsol.components.links import (
    COMPANY_PAGE,
    NAME_IN_LINK,
    company_pages,
    with_company_pages,
)
from aiconsol.components.reading import Reading
from aiconsol.filters import Filters

COMPANIES = {
    "OpenAI": "openai",
    "Geek+": "geek+",
    "Weights & Biases": "weights-biases",
    "智谱": "智谱",
    "Hugging Face": "hugging-face",
    "Émile #1 100%": "emile-1-100",
}
CHINA = Filters(market=("CN",), giants="without")


def reading(filters=CHINA, companies=COMPANIES):
    rows = {"company": list(companies), "company_id": list(companies.values())}
    named = pl.DataFrame(rows, schema=dict.fromkeys(rows, pl.String))
    frame = nw.from_native(named.with_columns(native_name=pl.lit(None)).lazy())
    version = f"links-{sorted(companies)}"
    return Reading(SimpleNamespace(version=version, tables={"companies": frame}), filters)


def shown(address):
    """What a link column shows of an address: its first group, decoded as a browser does."""
    return unquote(re.search(NAME_IN_LINK, address)[1].replace("+", "%20"))


@pytest.mark.parametrize(("name", "company_id"), COMPANIES.items())
def test_a_name_leads_to_its_company_and_keeps_the_filters(name, company_id):
    page = company_pages(pl.Series([name]), reading())[0]
    asked = parse_qs(urlsplit(page).query)
    assert urlsplit(page).path == "companies"
    assert asked == {"market": ["CN"], "giants": ["without"], "company": [company_id]}
    assert shown(page) == name


@given(st.text(min_size=1))
@settings(deadline=None)
def test_a_name_outside_the_register_leads_to_a_search_for_it(name):
    page = company_pages(pl.Series([name]), reading(Filters(), {}))[0]
    asked = parse_qs(urlsplit(page).query, keep_blank_values=True, errors="strict")
    assert asked == {"search": [name]}
    assert shown(page) == name


def test_no_name_leads_nowhere():
    names = pl.Series("target", [None, "OpenAI", None], pl.String)
    pages = company_pages(names, reading())
    assert pages.name == "target"
    assert pages.is_null().to_list() == [True, False, True]
    assert company_pages(names.clear(), reading()).len() == 0
    assert company_pages(names.head(1), reading())[0] is None


def test_a_charts_rows_carry_their_pages():
    rows = pl.DataFrame({"target": ["OpenAI"], "value_usd": [1]})
    linked = with_company_pages(rows, "target", reading())
    assert linked.columns == ["target", "value_usd", COMPANY_PAGE]
