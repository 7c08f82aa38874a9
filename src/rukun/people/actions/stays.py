"""Born, died, moved in, out and within: how a person's stays in households begin and end."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit.actions import record
from rukun.kit.problems import Problem
from rukun.people.actions import cards, days, households, persons, tallies
from rukun.people.models import Household, Person, Stay
from rukun.people.types import Beginning, Ending, Relation


@transaction.atomic
def bear(
    *, household: Household, fields: Mapping[str, Any], on: date, today: date, by: Any, relation: str = Relation.CHILD
) -> Person:
    """A child is born into a household: `fields` as in persons.FIELDS, without the birth date.

    Born before the household itself was counted, the child is simply counted with it.
    """
    days.not_in_future(on, today=today)
    home = households.latest(household)
    days.not_before_household(max(on, home.since), home)
    child = persons.create(household=home, fields={**fields, "birth_date": on}, on=today)
    began_by = Beginning.BORN if on >= home.since else Beginning.COUNTED
    _begin(child, home, max(on, home.since), began_by, relation)
    return _told("person.born", child, home, on, today, by)


@transaction.atomic
def move_in(
    *,
    household: Household,
    on: date,
    today: date,
    by: Any,
    relation: str,
    person: Person | None = None,
    fields: Mapping[str, Any] | None = None,
) -> Person:
    """Somebody from elsewhere joins a household: a `person` who left before and returns, or a new one of `fields`."""
    days.not_in_future(on, today=today)
    home = households.latest(household)
    days.not_before_household(on, home)
    who = persons.create(household=home, fields=fields or {}, on=today) if person is None else persons.latest(person)
    _begin(who, home, on, Beginning.MOVED_IN, relation)
    _register_at(who, home)
    return _told("person.moved_in", who, home, on, today, by)


@transaction.atomic
def die(*, person: Person, on: date, today: date, by: Any) -> Person:
    """The stay ends, and the place on the family card."""
    return _leave(person, on, Ending.DIED, today, by, "person.died")


@transaction.atomic
def move_out(*, person: Person, on: date, today: date, by: Any) -> Person:
    """Leaves for a place outside the areas of the writer; the number and the history stay."""
    return _leave(person, on, Ending.MOVED_OUT, today, by, "person.moved_out")


@transaction.atomic
def move_within(
    *, person: Person, to_household: Household, on: date, today: date, by: Any, relation: str = Relation.OTHER
) -> Person:
    """To another kitchen of the same RT, or of another RT in one's areas: then the register moves along."""
    if to_household.pk == _open_stay(person).household_id:
        raise Problem("people.same_household")
    before = person.rt_id
    who, left = _end(person, on, Ending.MOVED_WITHIN, today)
    home = households.latest(to_household)
    days.not_before_household(on, home)
    _begin(who, home, on, Beginning.MOVED_WITHIN, relation)
    _register_at(who, home)
    households.close_if_empty(left, on)
    record("person.moved_within", who, by=by, path=home.path, on=str(on), household=home.pk, household_before=left.pk)
    tallies.refresh(rt_ids=sorted({before, home.rt_id}), on=today)
    return who


@transaction.atomic
def relate(*, person: Person, relation: str, by: Any) -> Stay:
    """Who the person is in the household. Naming a head makes the head before one of the others."""
    if relation not in Relation.values:
        raise ValueError(f"not a relation: {relation}")
    stay = _open_stay(person)
    if relation == Relation.HEAD:
        others = Stay.objects.filter(household=stay.household_id, until__isnull=True, relation=Relation.HEAD)
        others.exclude(pk=stay.pk).update(relation=Relation.OTHER)
    stay.relation = relation
    stay.save(update_fields=["relation"])
    record("person.related", person, by=by, path=stay.path, relation=relation)
    return stay


def _leave(person: Person, on: date, ending: str, today: date, by: Any, verb: str) -> Person:
    who, home = _end(person, on, ending, today)
    cards.let_go([who.pk], on)
    households.close_if_empty(home, on)
    return _told(verb, who, home, on, today, by)


def _end(person: Person, on: date, ending: str, today: date) -> tuple[Person, Household]:
    days.not_in_future(on, today=today)
    who = persons.latest(person)
    days.not_before_birth(on, who)
    stay = _open_stay(who)
    days.not_before_stay(on, stay)
    stay.until, stay.ended_by = on, ending
    stay.save(update_fields=["until", "ended_by"])
    return who, stay.household


def _begin(who: Person, home: Household, on: date, began_by: str, relation: str) -> Stay:
    if relation not in Relation.values:
        raise ValueError(f"not a relation: {relation}")
    days.not_before_birth(on, who)
    days.after_earlier_stays(on, who)
    if relation == Relation.HEAD and home.stays.filter(until__isnull=True, relation=Relation.HEAD).exists():
        raise Problem("people.has_a_head")
    return Stay.objects.create(
        person=who, household=home, path=home.path, relation=relation, since=on, began_by=began_by
    )


def _register_at(who: Person, home: Household) -> None:
    """The person is kept where the household lies; the sealed number follows by its key."""
    if who.rt_id != home.rt_id:
        who.rt_id, who.path = home.rt_id, home.path
    who.revision += 1
    who.save(update_fields=["rt_id", "path", "revision"])


def _open_stay(person: Person) -> Stay:
    stay = Stay.objects.select_related("household").filter(person=person, until__isnull=True).first()
    if stay is None:
        raise Problem("people.lives_nowhere")
    return stay


def _told(verb: str, who: Person, home: Household, on: date, today: date, by: Any) -> Person:
    record(verb, who, by=by, path=home.path, on=str(on), household=home.pk)
    tallies.refresh(rt_ids=[home.rt_id], on=today)
    return who
