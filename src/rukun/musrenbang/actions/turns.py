"""The only way a proposal changes its state: one turn, with its reason, kept for ever."""

from __future__ import annotations

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
    _check(held, to, reason, article)
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


def _check(held: Proposal, to: State, reason: str, article: str) -> None:
    before = State(held.state)
    if to not in MOVES[before]:
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
