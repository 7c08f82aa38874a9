"""The way up: the RT sends what it chose, desa and kecamatan answer it, and what comes back goes up again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db import transaction

from rukun.facilitation.actions import steps
from rukun.kit.problems import Problem
from rukun.musrenbang.actions import plans
from rukun.musrenbang.actions.turns import turn
from rukun.musrenbang.models import Proposal, Turn
from rukun.musrenbang.queries import answers
from rukun.musrenbang.types import Owner, State
from rukun.parameters.juknis.types import StepKind

BEFORE_DESA = frozenset({State.CHOSEN, State.AT_DESA, State.RETURNED})
BEFORE_PLAN = BEFORE_DESA | {State.AT_KECAMATAN}
AT = {Owner.DESA: State.AT_DESA, Owner.KECAMATAN: State.AT_KECAMATAN}


@transaction.atomic
def send(*, proposals: Iterable[int], on: date, by: Any, note: str = "") -> list[Turn]:
    """The RT sends what it chose to the desa, and what was returned to whoever returned it.

    Raises Problem musrenbang.none_ticked, musrenbang.proposals_gone, musrenbang.not_waiting_here.
    """
    held = _held(proposals, Owner.RT)
    returners = answers.returners(each.pk for each in held if each.state == State.RETURNED)
    return [_sent(each, returners.get(each.pk, Owner.DESA), on, by, note) for each in held]


@transaction.atomic
def pass_on(*, proposals: Iterable[int], on: date, by: Any, note: str = "") -> list[Turn]:
    """The desa passes proposals on to the kecamatan. Raises as `send` does."""
    held = _held(proposals, Owner.DESA)

    def up(each: Proposal) -> Turn:
        due = answers.deadline(Owner.KECAMATAN, each.year, on)
        return turn(proposal=each, to=State.AT_KECAMATAN, office=Owner.DESA, on=on, by=by, reason=note, due=due)

    return _answered(held, up, on, by)


@transaction.atomic
def accept(*, proposals: Iterable[int], on: date, by: Any, note: str = "") -> list[Turn]:
    """The kecamatan writes proposals into their RT's plan, in order, never above the ceiling.

    Raises as `send` and `actions.plans.add` do.
    """
    held = _held(proposals, Owner.KECAMATAN)

    def planned(each: Proposal) -> Turn:
        plans.add(proposal=each, on=on, by=by)
        return turn(proposal=each, to=State.PLANNED, office=Owner.KECAMATAN, on=on, by=by, reason=note)

    return _answered(held, planned, on, by)


@transaction.atomic
def send_back(
    *, proposals: Iterable[int], office: Owner, reason: str, due: date | None, on: date, by: Any
) -> list[Turn]:
    """Back to the RT, with what is to be mended and until when.

    Raises as `send` does, and Problem musrenbang.reason_missing, musrenbang.due_past.
    """
    if due is not None and due < on:
        raise Problem("musrenbang.due_past", due=due)
    held = _held(proposals, office)
    return _answered(
        held,
        lambda each: turn(proposal=each, to=State.RETURNED, office=office, on=on, by=by, reason=reason, due=due),
        on,
        by,
    )


@transaction.atomic
def refuse(*, proposals: Iterable[int], office: Owner, reason: str, article: str, on: date, by: Any) -> list[Turn]:
    """The end of a proposal this year, with the reason and the article.

    Raises as `send` does, and Problem musrenbang.reason_missing, musrenbang.article_missing.
    """
    held = _held(proposals, office)
    return _answered(
        held,
        lambda each: turn(proposal=each, to=State.REFUSED, office=office, on=on, by=by, reason=reason, article=article),
        on,
        by,
    )


@transaction.atomic
def merge(*, proposals: Iterable[int], into: int | None, office: Owner, reason: str, on: date, by: Any) -> list[Turn]:
    """These live on in another proposal of the same desa that is on its way as well.

    Raises as `send` does, and Problem musrenbang.reason_missing, musrenbang.merge_target.
    """
    held = _held(proposals, office)
    target = _target(held, into)

    def merged(each: Proposal) -> Turn:
        each.merged_into = target
        each.save(update_fields=["merged_into"])
        return turn(proposal=each, to=State.MERGED, office=office, on=on, by=by, reason=reason)

    return _answered(held, merged, on, by)


def _held(proposals: Iterable[int], office: Owner) -> list[Proposal]:
    """The proposals, locked, in the order of their names; all of them wait for this office."""
    asked = set(proposals)
    if not asked:
        raise Problem("musrenbang.none_ticked")
    held = list(Proposal.objects.select_for_update().filter(pk__in=asked).order_by("path", "born", "number"))
    if len(held) < len(asked):
        raise Problem("musrenbang.proposals_gone")
    for each in held:
        if each.state not in answers.AWAITS[office]:
            raise Problem("musrenbang.not_waiting_here", title=each.title, state=State(each.state).label)
    return held


def _sent(each: Proposal, to: Owner, on: date, by: Any, note: str) -> Turn:
    due = answers.deadline(to, each.year, on)
    return turn(proposal=each, to=AT[to], office=Owner.RT, on=on, by=by, reason=note, due=due)


def _target(held: list[Proposal], into: int | None) -> Proposal:
    target = Proposal.objects.select_for_update().filter(pk=into, state__in=answers.UPWARD).first()
    where = {(answers.desa_path(each.path), each.year) for each in [*held, *([target] if target else [])]}
    if target is None or target in held or len(where) > 1:
        raise Problem("musrenbang.merge_target")
    return target


def _answered(held: list[Proposal], act: Callable[[Proposal], Turn], on: date, by: Any) -> list[Turn]:
    made = [act(each) for each in held]
    for rt, path, year in {(each.rt_id, each.path, each.year) for each in held}:
        _finish_steps(rt, path, year, on, by)
    return made


def _finish_steps(rt: int, path: str, year: int, on: date, by: Any) -> None:
    """A step of the RT's year is done when none of its proposals waits before it any more."""
    states = {State(each) for each in Proposal.objects.filter(path=path, year=year).values_list("state", flat=True)}
    done = {
        StepKind.DESA: not states & BEFORE_DESA,
        StepKind.KECAMATAN: not states & BEFORE_PLAN,
        StepKind.PLAN: State.PLANNED in states and not states & BEFORE_PLAN,
    }
    for step in (each for each, is_done in done.items() if is_done):
        steps.finish(rt_id=rt, path=path, year=year, step=step, on=on, by=by)
