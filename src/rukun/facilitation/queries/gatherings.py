"""Sosialisasi and trainings, by place and year, with what people understood."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from rukun.facilitation.models import Gathering, GatheringQuestion
from rukun.facilitation.types import Score, Sitting


def of_rt(path: str, year: int) -> QuerySet[Gathering]:
    """Those held in this RT and those of the places above in which it took part, the newest first."""
    return _newest(Gathering.objects.filter(Q(path=path) | Q(rts__contains=[_id(path)]), year=year))


def under(path: str, year: int) -> QuerySet[Gathering]:
    """Those held in an area and beneath it, the newest first."""
    return _newest(Gathering.objects.filter(path__startswith=path, year=year))


def path_of(gathering_id: int) -> str:
    """Where it was held, "" when there is none: used by guards."""
    return Gathering.objects.filter(pk=gathering_id).values_list("path", flat=True).first() or ""


def score(questions: Iterable[GatheringQuestion], sitting: str) -> Score | None:
    """All answers of one sitting together; None when it was not asked then."""
    asked = [(getattr(each, f"{sitting}_right"), getattr(each, f"{sitting}_of")) for each in questions]
    known = [(right, of) for right, of in asked if right is not None and of]
    return Score(sum(right for right, _ in known), sum(of for _, of in known)) if known else None


def asked(questions: Iterable[GatheringQuestion], sitting: Sitting) -> int | None:
    """How many people answered in one sitting; None when it was not asked then."""
    return next((of for each in questions if (of := getattr(each, f"{sitting}_of")) is not None), None)


def _newest(found: QuerySet[Gathering]) -> QuerySet[Gathering]:
    return found.prefetch_related("questions").order_by("-on", "-pk")


def _id(path: str) -> int:
    return int(path.strip(".").rpartition(".")[2])
