"""Rounds and who took part in them."""

import dataframely as dy
import polars as pl

from aiconsol.schema import vocabulary as words
from aiconsol.schema.columns import (
    country,
    day,
    flag,
    names,
    record_id,
    reference,
    text,
    usd,
    word,
)
from aiconsol.schema.precision import starts_its_period
from aiconsol.schema.provenance import Provenance

YEAR = {"unit": "year", "derived": True}


class Rounds(Provenance):
    """One row a round of funding. An undisclosed amount is null, never zero."""

    round_id = record_id("Stable id of the round, from company, date and stage")
    company = text("Company that raised the round")
    announced_on = day("Day of the announcement; see date_precision")
    date_precision = word(words.DATE_PRECISIONS, "How exactly the date is known")
    stage = word(words.STAGES, "Stage of the round, as the source names it")
    amount_usd = usd("Amount raised; empty where undisclosed")
    amount_native = dy.Int64(
        nullable=True,
        min=0,
        description="Amount in the currency that the source gives, where that isn't the dollar",
        metadata={"unit": "currency", "derived": False},
    )
    currency = word(words.CURRENCIES, "Currency that the source gives", nullable=True)
    amount_basis = word(words.BASES, "How certain the amount is")
    post_money_usd = usd("Post-money valuation")
    lead_investors = names("Lead investors, separated by '; '")
    other_investors = names("Other investors, separated by '; '")
    company_id = reference("Company that raised the round")
    native_name = text("Name of the company in its own script", nullable=True, derived=True)
    country = country("Country of the company's headquarters", derived=True)
    market = word(words.MARKETS, "Market of the company's headquarters", derived=True)
    segment = word(words.SEGMENTS, "What the company mainly makes", derived=True)
    kind = word(words.KINDS, "What counts as funding: equity, debt, secondary or ipo", derived=True)
    quarter = word(
        words.QUARTERS,
        "Calendar quarter of the announcement; empty where the date is known only to the year",
        nullable=True,
        derived=True,
    )
    year = dy.Int16(description="Calendar year of the announcement", metadata=YEAR)
    is_giant = flag("A billion dollars or more; no where the amount is undisclosed")
    has_big_tech_investor = flag(
        "A large technology company, or its venture arm, is among the named investors;"
        " empty where no investor is named",
        nullable=True,
    )
    has_us_investor = flag(
        "An investor at home in the US is named; empty where no investor is named", nullable=True
    )
    has_cn_investor = flag(
        "An investor at home in China is named; empty where no investor is named", nullable=True
    )

    @dy.rule()
    def undisclosed_has_no_amount(cls) -> pl.Expr:
        return (cls.amount_basis.col == "undisclosed") == cls.amount_usd.col.is_null()

    @dy.rule()
    def native_amount_names_its_currency(cls) -> pl.Expr:
        return cls.amount_native.col.is_null() | cls.currency.col.is_not_null()

    @dy.rule()
    def not_valued_below_its_amount(cls) -> pl.Expr:
        return cls.post_money_usd.col >= cls.amount_usd.col

    @dy.rule()
    def announced_on_fits_its_precision(cls) -> pl.Expr:
        return starts_its_period(cls.announced_on.col, cls.date_precision.col)


class Participations(dy.Schema):
    """One row an investor in a round, split from the round's two lists of names."""

    round_id = reference("Round that the investor took part in")
    investor = text("Name of the investor", derived=True)
    role = word(words.INVESTOR_ROLES, "Lead investor or other investor", derived=True)
    group = text(
        "Company behind the investor, followed up to the last known; else the investor",
        derived=True,
    )
    investor_country = country("Home country of the investor", nullable=True, derived=True)
    investor_kind = word(
        words.INVESTOR_KINDS,
        "Kind of investor; empty where the register doesn't classify it",
        nullable=True,
        derived=True,
    )
