"""Companies by name: English or Chinese, whole or in part, with or without accents."""

import unicodedata

import narwhals as nw
import polars as pl
from rapidfuzz import fuzz

from aiconsol.dataset import Tables
from aiconsol.filters import Filters

LONGEST = 80
ALIKE = 82
"""A misspelt name is found from this likeness of its sorted words on, in per cent."""
SHORTEST_MISSPELT = 4
WHOLE, START, WORD, PART = 400.0, 300.0, 200.0, 100.0


def companies_by_name(tables: Tables, _filters: Filters, words: str) -> pl.DataFrame:
    """Which companies may these words mean? Any company, whatever the filters.

    Grain: company found, the best first. Columns: company_id, company, match (how well a name
    fits: whole 400, its start 300, the start of a word in it 200, a part 100, else its likeness
    in per cent). Where a name holds the words, names that are merely alike are left out. Case,
    accents, signs and the width of letters don't count.
    """
    columns = ("company_id", "company", "native_name")
    native: pl.DataFrame = nw.to_native(tables["companies"].select(*columns).collect("polars"))
    sought = plain(words[:LONGEST])
    matches = [
        max(_match(sought, plain(name)) for name in names if name)
        for names in native.select("company", "native_name").iter_rows()
    ]
    found = native.with_columns(match=pl.Series(matches, dtype=pl.Float64)).filter(
        pl.col("match") > 0
    )
    holding = found.filter(pl.col("match") >= PART)
    return (
        (holding if holding.height else found)
        .select("company_id", "company", "match")
        .sort("match", "company", descending=[True, False])
    )


def plain(text: str) -> str:
    """The text's letters and digits in lower case, without accents; one space for all else."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    kept = (
        letter if letter.isalnum() else "" if unicodedata.combining(letter) else " "
        for letter in letters
    )
    return " ".join("".join(kept).split())


def _match(sought: str, name: str) -> float:
    """How well the words fit the name, 0 where they don't; both plain."""
    if not sought or not name:
        return 0
    fits = {
        WHOLE: sought == name,
        START: name.startswith(sought),
        WORD: f" {sought}" in name,
        PART: sought.replace(" ", "") in name.replace(" ", ""),
    }
    best = next((match for match, holds in fits.items() if holds), None)
    if best is None and len(sought) >= SHORTEST_MISSPELT:
        return fuzz.token_sort_ratio(sought, name, score_cutoff=ALIKE)
    return best or 0
