"""A small register, right in every cell, that a test breaks in one place."""

import csv
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest

from aiconsol.schema import REGISTER_TABLES, register_columns

SOURCE = {"source_name": "A paper", "source_url": "https://example.org/a", "source_date": ""}
ROWS = {
    "companies": [
        {"company": "Beta AI", "native_name": "贝塔", "country": "CN", "segment": "chips"},
        {"company": "Gamma", "country": "FR", "founded": "2015", "segment": "robotics"},
        {"company": "METiS", "country": "US", "segment": "health_and_bio"},
        {"company": "Metis", "country": "CN", "segment": "health_and_bio"},
    ],
    "rounds": [
        {"company": "METiS", "announced_on": "2024-01-01", "date_precision": "year"}
        | {"stage": "debt", "amount_basis": "undisclosed"},
        {"company": "Beta AI", "announced_on": "2024-02-03", "date_precision": "day"}
        | {"stage": "series_a", "amount_usd": "1000000000", "amount_native": "7200000000"}
        | {"currency": "CNY", "amount_basis": "confirmed", "post_money_usd": "5000000000"}
        | {"lead_investors": "GV; Zhejiang Fund", "other_investors": "Unheard Of; GV"},
        {"company": "Gamma", "announced_on": "2024-04-01", "date_precision": "quarter"}
        | {"stage": "seed", "amount_usd": "5", "amount_basis": "reported", "currency": "USD"}
        | {"other_investors": "Unheard Of"},
    ],
    "deals": [
        {"target": "Gamma", "target_country": "FR", "acquirer": "Giant", "acquirer_country": "US"}
        | {"announced_on": "2024-03-10", "date_precision": "day", "closed_on": "2024-03-11"}
        | {"structure": "acquisition", "value_usd": "100", "value_basis": "reported"}
        | {"staff_moved_share": "0.5", "status": "completed"},
        {"target": "Stranger", "announced_on": "2024-05-01", "date_precision": "month"}
        | {"structure": "shutdown", "status": "completed"},
    ],
    "reviews": [
        {"matter": "Giant / Gamma", "target": "Gamma", "acquirer": "Giant", "authority": "FTC"}
        | {"jurisdiction": "US", "opened_on": "2024-04-01", "date_precision": "day"}
        | {"outcome": "cleared", "decided_on": "2024-06-01"},
    ],
    "policy_events": [
        {"happened_on": "2024-03-01", "date_precision": "month", "jurisdiction": "EU"}
        | {"kind": "ai_regulation", "event": "A rule"},
    ],
    "aggregates": [
        {"publisher": "P", "scope": "all_ai", "market": "US", "period": "2024Q1"}
        | {"metric": "mega_round_share", "value": "0.5"},
    ],
    "company_metrics": [
        {"company": "Beta AI", "country": "CN", "as_of": "2024-12-31", "date_precision": "day"}
        | {"metric": "headcount", "value": "12", "basis": "reported"},
    ],
    "investors": [
        {"investor": "Alphabet", "country": "US", "kind": "big_tech"},
        {"investor": "Google", "country": "US", "kind": "big_tech", "parent": "Alphabet"},
        {"investor": "GV", "country": "US", "kind": "big_tech", "parent": "Google"},
        {"investor": "Zhejiang Fund", "country": "CN", "kind": "state"},
    ],
}
SETTINGS = """title = "A register"
as_of = 2025-02-03
complete_through = 2024-06-30
first_quarter = "2024Q1"
limits = ["It is small."]
targets_outside = ["Stranger"]
"""

Change = Callable[..., Path]


def write_table(folder: Path, table: str, rows: list[dict[str, str]]) -> None:
    columns = register_columns(REGISTER_TABLES[table])
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows([SOURCE | row for row in rows])


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """The folder of the small register."""
    folder = tmp_path / "register"
    folder.mkdir()
    for table, rows in ROWS.items():
        write_table(folder, table, rows)
    (folder / "register.toml").write_text(SETTINGS, encoding="utf-8")
    return folder


@pytest.fixture
def change(register: Path) -> Change:
    """A function that sets cells of one row, counted from 0, or of a new row at the end."""

    tables = deepcopy(ROWS)

    def set_cells(table: str, row: int, **cells: str) -> Path:
        if row == len(tables[table]):
            tables[table].append({})
        tables[table][row] |= cells
        write_table(register, table, tables[table])
        return register

    return set_cells
