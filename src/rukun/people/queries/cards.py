"""Family cards as pages tell them: who stands on one, who stood on it, and how long each number was in force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from rukun.people.models import CardEntry, FamilyCard, Household, Person, Secret
from rukun.rules.identity import mask


@dataclass(frozen=True, slots=True)
class Member:
    """A place on a card. `name` is empty for who lives outside the areas of the reader."""

    entry: CardEntry
    name: str


@dataclass(frozen=True, slots=True)
class Held:
    """A card with all that one page tells of it; `number` is the mask of the number in force, "" when there is none."""

    card: FamilyCard
    members: list[Member]
    gone: list[Member]
    numbers: list[Secret]

    @property
    def head(self) -> str:
        """Without a head, the first who is known by name; of a card nobody stands on, its last head."""
        known = [each for each in self.members or self.gone if each.name]
        heads = [each for each in known if each.entry.relation == "head"]
        return next((each.name for each in [*heads, *known]), "")

    @property
    def has_head(self) -> bool:
        return any(each.entry.relation == "head" for each in self.members)

    @property
    def number(self) -> str:
        return mask("1" if any(each.until is None for each in self.numbers) else "")

    @property
    def reachable(self) -> list[Member]:
        """Those on the card one may act upon."""
        return [each for each in self.members if each.name]


def visible() -> QuerySet[FamilyCard]:
    """Cards inside the scope, for get_object_or_404."""
    return FamilyCard.objects.all()


def path_of(card_id: int) -> str:
    """The path of a card one may see, "" when there is none: used by guards."""
    return FamilyCard.objects.filter(pk=card_id).values_list("path", flat=True).first() or ""


def of_people(ids: Iterable[int]) -> list[Held]:
    """The cards in force that these people stand on, the oldest first."""
    standing = CardEntry.objects.filter(person__in=list(ids), until__isnull=True).values("card")
    return _held(FamilyCard.objects.filter(pk__in=standing).order_by("since", "id"))


def standing_on_any(ids: Iterable[int]) -> set[int]:
    """Those of these people who stand on a card now."""
    return set(_standing_on(person__in=list(ids)).values_list("person", flat=True))


def told(card: FamilyCard) -> Held:
    """The page of one card."""
    return _held([card])[0]


def who_may_join(card: FamilyCard) -> list[tuple[str, list[Person]]]:
    """Who lives in the RT of the card and does not stand on it: those of its kitchens first, then by whether they
    stand on another card. Codes: shares_kitchen, on_no_card, on_other_card."""
    living = Person.objects.filter(path=card.path, stays__until__isnull=True).order_by("name_key", "pk")
    on_this, on_any = _standing_on(card=card), _standing_on()
    kitchens = Household.objects.filter(stays__person__in=on_this, stays__until__isnull=True)
    others = living.exclude(pk__in=on_this)
    near = others.filter(stays__household__in=kitchens)
    far = others.exclude(pk__in=near)
    groups = {
        "shares_kitchen": near,
        "on_no_card": far.exclude(pk__in=on_any),
        "on_other_card": far.filter(pk__in=on_any),
    }
    return [(code, list(people.distinct())) for code, people in groups.items()]


def _standing_on(**filters: Any) -> QuerySet[Any]:
    return CardEntry.objects.filter(until__isnull=True, **filters).values("person")


def _held(cards: Iterable[FamilyCard]) -> list[Held]:
    """Three queries, however many cards."""
    shown = list(cards)
    entries = list(CardEntry.objects.filter(card__in=shown).order_by("since", "id"))
    names = dict(Person.objects.filter(pk__in=[each.person_id for each in entries]).values_list("pk", "name"))
    numbers = list(Secret.objects.filter(card__in=shown).defer("index", "sealed").order_by("-since", "-id"))
    told = [Member(entry, names.get(entry.person_id, "")) for entry in entries]
    return [_one(card, told, numbers) for card in shown]


def _one(card: FamilyCard, told: Sequence[Member], numbers: Sequence[Secret]) -> Held:
    own = [each for each in told if each.entry.card_id == card.pk]
    members = [each for each in own if each.entry.until is None]
    gone = sorted((each for each in own if each.entry.until is not None), key=lambda each: each.entry.until)
    return Held(
        card,
        sorted(members, key=lambda each: each.entry.relation != "head"),
        gone[::-1],
        [each for each in numbers if each.card_id == card.pk],
    )
