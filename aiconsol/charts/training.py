"""What models cost to train: a mark a model, and apart from them statements and projections."""

import json
from typing import Any

import altair as alt

from aiconsol.charts import panels, theme
from aiconsol.charts.label_places import placed_names
from aiconsol.charts.links import company_href
from aiconsol.language import _
from aiconsol.queries.training import MODEL, PROJECTION, STATEMENT
from aiconsol.schema.vocabulary import BASES, MARKETS

HEIGHT = 360
APART_HEIGHT = 130
PADDING = 14
LABEL_WIDTHS = {"label_narrow": 250, "label_middle": 620, "label_wide": 1000}
APART = alt.Resolve(scale=alt.ScaleResolveMap(x="shared", shape="independent"))
MARGINS = theme.GUTTER + theme.RIGHT + 2 * PADDING
SHAPES = {"US": "circle", "CN": "square", "Other": "triangle-up"}


def training_scatter(markets: tuple[str, ...], kinds: frozenset[str]) -> alt.VConcatChart:
    """Marks of the dataset ``training`` at ``drawn_on`` and the cost, on a log axis.

    Hollow where the cost is an estimate. Of the ``kinds``, models have one panel, what was
    said of no single model or of models to come another. LABEL_WIDTHS say where names go.
    """
    others = kinds - {MODEL}
    drawn = [_models(markets, is_last=not others)] if MODEL in kinds else []
    drawn += [_said(markets)] if others else []
    return alt.vconcat(*drawn, spacing=16, resolve=APART)


def _models(markets: tuple[str, ...], *, is_last: bool) -> alt.LayerChart:
    base = _rows(f"datum.kind == '{MODEL}'")
    place = _place(markets, is_last=is_last)
    shape = alt.Shape(
        "market:N",
        scale=alt.Scale(domain=list(markets), range=[SHAPES[name] for name in markets]),
        legend=None,
    )
    marks = _marks(base, place, shape)
    names = placed_names(base, "label", f"(width - {MARGINS})", LABEL_WIDTHS)
    named = names.encode(x=place["x"], y=place["y"], href=company_href(), tooltip=_tooltip())
    return panels.named_panel([*marks, named], _("Cost of training one model"), HEIGHT)


def _said(markets: tuple[str, ...]) -> alt.LayerChart:
    base = _rows(f"datum.kind != '{MODEL}'")
    place = _place(markets, is_last=True)
    shape = alt.Shape(
        "kind:N",
        scale=alt.Scale(domain=[STATEMENT, PROJECTION], range=["diamond", "cross"]),
        legend=None,
    )
    names = placed_names(base, "label", f"(width - {MARGINS})", LABEL_WIDTHS)
    named = names.encode(x=place["x"], y=place["y"], tooltip=_tooltip())
    title = _("Statements (diamond), projections (cross)")
    return panels.named_panel([*_marks(base, place, shape), named], title, APART_HEIGHT)


def _rows(condition: str) -> alt.Chart:
    forms = {"day": "%-d %B %Y", "month": "%B %Y"}
    rows: alt.Chart = (
        alt.Chart(alt.NamedData(name="training"))
        .transform_filter(condition)
        .transform_calculate(
            place=theme.readers_word(MARKETS, "datum.market"),
            basis_name=theme.readers_word(BASES, "datum.basis"),
            day=f"utcFormat(datum.as_of, ({json.dumps(forms)})[datum.date_precision] || '%Y')",
            model_name=f"datum.model || {json.dumps(_('no single model'))}",
        )
    )
    return rows


def _place(markets: tuple[str, ...], *, is_last: bool) -> dict[str, Any]:
    across: list[Any] = [theme.GUTTER, {"expr": f"width - {theme.RIGHT}"}]
    scale = alt.Scale(range=across, nice=False, padding=PADDING)
    log = alt.Scale(type="log", nice=False, padding=PADDING)
    return {
        "x": alt.X("drawn_on:T", axis=theme.time_axis(labels=is_last), scale=scale),
        "y": alt.Y("cost_usd:Q", axis=panels.log_axis(), scale=log),
        "color": theme.market_colour(markets, legend=len(markets) > 1),
    }


def _marks(base: alt.Chart, place: dict[str, Any], shape: alt.Shape) -> list[alt.Chart]:
    return [
        base.transform_filter(f"datum.basis {test} 'estimated'")
        .mark_point(filled=filled, size=56, strokeWidth=1.6, opacity=0.85)
        .encode(**place, shape=shape, tooltip=_tooltip(), href=company_href())
        for test, filled in (("!=", True), ("==", False))
    ]


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("company:N", title=_("Developer")),
        alt.Tooltip("model_name:N", title=_("Model")),
        alt.Tooltip("place:N", title=_("Market")),
        alt.Tooltip("day:N", title=_("Date")),
        alt.Tooltip("cost_usd:Q", title=_("Cost of training"), format=theme.USD_EXACT),
        alt.Tooltip("basis_name:N", title=_("Basis")),
        alt.Tooltip("note:N", title=_("Note")),
        alt.Tooltip("source_name:N", title=_("Publisher")),
    ]
