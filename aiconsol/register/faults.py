"""What is wrong with a register, one fault a line, and what would be right."""

from collections.abc import Sequence
from dataclasses import dataclass

import dataframely as dy

_FIRST_DAY = "the first day of the month, quarter or year that date_precision names"
RULES = {
    "undisclosed_has_no_amount": (
        "amount_usd",
        "an amount with the basis confirmed, reported or estimated, or no amount and undisclosed",
    ),
    "native_amount_names_its_currency": ("currency", "the currency of amount_native"),
    "not_valued_below_its_amount": ("post_money_usd", "at least amount_usd, or empty"),
    "announced_on_fits_its_precision": ("announced_on", _FIRST_DAY),
    "happened_on_fits_its_precision": ("happened_on", _FIRST_DAY),
    "opened_on_fits_its_precision": ("opened_on", _FIRST_DAY),
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

FORMS = {
    "URL": "an address that starts with http:// or https:// and has no space in it",
    "ISO 3166-1": "two capital letters after ISO 3166-1, as US; Hong Kong is CN, Britain is GB",
    "code": "two capital letters, as US or EU",
    "period": "a year, half-year or quarter, as 2024, 2024H1 or 2024Q1",
    "names": "names separated by a semicolon and one space, none of them empty",
    "id": "words with at least one letter or digit",
}
"""For each unit of a text column: what its cells look like, in words."""


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
        return _right_number(column)
    if isinstance(column, dy.String) and column.regex and rule != "type":
        return FORMS[(column.metadata or {})["unit"]]
    return "text without space at either end"


def _right_number(column: dy.Int16 | dy.Int64 | dy.Float64) -> str:
    kind = "a number" if isinstance(column, dy.Float64) else "a whole number, digits only"
    least = [f"at least {column.min:g}"] if column.min is not None else []
    most = [f"at most {column.max:g}"] if column.max is not None else []
    return ", ".join([kind, *least, *most])
