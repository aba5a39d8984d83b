"""Holds a typed table to its schema: a fault for each rule that a row breaks."""

from typing import Any

import dataframely as dy
import polars as pl

from aiconsol.register.faults import RULES, Fault, right_value
from aiconsol.register.read import LINE
from aiconsol.schema.keys import NATURAL_KEYS

ONCE = {"primary_key": None, "company_name_occurs_once": ("company",)}
"""Rules that several rows break together: the first of them is right, the later ones are faults."""

Row = dict[str, Any]


def broken_rules(table: str, frame: pl.DataFrame, schema: type[dy.Schema]) -> list[Fault]:
    """A fault for each rule of the schema that a row of the frame breaks."""
    located: type[dy.Schema] = type(
        f"Located{schema.__name__}", (schema,), {LINE: dy.Int64(nullable=True)}
    )
    details = located.filter(frame)[1].details()
    rules = [name for name in details.columns if name not in located.column_names()]
    rows = details.iter_rows(named=True)
    broken = [(rule, row) for row in rows for rule in rules if row[rule] == "invalid"]
    return _repeated(table, schema, [pair for pair in broken if pair[0] in ONCE]) + [
        _fault(table, schema, rule, row) for rule, row in broken if rule not in ONCE
    ]


def _fault(table: str, schema: type[dy.Schema], rule: str, row: Row) -> Fault:
    if "|" not in rule:
        column, right = RULES[rule]
        return Fault(f"{table}.csv", row[LINE], column, _shown(row[column]), rule, right)
    column, cell_rule = rule.split("|")
    right = right_value(schema.columns()[column], cell_rule)
    name = f"{column}_{cell_rule.removeprefix('check__')}"
    return Fault(f"{table}.csv", row[LINE], column, _shown(row[column]), name, right)


def _repeated(table: str, schema: type[dy.Schema], broken: list[tuple[str, Row]]) -> list[Fault]:
    """Each row that repeats the name of an earlier one, which the fault points to."""
    key = NATURAL_KEYS[table]
    first: dict[tuple[Any, ...], int] = {}
    faults: dict[int, Fault] = {}
    for rule, row in broken:
        same = (rule, *(row[name] for name in ONCE[rule] or schema.primary_key()))
        line = first.setdefault(same, row[LINE])
        if line != row[LINE]:
            value = ", ".join(_shown(row[name]) for name in key)
            right = f"one row for each {', '.join(key)}; line {line} has the same"
            faults[row[LINE]] = Fault(
                f"{table}.csv", row[LINE], ", ".join(key), value, "record_stands_once", right
            )
    return list(faults.values())


def _shown(value: object) -> str:
    return "" if value is None else str(value)
