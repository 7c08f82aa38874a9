"""Holds a RAB against what a juknis says and what things cost here. What nobody said is a reason too: unknown.

>>> wage = Item(1, "wage", "grant", "Pekerja", "HOK", Decimal(10), 110_000, standard=100_000)
>>> [(each.code, each.outcome.value) for each in check([wage], Limits(planned=1_000_000))]
[('over_plan', 'broken'), ('above_standard', 'look'), ('wages_unknown', 'unknown')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from rukun.rules.budget.sums import percent, totals
from rukun.rules.budget.values import Item, Outcome, Reason
from rukun.rules.budget.words import holds

_ORDER = list(Outcome)
MONTHS = ("bulan", "bln", "ob")


@dataclass(frozen=True, slots=True)
class Cap:
    """The most for items of a `kind` (all when empty) whose words hold one of `words` (all when empty): rupiah per
    line, unit, month or year. `used`: what other activities already take of a year's cap. `most` None: not known."""

    label: str
    most: int | None
    per: Literal["line", "unit", "month", "year"] = "year"
    kind: str = ""
    words: tuple[str, ...] = ()
    used: int = 0
    article: str = ""


@dataclass(frozen=True, slots=True)
class Honorarium:
    office: str
    a_month: int | None
    article: str = ""


@dataclass(frozen=True, slots=True)
class Threshold:
    """A purchase up to `at_most` (None: above all others) goes this way, with these papers."""

    at_most: int | None
    way: str
    papers: tuple[str, ...] = ()
    article: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """All that is held against one RAB. `planned`: what the plan gives it; `wages`: the least per cent for wages;
    `moved`: rupiah of wages residents gave back that left their line for another, `keeps_moved`: whether the juknis
    allows that, so that they still count as wages; `has_prices`: whether a price standard stands here."""

    planned: int
    wages: Decimal | None = None
    wages_article: str = ""
    moved: int = 0
    keeps_moved: bool = False
    caps: tuple[Cap, ...] = ()
    honoraria: tuple[Honorarium, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    has_prices: bool = True


def check(items: Iterable[Item], limits: Limits) -> tuple[Reason, ...]:
    """Every reason there is, the gravest first."""
    held = list(items)
    paid = [each for each in held if each.funding == "grant"]
    found = [*_plan(paid, limits), *_prices(held, limits), *_wages(paid, limits), *_fees(paid, limits)]
    for cap in limits.caps:
        found += _cap(paid, cap)
    found += [reason for each in paid for reason in _purchase(each, limits.thresholds)]
    return tuple(sorted(found, key=lambda reason: -_ORDER.index(reason.outcome)))


def _plan(paid: Sequence[Item], limits: Limits) -> Iterator[Reason]:
    total = totals(paid).grant
    told = (("total", total), ("planned", limits.planned), ("by", abs(limits.planned - total)))
    if total > limits.planned:
        yield Reason("over_plan", Outcome.BROKEN, details=told)
    elif total < limits.planned and paid:
        yield Reason("plan_left", Outcome.KEPT, details=told)


def _prices(items: Sequence[Item], limits: Limits) -> Iterator[Reason]:
    if not limits.has_prices and items:
        yield Reason("no_prices", Outcome.UNKNOWN)
    for each in items:
        if each.standard is None:
            if limits.has_prices:
                yield Reason("no_standard", Outcome.UNKNOWN, each.number, details=(("words", each.words),))
        elif (by := each.unit_price - each.standard) != 0:
            told = (("words", each.words), ("percent", percent(abs(by), each.standard)), ("standard", each.standard))
            code, outcome = ("above_standard", Outcome.LOOK) if by > 0 else ("below_standard", Outcome.KEPT)
            yield Reason(code, outcome, each.number, details=told)


def _wages(paid: Sequence[Item], limits: Limits) -> Iterator[Reason]:
    """Asked of works only: of a RAB that pays somebody's day."""
    found = totals(paid)
    wages = found.by_kind["wage"] + (limits.moved if limits.keeps_moved else 0)
    if not wages:
        return
    told = (("share", percent(wages, found.grant)), ("least", limits.wages))
    if limits.wages is None:
        yield Reason("wages_unknown", Outcome.UNKNOWN, details=told)
    else:
        is_kept = wages * 100 >= limits.wages * found.grant
        code, outcome = ("wages_kept", Outcome.KEPT) if is_kept else ("wages_low", Outcome.BROKEN)
        yield Reason(code, outcome, article=limits.wages_article, details=told)
    yield from _moved(limits)


def _moved(limits: Limits) -> Iterator[Reason]:
    if limits.moved:
        code, outcome = "wages_moved", Outcome.KEPT
        if not limits.keeps_moved:
            code, outcome = "wages_moved_unknown", Outcome.UNKNOWN
        yield Reason(code, outcome, article=limits.wages_article, details=(("moved", limits.moved),))


def _fees(paid: Sequence[Item], limits: Limits) -> Iterator[Reason]:
    for each in (item for item in paid if item.kind == "fee"):
        for rule in (rule for rule in limits.honoraria if holds(each.words, rule.office)):
            told = (("words", each.words), ("office", rule.office), ("most", rule.a_month))
            if rule.a_month is None:
                yield Reason("fee_unknown", Outcome.UNKNOWN, each.number, rule.article, told)
            elif each.unit_price > rule.a_month:
                yield Reason("fee_high", Outcome.BROKEN, each.number, rule.article, told)


def _cap(paid: Sequence[Item], cap: Cap) -> Iterator[Reason]:
    meant = [each for each in paid if _is_meant(each, cap)]
    if not meant:
        return
    if cap.most is None:
        yield Reason("cap_unknown", Outcome.UNKNOWN, article=cap.article, details=(("label", cap.label),))
    elif cap.per == "year":
        yield from _over(cap, sum(each.amount for each in meant) + cap.used, None)
    else:
        for each in meant:
            yield from _over(cap, each.amount if cap.per == "line" else each.unit_price, each.number)


def _is_meant(item: Item, cap: Cap) -> bool:
    if cap.per == "month" and item.unit.casefold() not in MONTHS:
        return False
    return cap.kind in ("", item.kind) and (not cap.words or any(holds(item.words, word) for word in cap.words))


def _over(cap: Cap, amount: int, item: int | None) -> Iterator[Reason]:
    if cap.most is not None and amount > cap.most:
        told = (("label", cap.label), ("amount", amount), ("most", cap.most))
        yield Reason("over_cap", Outcome.BROKEN, item, cap.article, told)


def _purchase(item: Item, thresholds: Sequence[Threshold]) -> Iterator[Reason]:
    if item.kind not in ("material", "equipment") or not thresholds:
        return
    ordered = sorted(thresholds, key=lambda each: (each.at_most is None, each.at_most or 0))
    fitting = next((each for each in ordered if each.at_most is None or item.amount <= each.at_most), None)
    if fitting is None:
        yield Reason("purchase_unknown", Outcome.UNKNOWN, item.number, details=(("words", item.words),))
    elif fitting is not ordered[0]:
        told = (("words", item.words), ("way", fitting.way), ("papers", ", ".join(fitting.papers)))
        yield Reason("purchase_way", Outcome.LOOK, item.number, fitting.article, told)
