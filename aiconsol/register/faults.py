"""What is wrong with a register, one fault a line, and what would be right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import dataframely as dy

RULES = {
    "undisclosed_has_no_amount": (
        "amount_usd",
        "an amount with the basis confirmed, reported or estimated, or no amount and undisclosed",
    ),
    "native_amount_names_its_currency": ("currency", "the currency of amount_native"),
    "same_company_day_and_stage_occur_once": (
        "company",
        "one row for each company, day and stage",
    ),
    "company_name_occurs_once": ("company", "one row a company"),
    "undisclosed_has_no_value": (
        "value_usd",
        "a value with the basis confirmed, reported or estimated, or no value and undisclosed",
    ),
    "known_value_states_its_basis": ("value_basis", "confirmed, reported or estimated"),
    "not_closed_before_announced": ("closed_on", "a day on or after announced_on, or empty"),
    "consolidation_names_its_acquirer": (
        "acquirer",
        "the acquirer's name; only an ipo or a shutdown has none",
    ),
    "not_decided_before_opened": ("decided_on", "a day on or after opened_on, or empty"),
    "open_has_no_decision": ("decided_on", "empty while the outcome is open"),
    "known_opening_states_its_precision": (
        "date_precision",
        "a precision where opened_on is known, else empty",
    ),
    "share_is_at_most_one": ("value", "a share between 0 and 1"),
    "not_negative_unless_a_loss": ("value", "zero or more; only a loss or burn may be negative"),
    "round_company_exists": ("company", "a company of companies.csv, spelt as there"),
    "metric_company_exists": ("company", "a company of companies.csv, spelt as there"),
    "deal_target_exists": (
        "target",
        "a company of companies.csv, spelt as there, or one of register.toml's targets_outside",
    ),
}
"""For each rule across columns: the column that the fault is shown at, and what would be right."""


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong; ``line`` is where the row starts (the header is 1, 0 the whole file)."""

    file: str
    line: int
    column: str
    value: str
    rule: str
    right: str

    def __str__(self) -> str:
        return (
            f"{self.file}:{self.line}: {self.column}: {self.value!r} breaks {self.rule};"
            f" right would be {self.right}"
        )


class BrokenRegister(ValueError):
    """The register as a whole is refused; ``faults`` lists everything found, in file order."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = sorted(faults)
        super().__init__("\n".join(map(str, self.faults)))


def right_value(column: dy.Column, rule: str) -> str:
    """What a cell of the column must hold for the column's own rule to be kept."""
    if rule == "nullability":
        return "a value; this column is never empty"
    if isinstance(column, dy.Enum):
        return "one of " + ", ".join(column.categories)
    if isinstance(column, dy.Date):
        return "a calendar day as YYYY-MM-DD"
    if isinstance(column, dy.Int16 | dy.Int64 | dy.Float64):
        kind = "a number" if isinstance(column, dy.Float64) else "a whole number, digits only"
        bounds: list[Any] = [column.min, column.max]
        words = [f"at least {bounds[0]}"] if bounds[0] is not None else []
        words += [f"at most {bounds[1]}"] if bounds[1] is not None else []
        return ", ".join([kind, *words])
    if isinstance(column, dy.String) and column.regex:
        return f"text of the form {column.regex}"
    return "text without space at either end"
