"""What names a record of the register, and the order in which its files are kept."""

NATURAL_KEYS: dict[str, tuple[str, ...]] = {
    "companies": ("company",),
    "rounds": ("company", "announced_on", "stage"),
    "deals": ("target", "acquirer", "announced_on", "structure"),
    "reviews": ("matter", "authority"),
    "policy_events": ("happened_on", "jurisdiction", "event"),
    "aggregates": ("publisher", "scope", "market", "period", "metric", "source_name"),
    "company_metrics": ("company", "as_of", "metric", "source_name", "value"),
    "investors": ("investor",),
}
"""The columns that tell a table's records apart; a record's id is made of their words."""

SORT_ORDER: dict[str, tuple[str, ...]] = {
    "companies": ("company",),
    "rounds": ("announced_on", "company", "stage"),
    "deals": ("announced_on", "target", "acquirer", "structure"),
    "reviews": ("opened_on|decided_on", "matter", "authority"),
    "policy_events": ("happened_on", "event"),
    "aggregates": ("publisher", "scope", "market", "metric", "period", "source_name"),
    "company_metrics": ("company", "metric", "as_of", "source_name", "value"),
    "investors": ("investor",),
}
"""The columns that a table's file is sorted by, as text and without regard to case.

``a|b`` stands for ``a`` where it is known, else ``b``. An empty cell comes before all others.
"""
