"""The money of a juknis as values: who gets how much, by which way, in which tranches, checked by whom. None is
"the juknis does not say".

>>> rule = AllocationRule("tiers", (Tier(None, 59, 50), Tier(60, 99, 70), Tier(101, None, 100)), (Gap(100, 100),))
>>> [(found := rule.tier(households)) and found.amount for households in (59, 60, 100, 101)]
[50, 70, None, 100]
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from rukun.parameters.juknis.parts import Actor, Source

Place = Literal["desa", "kelurahan", "all"]
Channel = Literal["desa_apbdes", "kelurahan_dpa", "kecamatan_dpa", "rt_account", "pokmas_account", "hibah"]
Flow = Literal["advance", "reimbursement"]
Bundle = Literal["rab", "request", "spj", "lpj"]
Occasion = Literal["always", "wages", "goods", "meeting", "training", "fees", "building"]
AtSplit = Literal["by_households", "first_keeps", "next_year"]
Allocation = Literal["flat", "tiers", "range", "scaled"]
Per = Literal["line", "unit", "month", "year"]
CostKind = Literal["material", "equipment", "wage", "fee"]
Leftover = Literal["carry", "return"]
TaxBy = Literal["rt", "desa", "kelurahan", "kecamatan", "bendahara"]


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
    at_split: AtSplit | None = None
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Tier:
    """RTs with this many households (KK), both ends included, get `amount` rupiah; None: no end on that side."""

    at_least: int | None
    at_most: int | None
    amount: int
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Gap:
    """Households for which the sources give no amount, as everybody knows: an open question, not a mistake. No ceiling
    is reckoned for them until somebody with a source says which amount holds."""

    at_least: int | None
    at_most: int | None
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class AllocationRule:
    """How an RT's ceiling comes about. flat: `Juknis.ceiling` for all; tiers: by households; range: a decree names each
    between `least` and `most`; scaled: `Juknis.ceiling` cut in proportion where the budget is short. None: unknown.

    Tiers and `unsettled` together hold every count of households once."""

    kind: Allocation | None = None
    tiers: tuple[Tier, ...] = ()
    unsettled: tuple[Gap, ...] = ()
    least: int | None = None
    most: int | None = None
    source: Source = Source()

    def tier(self, households: int) -> Tier | None:
        """The one tier for so many households; None where the juknis settles none."""
        return next((each for each in self.tiers if _holds(each, households)), None)


def _holds(span: Tier | Gap, households: int) -> bool:
    return (span.at_least or 0) <= households and (span.at_most is None or households <= span.at_most)


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
    per: Per = "year"
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
    leftover: Leftover | None = None
    wages: WageRule = WageRule()
    purchases: tuple[PurchaseRule, ...] = ()
    tax_by: TaxBy | None = None
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
