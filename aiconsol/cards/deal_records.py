"""The deals as records: status, value and its basis, multiples, reviews and their outcomes."""

from aiconsol.components.reading import reading
from aiconsol.components.record_card import record_card
from aiconsol.findings.deals import deals_finding, with_reviews
from aiconsol.findings.gaps import no_deal_left
from aiconsol.language import _
from aiconsol.queries.prices import deals_with_multiples, reviews_of_deals

COLUMNS = (
    "target",
    "acquirer",
    "announced_on",
    "structure",
    "status",
    "value_usd",
    "value_basis",
    "raised_multiple",
    "valuation_multiple",
    "reviews",
    "market",
    "source_url",
    "source_name",
    "note",
)


def deal_records() -> None:
    """Draws every deal of the selection, stakes, listings and closures included, and its CSV."""
    now = reading()
    reviews = now.ask(reviews_of_deals)
    deals = with_reviews(now.ask(deals_with_multiples), reviews)
    record_card(
        "deal-records",
        "deals",
        deals_finding(deals),
        deals,
        measure=_(
            "Every deal of the selection, newest first. Multiples are the value of a"
            " consolidation event ÷ the money raised before it, and ÷ the last valuation;"
            " a review is named by its authority, with its outcome."
        ),
        nothing=no_deal_left(deals.height),
        columns=COLUMNS,
    )
