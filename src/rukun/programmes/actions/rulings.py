"""A person decides on one that waits; the verdict of the terms and the facts of that day are kept beside it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.dates import months_later
from rukun.kit.problems import Problem
from rukun.programmes.actions import doubles
from rukun.programmes.actions.waiting import LOCK, still_open
from rukun.programmes.facts import terms as kept
from rukun.programmes.models import Instalment, Ruling, Terms, Waiting
from rukun.programmes.queries import schemes
from rukun.programmes.queries import waiting as queries
from rukun.programmes.types import State
from rukun.rules.programmes import State as Says
from rukun.walls import scope


@transaction.atomic
def enrol(*, waiting: Waiting, on: date, by: Any, words: str = "") -> Ruling:
    """Takes somebody in and writes what will come when. Against the verdict, or out of turn, only with words.

    Raises Problem programmes.decided_already, programmes.no_terms, programmes.double_open, programmes.double_keeps,
    programmes.double_moves, programmes.quota_full, programmes.against_verdict, programmes.out_of_turn.
    """
    held, terms = _held(waiting, on)
    doubles.look(waiting=held, on=on, by=by)
    doubles.check(held)
    left = queries.free(held.scheme, terms)
    if left == 0:
        raise Problem("programmes.quota_full", scheme=held.scheme.name, quota=terms.quota)
    made = _rule(held, terms, State.ENROLLED, words, on, by)
    _check_words(made, left)
    held.state, held.enrolled_on = State.ENROLLED, on
    _save(held)
    Instalment.objects.bulk_create(_instalments(held, terms, on))
    audit.record("ruling.enrolled", made, by=by, path=held.path, scheme=held.scheme.name)
    return made


@transaction.atomic
def refuse(*, waiting: Waiting, words: str, on: date, by: Any) -> Ruling:
    """Says no, always with words. Raises Problem programmes.decided_already, programmes.no_terms,
    programmes.reason_missing."""
    held, terms = _held(waiting, on)
    if not words.strip():
        raise Problem("programmes.reason_missing")
    made = _rule(held, terms, State.REFUSED, words, on, by)
    held.state, held.until = State.REFUSED, on
    _save(held)
    audit.record("ruling.refused", made, by=by, path=held.path, scheme=held.scheme.name)
    return made


def _held(waiting: Waiting, on: date) -> tuple[Waiting, Terms]:
    """The row and the terms in force; whoever decides in the same programme waits until we are done."""
    scope.alone(LOCK, waiting.scheme_id)
    held = still_open(waiting)
    terms = schemes.in_force(held.scheme, on=on)
    if terms is None:
        raise Problem("programmes.no_terms", scheme=held.scheme.name, on=on)
    return held, terms


def _rule(held: Waiting, terms: Terms, state: str, words: str, on: date, by: Any) -> Ruling:
    facts = queries.facts_of([held], on=on)[held.pk]
    verdict = kept.judged(terms, facts)
    if state == State.ENROLLED and verdict.state != Says.YES and not words.strip():
        raise Problem("programmes.against_verdict")
    turns = {each.waiting.pk: each.place for each in queries.in_turn(held.scheme, terms, on=on)}
    return Ruling.objects.create(
        waiting=held, path=held.path, terms=terms, state=state, verdict=verdict.state, reasons=kept.frozen(verdict),
        facts=facts, place=turns.get(held.pk), words=words.strip(), on=on, by=str(by),
    )  # fmt: skip


def _check_words(made: Ruling, left: int | None) -> None:
    """Behind more people than there are places: only with words."""
    if left is not None and made.place is not None and made.place > left and not made.words:
        raise Problem("programmes.out_of_turn", place=made.place, left=left)


def _save(held: Waiting) -> None:
    held.revision += 1
    held.save(update_fields=["state", "enrolled_on", "until", "revision"])


def _instalments(held: Waiting, terms: Terms, on: date) -> list[Instalment]:
    """The whole amount in equal parts of whole rupiah, what does not divide in the first; training gives nothing."""
    if terms.amount is None and not terms.goods:
        return []
    return [
        Instalment(
            waiting=held, path=held.path, number=number, due=months_later(on, (number - 1) * terms.months_apart),
            amount=_part(terms.amount, terms.parts, number), goods=terms.goods,
        )
        for number in range(1, terms.parts + 1)
    ]  # fmt: skip


def _part(amount: int | None, parts: int, number: int) -> int | None:
    if amount is None:
        return None
    each, rest = divmod(amount, parts)
    return each + (rest if number == 1 else 0)
