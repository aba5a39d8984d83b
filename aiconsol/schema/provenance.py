"""The columns that every table of the register ends with: where the fact was read."""

import dataframely as dy

from aiconsol.schema.columns import WEB_ADDRESS, day, text


class Provenance(dy.Schema):
    """Where a record was read. The address and date may be unknown, the publisher never is."""

    source_name = text("Publisher of the page that the record was read from")
    source_url = text(
        "Address of that page; empty only where the source has none",
        nullable=True,
        regex=WEB_ADDRESS,
        unit="URL",
    )
    source_date = day("Date of that page, where it shows one", nullable=True)
    note = text("What else a reader must know of the record", nullable=True)
