"""Invented programmes and who asks for them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import transaction

from rukun.kit.problems import Problem
from rukun.parameters.programmes import kept_criteria, kept_order
from rukun.people.models import CardEntry, FamilyCard, Household, Interview, Person, Stay
from rukun.programmes.actions import rulings, schemes, waiting
from rukun.programmes.models import Scheme, Waiting
from rukun.rules.identity import name_key
from rukun.territory import queries as territory

ON = date(2026, 6, 1)
SINCE = date(2026, 1, 1)
OLD = {"code": "old", "id": "Berumur 60 tahun ke atas", "en": "60 or older", "when": {"fact": "age", "at_least": 60}}
EARTH = {"code": "earth", "id": "Lantai tanah", "en": "Earth floor", "when": {"fact": "floor", "among": ["earth"]}}
OLDEST = {"fact": "age", "first": "largest"}


def make_scheme(area: Any, name: str = "Bantuan Rekaan", *, kinds: tuple[str, ...] = ("cash",), **more: Any) -> Scheme:
    told = {"field": "protection", "form": "money", "unit": "person", "office": "Dinas Rekaan"} | more
    place = territory.place(area.pk, on=ON)
    return schemes.create(place=place, name=name, kinds=kinds, since=SINCE, by="uji", **told)


def make_terms(scheme: Scheme, *criteria: dict, order: tuple[dict, ...] = (), **more: Any) -> Any:
    told = {
        "since": SINCE, "seed": "rekaan", "quota": None, "amount": 1_000_000, "goods": "", "parts": 1,
        "months_apart": 1, "lasts_months": None, "basis": "SK rekaan", "by": "uji",
    } | more  # fmt: skip
    return schemes.set_terms(
        scheme=scheme, criteria=kept_criteria(list(criteria)), order=kept_order(list(order)), **told
    )


def make_person(rt: Any, name: str, age: int | None = 40) -> Person:
    born = date(ON.year - age, 1, 1) if age is not None else None
    return Person.objects.create(rt=rt, path=rt.path, name=name, name_key=name_key(name), sex="female", birth_date=born)


def make_home(rt: Any, *people: tuple[str, int | None], answers: dict[str, Any] | None = None) -> Household:
    """A household of (name, age), the first its head; interviewed when there are answers."""
    home = Household.objects.create(rt=rt, path=rt.path, rt_since=SINCE, since=SINCE, address="Gang Contoh 1")
    for number, (name, age) in enumerate(people):
        join(home, make_person(rt, name, age), "child" if number else "head")
    if answers is not None:
        Interview.objects.create(
            household=home, path=rt.path, instrument="rt_census", on=SINCE, source="sensus", answers=answers, by="uji"
        )
    return home


def join(home: Household, person: Person, relation: str = "child") -> Stay:
    return Stay.objects.create(
        person=person, household=home, path=home.path, relation=relation, since=SINCE, began_by="counted"
    )


def make_card(rt: Any, *people: Person) -> FamilyCard:
    card = FamilyCard.objects.create(rt=rt, path=rt.path, since=SINCE)
    for number, each in enumerate(people):
        relation = "child" if number else "head"
        CardEntry.objects.create(person=each, card=card, path=rt.path, relation=relation, since=SINCE)
    return card


def head_of(home: Household) -> Person:
    return Person.objects.get(stays__household=home, stays__relation="head")


def asks(scheme: Scheme, home: Household, head: Person | None = None, *, on: date = ON) -> Waiting:
    return waiting.propose(scheme=scheme, household_id=home.pk, head_id=(head or head_of(home)).pk, on=on, by="uji")


def enrol(made: Waiting, words: str = "", on: date = ON) -> Any:
    with transaction.atomic():
        return rulings.enrol(waiting=made, words=words, on=on, by="uji")


def refused(act: Any, code: str) -> Problem:
    with pytest.raises(Problem) as raised, transaction.atomic():
        act()
    assert raised.value.code == code
    return raised.value
