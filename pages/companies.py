"""Which companies does the register know, and what does it know of each?"""

from functools import partial

from aiconsol.cards.backers import backers_card, company_records
from aiconsol.cards.company import course_card, peers_card, profile_head
from aiconsol.cards.company_directory import directory_card, found_card
from aiconsol.components.chart_card import chart_card
from aiconsol.components.company_choice import chosen_companies, compare_box, search_box
from aiconsol.components.page_head import page_head
from aiconsol.language import _

page_head(_("Companies: their money, their investors, their ends"))
sought = search_box()
chosen = chosen_companies()
if chosen:
    compare_box(chosen)
    profile_head(chosen)
    chart_card("company", partial(course_card, chosen))
    backers_card(chosen)
    chart_card("peers", partial(peers_card, chosen))
    company_records(chosen)
elif sought:
    found_card(sought)
else:
    directory_card()
