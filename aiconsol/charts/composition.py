"""What each market's money went into: bars by segment or by stage."""

import json
from typing import Literal

import altair as alt

from aiconsol.charts import bars, panels, theme
from aiconsol.language import _
from aiconsol.schema.vocabulary import SEGMENTS, STAGES
from aiconsol.wording import capital, word

Category = Literal["segment", "stage"]
Figure = Literal["money", "rounds"]

FIELDS = {"money": "funding_usd", "rounds": "rounds"}
SHARES = {"money": "money_share", "rounds": "rounds_share"}


def composition_bars(
    markets: tuple[str, ...], category: Category, figure: Figure
) -> alt.VConcatChart:
    """Bars of the dataset ``composition``, a panel and a scale for each market.

    Segments stand in the order of their size, stages in the order in which companies pass them.
    """
    drawn = [_panel(market, category, figure) for market in markets]
    return alt.vconcat(*drawn, spacing=18)


def _panel(market: str, category: Category, figure: Figure) -> alt.LayerChart:
    base = (
        alt.Chart(alt.NamedData(name="composition"))
        .transform_filter(f"datum.market == '{market}'")
        .transform_calculate(
            size=f"datum.{FIELDS[figure]} || 0",
            figure=_label(figure),
            order=_order(category),
            market_name=theme.readers_word((market,), "datum.market"),
            kind=_names(category, "datum.category"),
        )
    )
    drawn = bars.named_bars(
        base,
        "category",
        alt.ColorValue(theme.MARKET_COLOURS[market]),
        _tooltip(),
        names="138",
        figures="104",
        label=_names(category, "datum.label"),
    )
    return panels.market_panel(drawn, market, alt.Step(bars.STEP))


def _order(category: Category) -> str:
    """Least first: minus the size, or the stage's place; what the sources don't name is last."""
    if category == "stage":
        places = [name for name in STAGES if name != "unknown"]
        return f"datum.category == 'unknown' ? 99 : indexof({places}, datum.category)"
    return "-datum.size"


def _label(figure: Figure) -> str:
    """The figure, and its share of the market's whole."""
    share = f"datum.{SHARES[figure]}"
    per_cent = (
        f"{share} > 0 && {share} < 0.005 ? {json.dumps(_('under 1%'))} : format({share}, '.0%')"
    )
    if figure == "rounds":
        return f"format(datum.rounds, ',') + ' · ' + ({per_cent})"
    unknown = json.dumps(_("amount unknown"))
    return (
        f"!isValid(datum.funding_usd) ? {unknown} : {theme.usd_text('datum.funding_usd')}"
        f" + (isValid({share}) ? ' · ' + ({per_cent}) : '')"
    )


def _names(category: Category, of: str) -> str:
    """A Vega expression that turns the register's word into the reader's."""
    names = SEGMENTS if category == "segment" else STAGES
    shown = {name: capital(word(name)) for name in names}
    shown["unknown"] = _("Stage unknown")
    return f"({json.dumps(shown)})[{of}] || {of}"


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("market_name:N", title=_("Market")),
        alt.Tooltip("kind:N", title=_("Kind")),
        alt.Tooltip("funding_usd:Q", title=_("Sum of known amounts"), format=theme.USD_EXACT),
        alt.Tooltip("money_share:Q", title=_("Share of the market's money"), format=".1%"),
        alt.Tooltip("rounds:Q", title=_("Rounds"), format=theme.COUNT),
        alt.Tooltip("rounds_share:Q", title=_("Share of the market's rounds"), format=".1%"),
        alt.Tooltip("known_amounts:Q", title=_("Amounts known"), format=theme.COUNT),
    ]
