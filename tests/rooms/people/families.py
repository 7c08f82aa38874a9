"""Invented families for the tests of the register: households with members, made as the gate would leave them."""

from __future__ import annotations

from datetime import date

from rukun.people.models import Household, Person, Stay
from rukun.rules.identity import name_key

SINCE = date(2024, 1, 1)
TODAY = date(2026, 11, 21)
NIK = "6402905708800011"
"""A woman born on 17 August 1980."""


def make_person(rt, name="Sari Rekaan", sex="female", birth_date=date(1980, 8, 17), **fields) -> Person:
    fields = {"name_key": name_key(name), "sex": sex, "birth_date": birth_date} | fields
    return Person.objects.create(rt_id=rt.id, path=rt.path, name=name, **fields)


def make_household(rt, *names, since=SINCE, address="Gang Contoh 1") -> Household:
    home = Household.objects.create(rt_id=rt.id, path=rt.path, rt_since=since, since=since, address=address)
    for number, name in enumerate(names):
        settle(make_person(rt, name), home, "head" if number == 0 else "child")
    return home


def settle(person, home, relation="head", since=None) -> Stay:
    return Stay.objects.create(
        person=person, household=home, path=home.path, relation=relation, since=since or home.since, began_by="counted"
    )


def the(name) -> Person:
    return Person.objects.get(name=name)
