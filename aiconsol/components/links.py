"""Links from one page to another that keep the reader's filters."""

from urllib.parse import urlencode

import polars as pl

from aiconsol.filters import Filters


def page_link(page: str, filters: Filters, **more: str) -> str:
    """The page's address, relative to any page: ``companies?market=US&company=openai``.

    ``more`` are the page's own parameters, and filters to set beside those of the selection.
    """
    parameters = {**filters.parameters(), **{name: [value] for name, value in more.items()}}
    query = urlencode(parameters, doseq=True)
    return f"{page}?{query}" if query else page or "."


def company_links(company_ids: pl.Series, filters: Filters) -> pl.Series:
    """Each company's page, null where the company has none."""
    start = page_link("companies", filters)
    joint = "&" if "?" in start else "?"
    return pl.select(pl.lit(f"{start}{joint}company=") + company_ids).to_series()
