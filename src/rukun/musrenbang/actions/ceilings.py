"""A decree freezes the register: every RT with its ceiling for a year; what was split since is carried by another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.facilitation.queries import programmes
from rukun.kit.problems import Problem
from rukun.musrenbang.models import Ceiling, Decree
from rukun.musrenbang.queries import ceiling_trials, ceilings
from rukun.people.queries import tallies
from rukun.rules.ceilings import Carried, Part, Passing, carried
from rukun.territory import queries as territory
from rukun.territory.types import Level, Place
from rukun.walls import scope

LOCK = 7303  # the decrees of one kabupaten follow one another
SHOWN = 5


@transaction.atomic
def issue(
    *,
    area_id: int,
    year: int,
    rule: Mapping[str, Any],
    number: str,
    decreed_on: date,
    since: date,
    is_partial: bool = False,
    on: date,
    by: Any,
) -> Decree:
    """Every RT that is there on the day `since` gets its ceiling by the rule, as one decree; an RT that ended holds
    zero from then on. `is_partial`: RTs the rule has no amount for are left to a later decree.

    Raises Problem musrenbang.decree_place, musrenbang.decree_days, musrenbang.decree_number, musrenbang.decree_earlier,
    musrenbang.ceilings_missing, musrenbang.ceilings_none.
    """
    place = _kabupaten(area_id, since)
    _check(place, year, number, decreed_on, since, on)
    trial = ceiling_trials.tried(place.path, year, rule, since)
    _check_all_told(trial, is_partial)
    paper = {"year": year, "number": number, "decreed_on": decreed_on, "since": since, "on": on}
    decree = _written(place, by, rule=dict(rule), budget=trial.budget, **paper)
    told = [
        _line(decree, each.rt_id, each.path, each.amount, each.count.households if each.count else None)
        for each in trial.rts
        if each.amount is not None
    ]
    Ceiling.objects.bulk_create([*told, *_ended(decree, {each.rt_id for each in trial.rts})], batch_size=1000)
    sums = {"rts": len(told), "amount": trial.whole.amount}
    audit.record("decree.issued", decree, by=by, path=place.path, number=number, year=year, **sums)
    return decree


@transaction.atomic
def carry_over(*, area_id: int, year: int, number: str, decreed_on: date, since: date, on: date, by: Any) -> Decree:
    """The ceilings of RTs that were split or joined since their decree pass to those that follow, as the juknis says.

    Raises as `issue` does, and Problem musrenbang.nothing_split, musrenbang.split_not_said, musrenbang.split_uncounted.
    """
    place = _kabupaten(area_id, since)
    _check(place, year, number, decreed_on, since, on)
    passed = ceilings.pending(place.path, year, since)
    if not passed:
        raise Problem("musrenbang.nothing_split", year=year)
    way = at_split(year, since)
    before = dict(ceilings.register(place.path, year, since).values_list("rt", "amount"))
    after = carried(before, _passings(place, passed, since), way)
    _check_counted(after, since)
    paper = {"year": year, "number": number, "decreed_on": decreed_on, "since": since, "on": on}
    decree = _written(place, by, rule={"kind": "carried", "at_split": way, "kept": after.kept}, **paper)
    Ceiling.objects.bulk_create(_carried(decree, after, passed))
    audit.record("decree.carried", decree, by=by, path=place.path, number=number, year=year, rts=len(passed))
    return decree


def at_split(year: int, on: date) -> Any:
    """What the juknis says becomes of the money of an RT that is split. Raises Problem musrenbang.split_not_said."""
    programme = programmes.of_year(year, on)
    way = programme.juknis.money.eligibility.at_split if programme else None
    if way is None:
        raise Problem("musrenbang.split_not_said", year=year)
    return way


def _kabupaten(area_id: int, on: date) -> Place:
    place = territory.place(area_id, on=on)
    if place is None or place.level != Level.KABUPATEN:
        raise Problem("musrenbang.decree_place")
    return place


def _check(place: Place, year: int, number: str, decreed_on: date, since: date, on: date) -> None:
    scope.alone(LOCK, place.id)
    if since.year != year or not year - 2 <= decreed_on.year or decreed_on > on:
        raise Problem("musrenbang.decree_days", year=year, decreed_on=decreed_on, since=since)
    before = ceilings.of_year(place.path, year)
    if any(each.number.casefold() == number.casefold() for each in before):
        raise Problem("musrenbang.decree_number", number=number)
    if before and before[0].since > since:
        raise Problem("musrenbang.decree_earlier", number=before[0].number, since=before[0].since)


def _check_all_told(trial: ceiling_trials.Trial, is_partial: bool) -> None:
    missing = trial.unsaid
    if len(missing) == len(trial.rts):
        raise Problem("musrenbang.ceilings_none")
    if missing and not is_partial:
        raise Problem(
            "musrenbang.ceilings_missing", n=len(missing), rts=[trial.named(each) for each in missing[:SHOWN]]
        )


def _check_counted(after: Carried, on: date) -> None:
    if after.unknown:
        named = ceilings.labels(after.unknown[:SHOWN], on)
        raise Problem("musrenbang.split_uncounted", rts=[named[each] for each in after.unknown[:SHOWN]])


def _written(place: Place, by: Any, **told: Any) -> Decree:
    return Decree.objects.create(area_id=place.id, path=place.path, by=str(by), **told)


def _line(
    decree: Decree, rt: int, path: str, amount: int, households: int | None = None, came_from: int | None = None
) -> Ceiling:
    return Ceiling(
        decree=decree, rt_id=rt, path=path, year=decree.year, since=decree.since, amount=amount, households=households,
        came_from_id=came_from,
    )  # fmt: skip


def _ended(decree: Decree, there: set[int]) -> list[Ceiling]:
    held = ceilings.register(decree.path, decree.year, decree.since).values_list("rt", "path", "amount")
    return [_line(decree, rt, path, 0) for rt, path, amount in held if rt not in there and amount]


def _passings(place: Place, passed: Iterable[ceilings.Passed], on: date) -> list[Passing]:
    counts = tallies.household_counts(place.path, on)
    return [
        Passing(
            each.source,
            tuple(
                Part(rt, counts[rt].households if rt in counts else None, is_old=rt == each.source)
                for rt in each.targets
            ),
        )
        for each in passed
    ]


def _carried(decree: Decree, after: Carried, passed: list[ceilings.Passed]) -> list[Ceiling]:
    """One line for every RT the passings touched, with where its money came from where that is one RT."""
    came: dict[int, set[int]] = {}
    for each in passed:
        for rt in each.targets:
            came.setdefault(rt, set()).add(each.source)
    touched = sorted({rt for each in passed for rt in (each.source, *each.targets)})
    counts, paths = tallies.household_counts(decree.path, decree.since), territory.paths(touched)
    return [
        _line(
            decree, rt, paths[rt], after.amounts.get(rt, 0), counts[rt].households if rt in counts else None,
            next(iter(came[rt])) if len(came.get(rt, ())) == 1 else None,
        )
        for rt in touched
    ]  # fmt: skip
