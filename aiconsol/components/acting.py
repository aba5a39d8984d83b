"""Which filters act on which page: a page is narrowed by these alone, and names only these."""

from aiconsol.filters import EVERY_FILTER

ON_ROUNDS = ("market", "quarters", "segment", "stage", "kind", "basis", "giants")
ON_DEALS = ("market", "quarters", "segment", "basis", "structure", "acquirer")
ACTING = {
    "overview": EVERY_FILTER,
    "funding": ON_ROUNDS,
    "consolidation": ON_DEALS,
    "reverse_acquihires": tuple(name for name in ON_DEALS if name != "structure"),
    "regulation": ("market", "quarters", "structure", "acquirer"),
    "survival": EVERY_FILTER,
    "companies": ON_ROUNDS,
    "published_totals": ("market", "quarters", "kind", "basis", "giants"),
    "data": EVERY_FILTER,
}
"""By the name of the page's file."""
