"""Which days a register may hold: none before its first quarter, none after its own date."""

from datetime import date

import polars as pl

from aiconsol.register.derive import Tables
from aiconsol.register.faults import Fault
from aiconsol.register.read import LINE
from aiconsol.register.settings import Settings

EVENT_DAYS = {"rounds": "announced_on", "deals": "announced_on", "policy_events": "happened_on"}
PAST_DAYS = {"deals": ("closed_on",), "reviews": ("opened_on", "decided_on")}


def outside_the_period(register: Tables, settings: Settings) -> list[Fault]:
    """A fault for each event outside the register's calendar, and each day still to come."""
    first, last = settings.first_day, settings.as_of
    calendar = f"a day from {first}, where the register begins, to {last}, its as_of"
    past = f"a day up to {last}, the register's as_of"
    faults: list[Fault] = []
    for table, frame in register.items():
        if table in EVENT_DAYS:
            faults += _outside(table, frame, EVENT_DAYS[table], (first, last), calendar)
        for column in (*PAST_DAYS.get(table, ()), "source_date"):
            faults += _outside(table, frame, column, (date.min, last), past)
    return faults


def _outside(
    table: str, frame: pl.DataFrame, column: str, bounds: tuple[date, date], right: str
) -> list[Fault]:
    rule = f"{column}_within_the_register"
    return [
        Fault(f"{table}.csv", line, column, str(day), rule, right)
        for day, line in frame.filter(~pl.col(column).is_between(*bounds))
        .select(column, LINE)
        .iter_rows()
    ]
