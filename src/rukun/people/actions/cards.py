"""Family cards: issued, renewed under another number, and who is on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from rukun.audit.actions import record
from rukun.kit.problems import Problem
from rukun.people.actions import days, secrets
from rukun.people.models import CardEntry, FamilyCard, Person, Secret
from rukun.people.types import CardReason, Relation


@transaction.atomic
def issue(
    *,
    rt: Any,
    number: str,
    members: Mapping[Person, str],
    since: date,
    today: date,
    by: Any,
    reason: str = CardReason.RECORDED,
) -> FamilyCard:
    """A new card in an RT (`id`, `path`) with its number sealed; `members` maps persons to relations.

    Who stands on another card leaves it that day. Raises Problem people.card_without_members, people.card_needs_a_head,
    people.card_two_heads, people.number_… as `secrets` does, and those of `join`.
    """
    days.not_in_future(since, today=today)
    _refuse_headless(members.values())
    card = FamilyCard.objects.create(rt_id=rt.id, path=rt.path, since=since)
    secrets.keep_card_number(card=card, number=number, since=since, reason=_reason(reason))
    for person, relation in members.items():
        days.not_before_birth(since, person)
        _enter(card, person, relation, since)
    record("card.issued", card, by=by, path=card.path, since=str(since), people=len(members), reason=reason)
    return card


@transaction.atomic
def renew(
    *,
    card: FamilyCard,
    number: str,
    since: date,
    today: date,
    by: Any,
    reason: str,
    relations: Mapping[Person, str] | None = None,
) -> FamilyCard:
    """The same family under a new number, or with a new head: what was before stays, until that day.

    `relations` are those of the new card. Raises Problem people.card_closed, people.day_before_card,
    people.card_needs_a_head, people.card_two_heads, people.nothing_renewed and people.number_….
    """
    days.not_in_future(since, today=today)
    held = _standing(card, since)
    before = held.secrets.filter(until__isnull=True).first()
    kept = secrets.keep_card_number(card=held, number=number, since=since, reason=_reason(reason))
    changed = _relate(held, relations or {}, since)
    if kept == before and not changed:
        raise Problem("people.nothing_renewed")
    record("card.renewed", held, by=by, path=held.path, since=str(since), people=changed, reason=reason)
    return held


@transaction.atomic
def join(*, card: FamilyCard, person: Person, relation: str, on: date, today: date, by: Any) -> CardEntry:
    """A person comes onto a card, and leaves the one before.

    Raises Problem people.card_closed, people.day_before_card, people.day_before_birth, people.on_this_card,
    people.card_has_a_head, people.day_before_entry, people.on_card_elsewhere.
    """
    days.not_in_future(on, today=today)
    days.not_before_birth(on, person)
    held = _standing(card, on)
    standing = held.entries.filter(until__isnull=True)
    if standing.filter(person=person).exists():
        raise Problem("people.on_this_card")
    if relation == Relation.HEAD and standing.filter(relation=Relation.HEAD).exists():
        raise Problem("people.card_has_a_head")
    entry = _enter(held, person, relation, on)
    record("card.joined", held, by=by, path=held.path, person=person.pk, on=str(on))
    return entry


@transaction.atomic
def leave(*, person: Person, on: date, today: date, by: Any) -> CardEntry:
    """The last to leave ends the card. Raises Problem people.on_no_card, people.day_before_entry."""
    days.not_in_future(on, today=today)
    entry = _end_entry(person, on)
    if entry is None:
        raise Problem("people.on_no_card")
    _close_if_empty([entry.card_id], on)
    record("card.left", entry.card, by=by, path=entry.path, person=person.pk, on=str(on))
    return entry


def let_go(people: Iterable[int], on: date) -> None:
    """Who died or moved away stands on no card any more: a part of `stays` and `households`, which write the log."""
    entries = CardEntry.objects.filter(person__in=list(people), until__isnull=True, since__lte=on)
    cards = list(entries.values_list("card", flat=True))
    entries.update(until=on)
    _close_if_empty(cards, on)


def _standing(card: FamilyCard, on: date) -> FamilyCard:
    """The card, held until the transaction ends: it must be in force, and its number not younger than the day."""
    held = FamilyCard.objects.select_for_update().get(pk=card.pk)
    if held.until is not None:
        raise Problem("people.card_closed", until=held.until)
    since = Secret.objects.filter(card=held, until__isnull=True).values_list("since", flat=True).first() or held.since
    if on < since:
        raise Problem("people.day_before_card", on=on, since=since)
    return held


def _relate(card: FamilyCard, relations: Mapping[Person, str], on: date) -> int:
    """Closes the entries whose relation is another now and follows them with new ones; how many those are."""
    standing = {entry.person_id: entry for entry in card.entries.filter(until__isnull=True)}
    new = {person: word for person, word in relations.items() if person.pk in standing}
    told = {pk: entry.relation for pk, entry in standing.items()} | {person.pk: word for person, word in new.items()}
    _refuse_headless(told.values())
    changed = [person for person, word in new.items() if standing[person.pk].relation != word]
    for person in changed:
        _enter(card, person, new[person], on)
    return len(changed)


def _refuse_headless(relations: Iterable[str]) -> None:
    held = list(relations)
    if not held:
        raise Problem("people.card_without_members")
    heads = held.count(Relation.HEAD)
    if heads != 1:
        raise Problem("people.card_two_heads" if heads else "people.card_needs_a_head", count=heads)


def _enter(card: FamilyCard, person: Person, relation: str, on: date) -> CardEntry:
    if relation not in Relation.values:
        raise ValueError(f"not a relation: {relation}")
    before = _end_entry(person, on)
    try:
        with transaction.atomic():
            entry = CardEntry.objects.create(person=person, card=card, path=card.path, relation=relation, since=on)
    except IntegrityError:
        # The card before lies outside the areas of the writer, who neither sees nor ends it.
        raise Problem("people.on_card_elsewhere", name=person.name) from None
    if before and before.card_id != card.pk:
        _close_if_empty([before.card_id], on)
    return entry


def _end_entry(person: Person, on: date) -> CardEntry | None:
    entry = CardEntry.objects.select_related("card").filter(person=person, until__isnull=True).first()
    if entry is None:
        return None
    if on < entry.since:
        raise Problem("people.day_before_entry", name=person.name, on=on, since=entry.since)
    entry.until = on
    entry.save(update_fields=["until"])
    return entry


def _close_if_empty(cards: Iterable[int], on: date) -> None:
    """A card nobody stands on is in force no longer, nor is its number."""
    lived_on = CardEntry.objects.filter(card__in=list(cards), until__isnull=True).values("card")
    for card in FamilyCard.objects.filter(pk__in=list(cards), until__isnull=True).exclude(pk__in=lived_on):
        card.until = max(on, card.since)
        card.save(update_fields=["until"])
        secrets.lay_down_card_number(card=card, on=on)


def _reason(word: str) -> str:
    if word not in CardReason.values:
        raise ValueError(f"not a reason for a card: {word}")
    return word
