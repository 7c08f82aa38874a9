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


Actor = Literal["rt", "desa", "kecamatan", "kabupaten"]
Place = Literal["desa", "kelurahan", "all"]
Channel = Literal["desa_apbdes", "kelurahan_dpa", "kecamatan_dpa", "rt_account", "pokmas_account", "hibah"]
Flow = Literal["advance", "reimbursement"]
Bundle = Literal["rab", "request", "spj", "lpj"]
Occasion = Literal["always", "wages", "goods", "meeting", "training", "fees", "building"]
Way = Literal["consensus", "usg", "approval", "points", "ranking"]
Unit = Literal["household", "adult"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value comes from: the article of the regulation or, for a value filled in here, who says so."""

    article: str = ""
    text: str = ""


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
class Regulation:
    """One regulation behind the juknis: "Perbup" "63" of 2021; `replaces` names the one it replaced."""

    kind: str
    number: str
    year: int | None = None
    about: str = ""
    article: str = ""
    replaces: str = ""
    since: date | None = None
    until: date | None = None
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Which RTs have a share. `register`: the list that decides; `at_split`: what becomes of the money of an RT that
    is split within the year: shared by households, kept by the first, or nothing until next year."""

    register: str = ""
    at_split: Literal["by_households", "first_keeps", "next_year"] | None = None
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Tier:
    """RTs with this many households (KK), both ends included, get `amount` rupiah; None: no end on that side."""

    at_least: int | None
    at_most: int | None
    amount: int
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class AllocationRule:
    """How an RT's ceiling comes about. flat: `Juknis.ceiling` for all; tiers: by households; range: a decree names each
    between `least` and `most`; scaled: `Juknis.ceiling` cut in proportion where the budget is short. None: unknown."""

    kind: Literal["flat", "tiers", "range", "scaled"] | None = None
    tiers: tuple[Tier, ...] = ()
    least: int | None = None
    most: int | None = None
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class MoneyWay:
    """How money reaches RTs of a desa, of a kelurahan, or all: through whose budget, before or after it is spent."""

    place: Place
    channel: Channel | None
    flow: Flow | None
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class TrancheRule:
    """One tranche: its share of the ceiling in per cent ("50"), its days, from which budget, and the per cent of the
    money released before that must be accounted for first ("100"). None: the juknis does not say."""

    number: int
    share: str | None
    since: date | None = None
    until: date | None = None
    budget: str = ""
    gate: str | None = None
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Desk:
    """Which levels look at a bundle of papers, one after the other, and how many days each has (None: not said)."""

    bundle: Bundle
    levels: tuple[Actor, ...]
    days: int | None = None
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class PaperRule:
    """A paper that belongs into a bundle. `when`: for every activity, or only where it has wages, goods, a meeting,
    training, fees, or something built."""

    key: str
    bundle: Bundle
    label: str
    when: Occasion = "always"
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Cap:
    """The most that may be spent: `rupiah`, or `percent` of the ceiling, per line, unit, month or year, on a cluster, a
    menu entry, a kind of line (material, equipment, wage, fee), or on lines whose words match `words`."""

    key: str
    label: str
    rupiah: int | None = None
    percent: str | None = None
    per: Literal["line", "unit", "month", "year"] = "year"
    cluster: str = ""
    menu: str = ""
    kind: str = ""
    words: tuple[str, ...] = ()
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Honorarium:
    """What an office may get a month, in rupiah."""

    office: str
    a_month: int | None
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Mandatory:
    """Something every RT must have in its plan, at least `count` of it (houses, a vehicle)."""

    key: str
    label: str
    count: int | None = None
    menu: str = ""
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class AssetRule:
    """Whose a bought thing is, what plate a vehicle bears, and whether it passes on at the end of a term."""

    owner: str = ""
    plate: str = ""
    is_handed_over: bool | None = None
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class WageRule:
    """`at_least`: per cent of the cost of works that goes to wages; `may_move_waived`: whether wages given back may be
    spent on the same work; `hours`: of one HOK; `prefers`: who is to be given work first."""

    at_least: str | None = None
    may_move_waived: bool | None = None
    hours: int | None = None
    prefers: str = ""
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class PurchaseRule:
    """Up to `at_most` rupiah (None: above all others) a purchase goes this `way` and needs these papers."""

    at_most: int | None
    way: str
    papers: tuple[str, ...] = ()
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class MoneyRules:
    """All a juknis says about money once the plan stands. Empty and None: not known, asked from the user.

    `has_shift`: whether the meeting may shift the shares of clusters; `leftover`: what becomes of unspent money;
    `tax_by`: who keeps back and deposits tax."""

    eligibility: Eligibility = Eligibility()
    allocation: AllocationRule = AllocationRule()
    ways: tuple[MoneyWay, ...] = ()
    tranches: tuple[TrancheRule, ...] = ()
    desks: tuple[Desk, ...] = ()
    papers: tuple[PaperRule, ...] = ()
    caps: tuple[Cap, ...] = ()
    honoraria: tuple[Honorarium, ...] = ()
    mandatory: tuple[Mandatory, ...] = ()
    assets: AssetRule = AssetRule()
    leftover: Literal["carry", "return"] | None = None
    wages: WageRule = WageRule()
    purchases: tuple[PurchaseRule, ...] = ()
    tax_by: Literal["rt", "desa", "kelurahan", "kecamatan", "bendahara"] | None = None
    has_shift: bool | None = None
    source: Source = Source()

    def way(self, place: str) -> MoneyWay | None:
        """For an RT of a "desa" or a "kelurahan"."""
        fitting = [each for each in self.ways if each.place in (place, "all")]
        return min(fitting, key=lambda each: each.place == "all", default=None)

    def desk(self, bundle: Bundle) -> Desk | None:
        return next((each for each in self.desks if each.bundle == bundle), None)

    def papers_of(self, bundle: Bundle) -> tuple[PaperRule, ...]:
        return tuple(each for each in self.papers if each.bundle == bundle)


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
