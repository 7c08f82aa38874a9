"""What people did together, and who came; a mistake is put right by a newer event that replaces it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.programmes.models import Event, Participant
from rukun.programmes.queries import people, schemes
from rukun.walls import scope

FIRST = date(2000, 1, 1)
LOCK = 7611  # the list of who came, and what replaces an event, are written one after another
MOST = 10_000
"""More people in one event than any RT or desa has grown-ups: a slip of the finger."""


@transaction.atomic
def hold(
    *, area_id: int, path: str, scheme_id: int, name: str, on: date, men: int, women: int, today: date, by: Any,
    words: str = "", replaces: Event | None = None,
) -> Event:  # fmt: skip
    """Raises Problem programmes.day_not_possible, programmes.scheme_not_here, programmes.event_nobody,
    programmes.event_too_many, programmes.event_fewer, programmes.event_twice, programmes.event_replaced."""
    if not FIRST <= on <= today:
        raise Problem("programmes.day_not_possible", on=on, first=FIRST, today=today)
    scheme = next((each for each in schemes.reaching(path, on=on) if each.pk == scheme_id), None)
    if scheme is None:
        raise Problem("programmes.scheme_not_here", on=on)
    _check_people(men, women, replaces)
    scope.alone(LOCK, replaces.pk if replaces else area_id)
    if replaces is not None:
        _check_current(replaces)
    same = Event.objects.filter(area=area_id, name__iexact=name.strip(), on=on, replaced_by=None)
    if same.exclude(pk=replaces.pk if replaces else None).exists():
        raise Problem("programmes.event_twice", name=name.strip(), on=on)
    made = Event.objects.create(
        scheme=scheme, area_id=area_id, path=path, replaces=replaces, name=name.strip(), on=on, men=men, women=women,
        words=words.strip(), by=str(by),
    )  # fmt: skip
    if replaces is not None:
        _carry(replaces, made)
    audit.record("event.held", made, by=by, path=path, replaces=replaces.pk if replaces else None)
    return made


@transaction.atomic
def came(*, event: Event, person_id: int, by: Any) -> Participant:
    """Raises Problem programmes.event_replaced, programmes.not_a_resident, programmes.came_already,
    programmes.event_full."""
    scope.alone(LOCK, event.pk)
    _check_current(event)
    if not people.lives_under(person_id, event.path):
        raise Problem("programmes.not_a_resident")
    if event.participants.filter(person=person_id).exists():
        raise Problem("programmes.came_already")
    if event.participants.count() >= event.men + event.women:
        raise Problem("programmes.event_full", count=event.men + event.women)
    made = Participant.objects.create(event=event, path=event.path, person_id=person_id)
    audit.record("event.came", made, by=by, path=event.path, event=event.pk)
    return made


@transaction.atomic
def did_not_come(*, participant: Participant, by: Any) -> None:
    """Takes a wrong name off the list."""
    audit.record("event.did_not_come", participant, by=by, path=participant.path, event=participant.event_id)
    participant.delete()


def _carry(before: Event, made: Event) -> None:
    """Who came goes over to the event as it is told now."""
    for each in before.participants.all():
        Participant.objects.create(event=made, path=made.path, person_id=each.person_id)


def _check_people(men: int, women: int, replaces: Event | None) -> None:
    if not men + women > 0 or min(men, women) < 0:
        raise Problem("programmes.event_nobody")
    if max(men, women) > MOST:
        raise Problem("programmes.event_too_many", most=MOST)
    if replaces is not None and (named := replaces.participants.count()) > men + women:
        raise Problem("programmes.event_fewer", named=named)


def _check_current(event: Event) -> None:
    if Event.objects.filter(replaces=event).exists():
        raise Problem("programmes.event_replaced", name=event.name)
