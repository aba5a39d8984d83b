"""Capital expenditure by quarter, stacked by company, and what start-ups raised beside it."""

import json

import altair as alt

from aiconsol.charts import panels, theme
from aiconsol.language import _

HEIGHT = 210
HUES = (
    "#4477aa",
    "#ee9944",
    "#66b2a5",
    "#aa5577",
    "#9a8fd0",
    "#88aa44",
    "#b08050",
    "#6fa8dc",
    "#999999",
)
Companies = tuple[tuple[str, tuple[str, ...]], ...]
"""Each market with its companies, those that invested most first."""


def capex_columns(companies: Companies) -> alt.VConcatChart:
    """A panel a market: columns of the dataset ``capex``, lines at the funding of ``together``.

    Columns are pale and dashed above where fewer companies are known than in other quarters.
    """
    drawn = [
        _panel(market, names, is_last=market == companies[-1][0]) for market, names in companies
    ]
    apart = alt.Resolve(
        scale=alt.ScaleResolveMap(x="shared", color="independent"),
        legend=alt.LegendResolveMap(color="independent"),
    )
    return alt.vconcat(*drawn, spacing=16, resolve=apart)


def _panel(market: str, names: tuple[str, ...], *, is_last: bool) -> alt.LayerChart:
    x = theme.panel_time("left:T", labels=is_last)
    y = alt.Y("from:Q", axis=theme.inner_usd_axis(), scale=alt.Scale(zero=True))
    hues = [HUES[place % len(HUES)] for place in range(len(names))]
    legend = alt.Legend(
        title=None,
        orient="top",
        columns={"expr": f"width < 480 ? 3 : {len(names)}"},
        symbolType="square",
    )
    columns = (
        panels.quarters_of("capex", market)
        .transform_calculate(order=f"indexof({list(names)}, datum.company)")
        .transform_stack(
            stack="capex_usd",
            groupby=["quarter"],
            as_=["from", "to"],
            sort=[alt.SortField("order")],
        )
        .mark_bar()
        .encode(
            x=x,
            x2="right:T",
            y=y,
            y2="to:Q",
            color=alt.Color(
                "company:N", scale=alt.Scale(domain=list(names), range=hues), legend=legend
            ),
            opacity=alt.OpacityValue(condition={"test": "datum.is_partial", "value": 0.5}, value=1),
        )
    )
    together = panels.worded(panels.quarters_of("together", market))
    funding = together.mark_rule(strokeWidth=2.5).encode(x=x, x2="right:T", y="funding_usd:Q")
    touch = panels.touch(_worded(together), x, HEIGHT, _tooltip())
    return panels.market_panel([columns, funding, touch], market, HEIGHT)


def _worded(together: alt.Chart) -> alt.Chart:
    unknown = json.dumps(_("not known"))
    rows: alt.Chart = together.transform_calculate(
        ratio_name=f"isValid(datum.ratio) ? format(datum.ratio, '.2~f') + '×' : {unknown}"
    )
    return rows


def _tooltip() -> list[alt.Tooltip]:
    return panels.quarter_tooltip(
        alt.Tooltip("names:N", title=_("Known")),
        alt.Tooltip("capex_usd:Q", title=_("Capital expenditure"), format=theme.USD_EXACT),
        alt.Tooltip("companies:Q", title=_("Companies known"), format=theme.COUNT),
        alt.Tooltip("funding_usd:Q", title=_("Raised by start-ups"), format=theme.USD_EXACT),
        alt.Tooltip("ratio_name:N", title=_("Capital expenditure ÷ raised")),
    )
