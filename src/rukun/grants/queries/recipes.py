"""The wizard: which works it knows, what it asks, and what a first RAB would hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from rukun.grants.models import Activity, AnalysisList, Coefficient, Price
from rukun.grants.queries import prices
from rukun.parameters import ahsp
from rukun.rules import budget as rules

BROUGHT, VOLUME = "ahsp:", "volume"
COUNTED = frozenset({"buah", "unit", "batang", "lembar", "set", "titik", "zak"})
"""Units of which nobody buys a part."""


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


@dataclass(frozen=True, slots=True)
class Asked:
    """A work with its questions and what it is made of. `doubtful`: what its list tells with a comma lost."""

    key: str
    label: str
    asks: Mapping[str, str]
    parts: tuple[rules.Part, ...]
    basis: str
    doubtful: tuple[Coefficient, ...] = ()


def known(activity: Activity) -> list[ahsp.Recipe]:
    """Every work, those first whose words stand in the title."""
    return sorted(
        ahsp.recipes(), key=lambda each: -max((_near(activity.title, word) for word in each.words), default=0)
    )


def recipe(key: str, path: str, on: date) -> Asked | None:
    """A work by its key: one of ours, or one of the list of AHSP that was brought for a place."""
    if key.startswith(BROUGHT):
        return _brought(key, prices.analyses(path).first(), basis(on))
    listed, found = basis(on), next((each for each in ahsp.recipes() if each.key == key), None)
    if listed is None or found is None:
        return None
    return Asked(key, found.label, found.asks, tuple(_part(each, listed) for each in found.parts), listed.title)


def basis(on: date) -> ahsp.Analyses | None:
    return ahsp.in_force(on)


def proposed(asked: Asked, measures: Mapping[str, Decimal], path: str, on: date) -> list[Proposed]:
    taken = rules.take_off(asked.parts, measures)
    standard = prices.in_force(path, on)
    held = list(standard.prices.all()) if standard else []
    return [_proposed(each, held) for each in taken]


def _brought(key: str, listed: AnalysisList | None, ours: ahsp.Analyses | None) -> Asked | None:
    code = key.removeprefix(BROUGHT)
    rows = list(listed.coefficients.filter(work_code=code).order_by("pk")) if listed else []
    if listed is None or not rows:
        return None
    doubtful = tuple(each for each in rows if prices.looks_wrong(each))
    takes = tuple(_taken(each, ours) for each in rows if each not in doubtful)
    work = rules.Work(code, rows[0].work_words, _("satuan"), takes)
    part = rules.Part((rules.Product(Decimal(1), (VOLUME,)),), f"AHSP {code}:", work)
    asks = {VOLUME: gettext_noop("Berapa kali pekerjaan di atas")}
    return Asked(key, prices.short(rows[0].work_words), asks, (part,), listed.title, doubtful)


def _taken(row: Coefficient, ours: ahsp.Analyses | None) -> tuple[rules.Resource, Decimal]:
    """As it is bought, where we know that of the same thing under the same code; else as the list has it."""
    held = ours.resources.get(row.code) if ours else None
    if ours and held and _is_same(held, row):
        return _resource(_bought(ours, row.code)), row.quantity * _ratio(ours, row.code)
    measured = prices.folded(row.unit)
    unit = "HOK" if measured == "hok" else row.unit[:20]
    step = Decimal("0.5") if measured == "hok" else Decimal(1) if measured in COUNTED else Decimal("0.01")
    return rules.Resource(row.code, _kind(row.kind), row.words[:160], unit, step=step), row.quantity


def _is_same(held: ahsp.Resource, row: Coefficient) -> bool:
    first = held.words.casefold().partition(" ")[0]
    return first in row.words.casefold() and prices.folded(held.of or held.unit) == prices.folded(row.unit)


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
    return rules.Resource(each.code, _kind(each.kind), each.words, each.unit, each.per, each.step)


def _kind(text: str) -> rules.LineKind:
    return next(kind for kind in rules.KINDS if kind == text)


def _near(title: str, word: str) -> int:
    return len(word) if rules.holds(title, word) else 0
