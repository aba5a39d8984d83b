"""How companies end: a row an end, in it a bar a market."""

import json

import altair as alt

from aiconsol.charts import panels, theme
from aiconsol.language import _

NAMES = 138
FIGURES = 104
BAR = 19
GAP = 12


def ends_bars(
    markets: tuple[str, ...], ends: tuple[str, ...], beside: tuple[str, ...]
) -> alt.VConcatChart:
    """Bars of the dataset ``ends``: the shares of the ends, then the counts of what is beside.

    A share of fewer than five ends is written as counts alone.
    """
    share, count = "datum.share || 0", "datum.deals"
    of = json.dumps(_("{deals} of {ends}", deals="{0}", ends="{1}"))
    counts = f"replace(replace({of}, '{{0}}', datum.deals), '{{1}}', datum.ends)"
    per_cent = (
        f"datum.share > 0 && datum.share < 0.005 ? {json.dumps(_('under 1%'))}"
        " : format(datum.share, '.0%')"
    )
    with_share = f"{counts} + (datum.is_thin || !isValid(datum.share) ? '' : ' · ' + ({per_cent}))"
    drawn = [
        _panel(markets, names, size, label, title)
        for names, size, label, title in (
            (ends, share, with_share, _("Share of the ends of each market")),
            (beside, count, "format(datum.deals, ',')", _("Beside them, not summed in")),
        )
        if names
    ]
    return alt.vconcat(*drawn, spacing=18)


def _panel(
    markets: tuple[str, ...], ends: tuple[str, ...], size: str, label: str, title: str
) -> alt.LayerChart:
    base = (
        alt.Chart(alt.NamedData(name="ends"))
        .transform_filter(f"indexof({list(ends)}, datum.end) >= 0")
        .transform_calculate(
            size=size,
            label=label,
            place=f"indexof({list(ends)}, datum.end)",
            kind=theme.readers_word(ends, "datum.end"),
            order=f"indexof({list(markets)}, datum.market)",
            where=theme.readers_word(markets, "datum.market"),
        )
    )
    y = alt.Y(
        "end:N",
        sort=list(ends),
        scale=alt.Scale(domain=list(ends), paddingInner=0.2, paddingOuter=0.05),
        axis=alt.Axis(
            title=None,
            labelExpr=theme.readers_word(ends, "datum.label"),
            labelAlign="left",
            labelPadding=0,
            labelFontSize=12,
            labelLimit=NAMES - 8,
            ticks=False,
            domain=False,
        ),
    )
    across = alt.YOffset("market:N", scale=alt.Scale(domain=list(markets)))
    x = alt.X(
        "size:Q",
        axis=None,
        scale=alt.Scale(range=[NAMES, {"expr": f"width - {FIGURES}"}], zero=True, nice=False),
    )
    legend = theme.market_colour(markets, legend=True)
    bars = base.mark_bar(height={"band": 0.86}).encode(
        x=x, x2=alt.datum(0), y=y, yOffset=across, color=legend, tooltip=_tooltip()
    )
    figures = base.mark_text(align="left", baseline="middle", dx=6, fontSize=12).encode(
        x=x, y=y, yOffset=across, text="label:N", tooltip=_tooltip()
    )
    height = alt.Step(BAR * len(markets) + GAP, **{"for": "position"})
    return panels.named_panel([bars, figures], title, height)


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("where:N", title=_("Market")),
        alt.Tooltip("kind:N", title=_("End")),
        alt.Tooltip("deals:Q", title=_("Deals"), format=theme.COUNT),
        alt.Tooltip("ends:Q", title=_("All ends of the market"), format=theme.COUNT),
        alt.Tooltip("share:Q", title=_("Share of them"), format=".1%"),
        alt.Tooltip("value_usd:Q", title=_("Sum of known values"), format=theme.USD_EXACT),
        alt.Tooltip("known_values:Q", title=_("Values known"), format=theme.COUNT),
    ]
