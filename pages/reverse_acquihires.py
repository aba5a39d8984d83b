"""What is this new kind of exit, what does it pay, and to whom?"""

from aiconsol.cards.reverse_acquihires import FIGURE, compared_card, explanation, panels
from aiconsol.components.chart_card import chart_card
from aiconsol.components.deal_in_address import deal_in_address
from aiconsol.components.page_head import page_head
from aiconsol.language import _

page_head(_("Reverse acquihires: what they are, what they pay, and to whom"))
explanation()
panels(deal_in_address("reverse_acquihires"))
chart_card("compared", compared_card, [FIGURE])
