"""Family cards: issued, reissued under a new number, and who is on them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit.actions import record
from rukun.kit.problems import Problem
from rukun.people.actions import days, secrets
from rukun.people.models import CardEntry, FamilyCard, Person
from rukun.people.types import Relation


@transaction.atomic
def issue(
    *, rt: Any, number: str, since: date, today: date, by: Any, members: Mapping[Person, str] | None = None
) -> FamilyCard:
    """A new card in an RT (`id`, `path`) with its number sealed; `members` maps persons to relations.

    Who stands on another card leaves it that day. Raises Problem people.number_… as `secrets` does.
    """
    days.not_in_future(since, today=today)
    card = FamilyCard.objects.create(rt_id=rt.id, path=rt.path, since=since)
    secrets.keep_card_number(card=card, number=number, since=since)
    for person, relation in (members or {}).items():
        _enter(card, person, relation, since)
    record("card.issued", card, by=by, path=card.path, since=str(since), people=len(members or {}))
    return card


@transaction.atomic
def renew(*, card: FamilyCard, number: str, since: date, today: date, by: Any) -> FamilyCard:
    """The same family under a new number: the old one stays, until that day."""
    days.not_in_future(since, today=today)
    secrets.keep_card_number(card=card, number=number, since=since)
    record("card.renewed", card, by=by, path=card.path, since=str(since))
    return card


@transaction.atomic
def join(*, card: FamilyCard, person: Person, relation: str, on: date, today: date, by: Any) -> CardEntry:
    """A person comes onto a card, and leaves the one before."""
    days.not_in_future(on, today=today)
    days.not_before_birth(on, person)
    entry = _enter(card, person, relation, on)
    record("card.joined", card, by=by, path=card.path, person=person.pk, on=str(on))
    return entry


@transaction.atomic
def leave(*, person: Person, on: date, today: date, by: Any) -> CardEntry:
    """Raises Problem people.on_no_card, people.day_before_stay."""
    days.not_in_future(on, today=today)
    entry = _end_entry(person, on)
    if entry is None:
        raise Problem("people.on_no_card")
    record("card.left", entry.card, by=by, path=entry.path, person=person.pk, on=str(on))
    return entry


def _enter(card: FamilyCard, person: Person, relation: str, on: date) -> CardEntry:
    if relation not in Relation.values:
        raise ValueError(f"not a relation: {relation}")
    _end_entry(person, on)
    return CardEntry.objects.create(person=person, card=card, path=card.path, relation=relation, since=on)


def _end_entry(person: Person, on: date) -> CardEntry | None:
    entry = CardEntry.objects.select_related("card").filter(person=person, until__isnull=True).first()
    if entry is None:
        return None
    if on < entry.since:
        raise Problem("people.day_before_stay", on=on, since=entry.since)
    entry.until = on
    entry.save(update_fields=["until"])
    return entry
