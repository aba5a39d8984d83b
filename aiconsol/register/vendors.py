"""How a row of a vendor's export of funding rounds reads as a round of the register.

Neither vendor publishes a specification of its export. The names of columns, types of round and
forms of dates are those that public programs read from such files: Crunchbase's advanced search
"Funding Rounds" (whose columns of dollars end in "Currency (in USD)", in newer exports in "(in
USD)"), and PitchBook's deals, whose sums are millions of dollars. A type that has no
counterpart among the register's stages is not guessed at: the row is refused.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from aiconsol.schema import vocabulary as words

Row = Mapping[str, str]


class Unmapped(ValueError):
    """A cell without a counterpart in the register: its column, value, and what would be right."""

    def __init__(self, column: str, value: str, right: str) -> None:
        super().__init__(f"{column}: {value!r}; right would be {right}")
        self.column, self.value, self.right = column, value, right


@dataclass(frozen=True)
class Vendor:
    """One vendor's export: the columns that it must have, and how a row reads as a round."""

    name: str
    needed: tuple[str, ...]
    as_round: Callable[[Row], dict[str, str]]


CRUNCHBASE_STAGES = {
    "Angel": "seed",
    "Pre-Seed": "seed",
    "Seed": "seed",
    **{f"Series {letter}": f"series_{letter.lower()}" for letter in "ABCD"},
    **{f"Series {letter}": "series_e_plus" for letter in "EFGHIJ"},
    "Venture - Series Unknown": "unknown",
    "Undisclosed": "unknown",
    "Private Equity": "growth",
    "Corporate Round": "corporate",
    "Debt Financing": "debt",
    "Secondary Market": "secondary",
}
PITCHBOOK_STAGES = {
    "Seed Round": "seed",
    "Angel (individual)": "seed",
    "Early Stage VC": "unknown",
    "Later Stage VC": "unknown",
    "PE Growth/Expansion": "growth",
    "Corporate": "corporate",
    "Debt - General": "debt",
    "Secondary Transaction - Private": "secondary",
    "IPO": "ipo",
}
PITCHBOOK_BASES = {"": "reported", "Actual": "reported", "Estimated": "estimated"}
SERIES = re.compile(r"Series ([A-Z])\d*")
FIRST_OF_LATE = "E"
DAY_FORMS = ("%Y-%m-%d", "%d-%b-%Y")
MILLION = 1_000_000
SUM = re.compile(r"-?\$?\d{1,3}(?:,?\d{3}){0,5}(?:\.\d{1,9})?")
BETWEEN_NAMES = re.compile(r"\s*,(?!\s*(?:Inc|LLC|Ltd|LP|L\.P|Co)\b)\s*")
IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")


def _crunchbase(row: Row) -> dict[str, str]:
    dollars = _first(row, "Money Raised (in USD)", "Money Raised Currency (in USD)")
    native = row.get("Money Raised Currency", "")
    foreign = native in words.CURRENCIES and native != "USD"
    told = f"Raised in {native}." if native not in ("", *words.CURRENCIES) else ""
    return _round(
        company=row["Organization Name"],
        announced_on=_day(row, "Announced Date"),
        date_precision=row.get("Announced Date Precision", "") or "day",
        stage=_mapped(row, "Funding Type", CRUNCHBASE_STAGES),
        amount_usd=_sum(dollars, row, unit=1),
        amount_native=_sum("Money Raised", row, unit=1) if foreign else "",
        currency=native if native in words.CURRENCIES else "",
        leads=row.get("Lead Investors", ""),
        investors=row.get("Investor Names", ""),
        source_url=row.get("Transaction Name URL", ""),
        note=told,
    )


def _pitchbook(row: Row) -> dict[str, str]:
    _mapped(row, "Deal Status", {"": "", "Completed": ""})
    return _round(
        company=IN_BRACKETS.sub("", row["Companies"]),
        announced_on=_day(row, "Deal Date"),
        stage=_series(row.get("Series", "")) or _mapped(row, "Deal Type", PITCHBOOK_STAGES),
        amount_usd=_sum("Deal Size", row, unit=MILLION),
        basis=_mapped(row, "Deal Size Status", PITCHBOOK_BASES),
        post_money_usd=_sum("Post Valuation", row, unit=MILLION),
        leads=row.get("Lead/Sole Investors", ""),
        investors=row.get("Investors", ""),
    )


CRUNCHBASE = Vendor(
    "Crunchbase", ("Organization Name", "Announced Date", "Funding Type"), _crunchbase
)
PITCHBOOK = Vendor("PitchBook", ("Companies", "Deal Date", "Deal Size", "Deal Type"), _pitchbook)
VENDORS = {vendor.name.lower(): vendor for vendor in (CRUNCHBASE, PITCHBOOK)}


def _round(*, leads: str, investors: str, basis: str = "reported", **cells: str) -> dict[str, str]:
    """A round's cells; its basis follows from whether the amount is known."""
    lead = _names(leads)
    others = [name for name in _names(investors) if name not in lead]
    return {
        "date_precision": "day",
        "amount_basis": basis if cells["amount_usd"] else "undisclosed",
        "lead_investors": "; ".join(lead),
        "other_investors": "; ".join(others),
        **cells,
    }


def _first(row: Row, *columns: str) -> str:
    """The first of the columns that the export has; else the first."""
    return next((name for name in columns if name in row), columns[0])


def _day(row: Row, column: str) -> str:
    for form in DAY_FORMS:
        try:
            return datetime.strptime(row[column], form).date().isoformat()  # noqa: DTZ007 a day
        except ValueError:
            continue
    raise Unmapped(column, row[column], "a day as 2024-05-21 or 21-May-2024")


def _mapped(row: Row, column: str, meanings: Mapping[str, str]) -> str:
    value = row.get(column, "")
    if value not in meanings:
        allowed = ", ".join(name for name in meanings if name)
        raise Unmapped(column, value, f"one of {allowed}; other rows are not taken over")
    return meanings[value]


def _series(series: str) -> str:
    found = SERIES.fullmatch(series)
    if not found:
        return ""
    letter = found.group(1)
    return "series_e_plus" if letter >= FIRST_OF_LATE else f"series_{letter.lower()}"


def _sum(column: str, row: Row, *, unit: int) -> str:
    """Whole dollars; empty where the cell is. Thousands may be separated by commas."""
    cell = row.get(column, "")
    if not cell:
        return ""
    if not SUM.fullmatch(cell):
        kind = "millions of dollars" if unit == MILLION else "dollars"
        raise Unmapped(column, cell, f"{kind} as 1,250.5, or empty")
    amount = Decimal(cell.replace(",", "").replace("$", "")) * unit
    return str(int(amount.to_integral_value()))


def _names(cell: str) -> list[str]:
    """The names without what stands in brackets behind them (a person, a ticker)."""
    names = (IN_BRACKETS.sub("", name).strip() for name in BETWEEN_NAMES.split(cell))
    return list(dict.fromkeys(name for name in names if name))
