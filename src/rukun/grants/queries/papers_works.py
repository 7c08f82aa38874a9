"""Activities as papers tell them: RAB in revisions, lines with their money, how far it is, who worked and gave."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Prefetch, Q

from rukun.grants.models import (
    Activity,
    Book,
    Budget,
    BudgetItem,
    Contribution,
    Line,
    Progress,
    Shot,
    Tranche,
    Workday,
)
from rukun.grants.types import ShotRole


def activity(activity_id: int) -> Activity | None:
    return Activity.objects.select_related("book", "plan").prefetch_related(*_parts()).filter(pk=activity_id).first()


def of_book(book: Book) -> list[Activity]:
    """The activities of a year with lines, progress and what people gave, in a handful of queries."""
    return list(
        Activity.objects.filter(book=book).select_related("plan").prefetch_related(*_parts()).order_by("number")
    )


def _parts() -> tuple[Prefetch, ...]:
    return (
        Prefetch("lines", Line.objects.order_by("number")),
        Prefetch("progresses", Progress.objects.order_by("on", "pk")),
        Prefetch("contributions", Contribution.objects.order_by("on", "pk")),
    )


def budgets(held: Activity) -> list[Budget]:
    """Every revision of a RAB that was ever handed in or is in force, the first one first."""
    items = Prefetch("items", BudgetItem.objects.order_by("number"))
    return list(Budget.objects.filter(activity=held).prefetch_related(items).order_by("revision"))


def workdays(held: Activity) -> list[Workday]:
    rows = Workday.objects.filter(activity=held).select_related("worker", "line", "payment")
    return list(rows.order_by("worker__name", "worker_id", "on"))


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture and what it is about; `percent` where it shows a work on its way."""

    role: str
    words: str
    on: date
    content: bytes
    percent: int | None
    about: str


def pictures(held: Activity) -> list[Shown]:
    """Pictures of an activity: its work first, by how far it was, then receipts and lists."""
    rows = Shot.objects.filter(Q(progress__activity=held) | Q(payment__activity=held) | Q(activity=held))
    return _shown(rows)


def works_in(book: Book) -> list[Shown]:
    """Pictures of the works of a year, of its assets and of what was handed over: no receipts, no lists of names."""
    rows = Shot.objects.filter(Q(progress__activity__book=book) | Q(asset__activity__book=book))
    return _shown(rows.filter(role__in=[ShotRole.PROGRESS, ShotRole.ASSET]))


def _shown(rows: object) -> list[Shown]:
    found = rows.order_by("progress__activity__number", "progress__on", "payment__on", "pk").values_list(  # type: ignore[attr-defined]
        "role", "words", "on", "picture__content", "progress__percent", "payment__words", "progress__activity__title",
        "asset__words",
    )  # fmt: skip
    return [
        Shown(role, words, on, bytes(content), percent, paid or title or asset or "")
        for role, words, on, content, percent, paid, title, asset in found
    ]


def tranche(tranche_id: int) -> Tranche | None:
    return Tranche.objects.select_related("book").filter(pk=tranche_id).first()


DAYS = {
    "paid": ("payments", "paid_on"),
    "worked": ("workdays", "on"),
    "seen": ("progresses", "on"),
    "given": ("contributions", "on"),
    "approved": ("budgets", "approved_on"),
    "drawn": ("budgets", "drawn_on"),
}


def days_of(held: Activity, facts: Iterable[str] = tuple(DAYS)) -> list[date | None]:
    """The youngest day of each kind of fact about an activity."""
    return [getattr(held, rows).aggregate(on=Max(day))["on"] for rows, day in (DAYS[fact] for fact in facts)]
