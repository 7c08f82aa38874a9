"""What is known of whole books at once: a few questions, whatever the number of activities and receipts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, F, IntegerField, Max, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from rukun.grants.models import (
    Activity,
    Book,
    Budget,
    Dossier,
    DossierTurn,
    Line,
    Payment,
    Progress,
    Shot,
    TeamMember,
    Withholding,
)
from rukun.grants.types import (
    ActivityState,
    BudgetState,
    DossierState,
    PaymentKind,
    PaymentState,
    ShotRole,
)
from rukun.rules import missing as rules

LIVE = (PaymentState.PROPOSED, PaymentState.APPROVED, PaymentState.PAID)
RABS = {BudgetState.DRAFT: "draft", BudgetState.SUBMITTED: "submitted", BudgetState.APPROVED: "approved"}


@dataclass(frozen=True, slots=True)
class Known:
    """One activity with its money and what the rules need to know of it."""

    activity: Activity
    approved: int
    spent: int
    facts: rules.Activity


def of_activities(held: QuerySet[Activity]) -> list[Known]:
    """These activities, in four questions."""
    found = list(held.annotate(rab_money=_lines("approved"), spent_money=_lines("spent"), kinds=_kinds()))
    ids = [each.pk for each in found]
    rabs, works = _rabs(ids), _works(ids)
    papers = receipts(Payment.objects.filter(activity__in=ids), by="activity")
    return [Known(each, each.rab_money, each.spent_money, _activity(each, rabs, works, papers)) for each in found]


def receipts(held: QuerySet[Payment], *, by: str = "") -> dict[Any, rules.Receipts]:
    """What receipts lack, counted for each value of a column; without one, under None for all of them."""
    lacking = {
        "proposed": Count("pk", filter=Q(state=PaymentState.PROPOSED)),
        "approved": Count("pk", filter=Q(state=PaymentState.APPROVED)),
        "unbundled": Coalesce(Sum("amount", filter=Q(state=PaymentState.PAID, dossier=None)), 0),
        "without_photo": Count("pk", filter=~Q(kind=PaymentKind.WAGE) & Q(has_receipt=False)),
        "without_vendor": Count("pk", filter=Q(kind=PaymentKind.GOODS, vendor=None)),
        "without_list": Count("pk", filter=Q(kind=PaymentKind.WAGE, has_list=False)),
        "tax": Coalesce(Sum("tax_kept", filter=Q(state=PaymentState.PAID)), 0),
    }
    shown = held.filter(state__in=LIVE).order_by().annotate(
        has_receipt=_shot(ShotRole.RECEIPT), has_list=_shot(ShotRole.ATTENDANCE), tax_kept=_tax()
    )  # fmt: skip
    if not by:
        return {None: _receipts(shown.aggregate(**lacking))}
    return {row.pop(by): _receipts(row) for row in shown.values(by).annotate(**lacking)}


def bundles(book: Book) -> list[Dossier]:
    """Bundles that are on their way, each with why it came back last (`why`)."""
    back = DossierTurn.objects.filter(dossier=OuterRef("pk"), after=DossierState.RETURNED).order_by("-pk")
    return list(
        book.dossiers.exclude(state=DossierState.ACCEPTED)
        .annotate(why=Subquery(back.values("reason")[:1]))
        .order_by("pk")
    )


def bundle(held: Dossier) -> rules.Bundle:
    return rules.Bundle(
        held.kind, held.level, is_returned=held.state == DossierState.RETURNED,
        is_draft=held.state == DossierState.DRAFT, due=held.due,
        reason=getattr(held, "why", "") or "" if held.state == DossierState.RETURNED else "",
    )  # fmt: skip


def teams(book: Book, on: date) -> rules.Teams:
    """How many sit in each team today."""
    held = TeamMember.objects.filter(book=book, since__lte=on).filter(Q(until=None) | Q(until__gte=on))
    return rules.Teams(dict(held.order_by().values_list("team").annotate(n=Count("pk"))))


def _lines(name: str) -> Coalesce:
    rows = Line.objects.filter(activity=OuterRef("pk")).order_by().values("activity")
    return Coalesce(Subquery(rows.annotate(n=Sum(name)).values("n")), 0)


def _kinds() -> ArraySubquery:
    return ArraySubquery(Line.objects.filter(activity=OuterRef("pk")).order_by().values("kind"))


def _shot(role: ShotRole) -> Exists:
    return Exists(Shot.objects.filter(payment=OuterRef("pk"), role=role))


def _tax() -> Subquery:
    rows = Withholding.objects.filter(payment=OuterRef("pk"), deposit=None).order_by().values("payment")
    return Subquery(rows.annotate(n=Sum("amount")).values("n"), output_field=IntegerField())


def _rabs(ids: Iterable[int]) -> dict[int, str]:
    """Where each RAB stands: in force whatever is drawn after it; else the newest."""
    found: dict[int, str] = {}
    for activity, state in (
        Budget.objects.filter(activity__in=ids).order_by("revision").values_list("activity", "state")
    ):
        if found.get(activity) != "approved":
            found[activity] = RABS.get(BudgetState(state), "none")
    return found


def _works(ids: Iterable[int]) -> Mapping[int, dict[int, bool]]:
    """How far each work was, and whether a picture shows it."""
    found: dict[int, dict[int, bool]] = defaultdict(dict)
    rows = Progress.objects.filter(activity__in=ids).order_by()
    rows = rows.values_list("activity", "percent").annotate(n=Max(F("shots__pk")))
    for activity, percent, shot in rows:
        found[activity][percent] = shot is not None
    return found


def _activity(
    held: Activity,
    rabs: Mapping[int, str],
    works: Mapping[int, dict[int, bool]],
    papers: Mapping[int, rules.Receipts],
) -> rules.Activity:
    done = works.get(held.pk, {})
    return rules.Activity(
        rab=rabs.get(held.pk, "none" if held.state == ActivityState.DRAWN else "approved"),  # type: ignore[arg-type]
        percent=max(done, default=None), pictured=frozenset(_points(done)),
        is_building="building" in rules.occasions(set(held.kinds), held.title),
        is_finished=held.state == ActivityState.FINISHED, is_closed=held.state == ActivityState.CLOSED,
        receipts=papers.get(held.pk, rules.Receipts()),
    )  # fmt: skip


def _points(done: Mapping[int, bool]) -> Iterable[int]:
    """A picture of a work between two points shows the lower of them."""
    return ({0: 0, 1: 50, 2: 100}[(percent >= 50) + (percent >= 100)] for percent, is_shown in done.items() if is_shown)


def _receipts(row: Mapping[str, Any]) -> rules.Receipts:
    return rules.Receipts(**{name: row[name] for name in rules.Receipts.__dataclass_fields__})
