"""Who leads the rounds of each market's companies."""

import json
from typing import Literal

import altair as alt

from aiconsol.charts import bars, panels, theme
from aiconsol.language import _
from aiconsol.schema.vocabulary import INVESTOR_KINDS, MARKETS
from aiconsol.wording import word

Figure = Literal["rounds", "money"]

SIZES = {"rounds": "rounds", "money": "led_usd"}
HUES = [*theme.MARKET_COLOURS.values(), "#c3c8d0"]
KINDS = {name: word(name) for name in INVESTOR_KINDS}
OWN_MARKET = "indexof(['US', 'CN'], datum.country) >= 0"
WIDE = 620


def lead_bars(markets: tuple[str, ...], figure: Figure) -> alt.VConcatChart:
    """Bars of the dataset ``leads``, a panel and a scale a market, hued by the investor's home."""
    return alt.vconcat(*(_panel(market, figure) for market in markets), spacing=18)


def _panel(market: str, figure: Figure) -> alt.LayerChart:
    size = f"datum.{SIZES[figure]}"
    base = (
        alt.Chart(alt.NamedData(name="leads"))
        .transform_filter(f"datum.market == '{market}'")
        .transform_calculate(
            size=f"{size} || 0",
            order=f"-({size} || 0) * 1e4 - datum.rounds",
            home=f"!isValid(datum.country) ? '' : {OWN_MARKET} ? datum.country : 'Other'",
            place=f"!isValid(datum.country) ? {json.dumps(_('home unknown'))}"
            f" : {theme.readers_word(MARKETS[:2], 'datum.country')}",
            sort=f"!isValid(datum.kind) ? {json.dumps(_('kind unknown'))}"
            f" : ({json.dumps(KINDS)})[datum.kind]",
        )
    )
    hue = alt.Color(
        "home:N",
        scale=alt.Scale(domain=[*theme.MARKET_COLOURS, ""], range=HUES),
        legend=None,
    )
    drawn = bars.named_bars(
        base,
        "group",
        hue,
        _tooltip(),
        names=f"(width < {WIDE} ? 128 : 190)",
        figures=f"(width < {WIDE} ? 88 : 300)",
        figure=_figure(figure),
    )
    return panels.companies_panel(drawn, market, alt.Step(bars.STEP))


def _figure(figure: Figure) -> str:
    """The rounds or the money, and where there is room, both and who the investor is."""
    rounds = "format(datum.rounds, ',')"
    one, many = json.dumps(_(" round")), json.dumps(_(" rounds"))
    count = f"{rounds} + (datum.rounds == 1 ? {one} : {many})"
    unknown = json.dumps(_("amount unknown"))
    money = f"(isValid(datum.led_usd) ? {theme.usd_text('datum.led_usd')} : {unknown})"
    first, second = (count, money) if figure == "rounds" else (money, count)
    short = f"{rounds if figure == 'rounds' else money} + ' · ' + datum.place"
    whole = f"{first} + ', ' + {second} + ' · ' + datum.place + ', ' + datum.sort"
    return f"width < {WIDE} ? {short} : {whole}"


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("group:N", title=_("Investor")),
        alt.Tooltip("place:N", title=_("Home")),
        alt.Tooltip("sort:N", title=_("Kind")),
        alt.Tooltip("rounds:Q", title=_("Rounds led"), format=theme.COUNT),
        alt.Tooltip("companies:Q", title=_("Companies"), format=theme.COUNT),
        alt.Tooltip("led_usd:Q", title=_("Their whole known amounts"), format=theme.USD_EXACT),
        alt.Tooltip("known_amounts:Q", title=_("Amounts known"), format=theme.COUNT),
    ]
