"""An interview under way: which questions are asked, what was answered so far, which comes next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rukun.parameters import instruments
from rukun.parameters.instruments import Instrument, Question
from rukun.poverty.facts import cards
from rukun.poverty.models import Draft, ScoreCard
from rukun.ui.widgets import with_unknowns
from rukun.ui.words import measured

Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in its place: `number` from 1; `value` None while nobody has answered."""

    number: int
    question: Question
    value: Any


def on_offer(on: date) -> tuple[Instrument, ...]:
    """The instruments of a day: the shipped ones first, then the score cards that were brought."""
    return *shipped(on), *map(cards.instrument, cards_in_force(on))


def shipped(on: date) -> tuple[Instrument, ...]:
    return instruments.in_force(on)


def cards_in_force(on: date) -> list[ScoreCard]:
    found = ScoreCard.objects.filter(since__lte=on, card__has_key="questions")
    return list(found.order_by("title", "key"))


def card(key: str, on: date) -> ScoreCard | None:
    """The score card behind an instrument's key; None for a shipped instrument."""
    return next((each for each in cards_in_force(on) if cards.instrument_key(each) == key), None)


def instrument(key: str, on: date) -> Instrument | None:
    return next((each for each in on_offer(on) if each.key == key), None)


def draft_of(household_id: int, key: str, by: str) -> dict[str, Any]:
    """What this person has typed so far, {} when nothing."""
    held = Draft.objects.filter(household=household_id, instrument=key, by=by).first()
    return dict(held.answers) if held else {}


def asked(held: Instrument, answers: Answers) -> list[Asked]:
    """The questions to be asked, given the answers so far; one whose turn is undecided is asked as well."""
    found: list[Asked] = []
    given: dict[str, Any] = {}
    for number, question in enumerate(held.questions, start=1):
        if question.level == "household" and question.is_asked(given) is not False:
            value = answers.get(question.name)
            found.append(Asked(number, question, value))
            given[question.name] = tuple(value) if isinstance(value, list) else value
    return found


def by_fact(held: Instrument, answers: Answers) -> dict[str, Any]:
    """Answers as they are recorded: only to questions that were asked."""
    return {each.question.fact: each.value for each in asked(held, answers) if each.value is not None}


def following(questions: list[Asked], number: int) -> int | None:
    """The number of the next question, None after the last."""
    return next((each.number for each in questions if each.number > number), None)


def preceding(questions: list[Asked], number: int) -> int | None:
    return next((each.number for each in reversed(questions) if each.number < number), None)


def spoken(question: Question, value: Any) -> str:
    """An answer in the reader's words, with its unit; "" when there is none."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(spoken(question, each) for each in value)
    is_english = (get_language() or "id").startswith("en")
    labels = {choice.value: choice.label.en if is_english else choice.label.id for choice in question.choices}
    return labels.get(value) or plain(value, question.unit)


def plain(value: Any, unit: str) -> str:
    """An answer that is none of the choices: yes or no, not known, not said, or a number with its unit."""
    if isinstance(value, bool):
        return _("Ya") if value else _("Tidak")
    if isinstance(value, str):
        return str(dict(with_unknowns([])).get(value, value))
    return measured(value, unit)
