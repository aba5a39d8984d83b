"""Cards on how good the register is, and on what the dataset holds."""

import polars as pl

from aiconsol.charts import theme
from aiconsol.charts.quality import certainty_bars
from aiconsol.components.chart_card import Card, Choice, Records
from aiconsol.components.key_figure_row import key_figure_row
from aiconsol.components.reading import reading
from aiconsol.components.table_card import table_card
from aiconsol.findings.gaps import nothing_left, undisclosed_gap
from aiconsol.findings.quality import (
    catalogue_finding,
    certainty_finding,
    dates_finding,
    publishers_finding,
    register_figures,
    unknown_finding,
)
from aiconsol.language import _, plural
from aiconsol.queries.funding import selected_rounds
from aiconsol.queries.quality import (
    catalogue,
    certainty_by_market,
    dates_known,
    records_by_publisher,
    unknown_cells,
)
from aiconsol.schema.dictionary import dictionary, grain

FIGURE = Choice("figure", _("Figure"), {"rounds": _("Rounds"), "money": _("Money")})


def register_at_a_glance() -> None:
    """Draws the figures of the whole register."""
    now = reading()
    key_figure_row(
        register_figures(now.ask(catalogue), now.ask(records_by_publisher), now.ask(unknown_cells))
    )


def certainty_card(figure: str = "rounds") -> Card:
    """How certain are the amounts behind the figures?"""
    now = reading()
    data = now.ask(certainty_by_market)
    rounds = int(data["rounds"].sum())
    undisclosed = data.filter(pl.col("amount_basis") == "undisclosed")["rounds"].sum()
    measured = (
        _("Known money of the market by who says so, from 0 to 100%")
        if figure == "money"
        else _("Rounds of the market by who states the amount, from 0 to 100%")
    )
    return Card(
        finding=certainty_finding(data, figure),
        measure=plural(
            "{measured}; {count} round. Confirmed: company, filing or regulator; reported: press.",
            "{measured}; {count} rounds. Confirmed: company, filing or regulator; reported: press.",
            rounds,
            measured=measured,
        ),
        spec=theme.spec(certainty_bars, now.markets, figure),
        datasets={"certainty": data},
        table=data,
        records=Records("rounds", selected_rounds),
        gaps=undisclosed_gap(int(undisclosed)) if figure == "money" else (),
        nothing=nothing_left(rounds),
    )


def publishers_card() -> None:
    """Draws whose pages the register stands on."""
    publishers = reading().ask(records_by_publisher)
    table_card(
        "publishers",
        publishers_finding(publishers),
        _(
            "Records by publisher as the record names it, whole register. Many are copies or"
            " digests that link to the original article; 'general knowledge' classifies investors"
            " alone, and has no address."
        ),
        publishers,
    )


def unknown_card() -> None:
    """Draws what the register doesn't know."""
    unknown = reading().ask(unknown_cells)
    table_card(
        "unknown-cells",
        unknown_finding(unknown),
        _(
            "Empty cells by column, whole register. Not every empty cell is a gap: only a deal"
            " that is closed has a closing day, and only a takeover an acquirer."
        ),
        unknown,
    )


def dates_card() -> None:
    """Draws how exactly records are dated."""
    dates = reading().ask(dates_known)
    table_card(
        "dates-known",
        dates_finding(dates),
        _(
            "Records by how exactly their day is known, whole register. A record dated to the year"
            " only stands in no quarter."
        ),
        dates,
    )


def catalogue_card() -> None:
    """Draws which tables there are."""
    now = reading()
    manifest = now.dataset.manifest
    tables = now.ask(catalogue)
    checksums = {name: table.sha256 for name, table in manifest.tables.items()}
    table_card(
        "catalogue",
        catalogue_finding(tables, manifest.version),
        _(
            "Register of {as_of}, complete through {complete}; built {built}. A new version has"
            " new checksums wherever a cell changed.",
            as_of=manifest.as_of,
            complete=manifest.complete_through,
            built=manifest.built_at.replace("T", " ").replace("+00:00", " UTC"),
        ),
        tables.with_columns(
            row_is=pl.col("table").map_elements(grain, pl.String),
            sha256=pl.col("table").replace_strict(checksums),
        ),
    )


def dictionary_card() -> None:
    """Draws what each column holds."""
    columns = dictionary()
    table_card(
        "dictionary",
        plural("What {count} column holds", "What {count} columns hold", columns.height),
        _(
            "Description, unit, type, words allowed, and what an empty cell means, as the"
            " dataset's own schema says and enforces. 'register' stands in the register's files,"
            " 'build' is computed from them."
        ),
        columns,
    )
