"""What do publishers report, and how much of it does the register hold?"""

from aiconsol.cards.published import (
    LENGTH,
    METRIC,
    PERIOD,
    SCOPE,
    coverage_card,
    early_stage_card,
    measure_card,
    published_card,
)
from aiconsol.cards.published_records import definitions_table, published_totals_table
from aiconsol.components.chart_card import chart_card
from aiconsol.components.page_head import page_head
from aiconsol.language import _

page_head(_("What publishers report, and how much of it the register holds"))
definitions_table()
chart_card("published", published_card, [PERIOD, SCOPE])
chart_card("coverage", coverage_card, [LENGTH])
chart_card("measures", measure_card, [METRIC, LENGTH])
chart_card("early-stage", early_stage_card)
published_totals_table()
