"""The records of a page as one table."""

from aiconsol.components.reading import reading
from aiconsol.components.record_card import record_card
from aiconsol.findings.gaps import nothing_left
from aiconsol.language import plural
from aiconsol.queries.funding import newest_rounds


def rounds_table() -> None:
    """Draws every round of the selection, the newest first, and the download of all of them."""
    rounds = reading().ask(newest_rounds)
    record_card(
        "rounds-table",
        "rounds",
        plural(
            "{count} round, the newest first", "{count} rounds, the newest first", rounds.height
        ),
        rounds,
        nothing=nothing_left(rounds.height),
    )
