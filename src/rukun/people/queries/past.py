"""Who lived where on any day: the households that stood then, with those who lived in them, one by one.

Counted from stays and former places each time, never kept: 300,000 households take a second or two.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db import connection


class Home(NamedTuple):
    """A household that stood on the day, the RT it is counted in, and how many lived in it."""

    household_id: int
    rt_id: int
    people: int


OF_TODAY = """
    select h.id, h.rt_id from people_household h
    where h.path in (select path from territory_area where id = any(%(rts)s))
    and h.since <= %(on)s and (h.until is null or h.until > %(on)s)
"""
# A household belonged to the RT its path names now, unless a former place covers the day.
NOT_MOVED_SINCE = """
    and not exists (
        select from people_formerplace f where f.household_id = h.id and f.since <= %(on)s and f.until > %(on)s
    )
"""
MOVED_SINCE = """
    select h.id, f.rt_id from people_formerplace f join people_household h on h.id = f.household_id
    where f.rt_id = any(%(rts)s) and f.since <= %(on)s and f.until > %(on)s
    and h.since <= %(on)s and (h.until is null or h.until > %(on)s)
"""
OF_THAT_DAY = f"{OF_TODAY} {NOT_MOVED_SINCE} union all {MOVED_SINCE}"
HOMES = """
    select home.id, home.rt_id, count(s.id)
    from ({homes}) home
    left join people_stay s on s.household_id = home.id and s.since <= %(on)s and (s.until is null or s.until > %(on)s)
    group by home.id, home.rt_id
"""


def homes_as_of(rts: Iterable[int], on: date) -> list[Home]:
    """The households of these RTs on that day, in the borders of that day."""
    return _homes(OF_THAT_DAY, rts, on)


def homes_in_todays_borders(rts: Iterable[int], on: date) -> list[Home]:
    """The households of that day that belong to these RTs now."""
    return _homes(OF_TODAY, rts, on)


def _homes(homes: str, rts: Iterable[int], on: date) -> list[Home]:
    with connection.cursor() as cursor:
        cursor.execute(HOMES.format(homes=homes), {"on": on, "rts": list(rts)})
        return [Home(*row) for row in cursor.fetchall()]
