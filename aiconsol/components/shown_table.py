"""A frame as a reader meets it: human headings and words, money in millions, links that read well.

What is downloaded keeps the names, words and exact figures of the dataset.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import dataframely as dy
import polars as pl
import streamlit as st

from aiconsol.components.headings import heading
from aiconsol.components.links import NAME_IN_LINK, company_pages
from aiconsol.components.reading import reading
from aiconsol.components.work import once
from aiconsol.language import _
from aiconsol.schema import TABLES
from aiconsol.wording import MARKET_NAMES, MILLION, WORDS, capital, word

HIDDEN = ("starts_on", "ends_on", "date_precision")
YEARS = ("year", "founded")
DATED = ("announced_on", "last_round_on", "valued_on", "opened_on", "happened_on", "as_of")
DATE_FORMS = {"year": "%Y", "quarter": "%Y Q%q", "month": "%Y-%m"}
WORD_COLUMNS = {
    name
    for schema in TABLES.values()
    for name, column in schema.columns().items()
    if isinstance(column, dy.Enum)
}
READABLE = {name: capital(word(name)) for name in (*MARKET_NAMES, *WORDS)}
UNKNOWN = "–"
SHOWN_ROWS = 5_000
"""More rows are not for reading; a table of so many says where the rest is."""
LEADS_TO_COMPANY = ("company", "target", "acquirer")


def shown_table(
    frame: pl.DataFrame,
    alt: str,
    *,
    key: str | None = None,
    height: int | Literal["auto", "content"] = "auto",
    columns: Sequence[str] | None = None,
    overrides: Mapping[str, Any] | None = None,
) -> None:
    """Draws the frame, its rows loaded as the reader scrolls; unknown is a dash.

    ``columns`` are those to show, all that ``is_shown`` where none is named. The names of
    companies lead to their profiles. ``overrides`` configure columns otherwise than their name and
    type would.
    """
    own = dict(overrides or {})
    leading = tuple(name for name in LEADS_TO_COMPANY if name not in own)
    shown = _view(frame, tuple(columns) if columns else None, leading)
    config = _config(shown.schema) | own
    for name in (name for name in leading if name in shown.columns):
        config[name] = st.column_config.LinkColumn(
            heading(name),
            display_text=NAME_IN_LINK,
            pinned=name == shown.columns[0],
            alignment="left",
        )
    st.dataframe(
        shown,
        key=key,
        hide_index=True,
        height=height,
        lazy=True,
        column_config=config,
        placeholder=UNKNOWN,
        alt=alt,
    )
    if frame.height > shown.height:
        st.caption(
            _(
                "The first {shown} of {all} rows; the CSV holds all of them.",
                shown=f"{shown.height:,}",
                all=f"{frame.height:,}",
            )
        )


@dataclass(frozen=True, eq=False)
class _Rows:
    """A frame that is known by its rows, so that work on it is done once."""

    frame: pl.DataFrame

    def __hash__(self) -> int:
        return hash((self.frame.shape, *self.frame.columns))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Rows) and self.frame.equals(other.frame)


def _view(
    frame: pl.DataFrame, columns: tuple[str, ...] | None, leading: tuple[str, ...]
) -> pl.DataFrame:
    """The session's own view of the frame; of few rows it is kept, of many it is no wait."""
    if frame.height > SHOWN_ROWS:
        return _made(rows=_Rows(frame.head(SHOWN_ROWS)), columns=columns, leading=leading)
    return once(reading(), _made, rows=_Rows(frame), columns=columns, leading=leading).clone()


def _made(
    *, rows: _Rows, columns: tuple[str, ...] | None, leading: tuple[str, ...]
) -> pl.DataFrame:
    shown = in_words(rows.frame)
    shown = shown.select(columns or [name for name in shown.columns if is_shown(name)])
    named = [name for name in leading if name in shown.columns]
    return shown.with_columns(company_pages(shown[name], reading()) for name in named)


def is_shown(column: str) -> bool:
    """Whether the column says anything to a reader, other than to a program."""
    return column not in HIDDEN and not column.endswith("_id")


def in_words(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with the register's words as a reader meets them, and money in millions.

    A day that is known only to the month, quarter or year says no more than that.
    """
    changes = [_changed(name, dtype) for name, dtype in frame.schema.items()]
    if "date_precision" in frame.columns:
        changes += [_as_known(name) for name in DATED if name in frame.columns]
    return frame.with_columns(change for change in changes if change is not None)


def _changed(name: str, dtype: pl.DataType) -> pl.Expr | None:
    text = pl.col(name).cast(pl.String)
    if name == "quarter":
        return text.str.replace("Q", " Q", literal=True)
    if isinstance(dtype, pl.Enum) or (name in WORD_COLUMNS and dtype == pl.String):
        return text.replace(READABLE)
    if name.endswith("_usd"):
        return pl.col(name) / MILLION
    if dtype == pl.Boolean:
        said = pl.when(name).then(pl.lit(_("yes"))).otherwise(pl.lit(_("no")))
        return pl.when(pl.col(name).is_not_null()).then(said).alias(name)
    return None


def _as_known(name: str) -> pl.Expr:
    """The day as far as ``date_precision`` says that it is known."""
    precision, day = pl.col("date_precision").cast(pl.String), pl.col(name)
    known = [pl.when(precision == p).then(day.dt.strftime(form)) for p, form in DATE_FORMS.items()]
    return pl.coalesce(*known, day.dt.strftime("%Y-%m-%d")).alias(name)


def _config(schema: pl.Schema) -> dict[str, Any]:
    """How each column is headed and how its cells are formatted, by name and type."""
    kinds = st.column_config
    config: dict[str, Any] = {}
    for name, dtype in schema.items():
        title = heading(name)
        if name.endswith("_url"):
            config[name] = kinds.LinkColumn(title, display_text=_("open"))
        elif "share" in name and dtype.is_float():
            config[name] = kinds.NumberColumn(title, format="percent")
        elif name.endswith("multiple"):
            config[name] = kinds.NumberColumn(title, format="%.2f×")
        elif dtype.is_numeric():
            plain = name in YEARS
            config[name] = kinds.NumberColumn(title, format="plain" if plain else "localized")
        elif dtype == pl.Date:
            config[name] = kinds.DateColumn(title, format="YYYY-MM-DD")
        else:
            config[name] = title
    return config
