"""What moved in the last complete quarter shown."""

from aiconsol.components.moves_list import moves_list
from aiconsol.components.reading import reading
from aiconsol.findings.moves import deal_moves, decision_moves, round_moves
from aiconsol.language import _
from aiconsol.queries.consolidation import events_of_quarter
from aiconsol.queries.largest import largest_rounds_of_quarter
from aiconsol.queries.policy import decisions_of_quarter
from aiconsol.wording import quarter_name

EACH = 4


def moves_of_last_quarter() -> None:
    """Draws the largest rounds and deals and the decisions of the last complete quarter shown."""
    now = reading()
    quarter = now.last_quarter
    moves_list(
        _("What moved in {quarter}", quarter=quarter_name(quarter)),
        [
            (_("Largest rounds"), round_moves(now.ask(largest_rounds_of_quarter, quarter, EACH))),
            (_("Largest deals"), deal_moves(now.ask(events_of_quarter, quarter, EACH))),
            (_("Decisions"), decision_moves(now.ask(decisions_of_quarter, quarter))),
        ],
    )
