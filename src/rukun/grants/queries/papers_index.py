"""How far the papers of a year can be drawn: what each activity has and what it still lacks, in few queries."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from rukun.grants.models import (
    Activity,
    Asset,
    Book,
    Budget,
    Contribution,
    HandOver,
    Journal,
    Line,
    Payment,
    Progress,
    Reconciliation,
    Shot,
    Workday,
)
from rukun.grants.types import BudgetState, LineKind, PaymentState, ShotRole


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of one activity; `bare` payments have no picture of their receipt."""

    pk: int
    number: int
    title: str
    has_rab: bool
    paid: int
    waiting: int
    bare: int
    percent: int | None
    has_wages: bool
    has_days: bool
    has_swadaya: bool


@dataclass(frozen=True, slots=True)
class Year:
    """What is known of a whole book."""

    entries: int
    reconciliations: int
    assets: int
    hand_overs: int


def standings(book: Book, *, only: int | None = None) -> list[Standing]:
    """Every activity of a book (or the one that is asked for), in one query."""
    here = OuterRef("pk")
    paid = Payment.objects.filter(activity=here, state=PaymentState.PAID)
    shots = Shot.objects.filter(payment=here, role__in=[ShotRole.RECEIPT, ShotRole.ATTENDANCE])
    waiting = Payment.objects.filter(activity=here, state__in=[PaymentState.PROPOSED, PaymentState.APPROVED])
    asked = {"book": book} | ({} if only is None else {"pk": only})
    found = Activity.objects.filter(**asked).annotate(
        has_rab=Exists(Budget.objects.filter(activity=here, state=BudgetState.APPROVED)),
        paid=_counted(paid),
        waiting=_counted(waiting),
        bare=_counted(paid.exclude(Exists(shots))),
        percent=Subquery(Progress.objects.filter(activity=here).order_by("-on", "-pk").values("percent")[:1]),
        has_wages=Exists(Line.objects.filter(activity=here, kind=LineKind.WAGE)),
        has_days=Exists(Workday.objects.filter(activity=here)),
        has_swadaya=Exists(Contribution.objects.filter(activity=here)),
    )
    names = Standing.__dataclass_fields__
    return [Standing(*row) for row in found.order_by("number").values_list(*names)]


def _counted(rows: QuerySet[Payment]) -> Coalesce:
    counted = rows.order_by().values("activity").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)


def year(book: Book) -> Year:
    return Year(
        Journal.objects.filter(book=book).count(),
        Reconciliation.objects.filter(book=book).count(),
        Asset.objects.filter(rt_id=book.rt_id, acquired_on__year__lte=book.year).count(),
        HandOver.objects.filter(asset__rt_id=book.rt_id, on__year=book.year).count(),
    )


def receipts(activity_id: int) -> list[Payment]:
    """Receipts of an activity that can be printed, the youngest first."""
    asked = Q(state__in=[PaymentState.APPROVED, PaymentState.PAID])
    return list(Payment.objects.filter(asked, activity_id=activity_id).order_by("-on", "-pk"))
