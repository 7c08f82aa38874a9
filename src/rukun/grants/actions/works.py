"""How far a work is: said with a day and pictures. The first word starts the activity, the last one finishes it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.grants.models import Activity, Progress
from rukun.grants.queries import works
from rukun.grants.types import ActivityState
from rukun.kit.problems import Problem

FIRST_MONTH, FIRST_DAY = 1, 1


@transaction.atomic
def progress(
    *, activity: Activity, percent: int, on: date, by: Any, today: date, volume: Decimal | None = None, unit: str = "",
    words: str = "",
) -> Progress:  # fmt: skip
    """Writes down how far the work was on a day. Less than before needs words that say why.

    Raises Problem grants.not_at_work, grants.work_day_wrong, grants.percent_wrong, grants.volume_wrong,
    grants.less_without_words.
    """
    held = hold(activity)
    check_day(held, on, today)
    _check(held, percent, volume, words)
    made = Progress.objects.create(
        activity=held, path=held.path, percent=percent, volume=volume, unit=unit, words=words, on=on, by=str(by)
    )
    begin(held, on)
    audit.record("work.progressed", made, by=by, path=held.path, activity=held.title, percent=percent)
    follow(activity, held)
    return made


@transaction.atomic
def finish(*, activity: Activity, by: Any) -> bool:
    """The activity is finished where its last entry says 100 and a picture shows it; whether it is so now."""
    held = hold(activity)
    last = works.latest(held)
    if last is None or held.state != ActivityState.RUNNING or not works.is_shown_whole(held):
        return held.state == ActivityState.FINISHED
    held.state, held.ends_on = ActivityState.FINISHED, max(last.on, held.starts_on or last.on)
    held.save(update_fields=["state", "ends_on"])
    audit.record("work.finished", held, by=by, path=held.path, activity=held.title)
    follow(activity, held)
    return True


def hold(activity: Activity) -> Activity:
    """The activity as it stands now, locked; works and days are written only between the RAB and the last account."""
    held = Activity.objects.select_for_update(of=("self",)).select_related("book").get(pk=activity.pk)
    if held.state not in works.AT_WORK:
        raise Problem("grants.not_at_work", title=held.title, state=ActivityState(held.state).label)
    return held


def check_day(activity: Activity, on: date, today: date) -> None:
    """A day of works lies in the year of the money or after it, and never ahead of today."""
    first = date(activity.year, FIRST_MONTH, FIRST_DAY)
    if not first <= on <= today:
        raise Problem("grants.work_day_wrong", on=on, first=first, today=today)


def begin(activity: Activity, on: date) -> None:
    """The first day that is written down is the day the work began."""
    if activity.state == ActivityState.APPROVED:
        activity.state = ActivityState.RUNNING
    activity.starts_on = min(on, activity.starts_on or on)
    activity.save(update_fields=["state", "starts_on"])


def follow(activity: Activity, held: Activity) -> None:
    """The caller's own copy stands as the database does."""
    activity.state, activity.starts_on, activity.ends_on = held.state, held.starts_on, held.ends_on


def _check(activity: Activity, percent: int, volume: Decimal | None, words: str) -> None:
    if not 0 <= percent <= 100:
        raise Problem("grants.percent_wrong", percent=percent)
    if volume is not None and not 0 <= volume < Decimal(10**12):
        raise Problem("grants.volume_wrong", volume=volume)
    before = works.percent_of(activity) or 0
    if percent < before and not words.strip():
        raise Problem("grants.less_without_words", percent=percent, before=before)
