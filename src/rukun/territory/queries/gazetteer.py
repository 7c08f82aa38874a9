"""Reads of places. Place names are public inside the house, so these see every area whatever the scope."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Q, QuerySet, Value, When
from django.db.models.functions import Length
from django.http import Http404

from rukun.territory.models import Area, Edition, Installation, Level
from rukun.territory.types import Place, Step

KIND_LABELS = {
    "kabupaten": "Kabupaten",
    "kota": "Kota",
    "kecamatan": "Kecamatan",
    "desa": "Desa",
    "kelurahan": "Kelurahan",
    "desa_adat": "Desa Adat",
    "dusun": "Dusun",
    "rw": "RW",
    "rt": "RT",
    "dawis": "Dasawisma",
}


def editions(*, on: date) -> QuerySet[Edition]:
    """The editions in force on a day."""
    return Edition.objects.filter(Q(until__isnull=True) | Q(until__gt=on), since__lte=on)


def path_of(area_id: int) -> str:
    """The path of an area, "" when there is none: used by guards."""
    return Area.objects.filter(pk=area_id).values_list("path", flat=True).first() or ""


def paths(area_ids: list[int]) -> dict[int, str]:
    """The paths of many areas, also of those that are no more."""
    return dict(Area.objects.filter(pk__in=area_ids).values_list("pk", "path"))


def installation() -> Installation | None:
    return Installation.objects.select_related("kabupaten").first()


def demonstrations() -> QuerySet[Installation]:
    """The installation, if all its people are invented: to be asked beside another question, in one query."""
    return Installation.objects.filter(is_demo=True)


def label(edition: Any) -> str:
    """Of an edition, or a row with its kind and name: "Desa Sumber Rekaan", "RT 003 Melati": the kind is said once."""
    kind = KIND_LABELS.get(edition.kind, edition.kind.title())
    return edition.name if edition.name.lower().startswith(kind.lower()) else f"{kind} {edition.name}"


def place(area_id: int, *, on: date) -> Place | None:
    """The place as it is called on that day; None when it did not exist then."""
    return places([area_id], on=on).get(area_id)


def the_place(area_id: int, *, on: date, level: str = "") -> Place:
    """The place a page is about, as it is called on a day and of that level where one is asked. Raises Http404."""
    found = place(area_id, on=on)
    if found is None or (level and found.level != level):
        raise Http404
    return found


def places(area_ids: list[int], *, on: date) -> dict[int, Place]:
    """Many places in two queries."""
    areas = {area.pk: area for area in Area.objects.filter(pk__in=area_ids)}
    ways = {pk: [int(step) for step in area.path.strip(".").split(".")] for pk, area in areas.items()}
    wanted = {step for way in ways.values() for step in way}
    named = {edition.area_id: edition for edition in editions(on=on).filter(area__in=wanted)}
    return {pk: _place(areas[pk], ways[pk], named) for pk in areas if pk in named}


def children(area_id: int, *, on: date) -> list[Place]:
    """Places right beneath, by code and number."""
    below = editions(on=on).filter(parent=area_id).order_by("code", "number", "name")
    ids = [edition.area_id for edition in below]
    found = places(ids, on=on)
    return [found[pk] for pk in ids]


def desa_path(path: str) -> str:
    """The path of the desa in which a place lies: kabupaten, kecamatan and desa are never missing above it."""
    return "".join(f"{step}." for step in path.split(".")[:3])


def rts_under(path: str, *, on: date) -> QuerySet[Edition]:
    """Editions of all RT beneath a path, in the order of their paths."""
    return editions(on=on).filter(area__level=Level.RT, area__path__startswith=path).order_by("area__path")


def search(text: str, *, on: date, within: str = "", limit: int = 20) -> list[Place]:
    """Places whose name or code holds the text, the higher ones first; beneath a path when one is given."""
    wanted = text.strip()
    if len(wanted) < 2:
        return []
    rank = Case(*(When(area__level=level, then=Value(place)) for place, level in enumerate(Level.values)))
    found = (
        editions(on=on)
        .filter(Q(name__icontains=wanted) | Q(code__startswith=wanted), area__path__startswith=within)
        .order_by(rank, Length("name"), "name")
        .values_list("area_id", flat=True)[:limit]
    )
    named = places(list(found), on=on)
    return [named[pk] for pk in found if pk in named]


def last_known(area_id: int) -> Place | None:
    """A place as it was called on its last day: for places that are no more, or are yet to be."""
    last = Edition.objects.filter(area=area_id).order_by("-since").first()
    if last is None:
        return None
    on = last.until - timedelta(days=1) if last.until else last.since
    return place(area_id, on=on)


def possible_parents(child: Place, within: Sequence[str], *, on: date) -> list[Place]:
    """Where a place may be moved: a desa into any kecamatan, what is smaller within its own kecamatan; all under one
    of the paths."""
    levels = Level.values
    higher = levels[: levels.index(child.level)]
    fitting = [Level.KECAMATAN] if child.level == Level.DESA else higher[2:] or higher[-1:]
    under = Q()
    for path in within:
        under |= Q(area__path__startswith=path)
    rows = editions(on=on).filter(under, area__level__in=fitting).exclude(area=child.parent_id)
    if child.level != Level.DESA:
        rows = rows.filter(area__path__startswith="".join(f"{step.id}." for step in child.way[:2]))
    ids = list(rows.exclude(area__path__startswith=child.path).order_by("area__path").values_list("area_id", flat=True))
    named = places(ids, on=on)
    return [named[pk] for pk in ids]


def _place(area: Area, way: list[int], named: dict[int, Edition]) -> Place:
    own = named[area.pk]
    steps = tuple(Step(step, label(named[step])) for step in way if step in named)
    return Place(area.pk, area.level, own.kind, own.name, own.number, own.code, area.path, steps)
