"""Links from one page to another that keep the reader's filters."""

from urllib.parse import quote, urlencode

import polars as pl

from aiconsol.components.reading import Reading
from aiconsol.filters import Filters
from aiconsol.queries.companies import company_names

COMPANY_PAGE = "company_page"
NAME_IN_LINK = "#(.+)$"
"""What a LinkColumn shows of ``company_pages``: the name, as ``display_text``."""


def page_link(page: str, filters: Filters, **more: str) -> str:
    """The page's address, relative to any page: ``companies?market=US&company=openai``.

    ``more`` are the page's own parameters, and filters to set beside those of the selection.
    """
    parameters = {**filters.parameters(), **{name: [value] for name, value in more.items()}}
    query = urlencode(parameters, doseq=True)
    return f"{page}?{query}" if query else page or "."


def company_pages(names: pl.Series, now: Reading) -> pl.Series:
    """The page that each company's name leads to, for tables and charts; null where it is null.

    A name outside the register leads to a search for it. Every address ends in ``#`` and the name,
    which ``NAME_IN_LINK`` takes out of it again.
    """
    ids = dict(now.ask(company_names).select("company", "company_id").iter_rows())

    start = page_link("companies", now.chosen)
    joint = "&" if "?" in start else "?"

    def page(name: str) -> str:
        query = urlencode({"company": ids[name]} if name in ids else {"search": name})
        return f"{start}{joint}{query}#{quote(name, safe='')}"

    pages = {name: page(name) for name in names.unique() if name is not None}
    return names.replace_strict(pages, default=None, return_dtype=pl.String)


def with_company_pages(frame: pl.DataFrame, name: str, now: Reading) -> pl.DataFrame:
    """A chart's rows and ``company_page``, the page of the company that the column names.

    ``charts.links.company_href`` lets a mark open it.
    """
    return frame.with_columns(company_pages(frame[name], now).alias(COMPANY_PAGE))
