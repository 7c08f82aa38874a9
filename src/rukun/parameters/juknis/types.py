"""A juknis as values: what one programme asks of an RT in one year. None is "the juknis does not say", never zero.

>>> Limit("20", None).most_of(150_000_000) is None, Limit("15", "20").least_of(150_000_000)
(True, 22500000)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from rukun.parameters.juknis.parts import Actor, Source
from rukun.parameters.juknis.types_money import MoneyRules, Regulation


class StepKind(StrEnum):
    """What a step of the year is about: the code knows these kinds, the juknis orders and dates them."""

    SOSIALISASI = "sosialisasi"
    TRAINING = "training"
    READINESS = "readiness"
    MAPPING = "mapping"
    NEEDS = "needs"
    PROPOSALS = "proposals"
    MEETING = "meeting"
    CHOICE = "choice"
    DESA = "desa"
    KECAMATAN = "kecamatan"
    PLAN = "plan"
    OTHER = "other"


Way = Literal["consensus", "usg", "approval", "points", "ranking"]
Unit = Literal["household", "adult"]


@dataclass(frozen=True, slots=True)
class Limit:
    """A share of the ceiling in per cent, as written ("15", "2.5"); None: no such bound. When it is not known
    (`is_known` is false) nobody has said yet whether there is a bound."""

    at_least: str | None = None
    at_most: str | None = None
    is_known: bool = True

    def least_of(self, ceiling: int) -> int | None:
        """Whole rupiah, rounded up: a share is reached, not nearly reached."""
        return None if self.at_least is None else -int(-_share(self.at_least, ceiling) // 1)

    def most_of(self, ceiling: int) -> int | None:
        """Whole rupiah, rounded down."""
        return None if self.at_most is None else int(_share(self.at_most, ceiling) // 1)


def _share(percent: str, ceiling: int) -> Fraction:
    return Fraction(Decimal(percent)) * ceiling / 100


@dataclass(frozen=True, slots=True)
class Step:
    """One station of the year. `since` and `until` are real days of that year's calendar; either may be unknown.

    Each kind stands once in a year, save OTHER, of which there may be many, told apart by their keys.
    """

    key: str
    kind: StepKind
    label: str
    actor: Actor
    since: date | None
    until: date | None
    papers: tuple[str, ...] = ()
    source: Source = Source()

    @property
    def mark(self) -> str:
        """By which an RT's progress is kept: it stays the same when a later juknis names the step otherwise."""
        return self.key if self.kind is StepKind.OTHER else self.kind.value


@dataclass(frozen=True, slots=True)
class Cluster:
    """A part of the money with its own share."""

    key: str
    label: str
    limit: Limit
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Fact:
    """A yes/no question that must be answered before a menu entry may be used."""

    key: str
    question: str
    wanted: bool
    why: str


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One kind of activity that is allowed. `most`: rupiah for one proposal of it; `words`: how people name it."""

    code: str
    cluster: str
    label: str
    words: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    most: int | None = None
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Blocked:
    """What the money may not be spent on, and why."""

    code: str
    label: str
    words: tuple[str, ...]
    reason: str
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Group:
    """Whom the meeting must invite, and the least share of those present they should be (per cent), if any."""

    key: str
    label: str
    at_least: str | None = None
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class MeetingRules:
    """`quorum`: per cent of households that must be present ("50" means more than half when `is_more_than`);
    `second_quorum`: at the second call (None: the juknis does not say; "0": whoever comes);
    `notice_days`: how many days before it people are invited."""

    quorum: str | None = None
    is_more_than: bool = False
    second_quorum: str | None = None
    notice_days: int | None = None
    groups: tuple[Group, ...] = ()
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class ChoosingRules:
    """`ways`: the ways of choosing that are allowed, the first is proposed; () lets the meeting pick any;
    `rule`: the allocation rule that counts sheets; `unit`: who has one sheet; `points`: how many each may give."""

    ways: tuple[Way, ...] = ()
    rule: str = "equal-shares"
    unit: Unit | None = None
    points: int = 10
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the readiness quiz: `right` is the place of the right choice, from 0."""

    text: str
    choices: tuple[str, ...]
    right: int
    why: str
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Readiness:
    """`needed`: how many right answers an RT must have; None: the juknis does not say."""

    needed: int | None = None
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """How many days the desa and the kecamatan have to answer a proposal, and the RT to mend a returned one."""

    desa: int | None = None
    kecamatan: int | None = None
    rt: int | None = None
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Filled:
    """A value the juknis did not give and a person filled in: where it stands, and who says so."""

    path: str
    source: str


@dataclass(frozen=True, slots=True)
class Juknis:
    """One programme in one year. `ceiling`: rupiah per RT; `clusters` and `menu` in the order of the juknis."""

    key: str
    title: str
    programme: str
    year: int
    regency: str
    regulation: str
    since: date
    ceiling: int | None
    clusters: tuple[Cluster, ...]
    steps: tuple[Step, ...]
    menu: tuple[MenuEntry, ...]
    blocked: tuple[Blocked, ...]
    meeting: MeetingRules
    choosing: ChoosingRules
    readiness: Readiness
    answers: Answers
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    ceiling_source: Source = Source()
    filled: tuple[Filled, ...] = ()
    regulations: tuple[Regulation, ...] = ()
    money: MoneyRules = MoneyRules()

    def cluster(self, key: str) -> Cluster | None:
        return next((each for each in self.clusters if each.key == key), None)

    def entry(self, code: str) -> MenuEntry | None:
        return next((each for each in self.menu if each.code == code), None)

    def step(self, mark: str) -> Step | None:
        return next((each for each in self.steps if each.mark == mark), None)
