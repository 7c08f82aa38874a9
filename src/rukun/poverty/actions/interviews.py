"""Asking at the door: kept after every answer, recorded and judged as one act at the end."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.people.actions import interviews as people_interviews
from rukun.people.queries import households
from rukun.poverty.actions import classifications, score_cards
from rukun.poverty.facts import cards
from rukun.poverty.models import Draft
from rukun.poverty.queries import interviews

SOURCE = "interview"


@transaction.atomic
def keep(*, household: int, instrument: str, question: str, value: Any, by: Any) -> dict[str, Any]:
    """Keeps one answer of an interview under way; gives all answers so far.

    The audit line of the act is written when it is recorded: a draft is nobody's fact yet, so only its start is told.
    """
    path = households.path_of(household)
    draft, is_new = Draft.objects.select_for_update().get_or_create(
        household_id=household, instrument=instrument, by=str(by), defaults={"path": path}
    )
    draft.answers[question] = value
    draft.save(update_fields=["answers", "saved_at"])
    if is_new:
        audit.record("poverty.interview_begun", draft, by=by, path=path, instrument=instrument)
    return draft.answers


@transaction.atomic
def answer(*, household: int, instrument: str, answers: Mapping[str, Any], on: date, today: date, by: Any) -> str:
    """Records an interview (answers by fact) and judges the household anew; gives the label of its verdict.

    After a score card that is the label of its likelihood; the criteria are judged as well, each for itself.
    Raises the Problems of people.actions.interviews.record.
    """
    card = interviews.card(instrument, today)
    held = cards.instrument(card) if card else instrument
    people_interviews.record(
        household=household, instrument=held, on=on, source=SOURCE, answers=answers, today=today, by=by
    )
    Draft.objects.filter(household=household, instrument=instrument, by=str(by)).delete()
    label = classifications.classify(household=household, on=today, by=by)
    return score_cards.classify_household(card=card, household=household, on=today, by=by) if card else label
