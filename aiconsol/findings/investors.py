"""Who pays, as sentences; what the sources don't name is said beside it."""

from typing import Any

import polars as pl

from aiconsol.findings.funding import last_quarter
from aiconsol.language import _, plural
from aiconsol.wording import dollars, in_market, listed, percent

Row = dict[str, Any]

MANY = 3
FEW_ROUNDS = 5
FROM = {"US": _("Chinese investors"), "CN": _("US investors")}
"""Who comes from the other country, by the market of the company."""


def lead_finding(led: pl.DataFrame, figure: str) -> str:
    """Who led the most rounds, or the most money, in each market; ``led`` answers lead_investors.

    ``figure`` is rounds or money. Ties are all named, up to three.
    """
    column = "rounds" if figure == "rounds" else "led_usd"
    parts = [
        part
        for (market,), rows in led.group_by("market", maintain_order=True)
        if (part := _leaders(str(market), rows, column))
    ]
    if not parts:
        return _("No lead investor is named")
    if figure == "rounds":
        return _("Led the most rounds: {parts}", parts=listed(parts))
    return _("Led the rounds with the most money in all: {parts}", parts=listed(parts))


def _leaders(market: str, rows: pl.DataFrame, column: str) -> str:
    first = rows.filter(pl.col(column) == pl.col(column).max())
    if not first.height:
        return ""
    most = int(first[column][0])
    figure = f"{most:,}" if column == "rounds" else dollars(most)
    place = in_market(market)
    if first.height > MANY:
        return _(
            "{count} investors {place} ({figure} each)",
            count=first.height,
            place=place,
            figure=figure,
        )
    names = listed(first["group"].to_list())
    if first.height > 1:
        return _("{names} {place} ({figure} each)", names=names, place=place, figure=figure)
    return _("{names} {place} ({figure})", names=names, place=place, figure=figure)


def lead_gaps(left_out: pl.DataFrame, figure: str) -> list[str]:
    """Sentences on the rounds without a named lead; ``left_out`` answers left_out_of_leads."""
    parts = [
        _(
            "{unled} of {rounds} {place}",
            unled=f"{row['unled']:,}",
            rounds=f"{row['rounds']:,}",
            place=in_market(row["market"]),
        )
        for row in left_out.iter_rows(named=True)
    ]
    sentences = [_("Rounds that name no lead investor: {parts}.", parts=listed(parts))]
    undisclosed = int(left_out["undisclosed"].sum())
    if undisclosed and figure == "money":
        sentences.append(
            plural(
                "{count} round with a named lead is of undisclosed amount.",
                "{count} rounds with a named lead are of undisclosed amount.",
                undisclosed,
            )
        )
    return sentences


def big_tech_finding(told: pl.DataFrame, figure: str) -> str:
    """How often a large technology company invests; ``told`` answers rounds_by_investors."""
    last, __, is_preliminary = last_quarter(told)
    shares = [_share(row, "with", figure) for row in _with_rounds(last)]
    if not shares:
        return _("No round to tell the investors of")
    fields = {"parts": listed(shares), "span": span(last, is_preliminary=is_preliminary)}
    if figure == "rounds":
        return _("A large technology company is a named investor in {parts}, {span}", **fields)
    return _(
        "Rounds with a large technology company among the named investors brought {parts}, {span}",
        **fields,
    )


def abroad_finding(told: pl.DataFrame, figure: str) -> str:
    """How often investors of the one country fund companies of the other."""
    last, __, is_preliminary = last_quarter(told)
    parts = [
        _("{who} in {share}", who=FROM[row["market"]], share=_share(row, "with", figure))
        for row in _with_rounds(last)
    ]
    if not parts:
        return _("No round of a US or Chinese company to tell the investors of")
    fields = {"parts": listed(parts), "span": span(last, is_preliminary=is_preliminary)}
    if figure == "rounds":
        return _("Money crosses between the countries: {parts}, {span}", **fields)
    return _("Money crosses between the countries, as whole rounds: {parts}, {span}", **fields)


def unknown_investors(told: pl.DataFrame, figure: str) -> list[str]:
    """A sentence on the rounds whose investors can't be told, over the span of the finding."""
    last, __, is_preliminary = last_quarter(told)
    shares = [_share(row, "unknown", figure) for row in _with_rounds(last)]
    if not shares:
        return []
    return [
        _(
            "Not known, since no investor is named or one is not classified: {parts}, {span}.",
            parts=listed(shares),
            span=span(last, is_preliminary=is_preliminary),
        )
    ]


def span(last: pl.DataFrame, *, is_preliminary: bool) -> str:
    """The time that a row stands for: in the four quarters to 2026 Q2."""
    quarter = str(last["quarter"][0])
    fields = {"quarter": f"{quarter[:4]} {quarter[4:]}"}
    count = int(last["quarters"][0])
    if count == 1:
        name = _("in {quarter}", **fields)
    else:
        name = plural(
            "in the {count} quarter to {quarter}",
            "in the {count} quarters to {quarter}",
            count,
            **fields,
        )
    return _("{span} (preliminary)", span=name) if is_preliminary else name


def _with_rounds(last: pl.DataFrame) -> list[Row]:
    return last.filter(pl.col("rounds") > 0).to_dicts()


def _share(row: Row, part: str, figure: str) -> str:
    """18% of the rounds in the US (50 of 280); no percentage on fewer than five rounds."""
    place = in_market(row["market"])
    if figure == "money":
        if not row["funding_usd"]:
            return _("no known money {place}", place=place)
        return _(
            "{share} of the money {place} ({part} of {whole})",
            share=percent(row[f"{part}_usd_share"]),
            place=place,
            part=dollars(row[f"{part}_usd"]),
            whole=dollars(row["funding_usd"]),
        )
    count, rounds = row[f"{part}_rounds"], row["rounds"]
    if rounds < FEW_ROUNDS:
        return plural(
            "{part} of {count} round {place}",
            "{part} of {count} rounds {place}",
            rounds,
            part=count,
            place=place,
        )
    return _(
        "{share} of the rounds {place} ({part} of {whole})",
        share=percent(row[f"{part}_rounds_share"]),
        place=place,
        part=f"{count:,}",
        whole=f"{rounds:,}",
    )
