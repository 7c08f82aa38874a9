"""Who is served, waits or was refused: by household and by RT, counted where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

UNDER = "w.path >= %(low)s and w.path < %(high)s"
LIVE = "w.since <= %(on)s and (w.until is null or w.state = 'refused')"
BY_HOUSEHOLD = f"""
    select w.household_id,
           coalesce(array_agg(distinct w.scheme_id) filter (where w.state in ('waiting', 'proposed')), '{{}}'),
           coalesce(array_agg(distinct w.scheme_id) filter (where w.state = 'enrolled'), '{{}}'),
           coalesce(array_agg(distinct w.scheme_id) filter (where w.state = 'refused'), '{{}}'),
           min(w.since) filter (where w.state in ('waiting', 'proposed'))
    from programmes_waiting w where {UNDER} and {LIVE} group by w.household_id
"""  # noqa: S608 - made of constants
BY_RT = f"""
    select h.rt_id,
           count(distinct w.household_id) filter (where w.state in ('waiting', 'proposed')),
           count(distinct w.household_id) filter (where w.state = 'enrolled'),
           count(distinct w.household_id) filter (where w.state = 'refused'),
           min(w.since) filter (where w.state in ('waiting', 'proposed')),
           coalesce(sum(%(on)s - w.since) filter (where w.state in ('waiting', 'proposed')), 0),
           coalesce(sum((select count(*) from programmes_double d where d.waiting_id = w.id and d.settled = '')), 0)
    from programmes_waiting w join people_household h on h.id = w.household_id
    where {UNDER} and {LIVE} group by h.rt_id
"""  # noqa: S608 - made of constants


@dataclass(frozen=True, slots=True)
class Served:
    """The programmes a household waits for, has, was refused by; `since`: how long it has been waiting."""

    waiting: tuple[int, ...]
    enrolled: tuple[int, ...]
    refused: tuple[int, ...]
    since: date | None


@dataclass(frozen=True, slots=True)
class Counts:
    """Households of an RT by how they are served; `oldest`: the day of who waits longest; `days`: waited altogether;
    `doubles`: the same help twice, not settled."""

    waiting: int
    enrolled: int
    refused: int
    oldest: date | None
    days: int
    doubles: int


def by_household(path: str, *, on: date) -> dict[int, Served]:
    """Households under a path that have, wait for or were refused something."""
    return {
        row[0]: Served(tuple(row[1]), tuple(row[2]), tuple(row[3]), row[4]) for row in _rows(BY_HOUSEHOLD, path, on)
    }


def by_rt(path: str, *, on: date) -> dict[int, Counts]:
    """RT → its households by how they are served; an RT without any is absent."""
    return {row[0]: Counts(*row[1:]) for row in _rows(BY_RT, path, on)}


def _rows(statement: str, path: str, on: date) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"low": path, "high": path[:-1] + "/", "on": on})
        return cursor.fetchall()
