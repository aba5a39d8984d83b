"""How good are the data, what changed in them, and how does one take them away?"""

from aiconsol.cards.quality import (
    FIGURE,
    catalogue_card,
    certainty_card,
    dates_card,
    dictionary_card,
    publishers_card,
    register_at_a_glance,
    unknown_card,
)
from aiconsol.components.changes_card import changes_card
from aiconsol.components.chart_card import chart_card
from aiconsol.components.method_text import method_text, report_a_mistake
from aiconsol.components.page_head import page_head
from aiconsol.components.take_away import take_away
from aiconsol.language import _

page_head(_("How good the data are, what changed, and how to take them away"))
take_away()
register_at_a_glance()
changes_card()
chart_card("certainty", certainty_card, [FIGURE])
publishers_card()
unknown_card()
dates_card()
method_text()
report_a_mistake()
catalogue_card()
dictionary_card()
