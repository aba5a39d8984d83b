"""Which authority looked at which deal, how long, with what result; which rules changed?"""

from aiconsol.cards.policy import policy_card
from aiconsol.components.chart_card import chart_card
from aiconsol.components.page_head import page_head
from aiconsol.language import _

page_head(_("Which deals were reviewed, with what result, and which rules changed"))
chart_card("policy", policy_card)
