"""A proposal is begun, filled in step by step, put to the meeting, taken back, merged, and carried to the next year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from rukun.audit import actions as audit
from rukun.facilitation.actions import steps
from rukun.kit.problems import Problem
from rukun.musrenbang.actions.turns import begin, turn
from rukun.musrenbang.models import Answer, Option, Proposal
from rukun.musrenbang.queries import causes, menu, proposals
from rukun.musrenbang.types import Owner, Stage, State, lives_on
from rukun.parameters.juknis import StepKind
from rukun.territory.types import Place
from rukun.walls import scope

LOCK = 7301  # the numbers of one RT are given out one after another


@transaction.atomic
def start(*, rt: Place, year: int, on: date, by: Any, **typed: Any) -> Proposal:
    """A new draft of an RT. `typed`: fields of the first step. Raises Problem musrenbang.not_an_rt."""
    if rt.level != "rt":
        raise Problem("musrenbang.not_an_rt", place=rt.label)
    made = Proposal(rt_id=rt.id, path=rt.path, born=year, year=year, state=State.DRAFT, owner=Owner.RT, **typed)
    made.number = next_number(rt.id, year)
    made.save()
    begin(proposal=made, on=on, by=by)
    steps.begin(rt_id=rt.id, path=rt.path, year=year, step=StepKind.PROPOSALS, on=on, by=by)
    audit.record("proposal.started", made, by=by, path=made.path, year=year)
    return made


@transaction.atomic
def save(
    *, proposal: Proposal, revision: int, on: date, by: Any, facts: Mapping[str, bool] | None = None, **typed: Any
) -> Proposal:
    """Keeps what was typed in one step, finished or not. `revision`: what the typist had seen.

    Raises Problem musrenbang.proposal_changed, musrenbang.not_open, musrenbang.cause_elsewhere,
    musrenbang.cost_not_positive.
    """
    held = _held(proposal, revision)
    _check(held, typed)
    for name, value in typed.items():
        setattr(held, name, value)
    held.cluster = menu.cluster_of(held.menu, held.year, on=on)
    held.revision += 1
    held.save()
    _answer(held, facts or {}, on)
    audit.record("proposal.changed", held, by=by, path=held.path, fields=sorted(typed))
    return held


@transaction.atomic
def propose(*, proposal: Proposal, on: date, by: Any) -> Proposal:
    """Puts a proposal to the meeting. Raises Problem musrenbang.not_ready, naming all that is missing."""
    held = Proposal.objects.select_for_update().get(pk=proposal.pk)
    lacking = proposals.missing(held, menu.of_place(held.path, held.year, on=on))
    if lacking:
        raise Problem("musrenbang.not_ready", missing=[each.words for each in lacking])
    turn(proposal=held, to=State.PROPOSED, office=Owner.RT, on=on, by=by)
    steps.finish(rt_id=held.rt_id, path=held.path, year=held.year, step=StepKind.PROPOSALS, on=on, by=by)
    return held


@transaction.atomic
def withdraw(*, proposal: Proposal, reason: str, on: date, by: Any) -> Proposal:
    """Taken back by those who made it; it stays to be read. Raises Problem musrenbang.being_chosen, and as `turn`."""
    _check_free(proposal)
    turn(proposal=proposal, to=State.WITHDRAWN, office=Owner.RT, on=on, by=by, reason=reason)
    return proposal


@transaction.atomic
def merge(*, proposal: Proposal, into: Proposal, reason: str, on: date, by: Any) -> Proposal:
    """Goes on inside another proposal of the same RT and year.

    Raises Problem musrenbang.merge_elsewhere, musrenbang.being_chosen.
    """
    _check_free(proposal)
    if not proposals.mergeable(proposal).filter(pk=into.pk).exists():
        raise Problem("musrenbang.merge_elsewhere", title=into.title)
    turn(proposal=proposal, to=State.MERGED, office=Owner.RT, on=on, by=by, reason=reason)
    proposal.merged_into = into
    proposal.save(update_fields=["merged_into"])
    return proposal


@transaction.atomic
def carry(*, proposal: Proposal, year: int, on: date, by: Any) -> Proposal:
    """Lives on as a draft of a later year, with all its history.

    Raises Problem musrenbang.cannot_carry where it was planned, sent on, or stands in that year already.
    """
    if not lives_on(State(proposal.state), proposal.year, year):
        raise Problem("musrenbang.cannot_carry", state=State(proposal.state).label, year=str(year))
    turn(proposal=proposal, to=State.DRAFT, office=Owner.RT, on=on, by=by, year=year)
    proposal.cluster = menu.cluster_of(proposal.menu, year, on=on)
    proposal.revision += 1
    proposal.save(update_fields=["cluster", "revision"])
    steps.begin(rt_id=proposal.rt_id, path=proposal.path, year=year, step=StepKind.PROPOSALS, on=on, by=by)
    return proposal


@transaction.atomic
def carry_all(*, path: str, year: int, on: date, by: Any) -> int:
    """Every proposal of the RT at a path that may live on; tells how many."""
    found = list(proposals.left_over(path, year))
    for each in found:
        carry(proposal=each, year=year, on=on, by=by)
    return len(found)


def next_number(rt_id: int, year: int) -> int:
    """The next free number of an RT and year; held until the transaction ends."""
    scope.alone(LOCK, rt_id)
    last = Proposal.objects.filter(rt=rt_id, born=year).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _check_free(proposal: Proposal) -> None:
    """Whoever ticked it on a sheet must find it in the count."""
    if Option.objects.filter(proposal=proposal, choice__stage=Stage.OPEN).exists():
        raise Problem("musrenbang.being_chosen", title=proposal.title)


def _held(proposal: Proposal, revision: int) -> Proposal:
    held = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if not proposals.may_edit(held):
        raise Problem("musrenbang.not_open", state=State(held.state).label)
    if held.revision != revision:
        raise Problem("musrenbang.proposal_changed")
    return held


def _check(held: Proposal, typed: Mapping[str, Any]) -> None:
    cost, cause = typed.get("cost"), typed.get("cause_id")
    if cost is not None and cost <= 0:
        raise Problem("musrenbang.cost_not_positive")
    if cause and cause != held.cause_id and cause not in dict(causes.choices(held.path, held.year)):
        raise Problem("musrenbang.cause_elsewhere")


def _answer(held: Proposal, facts: Mapping[str, bool], on: date) -> None:
    for fact, is_true in facts.items():
        told = {"path": held.path, "is_true": is_true, "on": on}
        Answer.objects.update_or_create(proposal=held, fact=fact, defaults=told)
