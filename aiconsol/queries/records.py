"""The records that a reader can take away, by the name that buttons, files and addresses use.

To add a table, write the query that selects its records for the filters (grain and columns of
the table, all of the rows that a page shows) and give it one line in ``RECORDS``. From then on
``/api/<name>.csv``, ``.parquet`` and ``.json`` answer with its rows. The page takes the same query
for its card (``Records("<name>", RECORDS["<name>"])`` or the query itself), so that the button's
file and the address can't disagree.
"""

from collections.abc import Callable, Mapping

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters
from aiconsol.queries.companies import company_directory
from aiconsol.queries.consolidation import selected_deals, selected_events
from aiconsol.queries.funding import selected_rounds
from aiconsol.queries.metrics import selected_metrics
from aiconsol.queries.policy import selected_policy_events
from aiconsol.queries.published import selected_published_totals
from aiconsol.queries.reviews import selected_reviews

RECORDS: Mapping[str, Callable[[Tables, Filters], Frame]] = {
    "rounds": selected_rounds,
    "deals": selected_deals,
    "consolidation_events": selected_events,
    "reviews": selected_reviews,
    "policy_events": selected_policy_events,
    "companies": company_directory,
    "metrics": selected_metrics,
    "published_totals": selected_published_totals,
}
