"""Who stays independent, for how long, and who is under pressure?"""

from aiconsol.cards.survival import CURVES, LEAST, survival_card
from aiconsol.components.chart_card import chart_card
from aiconsol.components.page_head import page_head
from aiconsol.language import _

page_head(_("Who stays independent, and who is under pressure"))
chart_card("survival", survival_card, [CURVES, LEAST])
