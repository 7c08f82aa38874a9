"""The close and the count: ballots sealed in an order drawn by lot, what led to them erased, every proposal told."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.facilitation.actions import steps
from rukun.kit.problems import Problem
from rukun.musrenbang.actions.choices import step_of
from rukun.musrenbang.actions.sheets import opened
from rukun.musrenbang.actions.turns import turn
from rukun.musrenbang.facts import elections
from rukun.musrenbang.models import Choice, Code, Entry, Proposal, Result, Sealed
from rukun.musrenbang.queries import choices as queries
from rukun.musrenbang.queries import results
from rukun.musrenbang.types import Owner, Stage, State, Way

Ballots = list[dict[str, Any]]


@transaction.atomic
def close(*, choice: Choice, on: date, by: Any) -> Result:
    """Closes the choice and counts it.

    Raises Problem musrenbang.choice_not_open, musrenbang.no_ballots, musrenbang.sheets_differ,
    musrenbang.sheets_once, musrenbang.more_than_voters, musrenbang.seal_broken.
    """
    held = opened(choice)
    progress = queries.progress(held)
    _check(held, progress)
    readings = [each.found for each in queries.typed(held)]
    ballots = [each.marks for each in readings if not each.is_spoilt] + _cast(held)
    if not ballots:
        raise Problem("musrenbang.no_ballots")
    spoilt, settled = (sum(getattr(each, word) for each in readings) for word in ("is_spoilt", "is_settled"))
    _erase(held)
    result = _counted(held, ballots, progress.ballots, spoilt, on)
    _tell(held, result, on, by)
    audit.record(
        "choice.counted", held, by=by, path=held.path,
        sheets=result.sheets, spoilt=spoilt, settled=settled, digest=result.digest,
    )  # fmt: skip
    return result


@transaction.atomic
def agree(*, choice: Choice, agreed: Mapping[str, tuple[int, str]], on: date, by: Any) -> Result:
    """Records what a meeting agreed on: mark → (place in the order, an objection that stands or ""), and closes it.

    Raises Problem musrenbang.choice_not_open, musrenbang.nothing_agreed, musrenbang.rank_twice,
    musrenbang.mark_unknown, musrenbang.seal_broken.
    """
    held = opened(choice)
    if held.way != Way.CONSENSUS or not agreed:
        raise Problem("musrenbang.nothing_agreed")
    _check_seal(held)
    _check_order(held, agreed)
    marks = {mark: [place, objection.strip()] for mark, (place, objection) in agreed.items()}
    result = _counted(held, [marks], 1, 0, on)
    _tell(held, result, on, by)
    audit.record("choice.agreed", held, by=by, path=held.path, works=len(agreed), digest=result.digest)
    return result


def _check(choice: Choice, progress: queries.Progress) -> None:
    if not progress.ballots:
        raise Problem("musrenbang.no_ballots")
    if progress.differing:
        raise Problem("musrenbang.sheets_differ", sheets=progress.differing)
    if progress.once:
        raise Problem("musrenbang.sheets_once", sheets=progress.once)
    if progress.ballots > choice.voters:
        raise Problem("musrenbang.more_than_voters", voters=choice.voters)
    _check_seal(choice)


def _check_seal(choice: Choice) -> None:
    if elections.seal_of(choice, queries.options_of(choice)) != choice.seal:
        raise Problem("musrenbang.seal_broken")


def _check_order(choice: Choice, agreed: Mapping[str, tuple[int, str]]) -> None:
    unknown = sorted(set(agreed) - {each.mark for each in queries.options_of(choice)})
    if unknown:
        raise Problem("musrenbang.mark_unknown", mark=unknown[0])
    places = [place for place, _objection in agreed.values()]
    for place in places:
        if places.count(place) > 1:
            raise Problem("musrenbang.rank_twice", rank=place)


def _cast(choice: Choice) -> Ballots:
    return list(Code.objects.filter(choice=choice, marks__isnull=False).values_list("marks", flat=True))


def _erase(choice: Choice) -> None:
    """What led to the ballots goes: readings, and what each code chose. Codes are written anew, so that nothing in the
    order of their rows tells when they were used."""
    Entry.objects.filter(sheet__choice=choice).delete()
    codes = sorted(Code.objects.filter(choice=choice).values_list("digest", "marks"), key=lambda each: each[0])
    Code.objects.filter(choice=choice).delete()
    Code.objects.bulk_create(
        Code(choice=choice, path=choice.path, digest=digest, is_counted=marks is not None) for digest, marks in codes
    )


def _counted(choice: Choice, ballots: Ballots, sheets: int, spoilt: int, on: date) -> Result:
    """Seals the ballots, counts them, ends the choice."""
    random.SystemRandom().shuffle(ballots)
    sealed = Sealed.objects.bulk_create(Sealed(choice=choice, path=choice.path, marks=each) for each in ballots)
    told = elections.outcome(choice, queries.options_of(choice), ballots)
    digest = elections.digest_of(choice, sealed, told, sheets, spoilt)
    choice.stage, choice.counted_on = Stage.COUNTED, on
    choice.save(update_fields=["stage", "counted_on"])
    return Result.objects.create(
        choice=choice, path=choice.path, outcome=told, digest=digest, sheets=sheets, spoilt=spoilt, on=on
    )


def _tell(choice: Choice, result: Result, on: date, by: Any) -> None:
    """A turn for every proposal that stood on the sheet, and for those that could not, with the reason; the step of
    the RT's year is done."""
    steps.finish(**step_of(choice), on=on, by=by)
    winners = set(result.outcome["winners"])
    options = {each.mark: each for each in choice.options.select_related("proposal")}
    for mark, reason in results.letters(choice, result).items():
        to = State.CHOSEN if mark in winners else State.NOT_CHOSEN
        _turned([options[mark].proposal], to, reason, on, by)
    for each in choice.rules["excluded"]:
        waiting = Proposal.objects.filter(pk=each["proposal"], state=State.PROPOSED)
        _turned(waiting, State.NOT_CHOSEN, results.why_excluded(each), on, by)


def _turned(proposals: Iterable[Proposal], to: State, reason: str, on: date, by: Any) -> None:
    """Those that were withdrawn or merged since the sheets were printed stay where they are."""
    for each in proposals:
        if each.state == State.PROPOSED:
            turn(proposal=each, to=to, office=Owner.RT, on=on, by=by, reason=reason)
