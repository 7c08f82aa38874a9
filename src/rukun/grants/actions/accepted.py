"""What happens when the last desk accepts a bundle."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Sum

from rukun.grants.actions import budgets, ledger, tranches
from rukun.grants.models import Activity, Dossier
from rukun.grants.queries import dossiers
from rukun.grants.types import ActivityState, DossierKind, Kind, TrancheState
from rukun.kit.problems import Problem
from rukun.rules import ledger as entries


@transaction.atomic
def take_effect(*, dossier: Dossier, on: date, by: Any) -> None:
    """A RAB is in force, a tranche is granted, receipts are accounted for, or the year's activities are closed.

    Raises Problem grants.tranche_not_requested and what `budgets.approve` and `ledger.post` raise.
    """
    {
        DossierKind.RAB: _put_in_force, DossierKind.REQUEST: _grant, DossierKind.SPJ: _account, DossierKind.LPJ: _close,
    }[DossierKind(dossier.kind)](dossier, on, by)  # fmt: skip


def _put_in_force(dossier: Dossier, on: date, by: Any) -> None:
    dossier.budget = budgets.approve(budget=dossier.budget, on=on, by=by)


def _grant(dossier: Dossier, on: date, by: Any) -> None:
    tranche = dossier.tranche
    if tranche.state != TrancheState.REQUESTED or not dossier.amount:
        raise Problem("grants.tranche_not_requested", number=tranche.number)
    legs = entries.granted(dossier.amount)
    ledger.post(book=dossier.book, kind=Kind.GRANTED, legs=legs, on=on, by=by, words=str(tranche))
    tranche.state, tranche.approved_on = TrancheState.APPROVED, on
    tranche.save(update_fields=["state", "approved_on"])


def _account(dossier: Dossier, on: date, by: Any) -> None:
    """Receipts are accepted, the sums follow them, and the next tranche opens where nothing else stands before it."""
    book = ledger.hold(dossier.book)
    held = dossiers.payments(dossier).order_by()
    sums = dict(held.values_list("activity__cluster").annotate(n=Sum("amount")))
    held.update(accepted_on=on)
    for cluster, amount in sums.items():
        ledger.add_to_cluster(book, cluster, accounted=amount)
    book.accounted += sum(sums.values())
    book.save(update_fields=["accounted"])
    tranches.open_next(book=book, on=on, by=by)


def _close(dossier: Dossier, on: date, by: Any) -> None:
    Activity.objects.filter(book=dossier.book, path=dossier.path).update(state=ActivityState.CLOSED)
