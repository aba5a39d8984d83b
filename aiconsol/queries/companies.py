"""Which companies the register knows."""

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters


def selected_companies(tables: Tables, filters: Filters) -> Frame:
    """Which companies do the filters select? Grain and columns of ``companies``, by name."""
    return filters.on_companies(tables["companies"]).sort("company", "company_id")
