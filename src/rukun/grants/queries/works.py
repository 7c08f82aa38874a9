"""How far works are, and what shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rukun.grants.models import Activity, Progress, Shot
from rukun.grants.types import ActivityState

AT_WORK = (ActivityState.APPROVED, ActivityState.RUNNING, ActivityState.FINISHED)
"""States in which works and days may be written down."""


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of how far a work was, with the numbers of the pictures that show it."""

    progress: Progress
    pictures: tuple[int, ...]


def steps(activity: Activity) -> list[Step]:
    """All entries, the first day first. Two queries."""
    found = list(activity.progresses.order_by("on", "id"))
    shown = _pictures(each.pk for each in found)
    return [Step(each, tuple(shown.get(each.pk, ()))) for each in found]


def latest(activity: Activity) -> Progress | None:
    return activity.progresses.order_by("-on", "-id").first()


def percent_of(activity: Activity) -> int | None:
    """How far it is; None while nobody has said."""
    found = latest(activity)
    return found.percent if found else None


def is_shown_whole(activity: Activity) -> bool:
    """Whether the last entry says 100 and a picture shows it."""
    found = latest(activity)
    return found is not None and found.percent == 100 and Shot.objects.filter(progress=found).exists()


def before_and_after(found: list[Step]) -> tuple[Step | None, Step | None]:
    """The first and the last entry with a picture, where these are two."""
    shown = [each for each in found if each.pictures]
    return (shown[0], shown[-1]) if len(shown) > 1 else (None, None)


def _pictures(ids: Iterable[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    rows = Shot.objects.filter(progress__in=list(ids)).order_by("id").values_list("progress", "picture")
    for progress, picture in rows:
        found[progress].append(picture)
    return found


def path_of_progress(progress_id: int) -> str:
    """The path of an entry one may see, "" when there is none: used by guards."""
    return Progress.objects.filter(pk=progress_id).values_list("path", flat=True).first() or ""
