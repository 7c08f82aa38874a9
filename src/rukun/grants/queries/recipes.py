"""The wizard: which works it knows, what it asks, and what a first RAB would hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rukun.grants.models import Activity, Price
from rukun.grants.queries import prices
from rukun.parameters import ahsp
from rukun.rules import budget as rules


@dataclass(frozen=True, slots=True)
class Proposed:
    """A line the wizard proposes; `price` None where the list here has none: it is asked, never taken for nothing."""

    code: str
    kind: str
    words: str
    unit: str
    quantity: Decimal
    told: str
    price: int | None
    price_words: str


def known(activity: Activity) -> list[ahsp.Recipe]:
    """Every work, those first whose words stand in the title."""
    return sorted(
        ahsp.recipes(), key=lambda each: -max((_near(activity.title, word) for word in each.words), default=0)
    )


def recipe(key: str) -> ahsp.Recipe | None:
    return next((each for each in ahsp.recipes() if each.key == key), None)


def basis(on: date) -> ahsp.Analyses | None:
    return ahsp.in_force(on)


def proposed(found: ahsp.Recipe, measures: Mapping[str, Decimal], path: str, on: date) -> list[Proposed]:
    listed = basis(on)
    if listed is None:
        return []
    taken = rules.take_off([_part(each, listed) for each in found.parts], measures)
    standard = prices.in_force(path, on)
    held = list(standard.prices.all()) if standard else []
    return [_proposed(each, held) for each in taken]


def _proposed(taken: rules.Taken, held: Sequence[Price]) -> Proposed:
    price = prices.matching(None, taken.words, taken.unit, held) if held else None
    return Proposed(
        taken.code, taken.kind, taken.words, taken.unit, taken.quantity, taken.told[:240],
        price.amount if price else None, price.words if price else "",
    )  # fmt: skip


def _part(part: ahsp.Part, listed: ahsp.Analyses) -> rules.Part:
    volume = tuple(rules.Product(each.times, each.by) for each in part.volume)
    if part.goods is not None:
        thing = _resource(part.goods)
        return rules.Part(volume, "", rules.Work("", thing.words, thing.unit, ((thing, Decimal(1)),)))
    work = listed.works[part.work]
    takes = tuple((_resource(_bought(listed, code)), each) for code, each in _takes(work, listed))
    return rules.Part(volume, f"{part.told} (AHSP {work.code})", rules.Work(work.code, work.words, work.unit, takes))


def _takes(work: ahsp.Analysis, listed: ahsp.Analyses) -> list[tuple[str, Decimal]]:
    """By how much of what is bought: what is counted by m³ there and by kg here comes out as one."""
    return [(code, each * _ratio(listed, code)) for code, each in work.takes.items()]


def _ratio(listed: ahsp.Analyses, code: str) -> Decimal:
    return _bought(listed, code).per if listed.resources[code].same else Decimal(1)


def _bought(listed: ahsp.Analyses, code: str) -> ahsp.Resource:
    found = listed.resources[code]
    return listed.resources[found.same] if found.same else found


def _resource(each: ahsp.Resource) -> rules.Resource:
    kind = next(kind for kind in rules.KINDS if kind == each.kind)
    return rules.Resource(each.code, kind, each.words, each.unit, each.per, each.step)


def _near(title: str, word: str) -> int:
    return len(word) if rules.holds(title, word) else 0
