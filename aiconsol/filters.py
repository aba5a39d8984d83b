"""What the reader has chosen: one frozen value, from the address, onto a frame, into a sentence."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields, replace
from functools import reduce

import narwhals as nw

from aiconsol.dataset import Frame
from aiconsol.language import _
from aiconsol.schema import vocabulary as words
from aiconsol.wording import BILLION, capital, dollars, listed, quarter_name, word

NONE_CHOSEN = ""
"""The value of a parameter whose default the reader has taken away, which means all."""


@dataclass(frozen=True)
class Filters:
    """One selection. An empty tuple means all; ``quarters`` None means the full range.

    Records dated to the year only belong to the full range alone.
    """

    market: tuple[str, ...] = ("US", "CN")
    quarters: tuple[str, str] | None = None
    segment: tuple[str, ...] = ()
    stage: tuple[str, ...] = ()
    kind: tuple[str, ...] = ("equity",)
    basis: str = "estimated"
    giants: str = "with"
    structure: tuple[str, ...] = ()
    acquirer: tuple[str, ...] = ()

    @property
    def shown_markets(self) -> tuple[str, ...]:
        """The markets selected, all where none is named, in the vocabulary's order."""
        return tuple(name for name in words.MARKETS if name in self.market or not self.market)

    def only(self, acting: Collection[str]) -> "Filters":
        """The selection as far as the filters named hold it; the others are at their default."""
        return replace(Filters(), **{name: getattr(self, name) for name in acting})

    def on_rounds(self, rounds: Frame) -> Frame:
        """The rounds selected: market, quarters, segment, stage, kind, basis and giants apply."""
        conditions = [
            *_of_market(self.market),
            *self._within_quarters(),
            *_member("segment", self.segment),
            *_member("stage", self.stage),
            *_member("kind", self.kind),
            *self._certain_enough("amount_basis"),
        ]
        if self.giants == "without":
            conditions.append(~nw.col("is_giant"))
        return _kept(rounds, conditions)

    def on_deals(self, deals: Frame) -> Frame:
        """The deals selected: market and segment are the target's; basis is the value's."""
        conditions = [
            *_of_market(self.market),
            *self._within_quarters(),
            *_member("segment", self.segment),
            *_member("structure", self.structure),
            *_member("acquirer", self.acquirer),
            *self._certain_enough("value_basis"),
        ]
        return _kept(deals, conditions)

    def on_reviews(self, reviews: Frame) -> Frame:
        """The reviews selected: market is the home of any company reviewed; quarters apply."""
        homes = [nw.col(f"has_{name.lower()}_target") for name in self.shown_markets]
        is_home = [] if self.shown_markets == words.MARKETS else [_any(homes)]
        return _kept(reviews, [*is_home, *self._within_quarters()])

    def on_metrics(self, metrics: Frame) -> Frame:
        """The companies' figures selected: market and basis apply."""
        return _kept(metrics, [*_of_market(self.market), *self._certain_enough("basis")])

    def on_companies(self, companies: Frame) -> Frame:
        """The companies selected: market and segment apply."""
        return _kept(companies, [*_of_market(self.market), *_member("segment", self.segment)])

    def of_companies(self) -> "Filters":
        """What of the selection holds for a company whoever it is: kind, basis and giants.

        Market, quarters, segment and stage choose among companies; they change none.
        """
        return Filters(market=(), kind=self.kind, basis=self.basis, giants=self.giants)

    def on_quarters(self, quarters: Frame) -> Frame:
        """The quarters of the calendar that the range includes."""
        return _kept(quarters, self._within_quarters())

    def _within_quarters(self) -> list[nw.Expr]:
        if self.quarters is None:
            return []
        first, last = self.quarters
        chosen = words.QUARTERS[words.QUARTERS.index(first) : words.QUARTERS.index(last) + 1]
        return [nw.col("quarter").is_in(chosen)]

    def _certain_enough(self, column: str) -> list[nw.Expr]:
        if self.basis == words.KNOWN_BASES[-1]:
            return []
        admitted = words.KNOWN_BASES[: words.KNOWN_BASES.index(self.basis) + 1]
        return [nw.col(column).is_in([*admitted, "undisclosed"]) | nw.col(column).is_null()]

    def sentence(self, quarters: Sequence[str], acting: Collection[str]) -> str:
        """The selection in words: market, quarters, and what else of the filters named narrows it.

        ``quarters`` is the calendar that a full range stands for.
        """
        first, last = self.quarters or (quarters[0], quarters[-1])
        parts = [
            listed([word(name) for name in self.market or words.MARKETS]),
            _("{first} to {last}", first=quarter_name(first), last=quarter_name(last))
            if first != last
            else quarter_name(first),
            *(said for name, said in self._narrowed().items() if said and name in acting),
        ]
        return capital(", ".join(parts))

    def _narrowed(self) -> dict[str, str]:
        """What each filter says, in the order of the sentence; empty where it narrows nothing."""
        kinds = listed([word(kind) for kind in self.kind or words.KINDS])
        segments = listed([word(name) for name in self.segment])
        certain = {
            "confirmed": _("confirmed amounts only"),
            "reported": _("confirmed and reported amounts"),
        }
        giants = _("without rounds of {amount} or more", amount=dollars(BILLION))
        return {
            "kind": _("{kinds} rounds", kinds=kinds),
            "stage": _("stage {names}", names=_either(self.stage)) if self.stage else "",
            "segment": _("{names} only", names=segments) if self.segment else "",
            "giants": giants if self.giants == "without" else "",
            "basis": certain.get(self.basis, ""),
            "structure": _("deals: {names}", names=_either(self.structure))
            if self.structure
            else "",
            "acquirer": _("bought by {names}", names=_either(self.acquirer))
            if self.acquirer
            else "",
        }

    def parameters(self) -> dict[str, list[str]]:
        """The selection as address parameters; what is at its default is left out."""
        default = Filters()
        return {
            field.name: _as_list(getattr(self, field.name))
            for field in fields(self)
            if getattr(self, field.name) != getattr(default, field.name)
        }

    def file_words(self) -> str:
        """The selection for a file's name: US-CN_2022Q1-2026Q2_without-giants."""
        parts = ["-".join(self.market) or "all-markets"]
        if self.quarters:
            parts.append("-".join(dict.fromkeys(self.quarters)))
        if self.kind != Filters.kind:
            parts.append("-".join(self.kind) or "all-kinds")
        parts += ["-".join(names) for names in (self.segment, self.stage, self.structure) if names]
        parts += ["one-acquirer"] if len(self.acquirer) == 1 else []
        parts += ["some-acquirers"] if len(self.acquirer) > 1 else []
        parts += [f"basis-{self.basis}"] if self.basis != Filters.basis else []
        parts += ["without-giants"] if self.giants == "without" else []
        return "_".join(parts)


EVERY_FILTER = tuple(field.name for field in fields(Filters))


def _member(column: str, chosen: tuple[str, ...]) -> list[nw.Expr]:
    return [nw.col(column).is_in(chosen)] if chosen else []


def _any(flags: Sequence[nw.Expr]) -> nw.Expr:
    return nw.any_horizontal(*flags, ignore_nulls=True)


def _of_market(chosen: tuple[str, ...]) -> list[nw.Expr]:
    """All markets together also admit a record whose market is unknown."""
    return [] if set(chosen) == set(words.MARKETS) else _member("market", chosen)


def _kept(frame: Frame, conditions: list[nw.Expr]) -> Frame:
    return reduce(lambda kept, condition: kept.filter(condition), conditions, frame)


def _either(names: Sequence[str]) -> str:
    return _("{names}", names=", ".join(word(name) for name in names))


def _as_list(value: object) -> list[str]:
    return list(map(str, value)) or [NONE_CHOSEN] if isinstance(value, tuple) else [str(value)]
