"""How numbers, quarters and the register's words read in a sentence."""

from collections.abc import Sequence
from datetime import date

from aiconsol.language import _

BILLION = 1_000_000_000
MILLION = 1_000_000
THOUSAND = 1_000
MIN_EXACT = 100

MARKET_NAMES = {"US": _("US"), "CN": _("China"), "Other": _("other countries")}
JURISDICTION_NAMES = {
    "US": _("US"),
    "CN": _("China"),
    "EU": _("EU"),
    "GB": _("UK"),
    "FR": _("France"),
    "DE": _("Germany"),
    "IT": _("Italy"),
    "BR": _("Brazil"),
    "JP": _("Japan"),
    "KR": _("South Korea"),
    "IN": _("India"),
}
IN_MARKET = {"US": _("in the US"), "CN": _("in China"), "Other": _("in other countries")}
COMPANIES_OF = {
    "US": _("US companies"),
    "CN": _("Chinese companies"),
    "Other": _("Companies of other countries"),
}
WORDS = {
    "foundation_models": _("foundation models"),
    "infrastructure": _("infrastructure"),
    "chips": _("chips"),
    "applications": _("applications"),
    "robotics": _("robotics"),
    "autonomous_driving": _("autonomous driving"),
    "health_and_bio": _("health and bio"),
    "defense_and_security": _("defense and security"),
    "vision_and_speech": _("vision and speech"),
    "seed": _("seed"),
    "series_a": _("series A"),
    "series_b": _("series B"),
    "series_c": _("series C"),
    "series_d": _("series D"),
    "series_e_plus": _("series E and later"),
    "growth": _("growth"),
    "corporate": _("corporate"),
    "unknown": _("unknown"),
    "equity": _("equity"),
    "debt": _("debt"),
    "secondary": _("secondary sale"),
    "ipo": _("IPO"),
    "confirmed": _("confirmed"),
    "reported": _("reported"),
    "estimated": _("estimated"),
    "undisclosed": _("undisclosed"),
    "acquisition": _("acquisition"),
    "reverse_acquihire": _("reverse acquihire"),
    "acquihire": _("acquihire"),
    "merger": _("merger"),
    "asset_purchase": _("asset purchase"),
    "minority_stake": _("minority stake"),
    "shutdown": _("shutdown"),
    "fell_through": _("fell through"),
    "joined": _("joined a round"),
    "led": _("led a round"),
    "stake": _("took a stake"),
    "venture": _("venture capital"),
    "big_tech": _("large technology company"),
    "state": _("state"),
    "sovereign": _("sovereign fund"),
    "private_equity": _("private equity"),
    "crossover": _("crossover fund"),
    "accelerator": _("accelerator"),
    "individual": _("individual"),
    "bank": _("bank"),
    "other": _("other"),
    "open": _("no outcome known"),
    "cleared": _("cleared"),
    "conditions": _("cleared with conditions"),
    "not_a_merger": _("not a merger"),
    "no_jurisdiction": _("no jurisdiction"),
    "closed_no_action": _("closed without action"),
    "blocked": _("blocked"),
    "abandoned": _("abandoned"),
    "report_published": _("report published"),
    "announced": _("announced"),
    "completed": _("completed"),
    "under_review": _("under review"),
    "quiet_part": _("time since the last round"),
    "raised_part": _("raised against the leaders"),
    "runway_part": _("burn against money left"),
    "multiple_part": _("valuation against revenue"),
    "big_tech_part": _("large technology investor"),
    "taken": _("bought or hollowed out"),
    "independent": _("independent"),
    "bought": _("bought"),
    "hollowed_out": _("hollowed out"),
    "listed": _("listed on an exchange"),
    "closed": _("closed"),
    "lead": _("lead investor"),
    "exclusive": _("exclusive"),
    "non_exclusive": _("not exclusive"),
    "none": _("none"),
    "all": _("all"),
    "some": _("some"),
    "antitrust": _("antitrust"),
    "export_control": _("export control"),
    "outbound_investment": _("outbound investment"),
    "board_seat": _("board seats"),
    "ai_regulation": _("AI rules"),
    "industrial_policy": _("industrial policy"),
    "listing_rules": _("listing rules"),
    "all_ai": _("all AI companies"),
    "generative_ai": _("generative AI"),
    "generative_ai_early_stage": _("generative AI, early stage"),
    "all_venture": _("all venture capital"),
    "GLOBAL": _("world"),
    "ASIA": _("Asia"),
    "EUROPE": _("Europe"),
    "funding_usd": _("funding, $"),
    "deal_count": _("deals"),
    "ma_exit_count": _("exits by merger or acquisition"),
    "exit_count": _("exits"),
    "unicorn_births": _("new unicorns"),
    "median_deal_usd": _("median deal, $"),
    "average_deal_usd": _("average deal, $"),
    "mega_round_share": _("share of mega-rounds"),
    "newly_funded_companies": _("newly funded companies"),
    "ai_share_of_venture": _("share of AI in venture capital"),
    "annualized_revenue_usd": _("annualized revenue, $"),
    "year_revenue_usd": _("revenue of the year, $"),
    "year_net_loss_usd": _("net loss of the year, $"),
    "year_cash_burn_usd": _("cash burn of the year, $"),
    "cash_usd": _("cash, $"),
    "headcount": _("headcount"),
    "valuation_usd": _("valuation, $"),
    "monthly_active_users": _("monthly active users"),
    "training_cost_usd": _("cost of training, $"),
    "quarter_capex_usd": _("capital expenditure of the quarter, $"),
    "year_capex_usd": _("capital expenditure of the year, $"),
    "planned_capex_usd": _("planned capital expenditure, $"),
    "market_cap_usd": _("market capitalization, $"),
    "day": _("day"),
    "month": _("month"),
    "quarter": _("quarter"),
    "half_year": _("half-year"),
    "year": _("year"),
    "added": _("added"),
    "corrected": _("corrected"),
    "withdrawn": _("withdrawn"),
}
"""Every word of the register's vocabularies that a reader meets."""

TABLE_NAMES = {
    "companies": _("Companies"),
    "rounds": _("Rounds"),
    "deals": _("Deals"),
    "reviews": _("Reviews"),
    "policy_events": _("Policy events"),
    "aggregates": _("Published totals"),
    "company_metrics": _("Figures of companies"),
    "investors": _("Investors"),
    "participations": _("Investors in rounds"),
    "deal_reviews": _("Reviews of deals"),
    "quarters": _("Quarters"),
    "versions": _("Versions"),
    "changes": _("Changes"),
    "first_counts": _("Quarters as first counted"),
}
"""Every table as a reader meets it."""


def word(name: str) -> str:
    """The register's word as a reader meets it; a market by its name."""
    return MARKET_NAMES.get(name) or WORDS.get(name, name)


def jurisdiction_name(code: str) -> str:
    """The jurisdiction as a reader meets it; its code where it has no name here."""
    return JURISDICTION_NAMES.get(code, code)


def in_market(market: str) -> str:
    """Where, in a sentence: in the US, in China."""
    return IN_MARKET[market]


def capital(sentence: str) -> str:
    """The sentence with its first letter in upper case, the rest as it is."""
    return sentence[:1].upper() + sentence[1:]


def dollars(amount: float) -> str:
    """A sum to three significant digits: $1.23 bn, $45.6 m, $12 k."""
    if abs(amount) >= BILLION:
        return _("${number} bn", number=_three_digits(amount / BILLION))
    if abs(amount) >= MILLION:
        return _("${number} m", number=_three_digits(amount / MILLION))
    if abs(amount) >= THOUSAND:
        return _("${number} k", number=_three_digits(amount / THOUSAND))
    return _("${number}", number=f"{amount:.0f}")


def times(ratio: float) -> str:
    """A ratio: 55×, 3.2×, 0.4×."""
    return _("{number}×", number=_two_digits(ratio))


def percent(share: float) -> str:
    """A share between 0 and 1 as whole per cent; only none reads as 0%, and only all as 100%."""
    if 0 < share < 0.005:  # noqa: PLR2004 half a per cent
        return _("under 1%")
    if 0.995 <= share < 1:  # noqa: PLR2004
        return _("over 99%")
    return _("{number}%", number=f"{share * 100:.0f}")


def day_name(day: date, precision: str = "day") -> str:
    """A day as exactly as it is known: 6 June 2024, June 2024, 2024 Q2, 2024."""
    match precision:
        case "year":
            return f"{day.year}"
        case "quarter":
            return f"{day.year} Q{(day.month + 2) // 3}"
        case "month":
            return f"{day:%B %Y}"
    return f"{day.day} {day:%B %Y}"


def quarter_name(quarter: str) -> str:
    """2024Q3 as 2024 Q3."""
    return f"{quarter[:4]} {quarter[4:]}"


def listed(parts: Sequence[str]) -> str:
    """The parts with commas and a last 'and'."""
    if len(parts) <= 1:
        return "".join(parts)
    return _("{first} and {last}", first=", ".join(parts[:-1]), last=parts[-1])


def _three_digits(number: float) -> str:
    return f"{number:,.0f}" if abs(number) >= MIN_EXACT else f"{number:.3g}"


def _two_digits(number: float) -> str:
    return f"{number:,.0f}" if abs(number) >= 10 else f"{number:.2g}"  # noqa: PLR2004 two digits
