"""What this session is reading: the dataset, the selection, and what of the address was dropped."""

from dataclasses import dataclass
from typing import cast

import polars as pl
import streamlit as st

from aiconsol.address import Dropped
from aiconsol.components.answers import Query, answer
from aiconsol.dataset import Dataset
from aiconsol.filters import EVERY_FILTER, Filters

_KEY = "aiconsol.reading"


@dataclass(frozen=True)
class Reading:
    """One dataset and one selection; a page asks its questions through it.

    ``chosen`` is all that the address holds, for links to other pages; ``acting`` are the filters
    that act on this one.
    """

    dataset: Dataset
    chosen: Filters
    acting: tuple[str, ...] = EVERY_FILTER
    dropped: tuple[Dropped, ...] = ()

    @property
    def filters(self) -> Filters:
        """What narrows this page: no filter acts that the page's sentence doesn't name."""
        return self.chosen.only(self.acting)

    def ask(self, query: Query, *options: object) -> pl.DataFrame:
        """The query's rows for this selection."""
        return answer(self.dataset, query, self.filters, *options)

    @property
    def sentence(self) -> str:
        """The selection in words."""
        return self.chosen.sentence(self.dataset.quarters, self.acting)

    @property
    def last_quarter(self) -> str:
        """The last complete quarter shown; where all shown are preliminary, the last of them."""
        first, last = self.filters.quarters or (
            self.dataset.quarters[0],
            self.dataset.quarters[-1],
        )
        complete = [name for name in self.dataset.complete_quarters if first <= name <= last]
        return complete[-1] if complete else last

    @property
    def markets(self) -> tuple[str, ...]:
        """The markets shown, in their fixed order."""
        return self.filters.shown_markets


def open_reading(reading: Reading) -> None:
    """Hands the reading to the page that the frame runs next, and to its fragments."""
    st.session_state[_KEY] = reading


def reading() -> Reading:
    """What the frame has opened for this session."""
    return cast("Reading", st.session_state[_KEY])
