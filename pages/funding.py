"""How much money, to whom, at which stage?"""

from aiconsol.cards.funding import funding_card
from aiconsol.components.chart_card import chart_card
from aiconsol.components.page_head import page_head
from aiconsol.language import _

page_head(_("How much money, to whom, at which stage"))
chart_card("funding", funding_card)
