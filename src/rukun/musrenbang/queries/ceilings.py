"""How much one RT may spend in a year, by which decree or article; and the register of all RTs under a path."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Min, OuterRef, QuerySet, Subquery, Sum
from django.utils.translation import gettext as _

from rukun.facilitation.queries import programmes
from rukun.musrenbang.models import Ceiling, Decree
from rukun.parameters.juknis import Juknis
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui.words import tanggal

SAME_FOR_ALL = ("flat", None)
"""Rules by which the juknis alone tells the ceiling of an RT."""


@dataclass(frozen=True, slots=True)
class Money:
    """What an RT may spend in a year, and by what. `decree`: its id, None where the juknis itself says it; `since`: the
    first day of that decree."""

    amount: int
    basis: str
    decree: int | None = None
    since: date = date.min


@dataclass(frozen=True, slots=True)
class Passed:
    """On a day the money of `source` passed to `targets`, and no decree has said how yet."""

    source: int
    targets: tuple[int, ...]
    on: date


@dataclass(frozen=True, slots=True)
class Beneath:
    """Ceilings in force under one place: how many RTs, how many have none, what they are together."""

    place: Place
    rts: int
    missing: int
    amount: int


def of_rt(path: str, year: int, on: date) -> Money | None:
    """The decree in force, else the juknis where that can tell it alone; None when neither does."""
    programme = programmes.of_year(year, on)
    return under(programme.juknis if programme else None, path, year, on)


def under(juknis: Juknis | None, path: str, year: int, on: date) -> Money | None:
    """The same where the juknis is already at hand. An RT that a decree for its kabupaten leaves out has none."""
    amount = Ceiling.objects.filter(decree=OuterRef("pk"), path=path).values("amount")
    if decrees := in_force(path, year, on, amount=Subquery(amount)):
        return next((_decreed(each) for each in decrees if each.amount is not None), None)
    if juknis is None or juknis.ceiling is None or juknis.money.allocation.kind not in SAME_FOR_ALL:
        return None
    words = " · ".join(filter(None, [juknis.title, juknis.ceiling_source.article]))
    return Money(juknis.ceiling, words)


def in_force(path: str, year: int, on: date, **more: Any) -> list[Decree]:
    """Decrees about a year that hold for a place on a day, the youngest first."""
    found = Decree.objects.filter(year=year, since__lte=day_of(year, on)).order_by("-since", "-pk").annotate(**more)
    return [each for each in found if path.startswith(each.path)]


def of_year(path: str, year: int) -> list[Decree]:
    """All decrees about a year that hold for a place, also those still to begin."""
    found = Decree.objects.filter(year=year).order_by("-since", "-pk").annotate(rts=Count("ceilings"))
    return [each for each in found if path.startswith(each.path)]


def register(path: str, year: int, on: date) -> QuerySet[Ceiling]:
    """The youngest ceiling in force of every RT under a path."""
    held = Ceiling.objects.filter(path__startswith=path, year=year, since__lte=day_of(year, on))
    return held.order_by("rt", "-since", "-decree_id").distinct("rt")


def day_of(year: int, on: date) -> date:
    """Before its year begins, what will hold on its first day counts."""
    return max(on, date(year, 1, 1))


def amounts(path: str, year: int, on: date, rts: Iterable[int] | None = None) -> dict[int, int]:
    """RT → its ceiling, for all RTs that are there on the day (or those named): by decree, else by the juknis; who has
    none is absent."""
    asked = territory.rts_under(path, on=on).values_list("area_id", flat=True) if rts is None else rts
    if in_force(path, year, on):
        held = dict(register(path, year, on).values_list("rt", "amount"))
        return {rt: held[rt] for rt in asked if rt in held}
    money = of_rt(path, year, on)
    return dict.fromkeys(asked, money.amount) if money else {}


def beneath(place: Place, year: int, on: date) -> list[Beneath]:
    """Each place right beneath, with its sums."""
    held = amounts(place.path, year, on)
    rts: dict[int, list[int]] = {}
    for rt, path in territory.rts_under(place.path, on=on).values_list("area_id", "area__path"):
        rts.setdefault(int(path[len(place.path) :].partition(".")[0] or rt), []).append(rt)
    return [
        Beneath(child, len(own), sum(rt not in held for rt in own), sum(held.get(rt, 0) for rt in own))
        for child in territory.children(place.id, on=on)
        if (own := rts.get(child.id))
    ]


def pending(path: str, year: int, on: date) -> list[Passed]:
    """RTs that were split or joined since their ceiling was decreed, the oldest first."""
    since = dict(register(path, year, on).values_list("rt", "since"))
    found: dict[tuple[int, date], list[int]] = {}
    for row in territory.passings(path, until=day_of(year, on)):
        if since.get(row.source_id, date.max) < row.on:
            found.setdefault((row.source_id, row.on), []).append(row.target_id)
            since.setdefault(row.target_id, date.min)
    return [Passed(source, tuple(targets), day) for (source, day), targets in found.items()]


def without(path: str, year: int, on: date) -> list[Place]:
    """RTs that are there on the day and have no ceiling, in the order of their paths."""
    held = amounts(path, year, on)
    missing = [rt for rt in territory.rts_under(path, on=on).values_list("area_id", flat=True) if rt not in held]
    named = territory.places(missing, on=on)
    return [named[rt] for rt in missing if rt in named]


def path_of(decree_id: int) -> str:
    """Where a decree was issued, "" when there is none: used by guards."""
    return Decree.objects.filter(pk=decree_id).values_list("path", flat=True).first() or ""


def sums(decree: Decree) -> dict[str, int | None]:
    """What a decree gives together, to how many, the most and the least."""
    return decree.ceilings.aggregate(together=Sum("amount"), rts=Count("id"), most=Max("amount"), least=Min("amount"))


def lines(decree: Decree) -> QuerySet[Ceiling]:
    return decree.ceilings.order_by("path", "id")


def labels(area_ids: Iterable[int], on: date) -> dict[int, str]:
    """RT → "RT 003 Melati, Desa Sumber Rekaan"; one that is no more as it was last called."""
    asked = set(area_ids)
    named = territory.places(sorted(asked), on=on)
    found = {pk: f"{place.label}, {place.way[-2].label}" for pk, place in named.items()}
    return territory.latest_labels(asked - set(found)) | found


def _decreed(decree: Any) -> Money:
    told = {"number": decree.number, "day": tanggal(decree.decreed_on)}
    return Money(decree.amount, _("Keputusan %(number)s, %(day)s") % told, decree.pk, decree.since)
