"""How exactly a date is known, and what day then stands for the period."""

import polars as pl

QUARTER_STARTS = (1, 4, 7, 10)


def starts_its_period(day: pl.Expr, precision: pl.Expr) -> pl.Expr:
    """Whether the day is the first of the month, quarter or year that is all that is known."""
    first = day.dt.day() == 1
    starts_quarter = first & day.dt.month().is_in(QUARTER_STARTS)
    starts_year = first & (day.dt.month() == 1)
    return (
        ((precision != "month") | first)
        & ((precision != "quarter") | starts_quarter)
        & ((precision != "year") | starts_year)
    )
