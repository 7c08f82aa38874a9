"""What a questionnaire is made of, as frozen values."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from rukun.kit.problems import Problem
from rukun.parameters.instruments import xlsform
from rukun.parameters.instruments.expressions import Answers, Expression
from rukun.parameters.instruments.words import Choice, Words

__all__ = ["Choice", "Instrument", "Level", "Question", "Type", "Words"]

Type = Literal["integer", "decimal", "choice", "choices", "text", "date", "yes_no"]
Level = Literal["household", "person"]
TYPES: tuple[Type, ...] = ("integer", "decimal", "choice", "choices", "text", "date", "yes_no")
LEVELS: tuple[Level, ...] = ("household", "person")


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `fact`: the name its answer goes by elsewhere; `unit` is "" where there is none; no relevance
    means always asked, no constraint means every answer of the type is allowed."""

    name: str
    text: Words
    type: Type
    level: Level
    fact: str
    choices: tuple[Choice, ...] = ()
    hint: Words | None = None
    unit: str = ""
    relevance: Expression | None = None
    constraint: Expression | None = None

    def is_asked(self, answers: Answers) -> bool | None:
        """Whether to ask, given the earlier answers; None while those leave it open."""
        return True if self.relevance is None else self.relevance.holds(answers)


@dataclass(frozen=True, slots=True)
class Instrument:
    """A questionnaire in one edition, in force from `since` until `until` (the first day it no longer is)."""

    key: str
    title: Words
    since: date
    until: date | None
    source: str
    questions: tuple[Question, ...]

    def question(self, name: str) -> Question:
        """The question of a name. Raises Problem `instruments.bad_question`."""
        for question in self.questions:
            if question.name == name:
                return question
        raise Problem("instruments.bad_question", file=self.key, question=name, cause="tidak ada")

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts it can fill, in the order they are asked."""
        return tuple(question.fact for question in self.questions)

    def as_xlsform(self) -> dict[str, list[dict[str, str]]]:
        """The sheets of an XLSForm: survey, choices, settings; see `xlsform.sheets`."""
        return xlsform.sheets(self)
