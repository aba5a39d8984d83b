"""How certain the amounts are: one bar a market, divided by the basis of the amounts."""

from typing import Literal

import altair as alt

from aiconsol.charts import theme
from aiconsol.language import _
from aiconsol.schema.vocabulary import BASES, KNOWN_BASES

Figure = Literal["rounds", "money"]

BASIS_COLOURS = {
    "confirmed": "#1d7a6c",
    "reported": "#6db3a5",
    "estimated": "#d9bf62",
    "undisclosed": "#a9afb8",
}
SHARES = {"rounds": "rounds_share", "money": "money_share"}
FIELDS = {"rounds": "rounds", "money": "funding_usd"}
STEP = 46
LEGEND_AND_AXIS = 84
NARROWEST = 0.07


def certainty_bars(markets: tuple[str, ...], figure: Figure) -> alt.LayerChart:
    """Bars of the dataset ``certainty``, each market's whole from 0 to 100%."""
    bases = BASES if figure == "rounds" else KNOWN_BASES
    share = SHARES[figure]
    base = (
        alt.Chart(alt.NamedData(name="certainty"))
        .transform_filter(f"datum.{FIELDS[figure]} > 0")
        .transform_calculate(
            place=f"indexof({list(bases)}, datum.amount_basis)",
            name=theme.readers_word(markets, "datum.market"),
            basis=theme.readers_word(bases, "datum.amount_basis"),
        )
        .transform_stack(
            stack=share, groupby=["market"], as_=["from", "to"], sort=[alt.SortField("place")]
        )
        .transform_calculate(middle="(datum.from + datum.to) / 2")
    )
    y = alt.Y(
        "market:N",
        sort=list(markets),
        axis=alt.Axis(
            title=None,
            labelExpr=theme.labels_of(markets),
            labelFontSize=13,
            ticks=False,
            domain=False,
        ),
    )
    scale = alt.Scale(domain=[0, 1], nice=False)
    axis = alt.Axis(title=None, format=theme.SHARE, tickCount=4, labelFlushOffset=-3)
    x = alt.X("from:Q", scale=scale, axis=axis)
    colours = alt.Scale(domain=list(bases), range=[BASIS_COLOURS[name] for name in bases])
    legend = alt.Legend(
        title=None,
        orient="top",
        labelExpr=theme.labels_of(bases),
        columns={"expr": "width < 480 ? 2 : 0"},
    )
    bars = base.mark_bar(height={"band": 0.62}).encode(
        x=x,
        x2="to:Q",
        y=y,
        color=alt.Color("amount_basis:N", scale=colours, legend=legend),
        tooltip=_tooltip(),
    )
    shares = (
        base.transform_filter(f"datum.{share} >= {NARROWEST}")
        .mark_text(fontSize=12, fontWeight=600)
        .encode(
            x=alt.X("middle:Q", scale=scale),
            y=y,
            text=alt.Text(f"{share}:Q", format=theme.SHARE),
            color=_on_colour(),
            tooltip=_tooltip(),
        )
    )
    return alt.LayerChart(layer=[bars, shares], height=STEP * len(markets) + LEGEND_AND_AXIS)


def _on_colour() -> alt.ColorValue:
    """Light on the darkest part, dark on the others."""
    test = {"test": "datum.amount_basis == 'confirmed'", "value": "#ffffff"}
    return alt.ColorValue(condition=test, value="#10201d")


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("name:N", title=_("Market")),
        alt.Tooltip("basis:N", title=_("Basis")),
        alt.Tooltip("rounds:Q", title=_("Rounds"), format=theme.COUNT),
        alt.Tooltip("rounds_share:Q", title=_("Share of the market's rounds"), format=".1%"),
        alt.Tooltip("funding_usd:Q", title=_("Sum of known amounts"), format=theme.USD_EXACT),
        alt.Tooltip("money_share:Q", title=_("Share of the market's money"), format=".1%"),
    ]
