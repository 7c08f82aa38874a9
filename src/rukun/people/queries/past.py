"""Who lived where on any day: the households that stood then, with those who lived in them, one by one.

Counted from stays and former places each time, never kept: 300,000 households take a second or two.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db import connection


class Home(NamedTuple):
    """A household that stood on the day, the RT it is counted in, and how many lived in it."""

    household_id: int
    rt_id: int
    people: int


# Three plain statements instead of one clever one: the planner cannot guess how much a wall lets through, and with all
# of it in one statement it compared each household of a regency with each former place.
HOMES = """
    select h.id, h.rt_id, count(s.id)
    from people_household h
    left join people_stay s on s.household_id = h.id and s.since <= %(on)s and (s.until is null or s.until > %(on)s)
    where h.{key} = any(%(held)s) and h.since <= %(on)s and (h.until is null or h.until > %(on)s)
    group by h.id
"""
BY_PATH, BY_ID = HOMES.format(key="path"), HOMES.format(key="id")
MOVED_SINCE = "select household_id, rt_id from people_formerplace where since <= %(on)s and until > %(on)s"
PATHS = "select path from territory_area where id = any(%(held)s)"


def homes_as_of(rts: Iterable[int], on: date) -> list[Home]:
    """The households of these RTs on that day, in the borders of that day: where they are now, unless a former place
    covers the day."""
    wanted = frozenset(rts)
    moved = dict(_rows(MOVED_SINCE, (), on))
    back = [household for household, rt in moved.items() if rt in wanted]
    here = [home for home in homes_in_todays_borders(wanted, on) if home.household_id not in moved]
    return here + [Home(pk, moved[pk], people) for pk, _rt, people in _rows(BY_ID, back, on)]


def homes_in_todays_borders(rts: Iterable[int], on: date) -> list[Home]:
    """The households of that day that belong to these RTs now."""
    paths = [path for (path,) in _rows(PATHS, rts, on)]
    return [Home(*row) for row in _rows(BY_PATH, paths, on)]


def _rows(statement: str, held: Iterable[Any], on: date) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"held": list(held), "on": on})
        return cursor.fetchall()
