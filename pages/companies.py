"""Which companies does the register know, and what does it know of each?"""

from aiconsol.cards.company_directory import directory_card, found_card
from aiconsol.components.company_choice import chosen_companies, search_box
from aiconsol.components.page_head import page_head
from aiconsol.language import _

page_head(_("Companies: their money, their investors, their ends"))
sought = search_box()
chosen = chosen_companies()
if sought:
    found_card(sought)
else:
    directory_card()
