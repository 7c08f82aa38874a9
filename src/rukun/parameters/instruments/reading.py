"""Instruments from their files, checked: every name known and earlier, every choice compared with one that exists."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import cast

from rukun.kit.problems import Problem
from rukun.parameters.files import Entry, keys_in, parsed, shipped
from rukun.parameters.instruments import expressions
from rukun.parameters.instruments.expressions import NOT_SAID, Compare, Expression, Literal, Name, Selected
from rukun.parameters.instruments.questions import LEVELS, TYPES, Instrument, Level, Question, Type
from rukun.parameters.instruments.words import Choice, Words

CHOICE_LISTS = "instruments/choice_lists"
Lists = Mapping[str, tuple[Choice, ...]]


def all_keys() -> tuple[str, ...]:
    """The keys of the shipped instruments."""
    return tuple(key.rpartition("/")[2] for key in keys_in("instruments") if key != CHOICE_LISTS)


def in_force(on: date) -> tuple[Instrument, ...]:
    """The shipped instruments in force on a day."""
    every = (load(key) for key in all_keys())
    return tuple(each for each in every if each.since <= on and (each.until is None or on < each.until))


@cache
def load(key: str) -> Instrument:
    """A shipped instrument by its key, as "rt_census"."""
    lists = {name: _choices(entry) for name, entry in parsed(shipped(CHOICE_LISTS), f"{CHOICE_LISTS}.yaml").items()}
    return read(shipped(f"instruments/{key}"), key, lists=lists)


def read(text: str, key: str, *, lists: Lists | None = None) -> Instrument:
    """An instrument from YAML; `lists` are choice lists a question may name instead of listing its choices.

    Problems `parameters.not_yaml`, `parameters.wrong_shape`, `instruments.bad_question`, `instruments.bad_expression`.
    """
    entry = parsed(text, f"instruments/{key}.yaml")
    entry.only("title", "since", "until", "source", "questions")
    questions: dict[str, Question] = {}
    for each in entry.at("questions").each():
        question = _question(each, lists or {})
        _check_question(question, questions, each)
        questions[question.name] = question
    if not questions:
        raise entry.at("questions").wrong("setidaknya satu pertanyaan")
    return Instrument(
        key=key,
        title=_words(entry.at("title")),
        since=entry.at("since").day(),
        until=entry.at("until").day() if entry.has("until") else None,
        source=entry.at("source").text(),
        questions=tuple(questions.values()),
    )


def _question(entry: Entry, lists: Lists) -> Question:
    entry.only("name", "text", "type", "level", "fact", "choices", "hint", "unit", "relevance", "constraint")
    name = entry.at("name").text()
    return Question(
        name=name,
        text=_words(entry.at("text")),
        type=cast(Type, entry.at("type").one_of(TYPES)),
        level=cast(Level, entry.at("level").one_of(LEVELS, default="household")),
        fact=entry.at("fact").text(default=name),
        choices=_listed(entry.at("choices"), lists) if entry.has("choices") else (),
        hint=_words(entry.at("hint")) if entry.has("hint") else None,
        unit=entry.at("unit").text(default=""),
        relevance=_expression(entry, "relevance", name),
        constraint=_expression(entry, "constraint", name),
    )


def _words(entry: Entry) -> Words:
    entry.only("id", "en")
    return Words(entry.at("id").text(), entry.at("en").text())


def _listed(entry: Entry, lists: Lists) -> tuple[Choice, ...]:
    if isinstance(entry.value, str):
        return lists[entry.one_of(tuple(lists))]
    return _choices(entry)


def _choices(entry: Entry) -> tuple[Choice, ...]:
    choices = tuple(_choice(each) for each in entry.each())
    values = [choice.value for choice in choices]
    if len(set(values)) != len(values) or not set(values).isdisjoint(NOT_SAID):
        raise entry.wrong("pilihan yang berbeda-beda, tanpa unknown dan refused")
    return choices


def _choice(entry: Entry) -> Choice:
    entry.only("value", "id", "en")
    value = entry.at("value").text()
    if not value.isidentifier():
        raise entry.at("value").wrong("kata tanpa spasi")
    return Choice(value, Words(entry.at("id").text(), entry.at("en").text()))


def _expression(entry: Entry, word: str, question: str) -> Expression | None:
    if not entry.has(word):
        return None
    text = entry.at(word).text()
    try:
        return expressions.parse(text)
    except expressions.BadExpression as error:
        raise Problem(
            "instruments.bad_expression", file=entry.file, question=question, expression=text, cause=str(error)
        ) from error


def _check_question(question: Question, earlier: Mapping[str, Question], entry: Entry) -> None:
    cause = _fault(question, earlier)
    if cause:
        raise Problem("instruments.bad_question", file=entry.file, question=question.name, cause=cause)


def _fault(question: Question, earlier: Mapping[str, Question]) -> str:
    """Why a question cannot stand where it stands, or "" when it can."""
    if not question.name.isidentifier() or question.name in earlier:
        return "namanya harus satu kata huruf kecil dan belum dipakai"
    if bool(question.choices) != (question.type in ("choice", "choices")):
        return "pilihan hanya ada pada choice dan choices, dan di sana wajib ada"
    known = {**earlier, "": question}
    for expression, may_see_itself in ((question.relevance, False), (question.constraint, True)):
        if expression is not None:
            fault = _reference_fault(expression, known, question.level, may_see_itself)
            if fault:
                return fault
    return ""


def _reference_fault(expression: Expression, known: Mapping[str, Question], level: Level, may_see_itself: bool) -> str:
    for name in sorted(expression.names):
        if name not in known or (name == "" and not may_see_itself):
            return f"pertanyaan {name or '.'} belum ditanyakan di situ"
        if known[name].level == "person" and level == "household":
            return f"pertanyaan {name} tentang orang, bukan rumah tangga"
    for name, value in _compared_choices(expression):
        question = known[name]
        allowed = ("yes", "no") if question.type == "yes_no" else tuple(choice.value for choice in question.choices)
        if allowed and value not in allowed:
            return f"{value} bukan pilihan {question.name}"
    return ""


def _compared_choices(expression: Expression) -> list[tuple[str, str]]:
    """Every (question, text) that the expression holds against each other."""
    found = []
    for node in expressions.nodes(expression.root):
        if isinstance(node, Selected):
            found.append((node.of.name, node.choice))
        elif isinstance(node, Compare):
            sides = (node.left, node.right)
            names = [side.name for side in sides if isinstance(side, Name)]
            texts = [side.value for side in sides if isinstance(side, Literal) and isinstance(side.value, str)]
            found += [(name, text) for name in names for text in texts]
    return found
