"""Which authority looked at which deal, how long, with what result; which rules changed?"""

from functools import partial

from aiconsol.cards.policy import policy_card
from aiconsol.cards.reviewed_deals import reviewed_deals_card
from aiconsol.cards.reviews import CATEGORY, GROUP, markets_note, outcomes_card, reviews_card
from aiconsol.components.chart_card import chart_card
from aiconsol.components.deal_in_address import deal_in_address
from aiconsol.components.page_head import page_head
from aiconsol.language import _

page_head(_("Which deals were reviewed, with what result, and which rules changed"))
markets_note()
deal_id = deal_in_address("regulation")
chart_card("reviews", partial(reviews_card, deal_id=deal_id), [GROUP])
reviewed_deals_card()
chart_card("outcomes", outcomes_card, [CATEGORY])
chart_card("policy", policy_card)
