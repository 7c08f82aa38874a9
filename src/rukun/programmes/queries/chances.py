"""What a household could ask for, and why or why not, for each person who could receive it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rukun.people.queries import households, persons
from rukun.programmes.facts import terms as kept
from rukun.programmes.models import Scheme, Terms, Waiting
from rukun.programmes.queries import schemes, seen
from rukun.programmes.types import Unit
from rukun.rules.programmes import Verdict

BEST = {"yes": 0, "open": 1, "no": 2}


@dataclass(frozen=True, slots=True)
class Chance:
    """A programme nobody of the household is in, with the verdict for who fits it best; `head`: that person."""

    scheme: Scheme
    head: Any
    verdict: Verdict


def living(household_id: int) -> list[Any]:
    """Persons who live there now, the head first."""
    home = households.visible().filter(pk=household_id).first()
    return [stay.person for stay in persons.living_in(home)] if home else []


def of_household(household_id: int, path: str, *, going: Sequence[Waiting], on: date) -> list[Chance]:
    """Programmes with terms, beside those it is in or waits for, the likeliest first."""
    held_already = {each.scheme_id for each in going}
    free = [each for each in schemes.asked_by_people(path, on=on) if each.pk not in held_already]
    held, people = schemes.of_many(free, on=on), living(household_id)
    facts = seen.of([(household_id, each.pk) for each in people], on=on)
    told = [(facts[household_id, each.pk], each) for each in people]
    found = [_best(each, held[each.pk], told) for each in free if each.pk in held and people]
    return sorted(found, key=lambda each: (BEST[each.verdict.state], each.scheme.name))


def _best(scheme: Scheme, terms: Terms, people: Sequence[tuple[Any, Any]]) -> Chance:
    """Help for a family is received by its head; help for a person by whoever fits best."""
    tried = people if scheme.unit == Unit.PERSON else people[:1]
    judged = [(kept.judged(terms, facts), person) for facts, person in tried]
    verdict, person = min(judged, key=lambda each: BEST[each[0].state])
    return Chance(scheme, person, verdict)
