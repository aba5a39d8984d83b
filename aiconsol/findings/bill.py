"""What models cost and what the large companies invest, as sentences."""

from typing import Any

import polars as pl

from aiconsol.language import _, plural
from aiconsol.queries.training import MODEL
from aiconsol.wording import COMPANIES_OF, dollars, listed, percent, quarter_name, times


def training_finding(costs: pl.DataFrame) -> str:
    """The dearest model of the first and of the last year; ``costs`` answers training_costs."""
    models = costs.filter(pl.col("kind") == MODEL)
    if not models.height:
        return _("No cost of training a model is known in this selection")
    dearest = models.sort("year", "cost_usd", "metric_id").unique(
        "year", keep="last", maintain_order=True
    )
    first, last = dearest.row(0, named=True), dearest.row(-1, named=True)
    said = {
        "company": last["company"],
        "model": last["model"],
        "cost": dollars(last["cost_usd"]),
        "year": last["year"],
    }
    if dearest.height == 1:
        return _("The dearest model of {year} cost {cost}: {model} of {company}", **said)
    return _(
        "The dearest model of {first_year} cost {first_cost} to train ({first_model} of"
        " {first_company}), that of {year} {cost} ({model} of {company})",
        first_year=first["year"],
        first_cost=dollars(first["cost_usd"]),
        first_model=first["model"],
        first_company=first["company"],
        **said,
    )


def training_gaps(costs: pl.DataFrame) -> list[str]:
    """What a reader must know of the costs; ``costs`` answers training_costs."""
    models = costs.filter(pl.col("kind") == MODEL)
    estimates = models.filter(pl.col("basis").cast(pl.String) == "estimated").height
    doubled = models.height - models["model"].n_unique()
    sentences = [
        plural(
            "{estimates} of {count} cost is an estimate: some count rented computers, others"
            " hardware and energy, so that small differences say little.",
            "{estimates} of {count} costs are estimates: some count rented computers, others"
            " hardware and energy, so that small differences say little.",
            models.height,
            estimates=estimates,
        )
    ]
    if doubled:
        sentences.append(_("A model that two figures are known of is drawn twice."))
    return sentences


def capex_finding(together: pl.DataFrame) -> str:
    """The newest whole quarter of each market, against what its start-ups raised.

    ``together`` answers capex_against_funding.
    """
    parts = [_invested(row) for row in _newest(together).iter_rows(named=True)]
    if not parts:
        return _("No capital expenditure of this selection is known")
    return "; ".join(parts)


def _newest(together: pl.DataFrame) -> pl.DataFrame:
    """The newest quarter of each market in which as many companies are known as in any."""
    whole = together.filter(~pl.col("is_partial")).sort("starts_on")
    return whole.unique("market", keep="last", maintain_order=True).sort("market")


def _invested(row: dict[str, Any]) -> str:
    fields = {
        "quarter": quarter_name(row["quarter"]),
        "amount": dollars(row["capex_usd"]),
        "whose": COMPANIES_OF[row["market"]],
    }
    if row["ratio"] is None:
        return plural(
            "{whose}: {amount} invested in {quarter} by the one known",
            "{whose}: {amount} invested in {quarter} by the {count} known",
            row["companies"],
            **fields,
        )
    return plural(
        "{whose}: {amount} invested in {quarter} by the one known, {ratio} what start-ups raised",
        "{whose}: {amount} invested in {quarter} by the {count} known, {ratio} what start-ups"
        " raised",
        row["companies"],
        ratio=times(row["ratio"]),
        **fields,
    )


def _growth(row: dict[str, Any], companies: pl.DataFrame) -> list[str]:
    """How the companies known in this quarter and a year before changed; else nothing."""
    quarter, market = row["quarter"], row["market"]
    before = f"{int(quarter[:4]) - 1}{quarter[4:]}"
    of_market = companies.filter(pl.col("market").cast(pl.String) == market)
    then, now = (of_market.filter(pl.col("quarter") == name) for name in (before, quarter))
    both = now.join(then, on="company", suffix="_before")
    if not both["capex_usd_before"].sum():
        return []
    change = float(both["capex_usd"].sum()) / float(both["capex_usd_before"].sum()) - 1
    return [
        plural(
            "{whose}: the one known in both {quarter} and {before} invested {size} {direction}.",
            "{whose}: the {count} known in both {quarter} and {before} invested {size}"
            " {direction}.",
            both.height,
            whose=COMPANIES_OF[market],
            quarter=quarter_name(quarter),
            before=quarter_name(before),
            size=percent(abs(change)),
            direction=_("more") if change >= 0 else _("less"),
        )
    ]


def capex_gaps(companies: pl.DataFrame, together: pl.DataFrame) -> list[str]:
    """How like grew against like, and which companies are known in how many quarters.

    ``companies`` answers capex_by_company, ``together`` capex_against_funding.
    """
    sentences = [
        sentence
        for row in _newest(together).iter_rows(named=True)
        for sentence in _growth(row, companies)
    ]
    for (market,), rows in companies.sort("market").group_by("market", maintain_order=True):
        quarters = together.filter(pl.col("market").cast(pl.String) == str(market)).height
        counted = rows.group_by("company").len().sort("len", "company", descending=[True, False])
        names = [f"{company} {count}" for company, count in counted.iter_rows()]
        sentences.append(
            plural(
                "{whose}, known quarters of {count}: {names}.",
                "{whose}, known quarters of {count}: {names}.",
                quarters,
                whose=COMPANIES_OF[str(market)],
                names=listed(names),
            )
        )
    if together["is_partial"].any():
        sentences.append(
            _(
                "Pale: fewer companies are known than in the fullest quarter, so that the column"
                " is lower than the truth."
            )
        )
    return sentences
