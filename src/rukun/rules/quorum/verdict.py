"""Quorum: the least number of households that makes a meeting one of the whole RT. Nobody is never enough.

>>> Rule("66.67").needed(3), Rule("50").needed(4), Rule("50", is_more_than=True).needed(4)
(3, 2, 3)
>>> quorum(0, 0, Rule("50")).reasons
(Reason(code='no_households', values=()),)
"""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Literal

State = Literal["met", "short", "unknown"]
Code = Literal["enough", "more_needed", "nobody", "no_households", "not_said"]


@dataclass(frozen=True, slots=True)
class Rule:
    """Per cent of households as written ("66.67"); None: the rules do not say. `is_more_than` bears on the first call
    only; `second_percent` "0" at a second call means whoever comes. Raises ValueError no_such_share.
    """

    percent: str | None
    is_more_than: bool = False
    second_percent: str | None = None
    is_second_call: bool = False

    def __post_init__(self) -> None:
        for written in (self.percent, self.second_percent):
            if written is not None and not 0 <= Fraction(written) <= 100:
                raise ValueError("no_such_share")
        if self.is_more_than and self.percent is not None and Fraction(self.percent) == 100:
            raise ValueError("no_such_share")

    def needed(self, households: int) -> int | None:
        """The least number of households, at least one; None when the rules do not say."""
        written = self.second_percent if self.is_second_call else self.percent
        if written is None:
            return None
        share = Fraction(written) * households / 100
        is_more = self.is_more_than and not self.is_second_call
        return max(1, floor(share) + 1 if is_more else ceil(share))


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a verdict is what it is: a code and its numbers. enough (present, needed) · more_needed (missing, needed) ·
    nobody () · no_households () · not_said ()."""

    code: Code
    values: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """met, short, or unknown: the rules do not say, so the meeting itself must decide and write it down.
    `needed` and `missing` are None where nobody can say."""

    state: State
    needed: int | None
    present: int
    missing: int | None
    reasons: tuple[Reason, ...]


def quorum(households: int, present: int, rule: Rule) -> Verdict:
    """`present`: households of which somebody came. Raises ValueError negative_count, more_present_than_households."""
    if min(households, present) < 0:
        raise ValueError("negative_count")
    if present > households:
        raise ValueError("more_present_than_households")
    if households == 0:
        return Verdict("short", None, 0, None, (Reason("no_households"),))
    needed = rule.needed(households)
    if present == 0:
        return Verdict("short", needed, 0, needed, (Reason("nobody"),))
    if needed is None:
        return Verdict("unknown", None, present, None, (Reason("not_said"),))
    if present < needed:
        return Verdict("short", needed, present, needed - present, (Reason("more_needed", (needed - present, needed)),))
    return Verdict("met", needed, present, 0, (Reason("enough", (present, needed)),))
