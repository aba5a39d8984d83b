"""Marks that lead somewhere."""

import altair as alt


def company_href() -> alt.Href:
    """A click on the mark opens the profile of its company, in the same tab.

    Reads the field ``company_page``, which ``components.links.with_company_pages`` adds to the
    rows of the card's dataset: the address carries the reader's filters, and a spec must not.
    """
    return alt.Href(
        condition={"test": "isValid(datum.company_page)", "field": "company_page"}, value=""
    )
