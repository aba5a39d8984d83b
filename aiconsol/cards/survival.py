"""The card of the survival curves."""

from aiconsol.charts import theme
from aiconsol.charts.survival import end_curves, survival_curves
from aiconsol.components.chart_card import Card, Choice, Records
from aiconsol.components.reading import reading
from aiconsol.estimates.curves import differences, ends_by_market, survival_by_market
from aiconsol.findings.gaps import curve_gaps, nothing_left
from aiconsol.findings.survival import ends_finding, survival_finding
from aiconsol.language import _
from aiconsol.queries.ends import ENDS
from aiconsol.queries.lives import ends_of_lives, left_out_of_lives
from aiconsol.wording import MILLION, dollars

CURVES = Choice(
    "view", _("Curves"), {"independent": _("Still independent"), "ends": _("How the others ended")}
)
LEAST = Choice(
    "least",
    _("First round of at least"),
    {str(size): _("{amount} or more", amount=dollars(size * MILLION)) for size in (20, 50, 100)},
)


def survival_card(view: str = "independent", least: str = "20") -> Card:
    """How long do companies stay private and independent after their first large round?"""
    now = reading()
    least_usd = int(least) * MILLION
    tests = now.ask(differences, least_usd)
    independent, ends = (now.ask(ask, least_usd) for ask in (survival_by_market, ends_by_market))
    companies = int(independent.filter(quarters=0)["at_risk"].sum())
    if view == "ends":
        curves, spec = ends, theme.spec(end_curves, now.markets, ENDS)
        finding = ends_finding(ends, tests)
    else:
        curves, spec = independent, theme.spec(survival_curves, now.markets)
        finding = survival_finding(independent, ends, tests)
    return Card(
        finding=finding,
        measure=_measure(view, companies, dollars(least_usd)),
        spec=spec,
        datasets={"curves": curves},
        table=curves.drop("is_drawn"),
        records=Records("deals", ends_of_lives, (least_usd,)),
        gaps=curve_gaps(now.ask(left_out_of_lives, least_usd), dollars(least_usd)),
        nothing=nothing_left(companies),
    )


def _measure(view: str, companies: int, least: str) -> str:
    fields = {"companies": f"{companies:,}", "least": least}
    if view == "ends":
        return _(
            "Aalen–Johansen estimate of the share that each end has reached, the other ends"
            " competing, by quarters since the first known equity round of {least} or more;"
            " {companies} companies. Band: 95% confidence. Drawn while five are followed.",
            **fields,
        )
    return _(
        "Kaplan–Meier estimate of the share neither bought, hollowed out, listed nor closed, by"
        " quarters since the first known equity round of {least} or more; {companies} companies."
        " Band: 95% confidence. Drawn while five are followed.",
        **fields,
    )
