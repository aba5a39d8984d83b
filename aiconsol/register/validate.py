"""Holds a register to its schemas and relations: the tables of the dataset, or every fault."""

from pathlib import Path
from typing import Any

import dataframely as dy
import polars as pl

from aiconsol.register.derive import Tables, derived
from aiconsol.register.faults import RULES, BrokenRegister, Fault, right_value
from aiconsol.register.read import LINE, read_table
from aiconsol.register.settings import Settings, read_settings
from aiconsol.schema import REGISTER_TABLES, RELATIONS, TABLES, Relation


def validated(folder: Path) -> tuple[Tables, Settings]:
    """The dataset's tables and the register's settings, every rule kept.

    Raises BrokenRegister with one fault for each thing wrong, in whichever tables.
    """
    settings = read_settings(folder)
    register, faults = _read(folder)
    if not faults:
        faults += [
            fault for relation in RELATIONS for fault in _broken(relation, register, settings)
        ]
        faults += _repeated_names(register)
    if faults:
        raise BrokenRegister(faults)
    tables: Tables = {}
    for name, frame in derived(register, settings).items():
        tables[name], found = _kept(name, frame, TABLES[name])
        faults += found
    if faults:
        raise BrokenRegister(faults)
    return tables, settings


def _read(folder: Path) -> tuple[Tables, list[Fault]]:
    register: Tables = {}
    faults: list[Fault] = []
    for name, schema in REGISTER_TABLES.items():
        try:
            register[name], found = read_table(folder / f"{name}.csv", schema)
            faults += found
        except BrokenRegister as broken:
            faults += broken.faults
    return register, faults


def _broken(relation: Relation, register: Tables, settings: Settings) -> list[Fault]:
    known = set(register["companies"]["company"])
    if relation.may_be_outside:
        known |= set(settings.targets_outside)
    column, right = RULES[relation.rule]
    rows = register[relation.table].select(relation.column, LINE).drop_nulls()
    return [
        Fault(f"{relation.table}.csv", line, column, value, relation.rule, right)
        for value, line in rows.iter_rows()
        if value not in known
    ]


def _repeated_names(register: Tables) -> list[Fault]:
    """Names that other tables are joined by: a second row would double what is joined."""
    return [
        Fault(f"{table}.csv", line, column, value, f"{column}_occurs_once", "one row a name")
        for table, column in (("companies", "company"), ("investors", "investor"))
        for value, line in register[table]
        .filter(pl.col(column).is_first_distinct().not_())
        .select(column, LINE)
        .drop_nulls()
        .iter_rows()
    ]


def _kept(
    name: str, frame: pl.DataFrame, schema: type[dy.Schema]
) -> tuple[pl.DataFrame, list[Fault]]:
    """The frame in the schema's column order, and a fault for each broken rule of each row."""
    located: type[dy.Schema] = type(
        f"Located{schema.__name__}", (schema,), {LINE: dy.Int64(nullable=True)}
    )
    with_line = (
        frame if LINE in frame.columns else frame.with_columns(pl.lit(None, pl.Int64).alias(LINE))
    )
    kept, failure = located.filter(with_line)
    details = failure.details()
    rules = [name for name in details.columns if name not in located.column_names()]
    faults = [
        _fault(f"{name}.csv", schema, rule, row)
        for row in details.iter_rows(named=True)
        for rule in rules
        if row[rule] == "invalid"
    ]
    return kept.select(schema.column_names()), faults


def _fault(file: str, schema: type[dy.Schema], rule: str, row: dict[str, Any]) -> Fault:
    if rule == "primary_key":
        key = schema.primary_key()[0]
        column, right = key, "one row a record; this one stands twice"
    elif "|" in rule:
        column, cell_rule = rule.split("|")
        right = right_value(schema.columns()[column], cell_rule)
        rule = f"{column}_{cell_rule}"
    else:
        column, right = RULES[rule]
    return Fault(
        file, row[LINE], column, str(row[column] if row[column] is not None else ""), rule, right
    )
