"""Months and quarters as numbers, so that differences count them."""

import narwhals as nw

MONTHS_A_YEAR, MONTHS_A_QUARTER = 12, 3


def month_number(day: nw.Expr) -> nw.Expr:
    """Months since the year 0."""
    year = day.dt.year().cast(nw.Int64)
    return year * MONTHS_A_YEAR + day.dt.month().cast(nw.Int64) - 1


def quarter_number(day: nw.Expr) -> nw.Expr:
    """Quarters since the year 0."""
    return month_number(day) // MONTHS_A_QUARTER


def months_between(first: str, last: str) -> nw.Expr:
    """Calendar months from one column's day to another's."""
    return month_number(nw.col(last)) - month_number(nw.col(first))
