"""A bundle of papers on its way: prepared and sent by the RT, accepted or sent back by one desk after the other.

What the last desk accepts has its effect at once: a RAB is in force, a tranche is granted, receipts are accounted for,
activities are closed. Every turn is kept; who sent a bundle never answers it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max, Sum

from rukun.accounts.permissions import held_by, may
from rukun.audit import actions as audit
from rukun.grants.actions import accepted, budgets, ledger
from rukun.grants.models import Book, Budget, Dossier, DossierTurn, Payment, Tranche
from rukun.grants.queries import dossiers, missing, tranches
from rukun.grants.queries.dossiers import OURS
from rukun.grants.types import (
    BudgetState,
    DossierKind,
    DossierState,
    Flow,
    Funding,
    Level,
    PaymentState,
    TrancheState,
)
from rukun.kit.problems import Problem

VERBS = {
    DossierState.DRAFT: "dossier.prepared", DossierState.SUBMITTED: "dossier.passed_on",
    DossierState.RETURNED: "dossier.sent_back", DossierState.ACCEPTED: "dossier.accepted",
}  # fmt: skip
"""How each turn is called in the log."""


@transaction.atomic
def prepare(*, book: Book, kind: DossierKind, on: date, by: Any, budget: Budget | None = None) -> Dossier:
    """The bundle to work on: the one of this kind that is on its way, or a new one.

    Raises Problem grants.no_tranche_to_ask, grants.nothing_to_replace, grants.no_tranche_yet, grants.rab_in_force,
    grants.lpj_done.
    """
    held = ledger.hold(book)
    about = _about(held, kind, budget)
    found = held.dossiers.filter(kind=kind, **about).exclude(state=DossierState.ACCEPTED).first()
    if found is not None:
        return _gathered(found) if found.state in OURS else found
    made = Dossier.objects.create(
        book=held, path=held.path, year=held.year, kind=kind, number=_next_number(held, kind), **about
    )
    _turn(made, to=DossierState.DRAFT, level=Level.RT, on=on, by=by)
    return _gathered(made)


@transaction.atomic
def submit(*, dossier: Dossier, on: date, by: Any, ready: Collection[str] = (), note: str = "") -> Dossier:
    """The RT sends it up, with all papers the juknis wants (`ready`: their keys); again to who sent it back.

    Raises Problem grants.dossier_elsewhere, grants.desk_unknown, grants.dossier_incomplete, grants.papers_missing,
    and what `budgets.submit` raises.
    """
    held = _held(dossier, *OURS)
    way = dossiers.way(held.kind, held.year, on)
    if not way.levels:
        raise Problem("grants.desk_unknown", bundle=DossierKind(held.kind).label, year=held.year)
    _check_whole(_gathered(held), on, ready)
    if held.kind == DossierKind.RAB:
        held.budget = budgets.submit(budget=held.budget, on=on, by=by)
    if held.kind == DossierKind.REQUEST:
        _move_tranche(held, TrancheState.OPEN, TrancheState.REQUESTED, requested_on=on)
    level = dossiers.returner(held) or way.levels[0]
    return _turn(
        held, to=DossierState.SUBMITTED, level=Level.RT, to_level=level, due=way.due(on), on=on, by=by, reason=note
    )


@transaction.atomic
def accept(*, dossier: Dossier, on: date, by: Any, note: str = "") -> Dossier:
    """This desk says yes: it goes to the next, or has its effect where this was the last.

    Raises Problem grants.dossier_elsewhere, grants.not_your_desk, grants.own_dossier, and what the effects raise.
    """
    held = _on_desk(dossier, on, by)
    way, level = dossiers.way(held.kind, held.year, on), Level(held.level)
    if (following := way.after(level)) is not None:
        return _turn(
            held, to=DossierState.SUBMITTED, level=level, to_level=following, due=way.due(on), on=on, by=by, reason=note
        )
    done = _turn(held, to=DossierState.ACCEPTED, level=level, to_level=level, on=on, by=by, reason=note)
    accepted.take_effect(dossier=done, on=on, by=by)
    return done


@transaction.atomic
def send_back(
    *, dossier: Dossier, reason: str, on: date, by: Any, article: str = "", due: date | None = None
) -> Dossier:
    """Back to the RT, with what is missing and until when.

    Raises Problem grants.dossier_elsewhere, grants.not_your_desk, grants.own_dossier, grants.return_reason,
    grants.return_due.
    """
    if not reason.strip():
        raise Problem("grants.return_reason")
    if due is not None and due < on:
        raise Problem("grants.return_due", due=due)
    held = _on_desk(dossier, on, by)
    if held.kind == DossierKind.RAB:
        held.budget = budgets.give_back(budget=held.budget, by=by)
    if held.kind == DossierKind.REQUEST:
        _move_tranche(held, TrancheState.REQUESTED, TrancheState.OPEN, requested_on=None)
    return _turn(
        held, to=DossierState.RETURNED, level=Level(held.level), to_level=Level.RT, due=due, on=on, by=by,
        reason=reason.strip(), article=article,
    )  # fmt: skip


def _about(book: Book, kind: DossierKind, budget: Budget | None) -> dict[str, Any]:
    """What a bundle of this kind belongs to."""
    if kind == DossierKind.RAB:
        if budget is None or budget.state not in (BudgetState.DRAFT, BudgetState.SUBMITTED):
            raise Problem("grants.rab_in_force")
        return {"budget": budget, "tranche": None}
    if kind == DossierKind.LPJ:
        if book.dossiers.filter(kind=kind, state=DossierState.ACCEPTED).exists():
            raise Problem("grants.lpj_done", year=book.year)
        return {"budget": None, "tranche": None}
    return {"budget": None, "tranche": _asked(book) if kind == DossierKind.REQUEST else _spent(book)}


def _asked(book: Book) -> Tranche:
    """The tranche to ask for: one that is asked for already, else one that may be."""
    held = book.tranches.filter(state__in=(TrancheState.OPEN, TrancheState.REQUESTED)).order_by("number").first()
    if held is None:
        raise Problem("grants.no_tranche_to_ask")
    if not tranches.may_ask(book, held):
        raise Problem("grants.nothing_to_replace")
    return held


def _spent(book: Book) -> Tranche:
    """The tranche whose money is accounted for now: the last that came, or that was opened to be spent."""
    ready = [TrancheState.RELEASED]
    if book.flow == Flow.REIMBURSEMENT:
        ready += [TrancheState.OPEN, TrancheState.REQUESTED, TrancheState.APPROVED]
    held = book.tranches.filter(state__in=ready).order_by("-number").first()
    if held is None:
        raise Problem("grants.no_tranche_yet")
    return held


def _gathered(dossier: Dossier) -> Dossier:
    """What belongs into it today, and how much that is."""
    if dossier.kind == DossierKind.SPJ:
        loose = Payment.objects.filter(book=dossier.book_id, path=dossier.path, state=PaymentState.PAID, dossier=None)
        loose.update(dossier=dossier)
    dossier.amount = _amount(dossier)
    dossier.save(update_fields=["amount"])
    return dossier


def _amount(dossier: Dossier) -> int:
    book = dossier.book
    if dossier.kind == DossierKind.REQUEST:
        return tranches.may_ask(book, dossier.tranche)
    if dossier.kind == DossierKind.LPJ:
        return book.spent
    if dossier.kind == DossierKind.RAB:
        held = dossier.budget.items.filter(funding=Funding.GRANT)
    else:
        held = dossiers.payments(dossier).order_by()
    return held.aggregate(n=Sum("amount"))["n"] or 0


def _check_whole(dossier: Dossier, on: date, ready: Collection[str]) -> None:
    if lacking := missing.before_sending(dossier, on):
        raise Problem("grants.dossier_incomplete", missing=[each.words for each in lacking])
    if absent := [each.label for each in dossiers.papers(dossier, on) if each.key not in ready]:
        raise Problem("grants.papers_missing", papers=absent)


def _held(dossier: Dossier, *states: DossierState) -> Dossier:
    """The bundle as it stands now, its book and itself locked."""
    ledger.hold(dossier.book)
    Dossier.objects.select_for_update().get(pk=dossier.pk)
    held = dossiers.get(dossier.pk)
    if held.state not in states:
        raise Problem("grants.dossier_elsewhere", state=DossierState(held.state).label, level=Level(held.level).label)
    return held


def _on_desk(dossier: Dossier, on: date, by: Any) -> Dossier:
    held = _held(dossier, DossierState.SUBMITTED)
    level = Level(held.level)
    if not may(held_by(by, on=on), tranches.DESK[level], held.path):
        raise Problem("grants.not_your_desk", level=level.label)
    if str(by) in dossiers.senders(held):
        raise Problem("grants.own_dossier")
    return held


def _move_tranche(dossier: Dossier, before: TrancheState, after: TrancheState, **days: date | None) -> None:
    tranche = dossier.tranche
    if tranche.state != before:
        raise Problem("grants.no_tranche_to_ask")
    for name, value in {"state": after, **days}.items():
        setattr(tranche, name, value)
    tranche.save(update_fields=["state", *days])


def _turn(
    dossier: Dossier, *, to: DossierState, level: Level, on: date, by: Any, to_level: Level = Level.RT,
    due: date | None = None, reason: str = "", article: str = "",
) -> Dossier:  # fmt: skip
    """One move, kept for ever beside those before it."""
    before = dossier.state if dossier.turns.exists() else ""
    DossierTurn.objects.create(
        dossier=dossier, path=dossier.path, before=before, after=to, level=level, to_level=to_level, on=on, due=due,
        reason=reason, article=article, by=str(by),
    )  # fmt: skip
    dossier.state, dossier.level, dossier.due = to, to_level, due
    dossier.save(update_fields=["state", "level", "due"])
    audit.record(
        VERBS[to],
        dossier,
        by=by,
        path=dossier.path,
        kind=dossier.kind,
        number=dossier.number,
        level=str(to_level),
    )
    return dossier


def _next_number(book: Book, kind: DossierKind) -> int:
    return (book.dossiers.filter(kind=kind).aggregate(n=Max("number"))["n"] or 0) + 1
