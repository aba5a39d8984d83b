"""Tables as one ZIP: each as CSV and Parquet, with a README that explains them."""

import io
import zipfile
from collections.abc import Mapping

import polars as pl

from aiconsol.citation import bibtex_citation, short_citation
from aiconsol.dataset import Manifest
from aiconsol.export import csv_bytes, parquet_parts
from aiconsol.language import _, plural
from aiconsol.method import method
from aiconsol.schema.dictionary import dictionary, grain

Frames = Mapping[str, pl.DataFrame]

README = "README.md"
SOURCES = "sources.csv"


def archive(manifest: Manifest, frames: Frames, selection: str | None = None) -> bytes:
    """The ZIP's bytes, the same for the same dataset and tables.

    ``frames`` are tables of the dataset, whole or as selected; ``selection`` says in words how
    they were, None where they are whole.
    """
    sources = publishers(frames)
    files = {README: readme(manifest, frames, sources, selection).encode()}
    files[SOURCES] = csv_bytes(sources)
    for name, frame in frames.items():
        files[f"csv/{name}.csv"] = csv_bytes(frame)
        files[f"parquet/{name}.parquet"] = b"".join(parquet_parts(frame))
    buffer = io.BytesIO()
    day = manifest.as_of
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, date_time=(day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, content)
    return buffer.getvalue()


def publishers(frames: Frames) -> pl.DataFrame:
    """Every publisher that a record names: how many records do, most first."""
    named = [
        frame.select("source_name") for frame in frames.values() if "source_name" in frame.columns
    ]
    names = pl.concat(named or [pl.DataFrame(schema={"source_name": pl.String})])
    return (
        names.group_by("source_name")
        .agg(records=pl.len())
        .sort("records", "source_name", descending=[True, False])
    )


def readme(manifest: Manifest, frames: Frames, sources: pl.DataFrame, selection: str | None) -> str:
    """What the files hold, as Markdown: selection, tables, citation, method, sources, columns."""
    parts = [
        f"# {manifest.title}",
        _(
            "Data set of {as_of}, version {version}; complete through {complete}.",
            as_of=manifest.as_of,
            version=manifest.version,
            complete=manifest.complete_through,
        ),
        _("Selection: {selection}.", selection=selection)
        if selection
        else _("Every record of the data set, whatever its market, quarter or stage."),
        f"## {_('Tables')}",
        _table(
            [_("table"), _("rows"), _("what a row is")],
            [[name, f"{frame.height:,}", grain(name)] for name, frame in frames.items()],
        ),
        _(
            "Each table stands in csv/ and in parquet/, with the same rows. CSV is UTF-8 with a"
            " byte order mark; dates are ISO 8601, an empty cell is an unknown. Text that a"
            " spreadsheet would run as a formula starts with an apostrophe there."
        ),
        f"## {_('How to cite it')}",
        short_citation(manifest),
        f"```bibtex\n{bibtex_citation(manifest)}\n```",
        f"## {_('Method')}",
        *(f"### {part.question}\n\n{part.answer}" for part in method(manifest.limits)),
        f"## {_('Sources')}",
        plural(
            "{count} publisher is named; {file} counts its records, and each record names its"
            " page.",
            "{count} publishers are named; {file} counts the records of each, and each record"
            " names its page.",
            sources.height,
            file=SOURCES,
        ),
        f"## {_('Columns')}",
        *_columns(frames),
    ]
    return "\n\n".join(parts) + "\n"


def _columns(frames: Frames) -> list[str]:
    columns = dictionary()
    parts: list[str] = []
    for name in frames:
        rows = columns.filter(pl.col("table") == name).drop("table")
        parts += [f"### {name}", _table(rows.columns, [list(row) for row in rows.iter_rows()])]
    return parts


def _table(head: list[str], rows: list[list[str | None]]) -> str:
    lines: list[list[str | None]] = [[*head], ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def _cell(text: str | None) -> str:
    return (text or "").replace("|", r"\|")
