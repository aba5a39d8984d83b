"""The order of the register's files: whether a file is in it, and putting it there."""

import csv
import io
from pathlib import Path

from aiconsol.register.faults import BrokenRegister
from aiconsol.register.read import read_table
from aiconsol.schema import REGISTER_TABLES
from aiconsol.schema.keys import SORT_ORDER

Row = dict[str, str]


def unsorted_line(folder: Path, table: str) -> int | None:
    """The line of the first row that belongs further up, or None; the file must be readable."""
    frame, _ = read_table(folder / f"{table}.csv", REGISTER_TABLES[table])
    _, rows = _rows(folder / f"{table}.csv")
    keys = [_place(table, row) for row in rows]
    for line, above, here in zip(frame["line"][1:], keys, keys[1:], strict=False):
        if here < above:
            return int(line)
    return None


def sort_register(folder: Path) -> list[str]:
    """Puts each file's rows in their order, cells as they are; the tables whose file changed.

    Raises BrokenRegister where a file can't be read, and writes nothing then.
    """
    faults = [
        fault
        for table, schema in REGISTER_TABLES.items()
        for fault in read_table(folder / f"{table}.csv", schema)[1]
    ]
    if faults:
        raise BrokenRegister(faults)
    return [table for table in REGISTER_TABLES if _sort_file(folder / f"{table}.csv", table)]


def _sort_file(path: Path, table: str) -> bool:
    header, rows = _rows(path)
    ordered = sorted(rows, key=lambda row: _place(table, row))
    if ordered == rows:
        return False
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(ordered)
    draft = path.with_suffix(".draft")
    draft.write_text(text.getvalue(), encoding="utf-8", newline="")
    draft.replace(path)
    return True


def _rows(path: Path) -> tuple[list[str], list[Row]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        return list(reader.fieldnames or ()), list(reader)


def _place(table: str, row: Row) -> tuple[list[str], list[str]]:
    """What the row is sorted by; rows that are alike but for case stand capitals first."""
    cells = [
        next(filter(None, (row[column] for column in columns.split("|"))), "")
        for columns in SORT_ORDER[table]
    ]
    return [cell.casefold() for cell in cells], [*cells, *row.values()]
