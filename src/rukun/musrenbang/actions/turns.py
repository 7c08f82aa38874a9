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
    made = Turn(
        proposal=held, path=held.path, year=year or held.year, before=held.state, after=to, on=on, office=office,
        reason=reason.strip(), article=article.strip(), due=due, by=str(by),
    )  # fmt: skip
    _check(made)
    _take(made, by)
    proposal.refresh_from_db()
    return made


@transaction.atomic
def begin(*, proposal: Proposal, on: date, by: Any) -> Turn:
    """The first turn of a new proposal, saved as a draft of its RT."""
    made = Turn(
        proposal=proposal, path=proposal.path, year=proposal.year, after=State.DRAFT, on=on, office=Owner.RT, by=str(by)
    )
    _take(made, by)
    return made


def owner_of(state: State, office: Owner) -> Owner:
    """Who owes the next move; where nothing more is owed, the office that ended it."""
    return office if state in FINAL | {State.REFUSED} else OWES.get(state, Owner.RT)


def _check(made: Turn) -> None:
    before, after = State(made.before), State(made.after)
    if after not in MOVES[before]:
        raise Problem("musrenbang.cannot_turn", before=before.label, after=after.label)
    if after in NEEDS_REASON and not made.reason:
        raise Problem("musrenbang.reason_missing", after=after.label)
    if after == State.REFUSED and not made.article:
        raise Problem("musrenbang.article_missing")


def _take(made: Turn, by: Any) -> None:
    """The turn is kept, and its proposal stands where it leads."""
    held, after = made.proposal, State(made.after)
    held.state, held.owner, held.due, held.year = after, owner_of(after, Owner(made.office)), made.due, made.year
    held.save(update_fields=["state", "owner", "due", "year"])
    made.save()
    audit.record("proposal.turned", held, by=by, path=held.path, before=made.before, after=str(after))
