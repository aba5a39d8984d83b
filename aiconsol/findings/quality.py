"""How good the register is, as sentences and figures."""

import polars as pl

from aiconsol.findings.key_figures import KeyFigure
from aiconsol.language import _, plural
from aiconsol.wording import dollars, in_market, listed, percent

FEW = 10
HALF = 0.5


def certainty_finding(certainty: pl.DataFrame, figure: str) -> str:
    """Which part of each market's amounts is confirmed; ``figure`` is rounds or money."""
    parts = [
        part
        for market in certainty["market"].unique(maintain_order=True)
        if (part := _confirmed(certainty.filter(pl.col("market") == market), str(market), figure))
    ]
    if not parts:
        return _("No amount is known")
    if figure == "money":
        return _("Of the known money, confirmed is {parts}", parts=listed(parts))
    return _("Of the rounds' amounts, confirmed are {parts}", parts=listed(parts))


def _confirmed(of_market: pl.DataFrame, market: str, figure: str) -> str:
    field = "funding_usd" if figure == "money" else "rounds"
    whole = int(of_market[field].sum())
    part = int(of_market.filter(pl.col("amount_basis") == "confirmed")[field].sum())
    if not whole:
        return ""
    fields = {"share": percent(part / whole), "place": in_market(market)}
    if figure == "money":
        return _("{share} {place} (of {whole})", whole=dollars(whole), **fields)
    return _("{share} {place} ({part} of {whole})", part=f"{part:,}", whole=f"{whole:,}", **fields)


def publishers_finding(publishers: pl.DataFrame) -> str:
    """How many publishers there are, and how much rests on the largest of them."""
    records = int(publishers["records"].sum())
    if publishers.height <= FEW or not records:
        return plural(
            "{count} publisher stands behind {records} records",
            "{count} publishers stand behind {records} records",
            publishers.height,
            records=f"{records:,}",
        )
    largest = int(publishers["records"].head(FEW).sum())
    return _(
        "{publishers} publishers stand behind {records} records; the ten largest behind {share}",
        publishers=f"{publishers.height:,}",
        records=f"{records:,}",
        share=percent(largest / records),
    )


def unknown_finding(unknown: pl.DataFrame) -> str:
    """In how many columns more than half of the cells are unknown."""
    if unknown.is_empty():
        return _("No cell of the register is unknown")
    mostly = unknown.filter(pl.col("unknown_share") > HALF).height
    return _(
        "{columns} columns have unknown cells; in {mostly} of them more than half are",
        columns=unknown.height,
        mostly=mostly,
    )


def dates_finding(dates: pl.DataFrame) -> str:
    """How many rounds and deals are dated to the day, and how many to the year only."""
    shown = dates.filter(pl.col("table").is_in(["rounds", "deals"]))
    rows, days, years = (int(shown[name].sum()) for name in ("rows", "to_the_day", "to_the_year"))
    if not rows:
        return _("No round or deal is dated")
    return _(
        "{share} of the {records} rounds and deals are dated to the day, {years} to the year only",
        share=percent(days / rows),
        records=f"{rows:,}",
        years=f"{years:,}",
    )


def catalogue_finding(catalogue: pl.DataFrame, version: str) -> str:
    """How large the dataset is."""
    return _(
        "{tables} tables of {rows} rows, version {version}",
        tables=catalogue.height,
        rows=f"{catalogue['rows'].sum():,}",
        version=version,
    )


def register_figures(
    catalogue: pl.DataFrame, publishers: pl.DataFrame, unknown: pl.DataFrame
) -> list[KeyFigure]:
    """The register at a glance: records, publishers, addresses, amounts; whatever is selected."""
    rows = dict(catalogue.select("table", "rows").iter_rows())
    records = int(publishers["records"].sum())
    addresses = float((publishers["address_share"] * publishers["records"]).sum())
    return [
        KeyFigure(
            _("Records"),
            f"{records:,}",
            "",
            _(
                "each with its source: {rounds} rounds, {deals} deals, {companies} companies",
                **{name: f"{rows[name]:,}" for name in ("rounds", "deals", "companies")},
            ),
        ),
        KeyFigure(_("Publishers"), f"{publishers.height:,}", "", _("whose pages were read")),
        KeyFigure(
            _("With an address"),
            percent(addresses / records) if records else "–",
            "",
            _("of the records name the web address of their page"),
        ),
        _known_share(unknown, rows, "rounds", "amount_usd", _("Rounds of known amount")),
        _known_share(unknown, rows, "deals", "value_usd", _("Deals of known value")),
    ]


def _known_share(
    unknown: pl.DataFrame, rows: dict[str, int], table: str, column: str, label: str
) -> KeyFigure:
    cells = unknown.filter(pl.col("table") == table, pl.col("column") == column)
    known = rows[table] - int(cells["unknown"].sum())
    return KeyFigure(
        label,
        percent(known / rows[table]) if rows[table] else "–",
        "",
        _("{known} of {rows}", known=f"{known:,}", rows=f"{rows[table]:,}"),
    )
