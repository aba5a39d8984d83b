"""Holds a register to its schemas and relations: the tables of the dataset, or every fault."""

from collections.abc import Iterable
from pathlib import Path

import dataframely as dy
import polars as pl

from aiconsol.register.derive import Tables, derived, quarters
from aiconsol.register.faults import RULES, BrokenRegister, Fault
from aiconsol.register.period import outside_the_period
from aiconsol.register.read import LINE, read_table
from aiconsol.register.rules import broken_rules
from aiconsol.register.settings import Settings, read_settings
from aiconsol.schema import REGISTER_TABLES, RELATIONS, TABLES, Relation

UNREAD = ("file", "header", "row")
"""Where a fault stands of which whole rows are missing from the typed table."""


def validated(folder: Path) -> tuple[Tables, Settings]:
    """The dataset's tables and the register's settings, every rule kept.

    Raises BrokenRegister with one fault for each thing wrong, in whichever tables.
    """
    tables, settings = located(folder)
    calendar = {"quarters": quarters(settings)}
    return {
        name: frame.select(TABLES[name].column_names())
        for name, frame in (tables | calendar).items()
    }, settings


def located(folder: Path) -> tuple[Tables, Settings]:
    """The tables made of the register, each row of a file with its ``line``, and the settings.

    Raises BrokenRegister as ``validated`` does.
    """
    settings, faults = _settings(folder)
    register, unreadable = _read(folder)
    faults += unreadable
    faults += _unrelated(register, settings, faults)
    if settings:
        faults += outside_the_period(register, settings)
    tables = derived(register)
    broken = [
        fault
        for name, schema in REGISTER_TABLES.items()
        for fault in broken_rules(name, tables[name], schema)
    ]
    faults += _of_their_own(broken, faults)
    if faults or settings is None:
        raise BrokenRegister(faults)
    return tables, settings


def _settings(folder: Path) -> tuple[Settings | None, list[Fault]]:
    try:
        return read_settings(folder), []
    except BrokenRegister as broken:
        return None, broken.faults


def _read(folder: Path) -> tuple[Tables, list[Fault]]:
    register: Tables = {}
    faults: list[Fault] = []
    for name, schema in REGISTER_TABLES.items():
        register[name], found = read_table(folder / f"{name}.csv", schema)
        faults += found
    return register, faults


def _unrelated(register: Tables, settings: Settings | None, faults: list[Fault]) -> list[Fault]:
    """Names that stand in no row of the companies; none where not all companies were read."""
    if any(fault.file == "companies.csv" and fault.column in UNREAD for fault in faults):
        return []
    outside = settings.targets_outside if settings else None
    return [
        fault
        for relation in RELATIONS
        if not (relation.may_be_outside and outside is None)
        for fault in _broken(relation, register, outside or ())
    ]


def _broken(relation: Relation, register: Tables, outside: Iterable[str]) -> list[Fault]:
    known = set(register["companies"]["company"])
    if relation.may_be_outside:
        known |= set(outside)
    column, right = RULES[relation.rule]
    rows = register[relation.table].select(relation.column, LINE).drop_nulls()
    return [
        Fault(f"{relation.table}.csv", line, column, value, relation.rule, right)
        for value, line in rows.filter(~pl.col(relation.column).is_in(known)).iter_rows()
    ]


def _of_their_own(broken: list[Fault], faults: list[Fault]) -> list[Fault]:
    """The broken rules that don't merely follow from other faults.

    A rule across columns may be broken by a cell that is wrong by itself; an id by the words that
    it is made of; and what else is derived, by the rows that it is derived from.
    """
    cells = {(fault.file, fault.line, fault.column) for fault in faults}
    stated = [fault for fault in broken if not _is_derived(fault)]
    own = [
        fault
        for fault in stated
        if fault.rule not in RULES and (fault.file, fault.line, fault.column) not in cells
    ]
    across = [fault for fault in stated if fault.rule in RULES]
    own += _in_rows_without(faults + own, across)
    derived_faults = [fault for fault in broken if _is_derived(fault)]
    ids = [fault for fault in derived_faults if fault.column in _schema(fault).primary_key()]
    return own + (_in_rows_without(own + faults, ids) if own + faults else derived_faults)


def _in_rows_without(found: list[Fault], faults: list[Fault]) -> list[Fault]:
    rows = {(fault.file, fault.line) for fault in found}
    return [fault for fault in faults if (fault.file, fault.line) not in rows]


def _is_derived(fault: Fault) -> bool:
    column = _schema(fault).columns().get(fault.column)
    return column is not None and (column.metadata or {})["derived"] is True


def _schema(fault: Fault) -> type[dy.Schema]:
    return TABLES[fault.file.removesuffix(".csv")]
