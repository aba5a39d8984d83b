"""The key figures: each a value of the last complete quarter, its change, and its course."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from aiconsol.language import _, plural
from aiconsol.wording import dollars, percent, quarter_name, times

YEAR = 4
FEW_EVENTS = 5
UNKNOWN = "–"


@dataclass(frozen=True)
class KeyFigure:
    """One figure. ``course`` is its value in every complete quarter shown, null where unknown."""

    label: str
    value: str
    change: str
    explanation: str
    course: tuple[float | None, ...] = ()


def key_figures(
    funding: pl.DataFrame, largest: pl.DataFrame, events: pl.DataFrame
) -> list[KeyFigure]:
    """The seven figures from the answers of the queries that the page's charts are drawn from.

    ``funding`` is funding_by_quarter, ``largest`` five_largest_by_quarter, ``events``
    events_by_quarter. Empty where the selection holds no complete quarter.
    """
    quarters = _complete(funding)
    if not quarters:
        return []
    us, china = (_course(funding, quarters, "funding_usd", market) for market in ("US", "CN"))
    ratio = [_ratio(above, below) for above, below in zip(us, china, strict=True)]
    rounds = _course(funding, quarters, "rounds")
    counted = _course(events, quarters, "events")
    reverse = _course(events.filter(pl.col("structure") == "reverse_acquihire"), quarters, "events")
    top = dict(
        largest.with_columns(pl.col("quarter").cast(pl.String))
        .select("quarter", pl.col("largest_usd") / pl.col("funding_usd"))
        .iter_rows()
    )
    quarter = quarter_name(quarters[-1])
    return [
        _money(_("US funding"), us, quarters),
        _money(_("China funding"), china, quarters),
        KeyFigure(
            _("US to China"),
            _shown(ratio[-1], times),
            _before(ratio, quarters, times),
            _("Funding of the US ÷ funding of China, {quarter}", quarter=quarter),
            tuple(ratio),
        ),
        KeyFigure(
            _("Rounds"),
            _shown(rounds[-1], "{:,.0f}".format),
            _percent_change(rounds, quarters),
            _("Rounds announced in {quarter}, amount known or not", quarter=quarter),
            tuple(rounds),
        ),
        _share_of_five(quarters, [top.get(name) for name in quarters]),
        KeyFigure(
            _("Consolidation events"),
            _shown(counted[-1], "{:,.0f}".format),
            _before(counted, quarters, "{:,.0f}".format),
            _("Bought, merged or hollowed out in {quarter}", quarter=quarter),
            tuple(counted),
        ),
        _alternative_share(quarters, counted, reverse),
    ]


def _complete(funding: pl.DataFrame) -> list[str]:
    complete = funding.filter(~pl.col("is_preliminary"))
    return [str(name) for name in complete["quarter"].unique(maintain_order=True)]


def _course(
    frame: pl.DataFrame, quarters: Sequence[str], column: str, market: str | None = None
) -> list[float | None]:
    """The column's sum in each quarter; null where the market isn't in the selection."""
    rows = frame if market is None else frame.filter(pl.col("market") == market)
    sums = dict(
        rows.group_by(pl.col("quarter").cast(pl.String)).agg(pl.col(column).sum()).iter_rows()
    )
    return [float(sums[name]) if name in sums else None for name in quarters]


def _ratio(above: float | None, below: float | None) -> float | None:
    return above / below if above and below else None


def _money(label: str, course: list[float | None], quarters: Sequence[str]) -> KeyFigure:
    quarter = quarter_name(quarters[-1])
    note = _("Known amounts of the rounds selected, {quarter}", quarter=quarter)
    if course[-1] is None:
        return KeyFigure(label, UNKNOWN, "", _("Not in this selection of markets"))
    return KeyFigure(
        label, dollars(course[-1]), _percent_change(course, quarters), note, tuple(course)
    )


def _share_of_five(quarters: Sequence[str], course: list[float | None]) -> KeyFigure:
    quarter = quarter_name(quarters[-1])
    return KeyFigure(
        _("Five largest rounds"),
        _shown(course[-1], percent),
        _before(course, quarters, percent),
        _("Their share of the funding of {quarter}", quarter=quarter),
        tuple(course),
    )


def _alternative_share(
    quarters: Sequence[str], counted: list[float | None], reverse: list[float | None]
) -> KeyFigure:
    total = sum(count or 0 for count in counted[-YEAR:])
    alternative = sum(count or 0 for count in reverse[-YEAR:])
    enough = total >= FEW_EVENTS
    course = [
        _rolling(reverse, counted, end) if end >= YEAR else None
        for end in range(1, len(counted) + 1)
    ]
    return KeyFigure(
        _("Alternative share"),
        percent(alternative / total) if enough else UNKNOWN,
        _before(course, quarters, percent) if enough else _("fewer than five events"),
        plural(
            "{alternative} reverse acquihire(s) of {count} event, four quarters to {quarter}",
            "{alternative} reverse acquihire(s) of {count} events, four quarters to {quarter}",
            int(total),
            alternative=int(alternative),
            quarter=quarter_name(quarters[-1]),
        ),
        tuple(course),
    )


def _rolling(above: list[float | None], below: list[float | None], end: int) -> float | None:
    events = sum(count or 0 for count in below[end - YEAR : end])
    part = sum(count or 0 for count in above[end - YEAR : end])
    return part / events if events >= FEW_EVENTS else None


def _shown(value: float | None, form: "type[str] | object") -> str:
    return UNKNOWN if value is None else str(form(value))  # type: ignore[operator]


def _before(course: list[float | None], quarters: Sequence[str], form: object) -> str:
    """The quarter before, in words; empty where there is none."""
    if len(course) <= 1 or course[-2] is None:
        return ""
    return _(
        "{value} in {quarter}",
        value=_shown(course[-2], form),
        quarter=quarter_name(quarters[-2]),
    )


def _percent_change(course: list[float | None], quarters: Sequence[str]) -> str:
    """The change against the quarter before, in per cent; a multiple where it more than trebled."""
    if len(course) <= 1 or not course[-2] or course[-1] is None:
        return ""
    growth = course[-1] / course[-2]
    before = quarter_name(quarters[-2])
    if growth > 3:  # noqa: PLR2004 a multiple reads better than +200%
        return _("{ratio} {quarter}", ratio=times(growth), quarter=before)
    change = f"{growth - 1:+.0%}".replace("-", "−")
    return _("{change} on {quarter}", change=change, quarter=before)
