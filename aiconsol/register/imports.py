"""Takes the rounds of a vendor's export over, into a folder for review, never into the register.

What maps is written as rounds.csv in the register's form; what doesn't is named, row by row, with
what would be right. Rows are held to the register's own rules before they are written.
"""

import csv
import io
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from aiconsol.register.derive import derived
from aiconsol.register.faults import RULES, BrokenRegister, Fault
from aiconsol.register.period import outside_the_period
from aiconsol.register.read import LINE, read_table, typed_rows
from aiconsol.register.rules import broken_rules
from aiconsol.register.settings import read_settings
from aiconsol.register.validate import located
from aiconsol.register.vendors import Unmapped, Vendor
from aiconsol.schema import REGISTER_TABLES, register_columns
from aiconsol.schema.keys import NATURAL_KEYS

TABLE = "rounds"
KEY = NATURAL_KEYS[TABLE]


@dataclass(frozen=True)
class Imported:
    """What became of an export's rows."""

    file: Path
    written: int
    known: int
    """Rounds that the register has already, by company, day and stage: left out."""
    refused: list[Fault]


def import_rounds(export: Path, vendor: Vendor, register: Path, into: Path) -> Imported:
    """Writes the export's new rounds to ``into/rounds.csv``, one row each.

    Raises BrokenRegister, and writes nothing, where the export isn't the vendor's, the register
    is broken, or ``into`` has a rounds.csv already.
    """
    target = into / f"{TABLE}.csv"
    if target.exists():
        right = "a folder without one; an import never overwrites"
        raise BrokenRegister([Fault(target.name, 0, "file", str(target), "file_is_new", right)])
    located(register)
    texts, refused = _mapped(export, vendor)
    schema = REGISTER_TABLES[TABLE]
    rounds, unreadable = typed_rows(export.name, texts, schema)
    tables = {n: read_table(register / f"{n}.csv", s)[0] for n, s in REGISTER_TABLES.items()}
    refused += unreadable + _unfit(export.name, rounds, tables, register)
    lines = {fault.line for fault in refused}
    fit = texts.filter(~pl.col(LINE).is_in(lines))
    new = fit.join(tables[TABLE].select(pl.col(KEY).cast(pl.String)), on=KEY, how="anti")
    _write(target, new.select(register_columns(schema)))
    return Imported(target, new.height, fit.height - new.height, sorted(refused))


def _mapped(export: Path, vendor: Vendor) -> tuple[pl.DataFrame, list[Fault]]:
    """The rows that map, as text with the line that each starts on, and what doesn't map."""
    header, lines = _rows(export)
    missing = [name for name in vendor.needed if name not in header]
    if missing:
        right = f"an export of {vendor.name} with {', '.join(vendor.needed)}"
        value = f"missing {', '.join(missing)}"
        raise BrokenRegister([Fault(export.name, 1, "header", value, "export_is_known", right)])
    columns = register_columns(REGISTER_TABLES[TABLE])
    rows: list[dict[str, str | int | None]] = []
    refused: list[Fault] = []
    for line, cells in lines:
        try:
            round_ = vendor.as_round(dict(zip(header, cells, strict=True)))
        except Unmapped as cell:
            rule = "cell_has_a_counterpart"
            refused.append(Fault(export.name, line, cell.column, cell.value, rule, cell.right))
        except ValueError:
            right = f"{len(header)} cells; a cell with a comma in it is quoted"
            refused.append(
                Fault(export.name, line, "row", f"{len(cells)} cells", "row_is_whole", right)
            )
        else:
            row = dict.fromkeys(columns, "") | {"source_name": vendor.name} | round_
            rows.append({name: cell or None for name, cell in row.items()} | {LINE: line})
    return pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String) | {LINE: pl.Int64}), refused


def _rows(export: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The header, and each row that isn't empty with the line that it starts on."""
    try:
        reader = csv.reader(io.StringIO(export.read_text("utf-8-sig"), newline=""), strict=True)
        header = [name.strip() for name in next(reader, [])]
        rows, start = [], reader.line_num + 1
        for row in reader:
            rows += [(start, [cell.strip() for cell in row])] if any(row) else []
            start = reader.line_num + 1
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        fault = Fault(export.name, 0, "file", str(error), "file_is_csv", "a CSV file in UTF-8")
        raise BrokenRegister([fault]) from error
    return header, rows


def _unfit(
    file: str, rounds: pl.DataFrame, tables: dict[str, pl.DataFrame], register: Path
) -> list[Fault]:
    """What of the rounds breaks a rule of the register."""
    column, right = RULES["round_company_exists"]
    known = tables["companies"]["company"].implode()
    strangers = rounds.filter(~pl.col("company").is_in(known)).select("company", LINE)
    faults = [
        Fault(file, line, column, name, "round_company_exists", right)
        for name, line in strangers.iter_rows()
    ]
    faults += outside_the_period({TABLE: rounds}, read_settings(register))
    of_ours = rounds.join(strangers, on=LINE, how="anti", maintain_order="left")
    held = derived(tables | {TABLE: of_ours})[TABLE]
    faults += broken_rules(TABLE, held, REGISTER_TABLES[TABLE])
    return [replace(fault, file=file) for fault in faults]


def _write(path: Path, rows: pl.DataFrame) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    rows.write_csv(path)
