"""What changed in the register, and how much quarters rose after they were first counted."""

from datetime import date

import narwhals as nw

from aiconsol.dataset import Frame, Tables
from aiconsol.filters import Filters

RECORD = ("table", "record_id")
CELL = (*RECORD, "column")


def versions(tables: Tables, _filters: Filters) -> Frame:
    """Which versions were there, and how many records changed in each?

    Grain: version in which a record changed, newest first; the last row starts the history.
    Columns: those of ``versions``, and added, corrected, withdrawn (records).
    """
    happened = tables["changes"].select("version_number", "change", *RECORD).unique()
    counts = happened.group_by("version_number").agg(
        **{
            change: (nw.col("change").cast(nw.String) == change).cast(nw.Int64).sum()
            for change in ("added", "corrected", "withdrawn")
        }
    )
    counted = nw.col("added", "corrected", "withdrawn")
    return (
        tables["versions"]
        .join(counts, on="version_number", how="left")
        .with_columns(counted.fill_null(0).cast(nw.Int64))
        .sort("version_number", descending=True)
    )


def changes_since(tables: Tables, _filters: Filters, since: date | None) -> Frame:
    """Which records were added, corrected or withdrawn since a day, or in the last version?

    What was changed and changed back in between, or added and withdrawn again, is no change.
    Grain: record added or withdrawn, or corrected cell; added first, in the tables' order of
    names. Columns: those of ``changes`` but for version_number; ``before`` is the cell at the
    beginning, ``after`` at the end. ``since`` None is the last version.
    """
    changes = tables["changes"].with_columns(change=nw.col("change").cast(nw.String))
    if since is None:
        newest = changes.select(newest=nw.col("version_number").max())
        shown = changes.join(newest, how="cross").filter(
            nw.col("version_number") == nw.col("newest")
        )
    else:
        shown = changes.filter(nw.col("built_on") >= since)
    version, change = nw.col("version_number"), nw.col("change")
    spans = shown.with_columns(
        cell_first=version.min().over(*CELL),
        cell_last=version.max().over(*CELL),
        first=version.min().over(*RECORD),
        last=version.max().over(*RECORD),
    )
    is_new = (version == nw.col("first")) & (change == "added")
    is_gone = (version == nw.col("last")) & (change == "withdrawn")
    came = change == "added"
    left = change == "withdrawn"
    ends = spans.with_columns(
        is_new=is_new.cast(nw.Int64).max().over(*RECORD),
        is_gone=is_gone.cast(nw.Int64).max().over(*RECORD),
        came=came.cast(nw.Int64).max().over(*CELL),
        left=left.cast(nw.Int64).max().over(*CELL),
        before=nw.when(version == nw.col("cell_first")).then(nw.col("before")).max().over(*CELL),
        after=nw.when(version == nw.col("cell_last")).then(nw.col("after")).max().over(*CELL),
    ).filter(version == nw.col("cell_last"))
    was, is_now = nw.col("is_new") == 0, nw.col("is_gone") == 0
    has_changed = (nw.col("before") != nw.col("after")) | (
        nw.col("before").is_null() != nw.col("after").is_null()
    )
    added = ~was & is_now & (nw.col("came") == 1)
    withdrawn = was & ~is_now & (nw.col("left") == 1)
    corrected = was & is_now & has_changed
    return (
        ends.with_columns(
            change=nw.when(added)
            .then(nw.lit("added"))
            .otherwise(nw.when(withdrawn).then(nw.lit("withdrawn")).otherwise(nw.lit("corrected")))
        )
        .filter(added | withdrawn | corrected)
        .select("change", "table", "record", "record_id", "column", "before", "after", "built_on")
        .sort("change", "table", "record", "column")
    )


def first_counts(tables: Tables, _filters: Filters) -> Frame:
    """Which quarters were first counted, and when? Grain and columns of ``first_counts``."""
    return tables["first_counts"].sort("quarter", "market")


def rise_after_first_count(tables: Tables, filters: Filters) -> Frame:
    """By how much did quarters rise after they were first counted, once they had ended?

    Grain: market and quarter that was first counted while preliminary and is complete by now, of
    the markets selected; always all equity, whatever else is selected. Columns: quarter, market,
    counted_on, first_usd, first_rounds, funding_usd, rounds (as counted now).
    """
    equity = tables["rounds"].filter(nw.col("kind").cast(nw.String) == "equity")
    now = equity.group_by("quarter", "market").agg(
        funding_usd=nw.col("amount_usd").sum(), rounds=nw.len()
    )
    complete = tables["quarters"].filter(~nw.col("is_preliminary")).select("quarter", "starts_on")
    first = tables["first_counts"].select(
        "quarter", "market", "counted_on", first_usd="funding_usd", first_rounds="rounds"
    )
    return (
        first.filter(nw.col("market").is_in(filters.shown_markets))
        .join(complete, on="quarter")
        .join(now, on=["quarter", "market"], how="left")
        .with_columns(nw.col("funding_usd", "rounds").fill_null(0).cast(nw.Int64))
        .sort("starts_on", "market")
        .drop("starts_on")
    )
