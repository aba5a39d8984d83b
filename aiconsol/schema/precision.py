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


def ends_its_period(day: pl.Expr, precision: pl.Expr) -> pl.Expr:
    """The last day of the month, quarter or year that the day stands for; an exact day is its own.

    Null where the day or the precision is.
    """
    months = (("month", "0mo"), ("quarter", "2mo"), ("year", "11mo"))
    last_days = [
        pl.when(precision == word).then(day.dt.offset_by(months_on).dt.month_end())
        for word, months_on in months
    ]
    return pl.coalesce(pl.when(precision == "day").then(day), *last_days)
