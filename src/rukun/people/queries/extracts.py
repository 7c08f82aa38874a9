"""People as a table to take out: who lives where now, by name. No NIK, no KK number, nothing of religion or health."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from django.db import connection

from rukun.people.intake import codes

ROWS_AT_ONCE = 5_000
RESIDENTS = """
    select h.rt_id, h.id, s.relation, p.name, p.sex, p.birth_date, p.birth_place, p.marital, p.education,
           p.occupation, p.nik_status, h.address, s.since, count(*) over ()
    from people_stay s
    join people_household h on h.id = s.household_id
    join people_person p on p.id = s.person_id
    where s.until is null and s.path >= %(low)s and s.path < %(high)s
    order by h.path, h.id, s.relation <> 'head', p.birth_date, p.id
"""


@dataclass(frozen=True, slots=True)
class Resident:
    """One person in the household of today. `nik_status` tells how sure we are of the number, never the number."""

    rt_id: int
    household_id: int
    relation: str
    name: str
    sex: str
    birth_date: date | None
    birth_place: str
    marital: str
    education: str
    occupation: str
    nik_status: str
    address: str
    since: date


@contextmanager
def residents(path: str) -> Iterator[tuple[int, Iterator[Resident]]]:
    """How many live under a path, and each of them, household by household. To be read inside one transaction."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(RESIDENTS, {"low": path, "high": path[:-1] + "/"})
        first = cursor.fetchone()
        rows = chain([first], _rest(cursor)) if first else iter(())
        yield first[-1] if first else 0, (_resident(row) for row in rows)


def _resident(row: tuple[Any, ...]) -> Resident:
    """Codes of the lists become the words people read."""
    *head, marital, education, occupation, nik_status, address, since, _count = row
    words = codes.labels("marital").get(marital, marital), codes.labels("education").get(education, education)
    return Resident(*head, *words, occupation, nik_status, address, since)


def _rest(cursor: Any) -> Iterator[tuple[Any, ...]]:
    while rows := cursor.fetchmany(ROWS_AT_ONCE):
        yield from rows
