"""The same help twice: written down when it is seen, settled by a person with a reason."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.programmes.models import Double, Waiting
from rukun.programmes.queries import doubles as queries
from rukun.programmes.types import Settled, State


@transaction.atomic
def look(*, waiting: Waiting, on: date, by: Any) -> list[Double]:
    """Writes down every clash that is not known yet, from whichever side it was seen."""
    return [_write(waiting, each, on, by) for each in queries.clashes(waiting, on=on) if not _is_known(waiting, each)]


@transaction.atomic
def settle(*, double: Double, settled: str, words: str, on: date, by: Any) -> Double:
    """How it ends, and why. It may be thought over until one of the two is decided upon. Raises Problem
    programmes.reason_missing, programmes.double_over."""
    held = Double.objects.select_for_update(of=("self",)).select_related("waiting", "other").get(pk=double.pk)
    if not words.strip():
        raise Problem("programmes.reason_missing")
    if held.settled and not any(_waits(each) for each in (held.waiting, held.other)):
        raise Problem("programmes.double_over")
    held.settled, held.words, held.settled_on, held.by = Settled(settled), words, on, str(by)
    held.save(update_fields=["settled", "words", "settled_on", "by"])
    audit.record("double.settled", held, by=by, path=held.path, how=str(held.settled))
    return held


def _waits(side: Waiting | None) -> bool:
    return side is not None and side.state == State.WAITING


def check(waiting: Waiting) -> None:
    """Nothing may stand in the way of taking it in. Raises Problem programmes.double_open, programmes.double_keeps,
    programmes.double_moves."""
    for each in queries.of(waiting):
        _check(each, waiting)


def _check(double: Double, waiting: Waiting) -> None:
    first = queries.first_of(double)
    other = double.other if double.waiting_id == waiting.pk else double.waiting
    goes_on = other is None or other.until is None
    told = other.scheme.name if other else double.elsewhere
    if queries.blocks(double, waiting):
        raise Problem("programmes.double_open", other=told)
    is_older = first is not None and first.pk == waiting.pk
    if double.settled == Settled.KEEP_FIRST and not is_older and goes_on:
        raise Problem("programmes.double_keeps", other=told)
    if double.settled == Settled.MOVE and other is not None and goes_on and not is_older:
        raise Problem("programmes.double_moves", other=told)
    if double.settled == Settled.MOVE and is_older and goes_on:
        raise Problem("programmes.double_keeps", other=told)


def _is_known(waiting: Waiting, clash: queries.Clash) -> bool:
    if clash.other is None:
        return Double.objects.filter(waiting=waiting, elsewhere=clash.elsewhere).exists()
    here, there = Q(waiting=waiting, other=clash.other), Q(waiting=clash.other, other=waiting)
    return Double.objects.filter(here | there).exists()


def _write(waiting: Waiting, clash: queries.Clash, on: date, by: Any) -> Double:
    made = Double.objects.create(
        waiting=waiting, path=waiting.path, other_id=clash.other, elsewhere=clash.elsewhere, nearness=clash.nearness,
        kinds=list(clash.kinds), on=on,
    )  # fmt: skip
    audit.record("double.found", made, by=by, path=waiting.path, scheme=waiting.scheme.name)
    return made
