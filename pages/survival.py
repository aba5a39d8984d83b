"""Who stays independent, for how long, and who is under pressure?"""

from functools import partial

from aiconsol.cards.bill import capex_card, training_card
from aiconsol.cards.china import VIEW, backers_card, exits_card
from aiconsol.cards.income import AGAINST, income_card
from aiconsol.cards.runway import runway_card
from aiconsol.cards.survival import CURVES, LEAST, survival_card
from aiconsol.cards.watchlist import FIGURE, KNOWN, backtest_card, cases_card, watchlist_card
from aiconsol.components.chart_card import chart_card
from aiconsol.components.page_head import page_head
from aiconsol.components.weights_panel import weights_panel
from aiconsol.language import _

page_head(_("Who stays independent, and who is under pressure"))
chart_card("training", training_card)
chart_card("capex", capex_card)
chart_card("income", income_card, [AGAINST])
chart_card("runway", runway_card)
chart_card("survival", survival_card, [CURVES, LEAST])

weights = weights_panel()
chart_card("watchlist", partial(watchlist_card, weights))
chart_card("backtest", partial(backtest_card, weights), [FIGURE, KNOWN])
chart_card("cases", partial(cases_card, weights))

chart_card("strategic-backers", backers_card)
chart_card("exit-years", exits_card, [VIEW])
