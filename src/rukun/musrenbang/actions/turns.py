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
    made = Turn(
        proposal=held, path=held.path, year=year or held.year, before=held.state, after=to, on=on, office=office,
        reason=reason.strip(), article=article.strip(), due=due, by=str(by),
    )  # fmt: skip
    check(made)
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


def check(made: Turn) -> None:
    """Whether this move may be made. Raises Problem as `turn` does."""
    before, after = State(made.before), State(made.after)
    is_same = after == before and made.year == made.proposal.year
    if after not in MOVES[before] or made.year < made.proposal.year or is_same:
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
