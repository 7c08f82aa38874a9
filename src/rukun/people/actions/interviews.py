"""Keeps what a household answered, as it was answered. A mistake is corrected by a newer interview."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import transaction

from rukun.audit.actions import record as write_line
from rukun.kit.problems import Problem
from rukun.parameters import instruments
from rukun.people.actions import days, tallies
from rukun.people.models import Household, Interview

NOT_SAID = ("unknown", "refused")


@transaction.atomic
def record(
    *,
    household: Household | int,
    instrument: str | instruments.Instrument,
    on: date,
    source: str,
    answers: Mapping[str, Any],
    today: date,
    by: Any,
) -> Interview:
    """Keeps one interview by an instrument: the key of a shipped one, or one that another room made.

    Answers by fact: a value of the question's type, "unknown" or "refused"; a fact left out was not asked.

    Raises Problem people.day_in_future, people.day_before_household, people.household_closed, people.no_answers,
    people.not_a_question, people.answer_unreadable, people.answer_not_allowed, people.not_to_be_asked.
    """
    home = _held(household)
    days.not_in_future(on, today=today)
    days.not_before_household(max(on, home.since), home)
    held = instruments.load(instrument) if isinstance(instrument, str) else instrument
    kept = checked(held, answers)
    made = Interview.objects.create(
        household=home, path=home.path, instrument=held.key, on=on, source=source, answers=kept, by=str(by)
    )
    write_line("household.interviewed", home, by=by, path=home.path, instrument=held.key, answers=len(kept))
    tallies.refresh(rt_ids=[home.rt_id], on=today)
    return made


def checked(instrument: instruments.Instrument, answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers as they are kept (JSON), each allowed by its question, in the order of the questions."""
    if foreign := set(answers) - set(instrument.facts):
        raise Problem("people.not_a_question", facts=sorted(foreign))
    if not answers:
        raise Problem("people.no_answers")
    given: dict[str, Any] = {}
    kept: dict[str, Any] = {}
    for question in instrument.questions:
        if (value := answers.get(question.fact)) is None:
            continue
        read = value if value in NOT_SAID else _read(question, value)
        if question.is_asked(given) is False:
            raise Problem("people.not_to_be_asked", question=question.text.id)
        given[question.name] = read
        if read not in NOT_SAID and question.constraint and question.constraint.holds(given, value=read) is False:
            raise Problem("people.answer_not_allowed", question=question.text.id, constraint=question.constraint.text)
        kept[question.fact] = _as_json(read)
    return kept


def _held(household: Household | int) -> Household:
    pk = household if isinstance(household, int) else household.pk
    held = Household.objects.select_for_update().filter(pk=pk).first()
    if held is None:
        raise Problem("people.changed_meanwhile")
    return held


def _read(question: instruments.Question, value: Any) -> Any:
    allowed = {choice.value for choice in question.choices}
    try:
        read = READERS[question.type](value)
    except (ValueError, TypeError, InvalidOperation):
        raise Problem("people.answer_unreadable", question=question.text.id) from None
    chosen = {"choice": (read,), "choices": read}.get(question.type, ())
    if any(each not in allowed for each in chosen):
        raise Problem("people.answer_unreadable", question=question.text.id)
    return read


def _whole(value: Any) -> int:
    number = _number(value)
    if number != number.to_integral_value():
        raise ValueError
    return int(number)


def _number(value: Any) -> Decimal:
    number = Decimal(str(value))
    if isinstance(value, bool) or not number.is_finite():
        raise ValueError
    return number


def _truth(value: Any) -> bool:
    return {True: True, False: False, "yes": True, "no": False}[value] if value in (True, False, "yes", "no") else _no()


def _no() -> Any:
    raise ValueError


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def _several(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(str(each) for each in value)


READERS: dict[str, Callable[[Any], Any]] = {
    "integer": _whole,
    "decimal": _number,
    "choice": str,
    "choices": _several,
    "text": lambda value: str(value).strip(),
    "date": _day,
    "yes_no": _truth,
}


def _as_json(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
