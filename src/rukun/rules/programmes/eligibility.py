"""Whether somebody may have what a programme gives: every criterion with what was seen, and what is still to be asked.

>>> from rukun.kit.conditions import AtLeast, Among
>>> old, poor = Criterion("old", AtLeast("age", 68)), Criterion("poor", Among("label", frozenset({"poor"})))
>>> told = eligible([old, poor], {"age": 70})
>>> told.state, told.missing
(<State.OPEN: 'open'>, ('label',))
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rukun.kit.conditions import Facts
from rukun.kit.reasons import Criterion, Reason, explain


class State(StrEnum):
    """It may; it may not; an answer is missing that could decide it."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state with all reasons; `missing`: the questions whose answers could still decide it, each once."""

    state: State
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]


def eligible(criteria: Sequence[Criterion], facts: Facts) -> Verdict:
    """All criteria must hold; one that fails decides, whatever is unknown elsewhere: then nothing more is asked.
    Raises UnreadableFact when a fact is of the wrong kind."""
    reasons = tuple(explain(each, facts) for each in criteria)
    held = [each.holds for each in reasons]
    if False in held:
        return Verdict(State.NO, reasons, ())
    if None not in held:
        return Verdict(State.YES, reasons, ())
    return Verdict(State.OPEN, reasons, tuple(dict.fromkeys(fact for each in reasons for fact in each.asks)))
