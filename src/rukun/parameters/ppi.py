"""A scorecard of the Poverty Probability Index and its look-up table, as the user brings them; none is shipped.

The card: columns `no`, `indicator`, `response`, then one column of points for every poverty line, titled in words.
The table: `score`, then one column for every line, named by a short word, with the likelihood in per cent.

Card and table name the same lines differently ("$3.65/day 2017 PPP" and "ppp365"). `pairs` proposes which belongs to
which: by equal names where all are equal, else by order, and says of each pair whether the figures in both names agree
(`agrees`). A person confirms the proposal or hands in their own pairs; `renamed` then speaks the table's names.
A card belongs to its owner: points, questions and likelihoods are kept as brought, and the source is to be named.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any

from rukun.kit.problems import Problem

_LETTER = re.compile(r"\s*([A-Za-z0-9]{1,3})\s*[.)]\s*(.+)", re.DOTALL)
_FIGURE = re.compile(r"\d[\d.]*")


@dataclass(frozen=True, slots=True)
class Response:
    """One answer: its letter on the card, its words, and its points by line."""

    code: str
    text: str
    points: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class PpiQuestion:
    """One question: q1, q2, …, as numbered on the card."""

    code: str
    text: str
    responses: tuple[Response, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A scorecard: its lines in the order of its columns, and its questions."""

    key: str
    lines: tuple[str, ...]
    questions: tuple[PpiQuestion, ...]

    def as_mapping(self) -> dict[str, Any]:
        """Plain data for the rule that judges: {key, questions: [{code, answers: {letter: {line: points}}}]}.

        Beside them stand the words for who asks: `text` of the question, `words` as [letter, text] in their order.
        """
        questions = [
            {
                "code": question.code,
                "text": question.text,
                "words": [[each.code, each.text] for each in question.responses],
                "answers": {each.code: dict(each.points) for each in question.responses},
            }
            for question in self.questions
        ]
        return {"key": self.key, "questions": questions}


@dataclass(frozen=True, slots=True)
class Lookup:
    """A look-up table: line → score → likelihood in per cent, as published (rows that are absent stay absent)."""

    key: str
    rows: Mapping[str, Mapping[int, Decimal]]

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.rows)

    def as_mapping(self) -> dict[str, Any]:
        """Plain data for the rule that judges: {key, line: {score: per cent}, …}."""
        return {"key": self.key, **{line: dict(rows) for line, rows in self.rows.items()}}


@dataclass(frozen=True, slots=True)
class Pair:
    """A line of the card and a line of the table; `agrees` when the same figure stands in both names."""

    card: str
    lookup: str
    agrees: bool


def read_card(data: bytes, key: str) -> Card:
    """A card from CSV. Raises Problem `ppi.card_unreadable` (file, row, cause)."""
    header, rows = _table(data, key, ("no", "indicator", "response"))
    questions: dict[str, PpiQuestion] = {}
    for number, row in rows:
        code = f"q{_whole(row[0], key, number)}"
        asked = questions.get(code) or PpiQuestion(code, row[1].strip(), ())
        response = _response(row, header[3:], key, number)
        if response.code in {each.code for each in asked.responses}:
            raise _unreadable(key, number, f"jawaban {response.code} tertulis dua kali")
        if asked.text != row[1].strip():
            raise _unreadable(key, number, f"pertanyaan {row[0]} punya dua bunyi")
        questions[code] = replace(asked, responses=(*asked.responses, response))
    return Card(key, tuple(header[3:]), tuple(questions.values()))


def read_lookup(data: bytes, key: str) -> Lookup:
    """A look-up table from CSV. Raises Problem `ppi.card_unreadable` (file, row, cause)."""
    header, rows = _table(data, key, ("score",))
    likelihoods: dict[str, dict[int, Decimal]] = {line: {} for line in header[1:]}
    seen: set[int] = set()
    for number, row in rows:
        score = _whole(row[0], key, number)
        if score in seen:
            raise _unreadable(key, number, f"skor {score} tertulis dua kali")
        seen.add(score)
        for line, cell in zip(header[1:], row[1:], strict=True):
            if cell.strip():
                likelihoods[line][score] = _percent(cell, key, number)
    return Lookup(key, MappingProxyType({line: MappingProxyType(found) for line, found in likelihoods.items()}))


def pairs(card: Card, lookup: Lookup) -> tuple[Pair, ...]:
    """The proposal which line is which. Raises Problem `ppi.lines_do_not_pair` when their numbers differ."""
    if set(card.lines) == set(lookup.lines):
        return tuple(Pair(line, line, True) for line in card.lines)
    if len(card.lines) != len(lookup.lines):
        raise Problem("ppi.lines_do_not_pair", card=card.lines, lookup=lookup.lines)
    return tuple(Pair(one, two, _agree(one, two)) for one, two in zip(card.lines, lookup.lines, strict=True))


def renamed(card: Card, names: Mapping[str, str], lookup: Lookup) -> Card:
    """The card with the table's names for its lines; `names`: line of the card → line of the table. Lines left out of
    `names` are left out of the card. Raises Problem `ppi.lines_do_not_pair`."""
    one_to_one = len(set(names.values())) == len(names)
    if (
        not names
        or not one_to_one
        or not names.keys() <= set(card.lines)
        or not set(names.values()) <= set(lookup.lines)
    ):
        raise Problem("ppi.lines_do_not_pair", card=card.lines, lookup=lookup.lines)
    questions = tuple(
        replace(question, responses=tuple(_with_lines(response, names) for response in question.responses))
        for question in card.questions
    )
    return Card(card.key, tuple(names[line] for line in card.lines if line in names), questions)


def _with_lines(response: Response, names: Mapping[str, str]) -> Response:
    points = {names[line]: points for line, points in response.points.items() if line in names}
    return replace(response, points=MappingProxyType(points))


def _agree(title: str, line: str) -> bool:
    figure = _figure(title)
    return figure == _figure(line) and (bool(figure) or line.casefold() in title.casefold())


def _figure(name: str) -> str:
    """The first figure in a name without its point: "3.65" and "365" are the same one; the national line has none."""
    figure = _FIGURE.search(name)
    return figure[0].replace(".", "") if figure else "100" if "national" in name.casefold() else ""


def _response(row: Sequence[str], lines: Sequence[str], key: str, number: int) -> Response:
    lettered = _LETTER.fullmatch(row[2])
    if lettered is None:
        raise _unreadable(key, number, f"jawaban tanpa huruf di depannya: {row[2]}")
    points = {line: _whole(cell, key, number) for line, cell in zip(lines, row[3:], strict=True)}
    return Response(lettered[1].upper(), " ".join(lettered[2].split()), MappingProxyType(points))


def _table(data: bytes, key: str, leading: tuple[str, ...]) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    rows = list(csv.reader(_text(data).splitlines(keepends=True)))
    header = [cell.strip() for cell in rows[0]] if rows else []
    lines = header[len(leading) :]
    if tuple(cell.casefold() for cell in header[: len(leading)]) != leading:
        raise _unreadable(key, 1, f"kolom pertama seharusnya {', '.join(leading)}")
    if not lines or not all(lines) or len(set(lines)) != len(lines):
        raise _unreadable(key, 1, "setiap garis kemiskinan perlu satu kolom dengan nama sendiri")
    body = [(number, row) for number, row in enumerate(rows[1:], start=2) if any(map(str.strip, row))]
    if not body:
        raise _unreadable(key, 2, "tidak ada isinya")
    for number, row in body:
        if len(row) != len(header):
            raise _unreadable(key, number, f"seharusnya {len(header)} kolom")
    return header, iter(body)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _whole(cell: str, key: str, number: int) -> int:
    found = re.fullmatch(r"\s*(-?\d+)(?:\.0+)?\s*", cell, re.ASCII)
    if found is None:
        raise _unreadable(key, number, f"bukan bilangan bulat: {cell or '(kosong)'}")
    return int(found[1])


def _percent(cell: str, key: str, number: int) -> Decimal:
    try:
        percent = Decimal(cell.strip().removesuffix("%"))
    except InvalidOperation as error:
        raise _unreadable(key, number, f"bukan persen: {cell}") from error
    if not (percent.is_finite() and 0 <= percent <= 100):
        raise _unreadable(key, number, f"bukan persen: {cell}")
    return percent


def _unreadable(key: str, row: int, cause: str) -> Problem:
    return Problem("ppi.card_unreadable", file=key, row=row, cause=cause)
