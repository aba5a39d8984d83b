"""Looks for records that may be one thing written twice; a person must judge each pair."""

import re
import unicodedata

import numpy as np
import polars as pl
from rapidfuzz import fuzz, process

from aiconsol.register.derive import Tables
from aiconsol.register.read import LINE

GENERAL_WORDS = re.compile(
    r"\b(the|ai|inc|ltd|llc|corp|co|company|group|labs?|technology|technologies|tech|holdings?"
    r"|robotics?|intelligence|ventures?|capital|partners|funds?|investments?|management|systems?)\b"
)
ALIKE = 88
"""Names are alike from this share of common letters on, in per cent."""
SAME_WITHIN_DAYS = 30
NEARLY_THE_SAME = 0.05


def alike_companies(tables: Tables) -> pl.DataFrame:
    """Pairs of companies of one market whose names are nearly the same, most alike first."""
    names = tables["companies"].select("company", "market", LINE)
    pairs = _alike(names.rename({"company": "name"}), "market")
    return pairs.select("name", "other_name", "alike", LINE, "other_line")


def alike_investors(tables: Tables) -> pl.DataFrame:
    """Pairs of investors that the rounds name: nearly one name, one country, not one group."""
    named = (
        tables["participations"]
        .group_by("investor")
        .agg(pl.first("group"), pl.first("investor_country").alias("country"), rounds=pl.len())
    )
    pairs = _alike(named.sort("investor").rename({"investor": "name"}), "country")
    return pairs.filter(pl.col("group") != pl.col("other_group")).select(
        "name", "other_name", "alike", "rounds", "other_rounds"
    )


def shared_native_names(tables: Tables) -> pl.DataFrame:
    """Companies or investors whose name in their own script is another's too, with their lines."""
    return pl.concat(
        tables[table]
        .drop_nulls("native_name")
        .filter(pl.col("native_name").is_duplicated())
        .sort("native_name", name)
        .select(pl.lit(table).alias("table"), "native_name", pl.col(name).alias("name"), LINE)
        for table, name in (("companies", "company"), ("investors", "investor"))
    )


def alike_rounds(tables: Tables) -> pl.DataFrame:
    """Pairs of rounds of one company within 30 days whose amounts are within five per cent."""
    rounds = tables["rounds"].select("company", "announced_on", "stage", "amount_usd", LINE)
    amount, other = pl.col("amount_usd"), pl.col("other_amount_usd")
    return _pairs(rounds, "company", "announced_on").filter(
        ((amount - other).abs() <= NEARLY_THE_SAME * pl.max_horizontal(amount, other))
        | (amount.is_null() & other.is_null())
    )


def alike_deals(tables: Tables) -> pl.DataFrame:
    """Pairs of deals of one target within 30 days with one acquirer, or with none named."""
    deals = tables["deals"].select("target", "announced_on", "structure", "acquirer", LINE)
    return _pairs(deals, "target", "announced_on").filter(
        pl.col("acquirer").eq_missing(pl.col("other_acquirer"))
    )


def _pairs(frame: pl.DataFrame, name: str, day: str) -> pl.DataFrame:
    """Each two rows of one name within 30 days, the second's columns called ``other_``."""
    others = frame.rename({column: f"other_{column}" for column in frame.columns if column != name})
    return (
        frame.join(others, on=name)
        .filter(pl.col(LINE) < pl.col(f"other_{LINE}"))
        .filter((pl.col(f"other_{day}") - pl.col(day)).abs() <= pl.duration(days=SAME_WITHIN_DAYS))
        .sort(LINE, f"other_{LINE}")
    )


def _alike(names: pl.DataFrame, within: str) -> pl.DataFrame:
    """Each two rows whose names are alike, general words apart, and whose ``within`` is one."""
    cores = [_core(name) for name in names["name"]]
    alike = process.cdist(cores, cores, scorer=fuzz.ratio, score_cutoff=ALIKE, dtype=np.uint8)
    firsts, seconds = np.nonzero(np.triu(alike, k=1))
    others = names.rename({column: f"other_{column}" for column in names.columns})
    likeness = pl.Series("alike", alike[firsts, seconds]).to_frame()
    pairs = pl.concat([names[firsts], others[seconds], likeness], how="horizontal")
    return pairs.filter(pl.col(within).eq_missing(pl.col(f"other_{within}"))).sort(
        "alike", "name", descending=[True, False]
    )


def _core(name: str) -> str:
    """The name's own letters and digits, without accents, signs and general words."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    words = re.sub(r"[^\w\s]|_", "", plain)
    own = GENERAL_WORDS.sub(" ", words) if GENERAL_WORDS.sub(" ", words).strip() else words
    return re.sub(r"\s", "", own)
