"""Facts in words: the question as it was asked, the answer as it is read, its day and its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from rukun.parameters import instruments
from rukun.people.queries.facts import Fact
from rukun.ui.words import measured

SOURCES = {
    "rt_census": gettext_lazy("sensus RT"),
    "sensus": gettext_lazy("sensus RT"),
    "interview": gettext_lazy("wawancara"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One fact for a page: label, value in words, the day it was said (`since`; None: said elsewhere), the source."""

    label: str
    value: str
    since: date | None
    source: str


def told(known: Mapping[str, Fact]) -> list[Told]:
    """In the order of the questions; a fact no instrument knows any more comes last, under its own name.

    A fact with a colon answers a questionnaire of another room ("card:q1"): that room tells it.
    """
    questions = _questions()
    ordered = [fact for fact in questions if fact in known] + _unlisted(known)
    return [_told(fact, known[fact], questions.get(fact)) for fact in ordered]


def apart(facts: Sequence[Told]) -> tuple[Told | None, list[Told]]:
    """One fact of the day and source most of them share, and all of them with only what differs still said of each."""
    if len(facts) < 2:
        return None, list(facts)
    (on, source), _count = Counter((each.since, each.source) for each in facts).most_common(1)[0]
    shared = [each for each in facts if (each.since, each.source) == (on, source)]
    return shared[0], [replace(each, since=None) if each in shared else each for each in facts]


def _unlisted(known: Mapping[str, Fact]) -> list[str]:
    return [fact for fact in known if fact not in _questions() and ":" not in fact]


@cache
def _questions() -> dict[str, instruments.Question]:
    every = [instruments.load(key) for key in reversed(instruments.all_keys())]
    return {question.fact: question for each in every for question in each.questions}


def _told(name: str, fact: Fact, question: instruments.Question | None) -> Told:
    if question is None:
        return Told(name, str(fact.value), fact.on, source_words(fact.source))
    return Told(_spoken(question.text), _value(question, fact.value), fact.on, source_words(fact.source))


def source_words(source: str) -> str:
    """Where an answer came from, as people call it; a source nobody has named is read as it stands."""
    return str(SOURCES.get(source, source))


def _value(question: instruments.Question, value: Any) -> str:
    common = {"unknown": _("Tidak tahu"), "refused": _("Tidak mau menjawab"), True: _("Ya"), False: _("Tidak")}
    if isinstance(value, str | bool) and value in common:
        return common[value]
    if isinstance(value, list):
        return ", ".join(_value(question, each) for each in value)
    for choice in question.choices:
        if choice.value == value:
            return _spoken(choice.label)
    if isinstance(value, int | float):
        return measured(value, question.unit)
    return str(value)


def _spoken(words: instruments.Words) -> str:
    return words.en if (get_language() or "id").startswith("en") else words.id
