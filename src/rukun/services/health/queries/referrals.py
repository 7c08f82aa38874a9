"""What a health worker is asked to look at: open, waiting, to be looked at again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from rukun.services.health.facts.due import Due
from rukun.services.health.models import Referral


def path_of(referral_id: int) -> str:
    """The path of a referral one may see, "" when there is none: used by guards."""
    return Referral.objects.filter(pk=referral_id).values_list("path", flat=True).first() or ""


def open_of(person_id: int) -> list[Referral]:
    return list(still_open().filter(person=person_id).order_by("on", "id"))


def still_open() -> QuerySet[Referral]:
    return Referral.objects.filter(closed_on__isnull=True)


def due(people: Iterable[Any], on: date) -> list[Due]:
    """Open referrals of persons with `pk`: "look_again" when the day the health worker named has come, "waiting" while
    nobody has seen the person. One query."""
    held = still_open().filter(person__in=[each.pk for each in people]).order_by("on", "id")
    return [Due(each.person_id, "referral", code, each.next_on) for each in held if (code := _code(each, on))]


def _code(referral: Referral, on: date) -> str:
    if referral.seen_on is None:
        return "waiting"
    return "look_again" if referral.next_on and referral.next_on <= on else ""


def waiting(path: str) -> int:
    """How many under a path nobody has looked at."""
    return still_open().filter(path__gte=path, path__lt=f"{path[:-1]}/", seen_on__isnull=True).count()


def desk(path: str, on: date) -> list[Referral]:
    """All that is open under a path with its person: unseen first, then those to be looked at again, then the rest."""
    held = still_open().filter(path__gte=path, path__lt=f"{path[:-1]}/").select_related("person")
    return sorted(held, key=lambda each: (_turn(each, on), each.next_on or each.on, each.pk))


def _turn(referral: Referral, on: date) -> int:
    return {"waiting": 0, "look_again": 1}.get(_code(referral, on), 2)


def whole(referral_id: int) -> Referral | None:
    held = Referral.objects.select_related("person", "measurement", "measurement__replaced_by")
    return held.filter(pk=referral_id).first()


def before(referral: Referral) -> list[Referral]:
    """Closed ones of the same person, the newest first."""
    held = Referral.objects.filter(person=referral.person_id, closed_on__isnull=False).exclude(pk=referral.pk)
    return list(held.order_by("-closed_on", "-id"))
