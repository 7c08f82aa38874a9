"""Who became poor and who left it between two years: the same households counted twice.

>>> change({1: True, 2: False, 3: True, 4: False}, {1: False, 2: True, 3: True, 5: True})
Change(stayed=1, entered=1, left=1, never=0, open=0, gone=1, new=1)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import astuple, dataclass
from operator import add


@dataclass(frozen=True, slots=True)
class Change:
    """Households: poor in both years, poor only now, poor only then, in neither; `open` not known in one of them;
    `gone` and `new` were counted in one year only."""

    stayed: int
    entered: int
    left: int
    never: int
    open: int
    gone: int
    new: int

    def __add__(self, other: Change) -> Change:
        """Of two groups together."""
        return Change(*map(add, astuple(self), astuple(other)))


NAMES = {(True, True): "stayed", (False, True): "entered", (True, False): "left", (False, False): "never"}
Standing = Mapping[Hashable, bool | None]


def change(before: Standing, after: Standing) -> Change:
    """By household of any key: poor, not poor, or None when it is not known."""
    both = before.keys() & after.keys()
    held = Counter(NAMES.get((before[key], after[key]), "open") for key in both)  # type: ignore[arg-type]
    told = {name: held[name] for name in (*NAMES.values(), "open")}
    return Change(**told, gone=len(before) - len(both), new=len(after) - len(both))
