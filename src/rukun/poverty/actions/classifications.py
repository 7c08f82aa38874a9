"""Verdicts are made here: for one household, or for a whole area in one stream.

Both take the same way: judged rows go by COPY into a table of the transaction, and from there, in four statements,
into verdicts (only where something changed), standings and sums. A verdict is never changed, only followed.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import islice
from typing import Any

from django.db import connection, transaction

from rukun.audit import actions as audit
from rukun.people.queries import facts as people_facts
from rukun.people.queries.facts import Known
from rukun.poverty.actions import tallies
from rukun.poverty.facts.judgements import Judged, Sums, judging
from rukun.poverty.facts.rulebook import BPS14, Book, in_force

Progress = Callable[[int], None]
STEP = 5_000

FRESH = """
    create temporary table if not exists poverty_fresh (household_id bigint, path text collate "C", label text,
        counted smallint, unknown smallint, reasons jsonb, needs text[], facts_on date) on commit drop
"""
COLUMNS = "household_id, path, label, counted, unknown, reasons, needs, facts_on"
KEEP = """
    with changed as materialized (
        select f.* from poverty_fresh f
        left join poverty_standing s on s.household_id = f.household_id and s.rule = %(rule)s
            and s.path >= %(path)s and s.path < %(past)s
        left join poverty_classification c on c.id = s.verdict_id and c.path >= %(path)s and c.path < %(past)s
        where c.id is null or c.rule <> %(edition)s or c.reasons <> f.reasons or c.label <> f.label
    ), made as (
        insert into poverty_classification
            (household_id, path, rule, "on", label, counted, unknown, reasons, facts_on, recorded_at)
        select household_id, path, %(edition)s, %(on)s, label, counted, unknown, reasons, facts_on, now() from changed
        returning id, household_id
    )
    insert into poverty_standing (household_id, path, rule, verdict_id, label, counted, unknown, needs, facts_on)
    select c.household_id, c.path, %(rule)s, made.id, c.label, c.counted, c.unknown, c.needs, c.facts_on
    from made join changed c using (household_id)
    on conflict (household_id, rule) do update set path = excluded.path, verdict_id = excluded.verdict_id,
        label = excluded.label, counted = excluded.counted, unknown = excluded.unknown,
        needs = excluded.needs, facts_on = excluded.facts_on
"""
REFRESH = """
    update poverty_standing s set needs = f.needs, facts_on = f.facts_on
    from poverty_fresh f where s.household_id = f.household_id and s.rule = %(rule)s
        and s.path >= %(path)s and s.path < %(past)s
        and (s.needs::text[], s.facts_on) is distinct from (f.needs, f.facts_on)
"""
LEAVE = """
    delete from poverty_standing s where s.rule = %(rule)s and s.path >= %(path)s and s.path < %(past)s
        and not exists (select 1 from poverty_fresh f where f.household_id = s.household_id)
"""


@transaction.atomic
def classify(*, household: int, on: date, by: Any) -> str:
    """Judges one household by the rule of the day; gives the label. Its RT is summed again."""
    rows = list(people_facts.among([household], on=on))
    book = in_force(on)
    judged = list(map(judging(book), rows))
    for row in judged:
        _keep([row], book, on, row.path)
        tallies.recount(rt_id=row.rt_id, path=row.path)
        audit.record("poverty.classified", by=by, path=row.path, household=household, rule=book.key)
    return judged[0].label if judged else ""


@transaction.atomic
def classify_area(*, path: str, on: date, by: Any, progress: Progress | None = None, parts: Sequence[str] = ()) -> int:
    """Judges every household under a path and sums up its RTs; gives how many got a new verdict.

    `progress` hears the number of households judged so far. Two processes share a regency by each entering the scope
    of its own `parts` (paths beneath `path`): the walls then keep either to its share, and the log names the parts.
    """
    book, sums = in_force(on), _SumsByRt()
    rows = _counted(people_facts.stream(path, on=on), progress)
    with _without_collector():
        changed = _keep(sums.listening(map(judging(book), rows)), book, on, path, is_whole=True)
    tallies.replace(path=path, sums=sums.by_rt)
    for part in parts or [path]:
        told = {"rule": book.key, "households": sums.number, "changed": changed, "parts": len(parts) or 1}
        audit.record("poverty.area_classified", by=by, path=part, **told)
    return changed


@contextmanager
def _without_collector() -> Iterator[None]:
    """The stream makes no cycles, and looking for some takes a third of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _SumsByRt:
    """Sums every RT up while its households pass by."""

    def __init__(self) -> None:
        self.number = 0
        self.by_rt: dict[tuple[int, str], Sums] = defaultdict(Sums)

    def listening(self, judged: Iterable[Judged]) -> Iterator[Judged]:
        for each in judged:
            self.number += 1
            self.by_rt[each.rt_id, each.path].add(each.label, each.holding, each.needs, each.facts_on)
            yield each


def _counted(rows: Iterable[Known], progress: Progress | None) -> Iterator[Known]:
    for number, row in enumerate(rows, start=1):
        if progress and number % STEP == 0:
            progress(number)
        yield row


def _keep(judged: Iterable[Judged], book: Book, on: date, path: str, *, is_whole: bool = False) -> int:
    """Judged rows under a path → verdicts and standings; when they are the whole of it, who is gone stands no more."""
    named = {"rule": BPS14, "edition": book.key, "on": on, "path": path, "past": path[:-1] + "/"}
    with connection.cursor() as cursor:
        cursor.execute(FRESH)
        cursor.execute("truncate poverty_fresh")
        for lines in _lines(judged):  # the stream and the COPY share one connection, so they take turns
            with cursor.copy(f"copy poverty_fresh ({COLUMNS}) from stdin") as copy:
                copy.write(lines)
        cursor.execute("analyze poverty_fresh")
        cursor.execute(KEEP, named)
        changed = cursor.rowcount
        cursor.execute(REFRESH, named)
        if is_whole:
            cursor.execute(LEAVE, named)
        return changed


def _lines(judged: Iterable[Judged]) -> Iterator[str]:
    """COPY text, a few thousand rows at a time. Codes hold no tabs; a backslash in an answer is doubled."""
    lines = map(_line, judged)
    while held := "".join(islice(lines, STEP)):
        yield held


def _line(each: Judged) -> str:
    reasons, on = each.reasons.replace("\\", r"\\"), each.facts_on or r"\N"
    head = f"{each.household_id}\t{each.path}\t{each.label}\t{each.counted}\t{each.unknown}"
    return f"{head}\t{reasons}\t{{{','.join(each.needs)}}}\t{on}\n"
