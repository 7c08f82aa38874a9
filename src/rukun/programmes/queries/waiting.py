"""Who waits for what, in which place, and who was taken in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from rukun.programmes.facts import terms as kept
from rukun.programmes.models import Scheme, Terms, Waiting
from rukun.programmes.queries import people, seen
from rukun.programmes.types import GOING, Exit, State
from rukun.rules import programmes as rules


@dataclass(frozen=True, slots=True)
class Turn:
    """One who waits: `place` from 1 among those the terms do not exclude, None for who is excluded; `because`: what
    put it behind the one before."""

    waiting: Waiting
    verdict: rules.Verdict
    place: int | None
    because: str


def visible() -> QuerySet[Waiting]:
    return Waiting.objects.select_related("scheme")


def path_of(waiting_id: int) -> str:
    """The path of one that waits, "" when one may not see it: used by guards."""
    return Waiting.objects.filter(pk=waiting_id).values_list("path", flat=True).first() or ""


def of_household(household_id: int) -> list[Waiting]:
    """All it has, waits for or once asked for, what goes on first."""
    found = visible().filter(household=household_id)
    return sorted(
        found, key=lambda each: (each.until is not None, each.state != State.WAITING, -each.since.toordinal())
    )


def of_scheme(scheme: Scheme, *states: str) -> QuerySet[Waiting]:
    """Those of a programme in these states, as far as one may see."""
    return visible().filter(scheme=scheme, state__in=states).order_by("since", "id")


def names(found: Sequence[Waiting]) -> dict[int, str]:
    """Person → name of who receives, as far as one may see."""
    return people.names(each.head_id for each in found)


def taken(scheme: Scheme, terms: Terms) -> int:
    """How many places are taken: all who were taken in and have not left, and who finished what these terms gave.
    Who moved, died or left otherwise makes room."""
    finished = Q(state=State.LEFT, ended_by=Exit.FINISHED, enrolled_on__gte=terms.since)
    return Waiting.objects.filter(Q(state=State.ENROLLED) | finished, scheme=scheme).count()


def free(scheme: Scheme, terms: Terms) -> int | None:
    """Places left; None when the terms set no quota."""
    return None if terms.quota is None else max(terms.quota - taken(scheme, terms), 0)


def facts_of(found: Sequence[Waiting], *, on: date) -> dict[int, dict[str, Any]]:
    """Waiting → its facts of a day."""
    known = seen.of([(each.household_id, each.head_id) for each in found], on=on)
    return {each.pk: known[each.household_id, each.head_id] for each in found}


def in_turn(scheme: Scheme, terms: Terms, *, on: date) -> list[Turn]:
    """All who wait and may be seen, in the order of the terms; those whom the terms exclude come last."""
    found = list(of_scheme(scheme, State.WAITING))
    facts = facts_of(found, on=on)
    verdicts = {each.pk: kept.judged(terms, facts[each.pk]) for each in found}
    steps = kept.steps(terms)
    asked = [
        rules.Waiting(str(each.pk), each.since.toordinal(), kept.numbers(facts[each.pk], steps))
        for each in found
        if verdicts[each.pk].state != rules.State.NO
    ]
    placed = {int(each.key): each for each in rules.ordered(asked, steps, seed=terms.seed)}
    turns = [_turn(each, verdicts[each.pk], placed.get(each.pk)) for each in found]
    return sorted(turns, key=lambda turn: (turn.place is None, turn.place or 0, turn.waiting.pk))


def _turn(waiting: Waiting, verdict: rules.Verdict, placed: rules.Placed | None) -> Turn:
    return Turn(waiting, verdict, placed.place if placed else None, placed.because if placed else "")


def going(path: str) -> QuerySet[Waiting]:
    """Under a path: who waits, and who is taken in."""
    held = visible().filter(path__startswith=path, state__in=GOING)
    return held.order_by("state", "since", "id")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one that waits stands on a day: its turn, the places left (None: no quota), how many wait."""

    turn: Turn
    free: int | None
    waiting: int

    @property
    def is_full(self) -> bool:
        return self.free == 0

    @property
    def is_out_of_turn(self) -> bool:
        return self.free is not None and self.turn.place is not None and self.turn.place > self.free

    @property
    def is_against(self) -> bool:
        return self.turn.verdict.state != rules.State.YES


def standing(waiting: Waiting, terms: Terms, *, on: date) -> Standing:
    """Among all of the same programme one may see."""
    turns = in_turn(waiting.scheme, terms, on=on)
    own = next(each for each in turns if each.waiting.pk == waiting.pk)
    return Standing(own, free(waiting.scheme, terms), len(turns))
