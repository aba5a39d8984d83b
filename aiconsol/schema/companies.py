"""Companies and investors: who the register is about."""

import dataframely as dy
import polars as pl

from aiconsol.schema import vocabulary as words
from aiconsol.schema.columns import country, record_id, text, word
from aiconsol.schema.provenance import Provenance


class Companies(Provenance):
    """One row an AI company."""

    company_id = record_id("Stable id of the company, from its name")
    company = text("Common English name, spelt the same in every table")
    native_name = text("Name in the company's own script", nullable=True)
    country = country("Country of the headquarters; Hong Kong counts as CN")
    city = text("City of the headquarters", nullable=True)
    founded = dy.Int16(
        nullable=True,
        min=1900,
        max=2100,
        description="Year of foundation",
        metadata={"unit": "year", "derived": False},
    )
    segment = word(words.SEGMENTS, "What the company mainly makes")
    description = text("What the company does, in at most twelve words", nullable=True)
    market = word(words.MARKETS, "Market of the headquarters: US, CN or Other", derived=True)

    @dy.rule()
    def company_name_occurs_once(cls) -> pl.Expr:
        return cls.company.col.is_unique()


class Investors(Provenance):
    """One row an investor that the rounds name; about half is classified by general knowledge."""

    investor_id = record_id("Stable id of the investor, from its name")
    investor = text("Name as the rounds spell it")
    native_name = text("Name in the investor's own script", nullable=True)
    country = country("Home country; empty where unknown", nullable=True)
    kind = word(words.INVESTOR_KINDS, "Kind of investor")
    parent = text("Company behind a venture arm", nullable=True)
