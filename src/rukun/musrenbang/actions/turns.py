"""The only way a proposal changes its state: one turn, with its reason, kept for ever."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.musrenbang.models import Proposal, Turn
from rukun.musrenbang.types import FINAL, MOVES, NEEDS_REASON, OWES, Owner, State


@transaction.atomic
def turn(
    *,
    proposal: Proposal,
    to: State,
    office: Owner,
    on: date,
    by: Any,
    reason: str = "",
    article: str = "",
    due: date | None = None,
    year: int | None = None,
) -> Turn:
    """Moves a proposal on. `office`: who moves it; `due`: until when the next owner owes an answer; `year`: the
    programme year it stands in from now on (its own when not given).

    Raises Problem musrenbang.cannot_turn, musrenbang.reason_missing, musrenbang.article_missing.
    """
    held = Proposal.objects.select_for_update().get(pk=proposal.pk)
    _check(held, to, reason, article, year or held.year)
    made = _kept(held, held.state, to, year or held.year, office, on, reason, article, due, by)
    proposal.refresh_from_db()
    return made


@transaction.atomic
def begin(*, proposal: Proposal, on: date, by: Any) -> Turn:
    """The first turn of a new proposal, saved as a draft of its RT."""
    return _kept(proposal, "", State.DRAFT, proposal.year, Owner.RT, on, "", "", None, by)


def owner_of(state: State, office: Owner) -> Owner:
    """Who owes the next move; where nothing more is owed, the office that ended it."""
    return office if state in FINAL | {State.REFUSED} else OWES.get(state, Owner.RT)


def _check(held: Proposal, to: State, reason: str, article: str, year: int) -> None:
    before = State(held.state)
    if to not in MOVES[before] or year < held.year or (to == before and year == held.year):
        raise Problem("musrenbang.cannot_turn", before=before.label, after=to.label)
    if to in NEEDS_REASON and not reason.strip():
        raise Problem("musrenbang.reason_missing", after=to.label)
    if to == State.REFUSED and not article.strip():
        raise Problem("musrenbang.article_missing")


def _kept(
    held: Proposal,
    before: str,
    to: State,
    year: int,
    office: Owner,
    on: date,
    reason: str,
    article: str,
    due: date | None,
    by: Any,
) -> Turn:
    held.state, held.owner, held.due, held.year = to, owner_of(to, office), due, year
    held.save(update_fields=["state", "owner", "due", "year"])
    made = Turn.objects.create(
        proposal=held, path=held.path, year=year, before=before, after=to, on=on, office=office,
        reason=reason.strip(), article=article.strip(), due=due, by=str(by),
    )  # fmt: skip
    audit.record("proposal.turned", held, by=by, path=held.path, before=before, after=str(to))
    return made


@dataclass(frozen=True, slots=True)
class Told:
    """What a paper list tells of a wish: whence it was copied, its outcome, whose that was, and the list's words."""

    copied: str
    outcome: State
    office: Owner
    words: str


def brought(told: Sequence[tuple[Proposal, Told]], *, on: date, by: Any) -> None:
    """The history of proposals of a year gone by, as a paper list tells it: made as a draft, then its outcome."""
    rows = [row for held, each in told for row in _past(held, each, on, str(by))]
    Turn.objects.bulk_create(rows, batch_size=2000)


def _past(held: Proposal, told: Told, on: date, by: str) -> list[Turn]:
    shared = {"proposal": held, "path": held.path, "year": held.year, "on": on, "by": by}
    return [
        Turn(**shared, before="", after=State.DRAFT, office=Owner.RT, reason=told.copied),
        Turn(**shared, before=State.DRAFT, after=told.outcome, office=told.office, reason=told.words),
    ]
