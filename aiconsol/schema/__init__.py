"""The tables: one dataframely schema each, and the relations between them."""

from dataclasses import dataclass

import dataframely as dy

from aiconsol.schema.companies import Companies, Investors
from aiconsol.schema.consolidation import DealReviews, Deals, Reviews
from aiconsol.schema.context import Aggregates, CompanyMetrics, PolicyEvents, Quarters
from aiconsol.schema.funding import Participations, Rounds
from aiconsol.schema.history import Changes, FirstCounts, Versions
from aiconsol.schema.provenance import Provenance

REGISTER_TABLES: dict[str, type[dy.Schema]] = {
    "companies": Companies,
    "rounds": Rounds,
    "deals": Deals,
    "reviews": Reviews,
    "policy_events": PolicyEvents,
    "aggregates": Aggregates,
    "company_metrics": CompanyMetrics,
    "investors": Investors,
}
"""Tables that people edit, one CSV file each."""

HISTORY_TABLES: dict[str, type[dy.Schema]] = {
    "versions": Versions,
    "changes": Changes,
    "first_counts": FirstCounts,
}
"""Tables that a build carries forward from the dataset that it replaces."""

TABLES: dict[str, type[dy.Schema]] = {
    **REGISTER_TABLES,
    "participations": Participations,
    "deal_reviews": DealReviews,
    "quarters": Quarters,
    **HISTORY_TABLES,
}
"""Tables of a dataset, one Parquet file each."""


@dataclass(frozen=True)
class Relation:
    """Each value of ``table.column`` stands in ``companies.company``.

    dataframely's collections ask for one primary key that all members share. These tables have
    none, and a deal's target may stand outside the register, so the relations are declared here.
    """

    table: str
    column: str
    rule: str
    may_be_outside: bool = False


RELATIONS = (
    Relation("rounds", "company", "round_company_exists"),
    Relation("company_metrics", "company", "metric_company_exists"),
    Relation("deals", "target", "deal_target_exists", may_be_outside=True),
)


def register_columns(schema: type[dy.Schema]) -> list[str]:
    """The columns that stand in the table's CSV file, in its order, provenance last."""
    columns = schema.columns()
    inherited = Provenance.column_names()
    own = [
        n for n, c in columns.items() if not (c.metadata or {})["derived"] and n not in inherited
    ]
    return own + inherited
