"""How much money, to whom, at which stage?"""

from aiconsol.cards.composition import FIGURE, segments_card, stages_card
from aiconsol.cards.concentration import CONCENTRATION, concentration_card
from aiconsol.cards.funding import SCALE, funding_card
from aiconsol.cards.investors import BY, abroad_card, big_tech_card, lead_investors_card
from aiconsol.cards.largest_rounds import largest_rounds_card
from aiconsol.cards.records import rounds_table
from aiconsol.cards.rounds import VIEW, giants_card, rounds_card
from aiconsol.components.chart_card import chart_card
from aiconsol.components.page_head import page_head
from aiconsol.language import _

page_head(_("How much money, to whom, at which stage"))
chart_card("funding", funding_card, [SCALE])
chart_card("giants", giants_card, [VIEW])
chart_card("rounds", rounds_card)
chart_card("largest", largest_rounds_card)
chart_card("concentration", concentration_card, [CONCENTRATION])
chart_card("segments", segments_card, [FIGURE])
chart_card("stages", stages_card, [FIGURE])
chart_card("lead-investors", lead_investors_card, [BY])
chart_card("big-tech", big_tech_card, [BY])
chart_card("abroad", abroad_card, [BY])
rounds_table()
