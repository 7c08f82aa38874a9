"""The four strokes every change is made of: plant, revise, end, join. Each keeps what was; nothing is edited.

Used by the other actions of this room, inside their transactions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import F, Q, Value
from django.db.models.functions import Concat, Substr

from rukun.kit.problems import Problem
from rukun.rules import lineage
from rukun.territory.facts.lineage import edition_values, succession_values
from rukun.territory.models import Area, Boundary, Edition, Level, Succession
from rukun.territory.queries import gazetteer

BATCH = 1000
ORDER = {level: place for place, level in enumerate(Level.values)}
RENAMING = frozenset({"name", "number", "kind"})


@dataclass(frozen=True, slots=True)
class Seed:
    """A place to be. `parent` is None for the kabupaten alone."""

    parent: Area | None
    level: str
    name: str
    number: str = ""
    code: str = ""
    kind: str = ""
    since: date | None = None
    basis: str = ""


def plant(seeds: Sequence[Seed], *, since: date, basis: str) -> list[Area]:
    """New areas with their first edition, in the order of the seeds. All parents must exist already."""
    ids = _fresh_ids(len(seeds))
    areas = [
        Area(id=pk, level=seed.level, path=f"{seed.parent.path if seed.parent else ''}{pk}.")
        for pk, seed in zip(ids, seeds, strict=True)
    ]
    editions = [_first_edition(area, seed, since, basis) for area, seed in zip(areas, seeds, strict=True)]
    Area.objects.bulk_create(areas, batch_size=BATCH)
    Edition.objects.bulk_create(editions, batch_size=BATCH)
    return areas


def _first_edition(area: Area, seed: Seed, since: date, basis: str) -> Edition:
    return Edition(
        area=area,
        parent=seed.parent,
        kind=seed.kind or seed.level,
        name=seed.name,
        code=seed.code,
        number=seed.number,
        since=seed.since or since,
        basis=seed.basis or basis,
        path=area.path,
    )


def _fresh_ids(count: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select nextval(pg_get_serial_sequence('territory_area', 'id')) from generate_series(1, %s)", [count]
        )
        return [pk for (pk,) in cursor.fetchall()]


def locked(area_ids: Iterable[int]) -> dict[int, Area]:
    """The areas, held until the transaction ends. Raises Problem `territory.unknown`."""
    wanted = set(area_ids)
    found = {area.pk: area for area in Area.objects.select_for_update().filter(pk__in=wanted).order_by("pk")}
    if wanted - found.keys():
        raise Problem("territory.unknown")
    return found


def current(area_id: int, *, on: date) -> Edition:
    """The edition a change of that day may close: the last one, still open, begun before.

    Raises Problem `territory.unknown`, `territory.ended`, `territory.too_early`.
    """
    last = Edition.objects.filter(area=area_id).order_by("-since").first()
    if last is None:
        raise Problem("territory.unknown")
    if last.until is not None:
        raise Problem("territory.ended", name=gazetteer.label(last), until=last.until)
    if last.since >= on:
        raise Problem("territory.too_early", name=gazetteer.label(last), since=last.since, on=on)
    return last


def revise(area: Area, *, on: date, basis: str, **changed: Any) -> Edition:
    """Closes the open edition and opens the next, with what changed; writes why. Raises as `current` does."""
    before = current(area.pk, on=on)
    parent = changed.get("parent")
    if parent is not None and parent.pk != before.parent_id:
        _move(area, parent)
    _close(before, on)
    held = {name: getattr(before, name) for name in ("parent", "kind", "name", "code", "number")}
    after = Edition.objects.create(area=area, since=on, basis=basis, path=area.path, **held | changed)
    for kind in _kinds(before, after):
        join(area, area, kind=kind, on=on, basis=basis)
    return after


def _kinds(before: Edition, after: Edition) -> list[str]:
    differ = {name for name in (*RENAMING, "code", "parent_id") if getattr(before, name) != getattr(after, name)}
    signs = {"rename": RENAMING, "recode": {"code"}, "transfer": {"parent_id"}}
    return [kind for kind, names in signs.items() if differ & names]


def end(area: Area, *, on: date) -> None:
    """The area is no more from that day on; what was stays readable. Raises as `current` does."""
    _close(current(area.pk, on=on), on)
    end_border([area.pk], on=on)


def _close(edition: Edition, on: date) -> None:
    Edition.objects.filter(pk=edition.pk).update(until=on)


def end_border(area_ids: Iterable[int], *, on: date) -> None:
    """Their shapes no longer hold from that day on."""
    held = Boundary.objects.filter(Q(until__isnull=True) | Q(until__gt=on), area__in=area_ids)
    held.filter(since__gte=on).delete()
    held.filter(since__lt=on).update(until=on)


def join(source: Area, target: Area, *, kind: str, on: date, basis: str) -> None:
    Succession.objects.create(source=source, target=target, kind=kind, on=on, basis=basis, path=target.path)


def _move(area: Area, parent: Area) -> None:
    """The area and all beneath get their new path; rows of people follow by the cascade of their composite key."""
    if parent.path.startswith(area.path) or ORDER[parent.level] >= ORDER[area.level]:
        raise Problem("territory.parent_unfit")
    old, new = area.path, f"{parent.path}{area.pk}."
    moved = Concat(Value(new), Substr(F("path"), len(old) + 1))
    for model in (Edition, Boundary, Succession, Area):
        model.objects.filter(path__startswith=old).update(path=moved)
    area.path = new


def children_of(area_id: int, *, on: date) -> list[Area]:
    """Areas right beneath on a day, locked."""
    ids = gazetteer.editions(on=on).filter(parent=area_id).values_list("area", flat=True)
    return list(locked(ids).values())


def check(area_ids: Iterable[int]) -> None:
    """Refuses what would make the record unsound: the first finding of the rules becomes a letter.

    Raises Problem `territory.<code of the finding>`.
    """
    touched = _neighbours(set(area_ids))
    passed = list(Succession.objects.filter(source__in=touched, target__in=touched))
    rows = list(Edition.objects.filter(area__in=_with_ancestors(touched)))
    found = lineage.findings(edition_values(rows), succession_values(passed))
    if found:
        first = found[0]
        named = {str(row.area_id): gazetteer.label(row) for row in sorted(rows, key=lambda row: row.since)}
        raise Problem(
            f"territory.{first.code}", name=named.get(first.area, "–"), other=named.get(first.other, "–"), on=first.on
        )


def _neighbours(area_ids: set[int]) -> set[int]:
    """The areas, what stands beneath them at any time, and whatever they came from or became."""
    below = set(Edition.objects.filter(parent__in=area_ids).values_list("area", flat=True))
    passed = Succession.objects.filter(Q(source__in=area_ids) | Q(target__in=area_ids)).values_list("source", "target")
    return area_ids | below | {pk for pair in passed for pk in pair}


def _with_ancestors(area_ids: set[int]) -> set[int]:
    known, waiting = set(area_ids), set(area_ids)
    while waiting:
        above = Edition.objects.filter(area__in=waiting, parent__isnull=False).values_list("parent", flat=True)
        waiting = set(above) - known
        known |= waiting
    return known
