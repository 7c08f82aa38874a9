"""What is wrong with the entries of a book: nothing, if all is well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rukun.rules.ledger.recipes import reversal
from rukun.rules.ledger.values import Entry, Leg


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` says what is wrong with entry `number`; `amount` by how much, where that says something."""

    code: str
    number: int
    amount: int = 0


def findings(entries: Sequence[Entry]) -> list[Finding]:
    """Codes: unbalanced, empty, number_missing, number_twice, reversed_twice, reversal_differs, reverses_nothing.

    >>> from datetime import date
    >>> findings([Entry(1, date(2026, 1, 2), "interest", (Leg("bank", 5), Leg("interest", -4)))])
    [Finding(code='unbalanced', number=1, amount=1)]
    """
    known = {each.number: each for each in entries}
    found = [problem for each in entries for problem in _of_one(each, known)]
    told = Counter(each.number for each in entries)
    found += [Finding("number_missing", n) for n in range(1, max(told, default=0)) if n not in told]
    found += [Finding("number_twice", n) for n, times in told.items() if times > 1]
    seen: set[int] = set()
    for each in entries:
        if each.reverses is not None and each.reverses in seen:
            found.append(Finding("reversed_twice", each.number))
        seen |= {each.reverses} if each.reverses is not None else set()
    return found


def _of_one(entry: Entry, known: dict[int, Entry]) -> list[Finding]:
    if not entry.legs:
        return [Finding("empty", entry.number)]
    found = []
    if (left := sum(leg.amount for leg in entry.legs)) != 0:
        found.append(Finding("unbalanced", entry.number, left))
    if entry.reverses is not None:
        found += _reversal_of(entry, known.get(entry.reverses))
    return found


def _reversal_of(entry: Entry, taken: Entry | None) -> list[Finding]:
    if taken is None:
        return [Finding("reverses_nothing", entry.number)]
    if _in_order(entry.legs) != _in_order(reversal(taken.legs)):
        return [Finding("reversal_differs", entry.number)]
    return []


def _in_order(legs: Sequence[Leg]) -> list[tuple[str, int, int, int, str]]:
    return sorted((each.account, each.amount, each.line or 0, each.officer or 0, each.tax) for each in legs)
