"""People found by name or by number: search first, no list of strangers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection

from rukun.people.models import CardEntry, Household, Person, Secret, Stay
from rukun.people.queries.facts import years
from rukun.rules.identity import mask, sought
from rukun.territory import queries as territory
from rukun.walls import vault

MOST = 20
SHORTEST = 3
NUMBER = re.compile(r"\d{16}")
ORNAMENTS = re.compile(r"[\s.\-]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """One person found: enough to know the right one, no more. `household_id` is None for who lives nowhere now."""

    person_id: int
    name: str
    sex: str
    age: int | None
    place: str
    household_id: int | None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gives: `too_short` asks for SHORTEST letters; `more` says that there are others."""

    hits: tuple[Hit, ...] = ()
    more: bool = False
    too_short: bool = False


def search(words: str, *, on: date) -> Found:
    """By the beginnings of names, or by a whole NIK or KK number; only inside the scope of the transaction."""
    digits = ORNAMENTS.sub("", words)
    if NUMBER.fullmatch(digits):
        return _found(_by_number(digits), on)
    beginnings = sought(words)
    if sum(len(as_typed) for as_typed, *_as_heard in beginnings) < SHORTEST:
        return Found(too_short=True)
    return _found(_by_words(beginnings), on)


def path_of(person_id: int) -> str:
    """The path of a person one may see, "" when there is none: used by guards."""
    return Person.objects.filter(pk=person_id).values_list("path", flat=True).first() or ""


def has_number(person: Person) -> str:
    """The mask of a number that is kept, "" when none is."""
    return mask("1" if person.secrets.filter(until__isnull=True).exists() else "")


def stays_of(person: Person) -> list[Stay]:
    """The newest first."""
    return list(person.stays.select_related("household").order_by("-since", "-id"))


def entry_of(person: Person) -> CardEntry | None:
    """The place on a family card now."""
    return CardEntry.objects.select_related("card").filter(person=person, until__isnull=True).first()


def _by_words(words: Sequence[Sequence[str]]) -> list[int]:
    each_word = (" | ".join(f"'{beginning}':*" for beginning in beginnings) for beginnings in words)
    wanted = " & ".join(f"({one})" for one in each_word)
    with connection.cursor() as cursor:
        cursor.execute("select people_person_search(%s::tsquery, %s)", [wanted, MOST + 1])
        return list(dict.fromkeys(pk for (pk,) in cursor.fetchall()))


def _by_number(digits: str) -> list[int]:
    indexes = [vault.index(kind, digits) for kind in ("nik", "kk")]
    held = Secret.objects.filter(index__in=indexes, until__isnull=True).values_list("person", "card")
    people = [person for person, _card in held if person]
    cards = [card for _person, card in held if card]
    entries = CardEntry.objects.filter(card__in=cards, until__isnull=True).values_list("person", flat=True)
    return people + list(entries[: MOST + 1])


def _found(ids: list[int], on: date) -> Found:
    people = Person.objects.filter(pk__in=ids[:MOST]).order_by("name_key", "birth_date", "pk")
    people = list(people)
    homes = dict(
        Stay.objects.filter(person__in=[each.pk for each in people], until__isnull=True).values_list(
            "person", "household"
        )
    )
    places = territory.places(list({each.rt_id for each in people}), on=on)
    named = {pk: " · ".join(step.label for step in reversed(place.way[-2:])) for pk, place in places.items()}
    hits = tuple(
        Hit(
            each.pk,
            each.name,
            each.get_sex_display(),
            years(each.birth_date, on),
            named.get(each.rt_id, ""),
            homes.get(each.pk),
        )
        for each in people
    )
    return Found(hits, more=len(ids) > MOST)


def visible() -> object:
    """Persons inside the scope, for get_object_or_404."""
    return Person.objects.all()


def living_in(household: Household) -> list[Stay]:
    """Open stays of a household with their persons, the head first."""
    stays = Stay.objects.filter(household=household, until__isnull=True).select_related("person")
    return sorted(stays, key=lambda stay: (stay.relation != "head", stay.person.birth_date or date.max, stay.pk))
