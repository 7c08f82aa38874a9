"""An area in time: its editions, what succeeded it, and who lived there.

Periods hold from `since` up to, but not including, `until`; no `until` means still in force.

>>> rt = Edition("a1", "desa", "rt", "RT 01", "001", since=date(2020, 1, 1), until=date(2024, 7, 1))
>>> rt.holds(date(2024, 6, 30)), rt.holds(date(2024, 7, 1))
(True, False)
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["split", "merge", "rename", "transfer", "recode"]


@dataclass(frozen=True, slots=True)
class Edition:
    """What one area was from `since` up to `until`. `area` is our lasting id; name, code and parent may
    change from edition to edition. `kind`: rt, rw, desa …; `basis`: the decree."""

    area: str
    parent: str | None
    kind: str
    name: str
    code: str
    since: date
    until: date | None = None
    basis: str = ""

    def holds(self, on: date) -> bool:
        """True on every day of its period."""
        return self.since <= on and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True)
class Succession:
    """`source` passed into `target` on the day `on`.

    An area that goes on after a split, or that is only renamed, recoded or put under another parent,
    succeeds itself. Between two areas a `transfer` passes part of the households across the border.
    """

    kind: Kind
    source: str
    target: str
    on: date
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """`household` was counted in `area` from `since` up to `until` (moved, carried by a split, dissolved)."""

    household: str
    area: str
    since: date
    until: date | None = None

    def holds(self, on: date) -> bool:
        """True on every day of its period."""
        return self.since <= on and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True)
class Fact:
    """A number known of one household on one day, e.g. its members."""

    household: str
    on: date
    value: int
