"""A cadre asks, a health worker sees, decides in own words, and closes with what came of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.dates import day_in_words
from rukun.kit.problems import Problem
from rukun.people.queries import lives
from rukun.services.health.models import Measurement, Referral
from rukun.services.health.types import Why

WORDS, DECISIONS = 400, 2000


@transaction.atomic
def ask(
    *, person_id: int, path: str, why: Why, on: date, by: Any, words: str = "", measurement: Measurement | None = None
) -> Referral:
    """Asks a health worker to look at somebody; while the same is still open, nothing is asked twice."""
    told = {"path": path, "on": on, "by": str(by), "words": words.strip()[:WORDS], "measurement": measurement}
    referral, is_new = Referral.objects.get_or_create(person_id=person_id, why=why, closed_on=None, defaults=told)
    if is_new:
        audit.record("referral.asked", referral, by=by, path=path)
    return referral


@transaction.atomic
def ask_in_words(*, person: Any, why: Why, words: str, on: date, by: Any) -> Referral:
    """What a cadre saw, asked by hand. Raises Problem health.referral_words, health.referral_open,
    health.referral_dead."""
    if why == Why.OTHER and not words.strip():
        raise Problem("health.referral_words")
    if Referral.objects.filter(person=person.pk, why=why, closed_on__isnull=True).exists():
        raise Problem("health.referral_open")
    if lives.lives([person.pk])[person.pk].died:
        raise Problem("health.referral_dead")
    return ask(person_id=person.pk, path=person.path, why=why, words=words, on=on, by=by)


@transaction.atomic
def decide(*, referral: Referral, words: str, next_on: date | None, on: date, by: Any) -> Referral:
    """Seen, and what is done now; a later look is written beneath the earlier. Raises Problem health.referral_closed,
    health.referral_words, health.referral_next, health.referral_full."""
    held = _open(referral)
    if not words.strip():
        raise Problem("health.referral_words")
    if next_on is not None and next_on < on:
        raise Problem("health.referral_next", day=next_on)
    told = "\n".join(filter(None, [held.decision, f"{day_in_words(on)}: {words.strip()}"]))
    if len(told) > DECISIONS:
        raise Problem("health.referral_full")
    held.decision, held.next_on, held.seen_on, held.seen_by = told, next_on, on, str(by)
    return _saved(held, "referral.decided", by)


@transaction.atomic
def close(*, referral: Referral, outcome: str, on: date, by: Any) -> Referral:
    """Nothing more is asked for. Raises Problem health.referral_closed, health.referral_unseen,
    health.referral_words."""
    held = _open(referral)
    if held.seen_on is None:
        raise Problem("health.referral_unseen")
    if not outcome.strip():
        raise Problem("health.referral_words")
    held.outcome, held.closed_on, held.next_on = outcome.strip()[:WORDS], on, None
    return _saved(held, "referral.closed", by)


def _open(referral: Referral) -> Referral:
    held = Referral.objects.select_for_update().get(pk=referral.pk)
    if held.closed_on is not None:
        raise Problem("health.referral_closed", day=held.closed_on)
    return held


def _saved(held: Referral, verb: str, by: Any) -> Referral:
    held.save()
    audit.record(verb, held, by=by, path=held.path)
    return held
