"""Corrects what is written of a person. Events (born, moved, died) are in `stays`, numbers in `secrets`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit.actions import record
from rukun.kit.problems import Problem
from rukun.people.actions import days, tallies
from rukun.people.models import Household, Person
from rukun.people.types import Sex
from rukun.rules.identity import name_key

FIELDS = frozenset(
    ["name", "sex", "birth_date", "is_birth_date_estimated", "birth_place", "religion", "marital", "education"]
    + ["schooling", "occupation", "citizenship", "disability"]
)
SHORTEST_NAME = 2


@transaction.atomic
def correct(*, person: Person, changes: Mapping[str, Any], by: Any, on: date) -> Person:
    """Writes the changed fields; the log keeps their names, never their values.

    `person.revision` is the one its corrector saw. Raises Problem people.changed_meanwhile, people.name_missing,
    people.sex_missing, people.day_in_future, people.born_after_stay; ValueError for a field that is not the person's.
    """
    held = latest(person)
    changed = _changed(held, changes)
    if not changed:
        return held
    for field, value in changed.items():
        setattr(held, field, value)
    _check(held, on)
    held.name_key = name_key(held.name)
    held.revision += 1
    held.save(update_fields=[*changed, "name_key", "revision"])
    record("person.corrected", held, by=by, path=held.path, fields=sorted(changed))
    tallies.refresh(rt_ids=[held.rt_id], on=on)
    return held


def create(*, household: Household, fields: Mapping[str, Any], on: date) -> Person:
    """A new person in the RT of the household: a part of `stays.bear` and `stays.move_in`, which write the log."""
    _known(fields)
    person = Person(rt_id=household.rt_id, path=household.path, **fields)
    _check(person, on)
    person.name_key = name_key(person.name)
    person.save(force_insert=True)
    return person


def latest(person: Person) -> Person:
    """The person as written now, held until the transaction ends. Raises Problem people.changed_meanwhile."""
    held = Person.objects.select_for_update().filter(pk=person.pk).first()
    if held is None or held.revision != person.revision:
        raise Problem("people.changed_meanwhile")
    return held


def _changed(held: Person, changes: Mapping[str, Any]) -> dict[str, Any]:
    _known(changes)
    return {field: value for field, value in changes.items() if getattr(held, field) != value}


def _known(fields: Mapping[str, Any]) -> None:
    if foreign := set(fields) - FIELDS:
        raise ValueError(f"not a field of a person: {sorted(foreign)}")


def _check(person: Person, on: date) -> None:
    person.name = " ".join(person.name.split())
    if sum(letter.isalpha() for letter in person.name) < SHORTEST_NAME:
        raise Problem("people.name_missing")
    if person.sex not in Sex.values:
        raise Problem("people.sex_missing")
    if person.birth_date is None:
        return
    days.not_in_future(person.birth_date, today=on)
    first = person.stays.order_by("since").values_list("since", flat=True).first() if person.pk else None
    if first is not None and person.birth_date > first:
        raise Problem("people.born_after_stay", birth_date=person.birth_date, since=first)
