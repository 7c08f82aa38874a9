"""What is known of households: the latest answer to each question, with its day, its source, and who lives there.

A newer interview answers over an older one, fact by fact; "unknown" and "refused" are answers; what was never asked is
absent. Measured at 300,000 households: the plain ordered join below reads twice as fast as aggregates in SQL, and
without nested loops, which the planner takes because it cannot guess how much a wall lets through.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from django.db import connection

from rukun.people.models import Interview
from rukun.walls import scope

ROWS_AT_ONCE = 5000
WORK_MEMORY = "192MB"
"""Half a regency is sorted without touching the disk; small areas take no more than they need."""
READ = json.JSONDecoder().raw_decode
SQL = """
    select h.id, h.path, h.rt_id, coalesce(s.size, 0), s.youngest, s.oldest, i."on", i.answers::text
    from people_household h
    left join people_interview i on i.household_id = h.id{interviews}
    left join (
        select st.household_id, count(*) as size, max(p.birth_date) as youngest, min(p.birth_date) as oldest
        from people_stay st join people_person p on p.id = st.person_id
        where {stays} group by st.household_id
    ) s on s.household_id = h.id
    where {households}
    order by h.id, i."on", i.id
"""
NOW = {name: f"{name}.until is null and " for name in ("st", "h")}
THEN = {name: f"{name}.since <= %(on)s and ({name}.until is null or {name}.until > %(on)s) and " for name in NOW}
INSIDE = "{0}.path >= %(low)s and {0}.path < %(high)s"
UNDER_PATH, UNDER_PATH_THEN = (
    SQL.format(
        stays=lives["st"] + INSIDE.format("st"), households=lives["h"] + INSIDE.format("h"), interviews=interviews
    )
    for lives, interviews in ((NOW, ""), (THEN, ' and i."on" <= %(on)s'))
)
AMONG = SQL.format(
    stays=NOW["st"] + "st.household_id = any(%(ids)s)", households=NOW["h"] + "h.id = any(%(ids)s)", interviews=""
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One answer, the day it was given, and where it came from."""

    value: Any
    on: date
    source: str


class Known(NamedTuple):
    """A living household. `ages`: completed years of the youngest and the oldest, None when no birth date is known."""

    household_id: int
    path: str
    rt_id: int
    answers: dict[str, Any]
    size: int
    ages: tuple[int | None, int | None]
    newest_on: date | None


def latest(household_ids: Sequence[int]) -> dict[int, dict[str, Fact]]:
    """Household → fact → its latest answer. Households without an interview have an empty answer."""
    found: dict[int, dict[str, Fact]] = {pk: {} for pk in household_ids}
    for held in Interview.objects.filter(household__in=list(household_ids)).order_by("on", "id"):
        found[held.household_id] |= {key: Fact(value, held.on, held.source) for key, value in held.answers.items()}
    return found


def among(household_ids: Sequence[int], *, on: date) -> Iterator[Known]:
    """These households, as `stream` gives them."""
    with connection.cursor() as cursor:
        cursor.execute(AMONG, {"ids": list(household_ids)})
        rows = cursor.fetchall()
    return _known(rows, on)


def stream(path: str, *, on: date) -> Iterator[Known]:
    """Every living household under a path, in the order of ids, from a cursor of the server (in a transaction)."""
    return _streamed(UNDER_PATH, path, on)


def stream_as_of(path: str, *, on: date) -> Iterator[Known]:
    """The same of an earlier day: who stood and lived there then, in the borders of today, with what was answered by
    then."""
    return _streamed(UNDER_PATH_THEN, path, on)


def _streamed(statement: str, path: str, on: date) -> Iterator[Known]:
    with connection.chunked_cursor() as cursor:
        with scope.many_rows(WORK_MEMORY):  # settled with the first rows
            cursor.execute(statement, {"low": path, "high": path[:-1] + "/", "on": on})
            rows = cursor.fetchmany(ROWS_AT_ONCE)
        yield from _known(_rest(cursor, rows), on)


def _rest(cursor: Any, rows: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    while rows:
        yield from rows
        rows = cursor.fetchmany(ROWS_AT_ONCE)


def _known(rows: Iterable[tuple[Any, ...]], on: date) -> Iterator[Known]:
    for _pk, same in groupby(rows, key=itemgetter(0)):
        answers: dict[str, Any] = {}
        for row in same:
            answers |= READ(row[7])[0] if row[7] else {}
        pk, path, rt_id, size, youngest, oldest, newest_on, _text = row
        yield Known(pk, path, rt_id, answers, size, (years(youngest, on), years(oldest, on)), newest_on)


def years(born: date | None, on: date) -> int | None:
    """Completed years; None when the birth date is unknown or still to come."""
    if born is None or born > on:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
