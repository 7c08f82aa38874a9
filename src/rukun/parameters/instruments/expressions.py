"""The small language of relevance and constraint: a subset of what XLSForm understands, so a form can leave unchanged.

`${name} = 'x' and (. > 0 or not(selected(${y}, 'z'))) and count-selected(${y}) < 3`. It always ends, touches nothing
and answers True, False or None: an answer that is missing, unknown or refused leaves open what depends on it.
"""

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

Answer = str | int | Decimal | bool | date | tuple[str, ...] | None
Answers = Mapping[str, Answer]
Plain = str | Decimal

DEEPEST: Final = 20
NOT_SAID: Final = ("unknown", "refused", "")
_SIGNS = re.compile(
    r"\s*(?:(?P<name>\$\{[a-z][a-z0-9_]*\})|(?P<text>'[^']*'|\"[^\"]*\")|(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<word>[a-z][a-z-]*)|(?P<sign><=|>=|!=|[<>=(),.]))",
    re.ASCII,
)
_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


class BadExpression(ValueError):
    """A text that is no expression; the message says why, in the words of the catalogue."""


@dataclass(frozen=True, slots=True)
class Name:
    """`${name}`, an earlier answer; the empty name is `.`, the answer just given."""

    name: str


@dataclass(frozen=True, slots=True)
class Literal:
    value: Plain


@dataclass(frozen=True, slots=True)
class CountSelected:
    of: Name


@dataclass(frozen=True, slots=True)
class Selected:
    of: Name
    choice: str


@dataclass(frozen=True, slots=True)
class Compare:
    sign: str
    left: "Operand"
    right: "Operand"


@dataclass(frozen=True, slots=True)
class Not:
    of: "Condition"


@dataclass(frozen=True, slots=True)
class Both:
    """All parts (`and`) or any part (`or`)."""

    word: str
    parts: tuple["Condition", ...]


Operand = Name | Literal | CountSelected
Condition = Compare | Selected | Not | Both
Node = Operand | Condition


@dataclass(frozen=True, slots=True)
class Expression:
    """A parsed condition with the text it came from (which is its XLSForm text too)."""

    text: str
    root: Condition

    def holds(self, answers: Answers, *, value: Answer = None) -> bool | None:
        """True, False, or None when the answers do not decide; `value` is what `.` stands for."""
        return _holds(self.root, {**answers, "": value})

    @property
    def names(self) -> frozenset[str]:
        """The earlier answers it asks for; "" stands for `.`."""
        return frozenset(node.name for node in nodes(self.root) if isinstance(node, Name))


def nodes(node: Node) -> Iterator[Node]:
    """The node and all beneath it."""
    yield node
    if isinstance(node, Both):
        beneath: tuple[Node, ...] = node.parts
    elif isinstance(node, Compare):
        beneath = (node.left, node.right)
    else:
        beneath = (node.of,) if isinstance(node, Not | Selected | CountSelected) else ()
    for each in beneath:
        yield from nodes(each)


def _holds(node: Condition, answers: Answers) -> bool | None:
    match node:
        case Both("and", parts):
            return _all(_holds(part, answers) for part in parts)
        case Both(_, parts):
            return _inverse(_all(_inverse(_holds(part, answers)) for part in parts))
        case Not(of):
            return _inverse(_holds(of, answers))
        case Selected(of, choice):
            given = _given(of, answers)
            return None if given is None else choice in given.split()
        case Compare(sign, left, right):
            return _compared(sign, _value(left, answers), _value(right, answers))


def _all(parts: Iterator[bool | None]) -> bool | None:
    known = list(parts)
    return False if False in known else None if None in known else True


def _inverse(truth: bool | None) -> bool | None:
    return None if truth is None else not truth


def _value(node: Operand, answers: Answers) -> Plain | None:
    if isinstance(node, Literal):
        return node.value
    if isinstance(node, Name):
        return _given(node, answers)
    given = _given(node.of, answers)
    return None if given is None else Decimal(len(given.split()))


def _given(name: Name, answers: Answers) -> str | None:
    """The answer as a form would hold it: yes and no, choices with spaces between; None when nothing was said."""
    answer = answers.get(name.name)
    if answer is None or answer in NOT_SAID:
        return None
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    return " ".join(answer) if isinstance(answer, tuple) else str(answer)


def _compared(sign: str, left: Plain | None, right: Plain | None) -> bool | None:
    if left is None or right is None:
        return None
    if sign in ("=", "!=") and isinstance(left, str) and isinstance(right, str):
        return _COMPARED[sign](left, right)
    numbers = (_number(left), _number(right))
    return None if None in numbers else _COMPARED[sign](*numbers)


def _number(value: Plain) -> Decimal | None:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def parse(text: str) -> Expression:
    """Reads an expression. Raises BadExpression."""
    reader = _Reader(_tokens(text))
    root = reader.either(0)
    if reader.kind != "end":
        raise BadExpression(f"tidak terduga: {reader.sign}")
    return Expression(text, root)


def _tokens(text: str) -> list[tuple[str, str]]:
    tokens, at, end = [], 0, len(text.rstrip())
    while at < end:
        match = _SIGNS.match(text, at)
        if match is None:
            raise BadExpression(f"tidak terbaca mulai dari: {text[at:]}")
        tokens.append((match.lastgroup or "", match[match.lastgroup or 0]))
        at = match.end()
    return [*tokens, ("end", "")]


class _Reader:
    """Reads tokens by descent: either → all → single condition → operand."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.place = 0

    @property
    def kind(self) -> str:
        return self.tokens[self.place][0]

    @property
    def sign(self) -> str:
        return self.tokens[self.place][1]

    def take(self, wanted: str | None = None) -> str:
        kind, sign = self.tokens[self.place]
        if kind == "end" or (wanted is not None and sign != wanted):
            raise BadExpression(f"diharapkan: {wanted or 'nilai'}")
        self.place += 1
        return sign

    def either(self, depth: int) -> Condition:
        return self.joined("or", self.all, depth)

    def all(self, depth: int) -> Condition:
        return self.joined("and", self.single, depth)

    def joined(self, word: str, part: Callable[[int], Condition], depth: int) -> Condition:
        if depth > DEEPEST:
            raise BadExpression("terlalu banyak tanda kurung")
        parts = [part(depth)]
        while (self.kind, self.sign) == ("word", word):
            self.take()
            parts.append(part(depth))
        return parts[0] if len(parts) == 1 else Both(word, tuple(parts))

    def single(self, depth: int) -> Condition:
        if self.sign == "(" and self.kind == "sign":
            return self.bracketed(depth)
        if (self.kind, self.sign) == ("word", "not"):
            self.take()
            return Not(self.bracketed(depth))
        if (self.kind, self.sign) == ("word", "selected"):
            return self.selected()
        left = self.operand()
        if self.sign not in _COMPARED:
            raise BadExpression("diharapkan perbandingan: = != < <= > >=")
        return Compare(self.take(), left, self.operand())

    def bracketed(self, depth: int) -> Condition:
        self.take("(")
        inner = self.either(depth + 1)
        self.take(")")
        return inner

    def selected(self) -> Selected:
        self.take("selected")
        self.take("(")
        of = self.name()
        self.take(",")
        if self.kind != "text":
            raise BadExpression("selected() membutuhkan pilihan dalam tanda kutip")
        choice = self.take()[1:-1]
        self.take(")")
        return Selected(of, choice)

    def operand(self) -> Operand:
        if self.kind == "text":
            return Literal(self.take()[1:-1])
        if self.kind == "number":
            return Literal(Decimal(self.take()))
        if (self.kind, self.sign) == ("word", "count-selected"):
            self.take()
            self.take("(")
            of = self.name()
            self.take(")")
            return CountSelected(of)
        return self.name()

    def name(self) -> Name:
        if self.kind == "name":
            return Name(self.take()[2:-1])
        self.take(".")
        return Name("")
