"""What is known of schooling: of one child, of an RT by name, of those out of school under a place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from rukun.people.queries import ages, persons
from rukun.services.education.models import FollowUp, SchoolAid, Schooling
from rukun.services.education.queries import figures
from rukun.services.education.types import OLDEST, OUT, YOUNGEST, State

CARED_FOR = (*OUT, State.AT_RISK)
FEW = 10


@dataclass(frozen=True, slots=True)
class Child:
    """Somebody of school age; `schooling` is None when nobody asked yet, `again_on` the day to look again."""

    resident: ages.Resident
    schooling: Schooling | None
    followed: bool
    again_on: date | None
    aids: tuple[SchoolAid, ...] = ()

    @property
    def state(self) -> str:
        return self.schooling.state if self.schooling else ""


def last(person_id: int) -> Schooling | None:
    return Schooling.objects.filter(person=person_id).order_by("-on", "-id").first()


def history(person_id: int) -> list[Schooling]:
    """The newest first."""
    return list(Schooling.objects.filter(person=person_id).order_by("-on", "-id")[:FEW])


def of_rt(path: str, *, on: date) -> list[Child]:
    """All of school age in the RT at a path: four queries."""
    known = {each.person_id: each for each in figures.newest(path, on=on)}
    again = {each.person_id: each for each in newest_followups(path)}
    helped: dict[int, list[SchoolAid]] = {}
    for aid in SchoolAid.objects.filter(path=path, year=on.year).order_by("id"):
        helped.setdefault(aid.person_id, []).append(aid)
    return [
        Child(
            each, known.get(each.person_id), each.person_id in again, _again(again.get(each.person_id)),
            tuple(helped.get(each.person_id, ())),
        )
        for each in ages.of_ages(path, YOUNGEST, OLDEST, on=on)
    ]  # fmt: skip


def out(path: str, *, on: date, state: str = "") -> QuerySet[Schooling]:
    """Who is not in school or at risk under a path, of one state or of all, those told of longest ago first."""
    found = _counting(path, on).filter(state__in=[state] if state in CARED_FOR else CARED_FOR)
    return found.select_related("person").order_by("on", "id")


def reasons(path: str, *, on: date) -> list[tuple[str, int]]:
    """(reason, children not in school), the most frequent first."""
    rows = _counting(path, on).filter(state__in=OUT).order_by().values_list("reason")
    return Counter(dict(rows.annotate(count=Count("pk")))).most_common()


def newest_followups(path: str) -> QuerySet[FollowUp]:
    done = FollowUp.objects.filter(path__startswith=path)
    return done.order_by("person", "-on", "-id").distinct("person")


def person(person_id: int) -> Any:
    """A person one may see; None when there is none."""
    return persons.visible().filter(pk=person_id).first()


def _counting(path: str, on: date) -> QuerySet[Schooling]:
    living = ages.between(path, YOUNGEST, OLDEST, on=on).values("person")
    return Schooling.objects.filter(pk__in=figures.newest(path, on=on).values("pk"), person__in=living)


def _again(followed: FollowUp | None) -> date | None:
    return followed.next_on if followed else None
