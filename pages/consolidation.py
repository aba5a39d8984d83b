"""Who consolidates whom, how, how fast, and does China go the same way?"""

from aiconsol.cards.acquirers import (
    AGAINST,
    AXIS,
    acquirers_card,
    partners_card,
    prices_card,
)
from aiconsol.cards.consolidation import alternative_card, ends_card, takeovers_card
from aiconsol.cards.deal_records import deal_records
from aiconsol.components.chart_card import chart_card
from aiconsol.components.page_head import page_head
from aiconsol.language import _

page_head(_("Who consolidates whom, how, and how fast"))
chart_card("takeovers", takeovers_card)
chart_card("alternative", alternative_card)
chart_card("ends", ends_card)
chart_card("acquirers", acquirers_card, [AXIS])
chart_card("prices", prices_card, [AGAINST])
chart_card("partners", partners_card)
deal_records()
