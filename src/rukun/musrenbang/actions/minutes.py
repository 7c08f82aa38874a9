"""What was said and decided: minutes that several may write, decisions one by one, and who thought otherwise."""

from __future__ import annotations

import re
from typing import Any

from django.db import transaction
from django.db.models import Max

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.musrenbang.actions.holding import check_revision, held
from rukun.musrenbang.models import Decision, Dissent, Meeting
from rukun.musrenbang.types import Calling

NUMBER = re.compile(r"(?:\d[\s.\-]?){15}\d")


@transaction.atomic
def write(*, meeting: Meeting, revision: int, minutes: str, chair: str, writer: str, by: Any) -> Meeting:
    """Keeps the minutes when nobody else has written since `revision`.

    Raises Problem musrenbang.meeting_state, musrenbang.changed_meanwhile, musrenbang.number_in_words.
    """
    kept = held(meeting, Calling.PLANNED, Calling.OPEN)
    typed = {"minutes": minutes.strip(), "chair": chair.strip(), "writer": writer.strip()}
    if all(getattr(kept, name) == value for name, value in typed.items()):
        return kept
    check_revision(kept, revision)
    _no_numbers(minutes, chair, writer)
    for name, value in typed.items():
        setattr(kept, name, value)
    kept.revision += 1
    kept.save(update_fields=["minutes", "chair", "writer", "revision"])
    audit.record("meeting.minuted", kept, by=by, path=kept.path)
    return kept


@transaction.atomic
def decide(*, meeting: Meeting, words: str, by: Any) -> Decision:
    """One thing the open meeting decided. Raises Problem musrenbang.meeting_state, musrenbang.number_in_words."""
    kept = held(meeting, Calling.OPEN)
    _no_numbers(words)
    last = kept.decisions.aggregate(last=Max("place"))["last"] or 0
    made = Decision.objects.create(meeting=kept, path=kept.path, place=last + 1, words=words.strip())
    audit.record("meeting.decided", made, by=by, path=kept.path, place=made.place)
    return made


@transaction.atomic
def reword(*, decision: Decision, words: str, by: Any) -> Decision:
    """Other words for a decision, until the meeting is closed; without words it is taken back.

    Raises Problem musrenbang.meeting_state, musrenbang.number_in_words.
    """
    kept = held(decision.meeting, Calling.OPEN)
    _no_numbers(words)
    audit.record("meeting.reworded", decision, by=by, path=kept.path, place=decision.place)
    if not words.strip():
        decision.delete()
        return decision
    decision.words = words.strip()
    decision.save(update_fields=["words"])
    return decision


@transaction.atomic
def dissent(*, decision: Decision, words: str, voice: str, by: Any) -> Dissent:
    """Who thought otherwise, by kind of voice and never by name.

    Raises Problem musrenbang.meeting_state, musrenbang.number_in_words.
    """
    kept = held(decision.meeting, Calling.OPEN)
    _no_numbers(words, voice)
    made = Dissent.objects.create(decision=decision, path=kept.path, words=words.strip(), voice=voice.strip())
    audit.record("meeting.dissented", made, by=by, path=kept.path, place=decision.place)
    return made


def _no_numbers(*texts: str) -> None:
    """A NIK or KK number has no place in words that others read."""
    if any(NUMBER.search(text) for text in texts):
        raise Problem("musrenbang.number_in_words")
