"""Listings beside takeovers by year, a panel a market."""

import altair as alt

from aiconsol.charts import panels, theme
from aiconsol.language import _
from aiconsol.queries.ends import CLOSED, LISTED, TAKEN
from aiconsol.wording import capital, word

HEIGHT = 150
OWN_SCALE = alt.Resolve(scale=alt.ScaleResolveMap(x="shared", y="independent"))
HUES = {
    TAKEN: theme.STRUCTURE_COLOURS["acquisition"],
    LISTED: theme.STRUCTURE_COLOURS["ipo"],
    CLOSED: theme.STRUCTURE_COLOURS["shutdown"],
}


def exit_years(markets: tuple[str, ...]) -> alt.VConcatChart:
    """Columns of the dataset ``exits`` by year and end, counted, each market on its own scale."""
    drawn = [
        _panel(market, is_first=market == markets[0], is_last=market == markets[-1])
        for market in markets
    ]
    return alt.vconcat(*drawn, spacing=14, resolve=OWN_SCALE)


def _panel(market: str, *, is_first: bool, is_last: bool) -> alt.LayerChart:
    base = (
        alt.Chart(alt.NamedData(name="exits"))
        .transform_filter(f"datum.market == '{market}'")
        .transform_calculate(end_name=theme.readers_word(tuple(HUES), "datum.end"))
    )
    x = alt.X(
        "year:O",
        scale=alt.Scale(
            range=[theme.GUTTER, {"expr": f"width - {theme.RIGHT}"}], paddingInner=0.25
        ),
        axis=alt.Axis(title=None, labels=is_last, labelAngle=0, labelOverlap=True, ticks=False),
    )
    side = alt.XOffset("end:N", scale=alt.Scale(domain=list(HUES)))
    y = alt.Y("deals:Q", axis=theme.inner_count_axis(), scale=alt.Scale(zero=True))
    legend = alt.Legend(
        title=None,
        orient="top",
        labelExpr=theme.labels_of(tuple(HUES)),
        columns={"expr": "width < 480 ? 1 : 3"},
    )
    hue = alt.Color(
        "end:N",
        scale=alt.Scale(domain=list(HUES), range=list(HUES.values())),
        legend=legend if is_first else None,
    )
    columns = base.mark_bar().encode(
        x=x,
        xOffset=side,
        y=y,
        color=hue,
        opacity=theme.preliminary_opacity(),
        tooltip=_tooltip(),
    )
    counts = (
        base.transform_filter("datum.deals > 0")
        .mark_text(dy=-7, fontSize=11)
        .encode(x=x, xOffset=side, y=y, text="deals:Q", tooltip=_tooltip())
    )
    return panels.named_panel(
        [columns, counts], capital(word(market)), HEIGHT, theme.MARKET_COLOURS[market]
    )


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("year:N", title=_("Year")),
        alt.Tooltip("end_name:N", title=_("End")),
        alt.Tooltip("deals:Q", title=_("Companies"), format=theme.COUNT),
        alt.Tooltip("names:N", title=_("Which")),
    ]
