"""What happens to places: they are added, split, merged, renamed, recoded, put elsewhere, closed. By decree, on a day.

Every change writes a new edition, joins old and new by a succession, and is refused when the record would no longer
be sound. Areas are named by id; the new ones come back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.territory.actions import areas
from rukun.territory.models import Area, Edition, Level
from rukun.territory.queries import gazetteer
from rukun.territory.types import Part

NUMBERED = frozenset({Level.RT, Level.RW})


@transaction.atomic
def add(
    *, parent_id: int, level: str, name: str = "", number: str = "", kind: str = "", since: date, basis: str, by: Any
) -> Area:
    """A new place that came of no other. Problems: `territory.parent_unfit`, `territory.number_taken`."""
    parent = areas.locked([parent_id])[parent_id]
    if areas.ORDER[parent.level] >= areas.ORDER[level] or areas.ORDER[level] <= areas.ORDER[Level.DESA]:
        raise Problem("territory.parent_unfit")
    _need_basis(basis)
    _number_is_free(parent_id, level, number, since)
    seed = areas.Seed(parent, level, spoken_name(level, name, number), number, kind=kind)
    [area] = areas.plant([seed], since=since, basis=basis)
    areas.check([area.pk])
    audit.record("territory.added", area, by=by, path=area.path, level=level, since=str(since), basis=basis)
    return area


@transaction.atomic
def split(*, area_id: int, parts: Sequence[Part], goes_on: bool, on: date, basis: str, by: Any) -> list[Area]:
    """One area becomes several. `goes_on`: the old one stays, smaller; else it ends that day.

    Returns the new areas in the order of `parts`; who lives there is carried by the room of people.
    Problems: `territory.too_few_parts`, `territory.children_homeless`, `territory.number_taken`.
    """
    _need_basis(basis)
    if len(parts) + goes_on < 2:
        raise Problem("territory.too_few_parts")
    area = areas.locked([area_id])[area_id]
    before = areas.current(area_id, on=on)
    fresh = areas.plant([_seed_like(before, area, part) for part in parts], since=on, basis=basis)
    for target in ([area] if goes_on else []) + fresh:
        areas.join(area, target, kind="split", on=on, basis=basis)
    _hand_children(area, parts, fresh, on=on, basis=basis)
    _leave(area, goes_on=goes_on, on=on)
    _check_numbers(before.parent_id, area.level, on)
    areas.check([area.pk, *(each.pk for each in fresh)])
    _tell("territory.split", area, by, on, basis, became=[each.pk for each in fresh], goes_on=goes_on)
    return fresh


def _seed_like(before: Edition, area: Area, part: Part) -> areas.Seed:
    name = spoken_name(area.level, part.name, part.number)
    return areas.Seed(before.parent, area.level, name, part.number, kind=before.kind)


def _hand_children(area: Area, parts: Sequence[Part], fresh: Sequence[Area], *, on: date, basis: str) -> None:
    below = {child.pk: child for child in areas.children_of(area.pk, on=on)}
    for part, target in zip(parts, fresh, strict=True):
        for child in part.children:
            if child not in below:
                raise Problem("territory.not_beneath")
            areas.revise(below.pop(child), on=on, basis=basis, parent=target)


def _leave(area: Area, *, goes_on: bool, on: date) -> None:
    """The old area ends, or goes on within borders that nobody has drawn yet."""
    if goes_on:
        areas.end_border([area.pk], on=on)
        return
    homeless = areas.children_of(area.pk, on=on)
    if homeless:
        named = gazetteer.places([child.pk for child in homeless], on=on)
        raise Problem("territory.children_homeless", children=[place.label for place in named.values()])
    areas.end(area, on=on)


@transaction.atomic
def merge(
    *,
    area_ids: Sequence[int],
    into_id: int | None = None,
    name: str = "",
    number: str = "",
    on: date,
    basis: str,
    by: Any,
) -> Area:
    """Several areas become one: one of them (`into_id`), or a new one of that name. Children come along.

    Problems: `territory.too_few_parts`, `territory.levels_differ`, `territory.number_taken`.
    """
    _need_basis(basis)
    held = areas.locked([*area_ids, *([into_id] if into_id else [])])
    if len(held) < 2:
        raise Problem("territory.too_few_parts")
    if len({area.level for area in held.values()}) > 1:
        raise Problem("territory.levels_differ")
    before = {pk: areas.current(pk, on=on) for pk in held}
    first = before[into_id or area_ids[0]]
    target = held[into_id] if into_id else _planted_like(first, Part(name, number), on, basis)
    sources = [area for pk, area in held.items() if pk != target.pk]
    for source in sources:
        for child in areas.children_of(source.pk, on=on):
            areas.revise(child, on=on, basis=basis, parent=target)
        areas.end(source, on=on)
        areas.join(source, target, kind="merge", on=on, basis=basis)
    areas.end_border([target.pk], on=on)
    _check_numbers(first.parent_id, target.level, on)
    areas.check([target.pk, *(source.pk for source in sources)])
    _tell("territory.merged", target, by, on, basis, came_from=[source.pk for source in sources])
    return target


def _planted_like(before: Edition, part: Part, on: date, basis: str) -> Area:
    return areas.plant([_seed_like(before, before.area, part)], since=on, basis=basis)[0]


@transaction.atomic
def rename(*, area_id: int, name: str, number: str | None = None, on: date, basis: str, by: Any) -> Edition:
    """A new name, and where `number` is given a new number. Problems: `territory.nothing_changes`,
    `territory.number_taken`."""
    _need_basis(basis)
    area = areas.locked([area_id])[area_id]
    before = areas.current(area_id, on=on)
    given = before.number if number is None else number
    called = spoken_name(area.level, name, given)
    if (called, given) == (before.name, before.number):
        raise Problem("territory.nothing_changes")
    after = areas.revise(area, on=on, basis=basis, name=called, number=given)
    _check_numbers(after.parent_id, area.level, on)
    areas.check([area_id])
    _tell("territory.renamed", area, by, on, basis)
    return after


@transaction.atomic
def recode(*, area_id: int, code: str, on: date, basis: str, by: Any) -> Edition:
    """A new code from the ministry. Problems: `territory.nothing_changes`, `territory.code_taken`."""
    _need_basis(basis)
    area = areas.locked([area_id])[area_id]
    if areas.current(area_id, on=on).code == code:
        raise Problem("territory.nothing_changes")
    if gazetteer.editions(on=on).filter(code=code).exists():
        raise Problem("territory.code_taken", given=code)
    after = areas.revise(area, on=on, basis=basis, code=code)
    areas.check([area_id])
    _tell("territory.recoded", area, by, on, basis)
    return after


@transaction.atomic
def transfer(*, area_id: int, parent_id: int, on: date, basis: str, by: Any) -> Edition:
    """The area, and all beneath, comes under another parent. Problems: `territory.nothing_changes`,
    `territory.parent_unfit`, `territory.number_taken`."""
    _need_basis(basis)
    held = areas.locked([area_id, parent_id])
    if areas.current(area_id, on=on).parent_id == parent_id:
        raise Problem("territory.nothing_changes")
    after = areas.revise(held[area_id], on=on, basis=basis, parent=held[parent_id])
    _check_numbers(parent_id, held[area_id].level, on)
    areas.check([area_id, parent_id])
    _tell("territory.transferred", held[area_id], by, on, basis, parent=parent_id)
    return after


@transaction.atomic
def close(*, area_id: int, on: date, basis: str, by: Any) -> Area:
    """The area is no more and nothing came of it. Whether someone still lives there is asked by
    people.actions.closings. Problems: `territory.children_homeless`."""
    _need_basis(basis)
    area = areas.locked([area_id])[area_id]
    _leave(area, goes_on=False, on=on)
    areas.check([area_id])
    _tell("territory.closed", area, by, on, basis)
    return area


def spoken_name(level: str, name: str, number: str) -> str:
    """ "Melati", "003" → "RT 003 Melati": what has a number is called by it first."""
    bare = name.strip()
    title = f"{level.upper()} {number}".strip() if level in NUMBERED else ""
    is_called_so = bare.casefold() == level or bare.casefold().startswith(f"{level} ")
    called = bare if is_called_so or not title else f"{title} {bare}".strip()
    if not called:
        raise Problem("territory.name_missing", given="–")
    return called


def _number_is_free(parent_id: int, level: str, number: str, on: date) -> None:
    same = gazetteer.editions(on=on).filter(parent=parent_id, area__level=level, number=number)
    if number and same.exists():
        raise Problem("territory.number_taken", number=number)


def _check_numbers(parent_id: int | None, level: str, on: date) -> None:
    """No two neighbours bear one number."""
    numbers = list(
        gazetteer.editions(on=on)
        .filter(parent=parent_id, area__level=level)
        .exclude(number="")
        .values_list("number", flat=True)
    )
    twice = [number for number in numbers if numbers.count(number) > 1]
    if twice:
        raise Problem("territory.number_taken", number=twice[0])


def _need_basis(basis: str) -> None:
    if not basis.strip():
        raise Problem("territory.basis_missing")


def _tell(verb: str, area: Area, by: Any, on: date, basis: str, **details: Any) -> None:
    audit.record(verb, area, by=by, path=area.path, on=str(on), basis=basis, **details)
