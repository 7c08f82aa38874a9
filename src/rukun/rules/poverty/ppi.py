"""Reads a scorecard of the Poverty Probability Index that the user brings: points per line, then the
likelihood of the look-up table. A score belongs to one line; a likelihood may be averaged, a score never.

>>> card = card_from({"key": "invented@2024", "questions": [
...     {"code": "roof", "answers": {"A": {"line": 0}, "B": {"line": 60}}},
...     {"code": "floor", "answers": {"A": {"line": 10}, "B": {"line": 40}}}]})
>>> table = lookup_from({"key": "invented-table@2024", "line": {10: "80", 70: "30", 50: "45", 100: "5"}})
>>> judge(card, table, {"roof": "B", "floor": "B"}, "line").likelihood
Decimal('5')
>>> half = judge(card, table, {"roof": "B"}, "line")
>>> half.label, half.missing, half.likelihood_least, half.likelihood_most
('answers_missing', ('floor',), Decimal('5'), Decimal('30'))

The index and its cards belong to Innovations for Poverty Action; points must not be changed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Literal

from rukun.kit.answers import is_answered

Label = Literal["likelihood", "answers_missing", "not_on_card", "no_row"]
Points = Mapping[str, Mapping[str, int]]


class UnreadableCard(ValueError):
    """A card, table or line that cannot be used; `code` says what, `details` where."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(f"{code}: {details}")
        self.code, self.details = code, details


@dataclass(frozen=True, slots=True)
class Card:
    """A scorecard: question code → answer → line → points."""

    key: str
    lines: frozenset[str]
    questions: Mapping[str, Points]


@dataclass(frozen=True, slots=True)
class LookUp:
    """A table: line → score → likelihood in per cent of lying below the line."""

    key: str
    rows: Mapping[str, Mapping[int, Decimal]]


@dataclass(frozen=True, slots=True)
class Score:
    """Points on one line: `total` only when every question is answered from the card; else `totals`,
    every sum still possible. `missing`: unanswered; `not_on_card`: answered with an answer it does not know."""

    line: str
    total: int | None
    totals: frozenset[int]
    missing: tuple[str, ...]
    not_on_card: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PpiVerdict:
    """What card and table say for one line. `likelihood` in per cent, only when `label` is "likelihood";
    least and most are its bounds over all answers still possible. Never a decile, never a rank."""

    label: Label
    line: str
    score: int | None
    likelihood: Decimal | None
    likelihood_least: Decimal | None
    likelihood_most: Decimal | None
    missing: tuple[str, ...]
    not_on_card: tuple[str, ...]
    card_key: str
    lookup_key: str


def card_from(mapping: Mapping[str, Any]) -> Card:
    """Read {key, questions: [{code, answers: {answer: {line: points}}}]}; every answer names the same lines.

    Raises UnreadableCard: question_twice, lines_differ, points_not_whole, card_empty,
    answer_word_reserved (an answer called as a missing one).
    """
    questions: dict[str, Points] = {}
    for question in mapping["questions"]:
        if question["code"] in questions:
            raise UnreadableCard("question_twice", question=question["code"])
        questions[question["code"]] = MappingProxyType(
            {answer: MappingProxyType(dict(points)) for answer, points in question["answers"].items()}
        )
    return Card(mapping["key"], _lines_of(questions), MappingProxyType(questions))


def _lines_of(questions: Mapping[str, Points]) -> frozenset[str]:
    every = [(code, points) for code, answers in questions.items() for points in answers.values()]
    if not every or not all(questions.values()):
        raise UnreadableCard("card_empty")
    lines = frozenset(every[0][1])
    for code, points in every:
        if frozenset(points) != lines:
            raise UnreadableCard("lines_differ", question=code)
        if any(type(value) is not int for value in points.values()):
            raise UnreadableCard("points_not_whole", question=code)
        if not all(is_answered(answer) for answer in questions[code]):
            raise UnreadableCard("answer_word_reserved", question=code)
    return lines


def lookup_from(mapping: Mapping[str, Any]) -> LookUp:
    """Read {key, line: {score: per cent as text or Decimal}, …}. Raises UnreadableCard: percent_out_of_range."""
    rows = {
        line: MappingProxyType({int(score): Decimal(percent) for score, percent in table.items()})
        for line, table in mapping.items()
        if line != "key"
    }
    for line, table in rows.items():
        if not all(0 <= percent <= 100 for percent in table.values()):
            raise UnreadableCard("percent_out_of_range", line=line)
    return LookUp(mapping["key"], MappingProxyType(rows))


def score(card: Card, answers: Mapping[str, object], line: str) -> Score:
    """Add the points of one line. `answers`: question code → answer, UNKNOWN, REFUSED, or absent.

    Raises UnreadableCard line_unknown.
    """
    if line not in card.lines:
        raise UnreadableCard("line_unknown", line=line)
    points, open_questions = 0, list[Points]()
    missing, strange = list[str](), list[str]()
    for code, known in card.questions.items():
        answer = answers.get(code)
        if answer in known:
            points += known[str(answer)][line]
        else:
            (strange if is_answered(answer) else missing).append(code)
            open_questions.append(known)
    totals = _totals(points, open_questions, line)
    return Score(line, None if open_questions else points, totals, tuple(missing), tuple(strange))


def _totals(points: int, open_questions: list[Points], line: str) -> frozenset[int]:
    totals = {points}
    for known in open_questions:
        totals = {total + more for total in totals for more in {each[line] for each in known.values()}}
    return frozenset(totals)


def likelihood(table: LookUp, line: str, points: int) -> Decimal | None:
    """The published likelihood in per cent; None when the table has no row for the score (as 101 on one
    published card): no neighbour is taken in its place. Raises UnreadableCard line_unknown."""
    if line not in table.rows:
        raise UnreadableCard("line_unknown", line=line)
    return table.rows[line].get(points)


def judge(card: Card, table: LookUp, answers: Mapping[str, object], line: str) -> PpiVerdict:
    """Score and likelihood of one household on one line, or why there is none and between which bounds."""
    scored = score(card, answers, line)
    found = [percent for total in scored.totals if (percent := likelihood(table, line, total)) is not None]
    exact = likelihood(table, line, scored.total) if scored.total is not None else None
    return PpiVerdict(
        label=_label(scored, exact),
        line=line,
        score=scored.total,
        likelihood=exact,
        likelihood_least=min(found, default=None),
        likelihood_most=max(found, default=None),
        missing=scored.missing,
        not_on_card=scored.not_on_card,
        card_key=card.key,
        lookup_key=table.key,
    )


def _label(scored: Score, exact: Decimal | None) -> Label:
    if scored.not_on_card:
        return "not_on_card"
    if scored.missing:
        return "answers_missing"
    return "no_row" if exact is None else "likelihood"


@dataclass(frozen=True, slots=True)
class Average:
    """Mean likelihood in per cent over `counted` households (None when there are none); `left_out` had none."""

    likelihood: Decimal | None
    counted: int
    left_out: int


def average_likelihood(verdicts: Iterable[PpiVerdict]) -> Average:
    """The poverty rate a group of households points to. All verdicts must be of one line, card and table.

    Raises UnreadableCard lines_differ.
    """
    every = list(verdicts)
    if len({(verdict.line, verdict.card_key, verdict.lookup_key) for verdict in every}) > 1:
        raise UnreadableCard("lines_differ")
    known = [verdict.likelihood for verdict in every if verdict.likelihood is not None]
    mean = sum(known, Decimal(0)) / len(known) if known else None
    return Average(mean, len(known), len(every) - len(known))
