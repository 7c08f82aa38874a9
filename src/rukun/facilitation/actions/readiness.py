"""An RT takes the quiz of the juknis. It may try again; every try is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.facilitation.actions import steps
from rukun.facilitation.models import Programme, ReadinessTry
from rukun.kit.problems import Problem
from rukun.parameters.juknis import StepKind


@transaction.atomic
def take(*, rt_id: int, path: str, programme: Programme, answers: Sequence[int], on: date, by: Any) -> ReadinessTry:
    """Keeps one try: the chosen places, in the order of the questions. Reaching what is needed finishes the step.

    Raises Problem facilitation.no_quiz, facilitation.unanswered.
    """
    quiz = programme.juknis.readiness
    if not quiz.questions:
        raise Problem("facilitation.no_quiz", year=programme.year)
    if len(answers) != len(quiz.questions):
        raise Problem("facilitation.unanswered", answered=len(answers), asked=len(quiz.questions))
    right = sum(chosen == each.right for chosen, each in zip(answers, quiz.questions, strict=True))
    kept = ReadinessTry.objects.create(
        rt_id=rt_id, path=path, year=programme.year, on=on, answers=list(answers), right=right,
        of=len(quiz.questions), needed=quiz.needed, programme=programme,
    )  # fmt: skip
    audit.record("readiness.taken", kept, by=by, path=path, year=programme.year, right=right, of=kept.of)
    act = steps.finish if kept.is_passed else steps.begin
    act(rt_id=rt_id, path=path, year=programme.year, step=StepKind.READINESS, on=on, by=by)
    return kept
