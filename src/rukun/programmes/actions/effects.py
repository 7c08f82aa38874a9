"""What the help changed, told after months; and how somebody leaves a programme."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.programmes.facts import terms as kept
from rukun.programmes.models import Arrival, Effect, Ruling, Waiting
from rukun.programmes.queries import effects, schemes
from rukun.programmes.queries import waiting as waiting_queries
from rukun.programmes.types import Exit, State

WITH_WORDS = (Exit.OTHER, Exit.BROKEN, Exit.BETTER, Exit.DOUBLE)
MOST = 10**9
"""A billion rupiah a month: more is a slip of the finger."""


@transaction.atomic
def tell(*, waiting: Waiting, change: int, words: str, today: date, by: Any, income: int | None = None) -> Effect:
    """Better, the same or worse, in the words of who was helped; for the months asked for today.

    Raises Problem programmes.effect_not_now, programmes.effect_words, programmes.effect_income.
    """
    held = Waiting.objects.select_for_update().get(pk=waiting.pk)
    months, next_day = effects.of(held, on=today)
    if months is None:
        raise Problem("programmes.effect_not_now" if next_day else "programmes.effect_done", on=next_day)
    if not words.strip():
        raise Problem("programmes.effect_words")
    if income is not None and not 0 <= income <= MOST:
        raise Problem("programmes.effect_income")
    told = {"months": months, "on": today, "change": change, "income": income, "words": words.strip()}
    made = Effect.objects.create(waiting=held, path=held.path, by=str(by), **told)
    audit.record("effect.told", made, by=by, path=held.path, months=months)
    return made


@transaction.atomic
def leave(*, waiting: Waiting, ended_by: str, on: date, today: date, by: Any, words: str = "") -> Waiting:
    """Ends the help with its reason and the facts of that day; what came stays to be read, what has not come is not
    due any more.

    Raises Problem programmes.leave_not_enrolled, programmes.leave_day, programmes.leave_words.
    """
    held = Waiting.objects.select_for_update().get(pk=waiting.pk)
    if held.state != State.ENROLLED:
        raise Problem("programmes.leave_not_enrolled", state=State(held.state).label)
    came = Arrival.objects.filter(instalment__waiting=held).aggregate(last=Max("on"))["last"]
    first = max(filter(None, (held.since, held.enrolled_on, came)))
    if not first <= on <= today:
        raise Problem("programmes.leave_day", on=on, first=first, today=today)
    if ended_by in WITH_WORDS and not words.strip():
        raise Problem("programmes.leave_words", reason=Exit(ended_by).label)
    held.state, held.until, held.ended_by, held.words = State.LEFT, on, ended_by, words.strip()
    held.revision += 1
    held.save(update_fields=["state", "until", "ended_by", "words", "revision"])
    _rule(held, on, by)
    audit.record("waiting.left", held, by=by, path=held.path, reason=str(ended_by))
    return held


def _rule(held: Waiting, on: date, by: Any) -> None:
    """Leaving is a decision like the others: what the terms say of the facts is kept beside it."""
    terms = schemes.in_force(held.scheme, on=on)
    if terms is None:
        return
    facts = waiting_queries.facts_of([held], on=on)[held.pk]
    verdict = kept.judged(terms, facts)
    Ruling.objects.create(
        waiting=held, path=held.path, terms=terms, state=State.LEFT, verdict=verdict.state,
        reasons=kept.frozen(verdict), facts=facts, words=held.words or str(Exit(held.ended_by).label), on=on,
        by=str(by),
    )  # fmt: skip
