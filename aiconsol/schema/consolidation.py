"""Deals and the authorities' reviews of them."""

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
from aiconsol.schema.funding import YEAR
from aiconsol.schema.precision import starts_its_period
from aiconsol.schema.provenance import Provenance


class Deals(Provenance):
    """One row a deal: a consolidation event, or one of the ends shown beside it."""

    deal_id = record_id("Stable id of the deal, from target, acquirer, date and structure")
    target = text("Company that is bought, licensed, listed or closed")
    target_country = country("Country of the target", nullable=True)
    acquirer = text(
        "Company that buys or takes the licence; empty for IPO and shutdown", nullable=True
    )
    acquirer_country = country("Country of the acquirer", nullable=True)
    announced_on = day("Day of the announcement; see date_precision")
    date_precision = word(words.DATE_PRECISIONS, "How exactly the date is known")
    closed_on = day("Day on which the deal closed", nullable=True)
    structure = word(words.STRUCTURES, "Legal shape of the deal")
    value_usd = usd("Value of the deal; of a reverse acquihire, the fee")
    value_basis = word(words.BASES, "How certain the value is", nullable=True)
    license_terms = word(words.LICENSE_TERMS, "Terms of the licence", nullable=True)
    staff_moved_share = dy.Float64(
        nullable=True,
        min=0,
        max=1,
        description="Share of the target's staff that moved to the acquirer",
        metadata={"unit": "share", "derived": False},
    )
    founders_moved = word(words.FOUNDERS_MOVED, "Whether the founders moved", nullable=True)
    status = word(words.DEAL_STATUSES, "How far the deal has come")
    target_raised_usd = usd("Raised by the target before the deal, where a source says so")
    target_valuation_usd = usd("Last valuation before the deal, where a source says so")
    target_id = reference("Target, where it stands among the companies", nullable=True)
    acquirer_group = text(
        "Company behind the acquirer, followed up to the last known; else the acquirer",
        nullable=True,
        derived=True,
    )
    market = word(
        words.MARKETS,
        "Market of the target; empty where its country is unknown",
        nullable=True,
        derived=True,
    )
    segment = word(words.SEGMENTS, "What the target mainly makes", nullable=True, derived=True)
    quarter = word(
        words.QUARTERS,
        "Calendar quarter of the announcement; empty where the date is known only to the year",
        nullable=True,
        derived=True,
    )
    year = dy.Int16(description="Calendar year of the announcement", metadata=YEAR)
    is_consolidation = flag(
        "An acquisition, reverse acquihire, acquihire, merger or asset purchase,"
        " announced or completed"
    )

    @dy.rule()
    def undisclosed_has_no_value(cls) -> pl.Expr:
        return (cls.value_basis.col == "undisclosed") == cls.value_usd.col.is_null()

    @dy.rule()
    def known_value_states_its_basis(cls) -> pl.Expr:
        return cls.value_usd.col.is_null() | cls.value_basis.col.is_not_null()

    @dy.rule()
    def not_closed_before_announced(cls) -> pl.Expr:
        exact = cls.date_precision.col == "day"
        return ~exact | (cls.closed_on.col >= cls.announced_on.col)

    @dy.rule()
    def consolidation_names_its_acquirer(cls) -> pl.Expr:
        independent_end = cls.structure.col.is_in(["ipo", "shutdown"])
        return independent_end | cls.acquirer.col.is_not_null()

    @dy.rule()
    def announced_on_fits_its_precision(cls) -> pl.Expr:
        return starts_its_period(cls.announced_on.col, cls.date_precision.col)


class Reviews(Provenance):
    """One row an authority's look at a matter. An open end means that no outcome is known."""

    review_id = record_id("Stable id of the review, from matter and authority")
    matter = text("What was reviewed")
    target = names("Companies reviewed, separated by '; '")
    acquirer = names("Companies on the other side, separated by '; '")
    authority = text("Authority, by its usual short name")
    jurisdiction = text("Jurisdiction: a country's code or EU", regex=r"^[A-Z]{2}$", unit="code")
    opened_on = day("Day on which the review was opened; see date_precision", nullable=True)
    date_precision = word(words.DATE_PRECISIONS, "How exactly the opening is known", nullable=True)
    outcome = word(words.REVIEW_OUTCOMES, "Outcome; open where none is known")
    decided_on = day("Day of the decision", nullable=True)
    quarter = word(
        words.QUARTERS,
        "Calendar quarter of the opening, or where that is unknown, of the decision; empty where"
        " neither is known, or the opening only to the year",
        nullable=True,
        derived=True,
    )
    days_to_decision = dy.Int64(
        nullable=True,
        min=0,
        description="Days from the opening to the decision; empty where there is no decision, or"
        " the opening isn't known to the day",
        metadata={"unit": "days", "derived": True},
    )
    has_us_target = flag(
        "A company reviewed is at home in the US; empty where no home is known", nullable=True
    )
    has_cn_target = flag(
        "A company reviewed is at home in China; empty where no home is known", nullable=True
    )
    has_other_target = flag(
        "A company reviewed is at home elsewhere; empty where no home is known", nullable=True
    )

    @dy.rule()
    def not_decided_before_opened(cls) -> pl.Expr:
        exact = cls.date_precision.col == "day"
        return ~exact | (cls.decided_on.col >= cls.opened_on.col)

    @dy.rule()
    def open_has_no_decision(cls) -> pl.Expr:
        return (cls.outcome.col != "open") | cls.decided_on.col.is_null()

    @dy.rule()
    def known_opening_states_its_precision(cls) -> pl.Expr:
        return cls.opened_on.col.is_null() == cls.date_precision.col.is_null()

    @dy.rule()
    def opened_on_fits_its_precision(cls) -> pl.Expr:
        return starts_its_period(cls.opened_on.col, cls.date_precision.col)


class DealReviews(dy.Schema):
    """One row a deal and a review of it.

    A review is of the deals between its targets and its acquirers that were announced by the day
    it was opened (where that is unknown, decided). Where a takeover is among them, the review is
    of the takeover, not of the stakes that came before it. A review may be of several deals, a
    deal may have several reviews, and either may have none.
    """

    deal_id = reference("Deal that was reviewed")
    review_id = reference("Review of the deal")
