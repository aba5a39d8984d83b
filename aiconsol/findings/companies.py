"""What the companies selected come to, as sentences."""

import polars as pl

from aiconsol.language import _, plural
from aiconsol.wording import dollars


def directory_finding(companies: pl.DataFrame) -> str:
    """How many companies there are, and how much they raised; answers company_directory."""
    if not companies.height:
        return _("No company in this selection")
    counted = plural("{count} company", "{count} companies", companies.height)
    known = companies["raised_usd"].count()
    if not known:
        return _("{companies}, none with a known amount raised", companies=counted)
    return plural(
        "{companies}; {count} of them raised {amount} in known amounts",
        "{companies}; {count} of them raised {amount} in known amounts",
        known,
        companies=counted,
        amount=dollars(int(companies["raised_usd"].sum())),
    )


def search_finding(found: pl.DataFrame, sought: str) -> str:
    """How many companies a search found."""
    if not found.height:
        return _("No company found for “{sought}”", sought=sought)
    return plural(
        "{count} company found for “{sought}”",
        "{count} companies found for “{sought}”",
        found.height,
        sought=sought,
    )
