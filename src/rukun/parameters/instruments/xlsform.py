"""An instrument as the three sheets of an XLSForm, from which any XForm tool makes a form for the field.

Questions about persons stand in one repeat, `member`. "Unknown" and "refused" become choices where there are choices;
beside every other question stands a `<name>_unanswered` that is asked while the answer is empty. There is one
difference to know: in an XForm an empty answer makes a comparison false, while here it leaves it open.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Protocol

from rukun.parameters.instruments.expressions import Expression
from rukun.parameters.instruments.words import Choice, Words

Rows = list[dict[str, str]]

_TYPES = {"integer": "integer", "decimal": "decimal", "text": "text", "date": "date"}
_UNANSWERED = (
    Choice("unknown", Words("Tidak tahu", "Do not know")),
    Choice("refused", Words("Tidak mau menjawab", "Prefer not to say")),
)
_YES_NO = (Choice("yes", Words("Ya", "Yes")), Choice("no", Words("Tidak", "No")))
_WHY = Words("Bila tidak terjawab, mengapa?", "If there is no answer, why?")
_MEMBER = Words("Anggota rumah tangga", "Household member")


class Asked(Protocol):
    """What is needed of a question here."""

    @property
    def name(self) -> str: ...
    @property
    def text(self) -> Words: ...
    @property
    def type(self) -> str: ...
    @property
    def level(self) -> str: ...
    @property
    def choices(self) -> tuple[Choice, ...]: ...
    @property
    def hint(self) -> Words | None: ...
    @property
    def relevance(self) -> Expression | None: ...
    @property
    def constraint(self) -> Expression | None: ...


class Form(Protocol):
    """What is needed of an instrument here."""

    @property
    def key(self) -> str: ...
    @property
    def title(self) -> Words: ...
    @property
    def since(self) -> object: ...
    @property
    def questions(self) -> tuple[Asked, ...]: ...


def sheets(form: Form) -> dict[str, Rows]:
    """`survey`, `choices` and `settings` as rows of column → text."""
    settings = {
        "form_id": form.key,
        "form_title": form.title.id,
        "version": str(form.since),
        "default_language": "Indonesia (id)",
    }
    return {"survey": list(_survey(form)), "choices": list(_choices(form)), "settings": [settings]}


def _survey(form: Form) -> Iterator[dict[str, str]]:
    for level, questions in groupby(form.questions, key=lambda question: question.level):
        if level == "person":
            yield {"type": "begin_repeat", "name": "member", **_spoken("label", _MEMBER)}
        for question in questions:
            yield from _asked(question)
        if level == "person":
            yield {"type": "end_repeat", "name": "member"}


def _asked(question: Asked) -> Iterator[dict[str, str]]:
    relevance = question.relevance.text if question.relevance else ""
    row = {"type": _type_of(question), "name": question.name, **_spoken("label", question.text)}
    if question.hint:
        row |= _spoken("hint", question.hint)
    if relevance:
        row["relevant"] = relevance
    if question.constraint:
        row["constraint"] = question.constraint.text
    yield row
    if question.type in _TYPES:
        empty = f"${{{question.name}}} = ''"
        both = f"({relevance}) and {empty}" if relevance else empty
        yield {"type": "select_one unanswered", "name": f"{question.name}_unanswered", "relevant": both} | _spoken(
            "label", _WHY
        )


def _type_of(question: Asked) -> str:
    if question.type == "yes_no":
        return "select_one yes_no"
    if question.type in _TYPES:
        return _TYPES[question.type]
    return f"{'select_one' if question.type == 'choice' else 'select_multiple'} {question.name}"


def _choices(form: Form) -> Iterator[dict[str, str]]:
    lists = {"yes_no": _YES_NO + _UNANSWERED, "unanswered": _UNANSWERED}
    lists |= {question.name: question.choices + _UNANSWERED for question in form.questions if question.choices}
    for name, choices in lists.items():
        for choice in choices:
            yield {"list_name": name, "name": choice.value, **_spoken("label", choice.label)}


def _spoken(column: str, words: Words) -> dict[str, str]:
    return {f"{column}::Indonesia (id)": words.id, f"{column}::English (en)": words.en}
