"""Bundles of papers: where they lie, for whom, until when, what they hold and which papers go with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F, QuerySet

from rukun.accounts.permissions import Held, may
from rukun.grants.facts.missing import of_activities
from rukun.grants.models import Activity, Book, Budget, Dossier, DossierTurn, Line, Payment, Tranche
from rukun.grants.queries import missing, tranches
from rukun.grants.queries.tranches import DESK
from rukun.grants.types import BudgetState, DossierKind, DossierState, Level, PaymentState, TrancheState
from rukun.parameters.juknis import PaperRule
from rukun.rules import missing as rules

OURS = (DossierState.DRAFT, DossierState.RETURNED)
"""States in which the RT works on a bundle."""
MOST = 50


@dataclass(frozen=True, slots=True)
class Way:
    """The desks a bundle passes, in order, and how many days each has (None: the juknis does not say)."""

    levels: tuple[Level, ...]
    days: int | None

    def due(self, on: date) -> date | None:
        return None if self.days is None else on + timedelta(days=self.days)

    def after(self, level: str) -> Level | None:
        """The next desk; None when this one is the last."""
        place = self.levels.index(Level(level)) + 1
        return self.levels[place] if place < len(self.levels) else None


def path_of(dossier_id: int) -> str:
    """Where a bundle is, "" when there is none: used by guards."""
    return Dossier.objects.filter(pk=dossier_id).values_list("path", flat=True).first() or ""


def get(dossier_id: int) -> Dossier:
    return Dossier.objects.select_related("book", "budget__activity", "tranche").get(pk=dossier_id)


def way(kind: str, year: int, on: date) -> Way:
    """Which desks look at a bundle; none where the juknis does not say."""
    desk = tranches.money(year, on).desk(DossierKind(kind).value)
    levels = tuple(Level(each) for each in desk.levels if each != "rt") if desk else ()
    return Way(levels, desk.days if desk else None)


def of_book(book: Book) -> list[Dossier]:
    """All bundles of a year, the newest first."""
    return list(book.dossiers.select_related("tranche", "budget__activity").order_by("-pk"))


def preparable(book: Book, on: date) -> list[tuple[DossierKind, Activity | None]]:
    """What the RT could begin now: a drawn RAB, a tranche to ask for, an SPJ of loose receipts, the LPJ."""
    found: list[tuple[DossierKind, Activity | None]] = [(DossierKind.RAB, each) for each in _drawn(book)]
    if book.tranches.filter(state=TrancheState.OPEN).exists():
        found.append((DossierKind.REQUEST, None))
    if book.payments.filter(state=PaymentState.PAID, dossier=None).exists():
        found.append((DossierKind.SPJ, None))
    if awaits_lpj(book) and not missing.before_closing(book, on):
        found.append((DossierKind.LPJ, None))
    return found


def awaits_lpj(book: Book) -> bool:
    """Money was spent and nobody began the report of the year."""
    return bool(book.spent) and not book.dossiers.filter(kind=DossierKind.LPJ).exists()


def draft_of(book: Book, activity: str) -> Budget | None:
    """The RAB of an activity that is being drawn."""
    pk = int(activity) if activity.isdecimal() else 0
    return Budget.objects.filter(activity=pk, activity__book=book, state=BudgetState.DRAFT).first()


def rab_on_way(activity: Activity) -> Dossier | None:
    """The bundle a RAB of an activity is in, until it was accepted."""
    held = Dossier.objects.filter(budget__activity=activity).exclude(state=DossierState.ACCEPTED)
    return held.order_by("-pk").first()


def content(dossier: Dossier) -> list[Any]:
    """What a bundle is about: items of a RAB, activities with their RAB, or receipts."""
    if dossier.kind == DossierKind.RAB:
        return list(dossier.budget.items.order_by("number"))
    if dossier.kind == DossierKind.SPJ:
        return list(payments(dossier))
    return of_activities(Activity.objects.filter(book=dossier.book_id).order_by("number"))


def to_release(path: str, level: Level | None, on: date) -> list[Tranche]:
    """Tranches of one area that were approved and have not come, where this desk pays them out."""
    held = Tranche.objects.filter(path__startswith=path, state=TrancheState.APPROVED).select_related("book")
    found = list(held.order_by("approved_on", "pk")[:MOST])
    desks = tranches.releasers(found, on)
    return [each for each in found if desks[each.pk] == level]


def _drawn(book: Book) -> list[Activity]:
    drawn = Budget.objects.filter(state=BudgetState.DRAFT, dossier=None)
    return list(book.activities.filter(budgets__in=drawn).order_by("number"))


def turns(dossier: Dossier) -> list[DossierTurn]:
    return list(dossier.turns.order_by("pk"))


def senders(dossier: Dossier) -> set[str]:
    """Who sent it up, the first time or again: none of them may answer it."""
    return set(dossier.turns.filter(after=DossierState.SUBMITTED, level=Level.RT).values_list("by", flat=True))


def returner(dossier: Dossier) -> Level | None:
    """Who sent it back last: it goes on from there, the desks before have said yes already."""
    last = dossier.turns.filter(after=DossierState.RETURNED).order_by("-pk").values_list("level", flat=True).first()
    return Level(last) if last else None


def desk_of(held: tuple[Held, ...], path: str) -> Level | None:
    """At which desk these roles sit for a place."""
    return next((level for level, permission in DESK.items() if may(held, permission, path)), None)


def may_answer(dossier: Dossier, held: tuple[Held, ...], by: Any) -> bool:
    """Whether it lies on this person's desk and they did not send it themselves."""
    if dossier.state != DossierState.SUBMITTED or not may(held, DESK[Level(dossier.level)], dossier.path):
        return False
    return str(by) not in senders(dossier)


def queue(path: str, level: Level | None) -> QuerySet[Dossier]:
    """What waits at a desk, the oldest deadline first; at no desk, what waits at any."""
    held = Dossier.objects.filter(path__startswith=path, state=DossierState.SUBMITTED)
    held = held.filter(level=level) if level else held
    return held.select_related("book", "tranche", "budget__activity").order_by(F("due").asc(nulls_last=True), "pk")


def payments(dossier: Dossier) -> QuerySet[Payment]:
    """The receipts in an SPJ."""
    held = Payment.objects.filter(dossier=dossier, state=PaymentState.PAID)
    return held.select_related("activity").order_by("activity__number", "on", "pk")


def papers(dossier: Dossier, on: date) -> list[PaperRule]:
    """The papers the juknis wants in this bundle, for what it holds."""
    told = tranches.money(dossier.year, on).papers_of(DossierKind(dossier.kind).value)
    known = _occasions(dossier)
    return [each for each in told if each.when in known]


def _occasions(dossier: Dossier) -> frozenset[str]:
    """Of one activity where the bundle is about one, else of all that was spent from."""
    lines = Line.objects.filter(activity__book=dossier.book)
    if dossier.kind == DossierKind.SPJ:
        lines = lines.filter(items__payment__dossier=dossier)
    if dossier.kind == DossierKind.RAB:
        activity = dossier.budget.activity
        return rules.occasions(set(dossier.budget.items.values_list("kind", flat=True)), activity.title)
    rows = set(lines.order_by().values_list("kind", "activity__title"))
    titles = sorted({title for _kind, title in rows})
    return frozenset({"always"}).union(*(rules.occasions(_kinds(rows, each), each) for each in titles))


def _kinds(rows: set[tuple[str, str]], title: str) -> set[str]:
    return {kind for kind, named in rows if named == title}
