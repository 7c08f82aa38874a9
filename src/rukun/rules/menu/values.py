"""The menu as this rule sees it, a proposal held against it, and the verdict.

>>> Menu((MenuEntry("pos", "fisik", "Pos kamling"),)).entry("pos").label
'Pos kamling'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Outcome(StrEnum):
    """From best to worst a proposal is one of these; what blocks it is said before what is missing."""

    ALLOWED = "allowed"
    NEEDS_FACT = "needs_fact"
    UNKNOWN_KIND = "unknown_kind"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Fact:
    """A yes/no question and the answer under which the kind may be used."""

    key: str
    question: str
    wanted: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One kind of activity that is allowed; `most`: rupiah for one proposal of it."""

    code: str
    cluster: str
    label: str
    words: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    most: int | None = None
    article: str = ""


@dataclass(frozen=True, slots=True)
class Blocked:
    """What the money may not be spent on, by the words people say for it."""

    code: str
    label: str
    words: tuple[str, ...]
    reason: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that all proposals of one cluster may cost together, in rupiah."""

    cluster: str
    label: str
    most: int
    article: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """What one programme allows and blocks. `ceiling` None: not known, so nothing is held against it."""

    entries: tuple[MenuEntry, ...] = ()
    blocked: tuple[Blocked, ...] = ()
    limits: tuple[Limit, ...] = ()
    ceiling: int | None = None

    def entry(self, code: str) -> MenuEntry | None:
        return next((each for each in self.entries if each.code == code), None)

    def limit(self, cluster: str) -> Limit | None:
        return next((each for each in self.limits if each.cluster == cluster), None)


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposal as far as the menu asks: its title, the kind that was chosen, its cost, the facts answered so far."""

    title: str
    entry: str = ""
    cost: int | None = None
    answers: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a stable code, the outcome it leads to, the article behind it, and the values of its sentence."""

    code: str
    outcome: Outcome
    article: str = ""
    details: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The worst of what the reasons say; without a reason it is allowed. `entry` is the kind it was held against."""

    outcome: Outcome
    reasons: tuple[Reason, ...] = ()
    entry: MenuEntry | None = None
