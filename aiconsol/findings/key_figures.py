"""The key figures: each a value of the last complete quarter, its change, and its course."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import polars as pl

from aiconsol.language import _, plural
from aiconsol.wording import dollars, percent, quarter_name, times

YEAR = 4
FEW_EVENTS = 5
UNKNOWN = "–"
TREBLED = 3

Course = list[float | None]
Form = Callable[[float], str]


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
    complete = funding.filter(~pl.col("is_preliminary"))
    quarters = [str(name) for name in complete["quarter"].unique(maintain_order=True)]
    if not quarters:
        return []
    known = complete.filter((pl.col("known_amounts") > 0) | (pl.col("rounds") == 0))
    us, china = (
        _course(known.filter(pl.col("market") == market), quarters, "funding_usd")
        for market in ("US", "CN")
    )
    reverse = events.filter(pl.col("structure") == "reverse_acquihire")
    return [
        _money(_("US funding"), us, quarters),
        _money(_("China funding"), china, quarters),
        _ratio(us, china, quarters),
        _rounds(_course(complete, quarters, "rounds"), quarters),
        _share_of_five(largest, quarters),
        _events(_course(events, quarters, "events"), quarters),
        _alternative_share(
            _course(reverse, quarters, "events"), _course(events, quarters, "events"), quarters
        ),
    ]


def _course(rows: pl.DataFrame, quarters: Sequence[str], column: str) -> Course:
    """The column's sum in each quarter; null where no row stands for it."""
    named = rows.group_by(pl.col("quarter").cast(pl.String)).agg(pl.col(column).sum())
    sums = dict(named.iter_rows())
    return [float(sums[name]) if name in sums else None for name in quarters]


def _money(label: str, course: Course, quarters: Sequence[str]) -> KeyFigure:
    quarter = quarter_name(quarters[-1])
    if not any(value is not None for value in course):
        return KeyFigure(label, UNKNOWN, "", _("Not in this selection"))
    if course[-1] is None:
        return KeyFigure(label, UNKNOWN, "", _("No known amount, {quarter}", quarter=quarter))
    return KeyFigure(
        label,
        dollars(course[-1]),
        _growth(course, quarters),
        _("Known amounts of the rounds selected, {quarter}", quarter=quarter),
        tuple(course),
    )


def _ratio(us: Course, china: Course, quarters: Sequence[str]) -> KeyFigure:
    course = [
        above / below if above and below else None for above, below in zip(us, china, strict=True)
    ]
    return KeyFigure(
        _("US to China"),
        _shown(course[-1], times),
        _before(course, quarters, times),
        _("Funding of the US ÷ funding of China, {quarter}", quarter=quarter_name(quarters[-1])),
        tuple(course),
    )


def _rounds(course: Course, quarters: Sequence[str]) -> KeyFigure:
    return KeyFigure(
        _("Rounds"),
        _shown(course[-1], _count),
        _growth(course, quarters),
        _("Announced in {quarter}, amount known or not", quarter=quarter_name(quarters[-1])),
        tuple(course),
    )


def _share_of_five(largest: pl.DataFrame, quarters: Sequence[str]) -> KeyFigure:
    share = pl.col("largest_usd") / pl.col("funding_usd")
    shares = dict(largest.select(pl.col("quarter").cast(pl.String), share).iter_rows())
    course = [shares.get(name) for name in quarters]
    return KeyFigure(
        _("Five largest rounds"),
        _shown(course[-1], percent),
        _before(course, quarters, percent),
        _("Their share of the funding of {quarter}", quarter=quarter_name(quarters[-1])),
        tuple(course),
    )


def _events(course: Course, quarters: Sequence[str]) -> KeyFigure:
    return KeyFigure(
        _("Consolidation events"),
        _shown(course[-1], _count),
        _before(course, quarters, _count),
        _("Bought, merged or hollowed out in {quarter}", quarter=quarter_name(quarters[-1])),
        tuple(course),
    )


def _alternative_share(reverse: Course, events: Course, quarters: Sequence[str]) -> KeyFigure:
    """Over four quarters, since events are few; null where fewer than five stand behind it."""
    rolled = [
        (_last_four(reverse, end), _last_four(events, end)) for end in range(1, len(events) + 1)
    ]
    course = [
        part / total if end >= YEAR and total >= FEW_EVENTS else None
        for end, (part, total) in enumerate(rolled, start=1)
    ]
    part, total = rolled[-1]
    span = {"part": _count(part), "first": quarter_name(quarters[-YEAR:][0])}
    return KeyFigure(
        _("Alternative share"),
        _shown(course[-1], percent),
        _before(course, quarters, percent),
        plural(
            "{part} reverse acquihires ÷ {count} event, {first} to {last}",
            "{part} reverse acquihires ÷ {count} events, {first} to {last}",
            int(total),
            last=quarter_name(quarters[-1]),
            **span,
        ),
        tuple(course),
    )


def _last_four(course: Course, end: int) -> float:
    return sum(value or 0 for value in course[max(0, end - YEAR) : end])


def _count(number: float) -> str:
    return f"{number:,.0f}"


def _shown(value: float | None, form: Form) -> str:
    return UNKNOWN if value is None else form(value)


def _before(course: Course, quarters: Sequence[str], form: Form) -> str:
    """The quarter before, in words; empty where it is unknown."""
    if len(course) <= 1 or course[-2] is None:
        return ""
    before = quarter_name(quarters[-2])
    return _("{value} in {quarter}", value=form(course[-2]), quarter=before)


def _growth(course: Course, quarters: Sequence[str]) -> str:
    """The change against the quarter before, in per cent; a multiple where it more than trebled."""
    if len(course) <= 1 or not course[-2] or course[-1] is None:
        return ""
    growth = course[-1] / course[-2]
    before = quarter_name(quarters[-2])
    if growth > TREBLED:
        return _("{ratio} that of {quarter}", ratio=times(growth), quarter=before)
    change = f"{growth - 1:+.0%}".replace("-", "−")
    return _("{change} on {quarter}", change=change, quarter=before)
