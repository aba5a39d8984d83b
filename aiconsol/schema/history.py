"""How the dataset came to be what it is; the build itself keeps these tables, row after row."""

import dataframely as dy

from aiconsol.schema import vocabulary as words
from aiconsol.schema.columns import day, reference, text, word

COUNT = {"unit": "count", "derived": True}
USD = {"unit": "USD", "derived": True}


class Versions(dy.Schema):
    """One row a version in which a record of the register changed; the first starts the history."""

    version_number = dy.Int32(
        primary_key=True,
        min=1,
        description="Which version it was, counted from 1",
        metadata=COUNT,
    )
    version = text("Version that the dataset then stated", derived=True, unit="id")
    as_of = day("Date of the register", derived=True)
    built_on = day("Day on which the version was built, UTC", derived=True)
    records = dy.Int64(min=0, description="Records of the register", metadata=COUNT)


class Changes(dy.Schema):
    """One row a record added or withdrawn, or one corrected cell, from one version to the next."""

    version_number = dy.Int32(
        nullable=False,
        min=2,
        description="Version in which the change first stood",
        metadata=COUNT,
    )
    built_on = day("Day on which that version was built, UTC", derived=True)
    table = text("Table of the record", derived=True)
    record_id = reference("Record; of a withdrawn one, the id that it had")
    record = text("What names the record, in words", derived=True)
    change = word(words.CHANGES, "What happened to the record", derived=True)
    column = text(
        "Column of the corrected cell; of a record added or withdrawn, its main figure's;"
        " empty where its table has none",
        nullable=True,
        derived=True,
    )
    before = text("Cell before; empty where it was unknown", nullable=True, derived=True)
    after = text("Cell after; empty where it is unknown", nullable=True, derived=True)


class FirstCounts(dy.Schema):
    """One row a quarter's funding in a market, as first counted once the quarter had ended."""

    quarter = word(
        words.QUARTERS, "Calendar quarter, preliminary when it was counted", derived=True
    )
    market = word(words.MARKETS, "Market of the companies' headquarters", derived=True)
    counted_on = day("Date of the register that first counted the whole quarter", derived=True)
    funding_usd = dy.Int64(
        min=0, description="Sum of the known amounts of its equity rounds then", metadata=USD
    )
    rounds = dy.Int64(min=0, description="Its equity rounds then", metadata=COUNT)
