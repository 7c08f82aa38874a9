"""What if: the ceilings of all RTs under a path by a rule that nobody has decreed yet, beside those that hold now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rukun.musrenbang.queries import ceilings
from rukun.people.queries import tallies
from rukun.people.queries.tallies import HouseholdCount
from rukun.rules.ceilings import Reason, Rt, Rule, Tier, given
from rukun.territory import queries as territory
from rukun.territory.types import Level

UNCOUNTED = "households_unknown"


@dataclass(frozen=True, slots=True)
class Tried:
    """One RT: how many households it has by which count, what it has now, what the rule would give."""

    rt_id: int
    label: str
    path: str
    count: HouseholdCount | None
    now: int | None
    amount: int | None
    reason: Reason

    @property
    def change(self) -> int | None:
        return None if self.now is None or self.amount is None else self.amount - self.now

    @property
    def each(self) -> int | None:
        """Rupiah per household, rounded down."""
        if self.amount is None or not self.count or not self.count.households:
            return None
        return self.amount // self.count.households

    def above(self, step: int) -> int:
        """The place above it: 1 its kecamatan, 2 its desa."""
        return int(self.path.split(".")[step])


@dataclass(frozen=True, slots=True)
class Total:
    """Sums over RTs. `unsaid`: to how many the rule gives nothing; `up`, `down`: who gains, who loses."""

    rts: int = 0
    unsaid: int = 0
    households: int = 0
    amount: int = 0
    now: int = 0
    least: int | None = None
    most: int | None = None
    up: int = 0
    down: int = 0

    @property
    def each(self) -> int | None:
        return self.amount // self.households if self.households else None


@dataclass(frozen=True, slots=True)
class Trial:
    """All RTs tried, the sums, and the names of the places above them."""

    rts: tuple[Tried, ...]
    whole: Total
    names: Mapping[int, str]
    budget: int | None

    def by(self, step: int) -> list[tuple[str, Total]]:
        """Sums of every kecamatan (1) or desa (2), in the order of their paths."""
        found: dict[int, list[Tried]] = {}
        for rt in self.rts:
            found.setdefault(rt.above(step), []).append(rt)
        return [(self.names.get(area, ""), total(own)) for area, own in found.items()]

    @property
    def unsaid(self) -> list[Tried]:
        return [each for each in self.rts if each.amount is None]

    @property
    def left(self) -> int | None:
        """What the budget would leave; below zero it is short."""
        return None if self.budget is None else self.budget - self.whole.amount

    def gaining(self, many: int) -> list[Tried]:
        return sorted((each for each in self.rts if (each.change or 0) > 0), key=lambda each: -(each.change or 0))[
            :many
        ]

    def losing(self, many: int) -> list[Tried]:
        return sorted((each for each in self.rts if (each.change or 0) < 0), key=lambda each: each.change or 0)[:many]

    def named(self, rt: Tried) -> str:
        return f"{rt.label}, {self.names.get(rt.above(2), '')}"


def tried(path: str, year: int, document: Mapping[str, Any], on: date) -> Trial:
    """Six queries, whatever the number of RTs. `document`: the rule as `Decree.rule` keeps it."""
    rule, counts = rule_of(document), tallies.household_counts(path, on)
    rows = list(territory.rts_under(path, on=on).values_list("area_id", "area__path", "kind", "name", named=True))
    now = ceilings.amounts(path, year, on, [row.area_id for row in rows])
    asked = [Rt(row.area_id, counts[row.area_id].households if row.area_id in counts else None) for row in rows]
    found = tuple(
        Tried(
            row.area_id, territory.label(row), row.area__path, counts.get(row.area_id), now.get(row.area_id),
            told.amount, told.reason,
        )
        for row, told in zip(rows, given(asked, rule), strict=True)
    )  # fmt: skip
    return Trial(found, total(found), _names_above(path, on), rule.budget)


def total(rts: Iterable[Tried]) -> Total:
    held = list(rts)
    given_to = [each for each in held if each.amount is not None]
    changes = [each.change or 0 for each in held]
    return Total(
        rts=len(held),
        unsaid=len(held) - len(given_to),
        households=sum(each.count.households for each in given_to if each.count),
        amount=sum(each.amount or 0 for each in given_to),
        now=sum(each.now or 0 for each in held),
        least=min((each.amount or 0 for each in given_to), default=None),
        most=max((each.amount or 0 for each in given_to), default=None),
        up=sum(change > 0 for change in changes),
        down=sum(change < 0 for change in changes),
    )


def rule_of(document: Mapping[str, Any]) -> Rule:
    """The rule a form or a decree holds as a document."""
    tiers = tuple(Tier(each["at_least"], each["at_most"], each["amount"]) for each in document.get("tiers", ()))
    return Rule(
        kind=document["kind"],
        amount=document.get("amount") or 0,
        most=document.get("most"),
        tiers=tiers,
        budget=document.get("budget"),
        step=document.get("step") or 1,
    )


def _names_above(path: str, on: date) -> dict[int, str]:
    above = territory.editions(on=on).filter(area__level__in=[Level.KECAMATAN, Level.DESA])
    steps = [int(step) for step in path.strip(".").split(".")]
    under = above.filter(area__path__startswith=path) | above.filter(area__in=steps)
    return {each.area_id: territory.label(each) for each in under}


def spread(trial: Trial, many: int = 6) -> list[tuple[int, int, int]]:
    """How many RTs get between two sums per household: (from, below, RTs), the smallest first."""
    each = [rt.each for rt in trial.rts if rt.each is not None]
    if not each:
        return []
    width = _round_width((max(each) - min(each)) // many + 1)
    first = min(each) // width
    counts = Counter(value // width for value in each)
    return [(place * width, (place + 1) * width, counts[place]) for place in range(first, max(counts) + 1)]


def _round_width(least: int) -> int:
    """The next of 1, 2, 5, 10, 20, 50 … that is no smaller."""
    ten = 10 ** (len(str(least)) - 1)
    return next(ten * step for step in (1, 2, 5, 10) if ten * step >= least)
