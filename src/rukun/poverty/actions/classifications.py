"""Verdicts are made here: for one household, or for a whole area in one stream.

Both take the same way: judged rows go by COPY into a table of the transaction, and from there into
verdicts (only where something changed) and standings. A verdict is never changed, only followed. A whole area
sends only the households whose digest differs from the one their standing carries.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from itertools import islice
from operator import add
from typing import Any

from django.db import connection, transaction

from rukun.audit import actions as audit
from rukun.people.queries import facts as people_facts
from rukun.people.queries.facts import Known
from rukun.poverty.actions import tallies
from rukun.poverty.facts.judgements import Judged, Summed, digest_of, judging, summed
from rukun.poverty.facts.rulebook import BPS14, Book, in_force

Progress = Callable[[int], None]
STEP = 5_000

FRESH = """
    create temporary table if not exists poverty_fresh (verdict_id bigint, digest bigint, household_id bigint,
        path text collate "C", label text, counted smallint, unknown smallint, needs text[], facts_on date,
        reasons jsonb)
    on commit drop
"""
COLUMNS = "verdict_id, digest, household_id, path, label, counted, unknown, needs, facts_on, reasons"
NUMBERS = """
    select nextval(held) from (select pg_get_serial_sequence('poverty_classification', 'id')::regclass as held) s,
        generate_series(1, %s)
"""
REFRESH = """
    with same as (
        update poverty_standing s set needs = f.needs, facts_on = f.facts_on, digest = f.digest
        from poverty_fresh f, poverty_classification c
        where s.household_id = f.household_id and s.rule = %(rule)s and s.path >= %(path)s and s.path < %(past)s
            and c.id = s.verdict_id and c.path >= %(path)s and c.path < %(past)s
            and c.rule = %(edition)s and c.label = f.label and c.reasons = f.reasons
        returning f.verdict_id
    )
    delete from poverty_fresh f using same where f.verdict_id = same.verdict_id
"""
JUDGE = """
    insert into poverty_classification
        (id, household_id, path, rule, "on", label, counted, unknown, reasons, facts_on, recorded_at)
    select verdict_id, household_id, path, %(edition)s, %(on)s, label, counted, unknown, reasons, facts_on, now()
    from poverty_fresh
"""
STAND = """
    insert into poverty_standing
        (household_id, path, rule, verdict_id, label, counted, unknown, needs, facts_on, digest)
    select household_id, path, %(rule)s, verdict_id, label, counted, unknown, needs, facts_on, digest
    from poverty_fresh
    on conflict (household_id, rule) do update set path = excluded.path, verdict_id = excluded.verdict_id,
        label = excluded.label, counted = excluded.counted, unknown = excluded.unknown,
        needs = excluded.needs, facts_on = excluded.facts_on, digest = excluded.digest
"""
LEAVE = "delete from poverty_standing where rule = %s and household_id = any(%s)"
STANDING = "select household_id, digest from poverty_standing where rule = %s and path >= %s and path < %s"


@transaction.atomic
def classify(*, household: int, on: date, by: Any) -> str:
    """Judges one household by the rule of the day; gives the label. Its RT is summed again."""
    rows = list(people_facts.among([household], on=on))
    book = in_force(on)
    judged = list(map(judging(book), rows))
    for row in judged:
        line = _line(row)
        _keep([(line, digest_of(f"{book.key}{line}"))], book, on, row.path)
        tallies.recount(rt_id=row.rt_id, path=row.path)
        audit.record("poverty.classified", by=by, path=row.path, household=household, rule=book.key)
    return judged[0].label if judged else ""


@transaction.atomic
def classify_area(*, path: str, on: date, by: Any, progress: Progress | None = None) -> int:
    """Judges every household under a path and sums up its RTs; gives how many got a new verdict.

    `progress` hears the number of households judged so far.
    """
    book, tally = in_force(on), _Tally(_standing(path))
    is_first = not tally.standing
    with _without_collector(), closing(people_facts.stream(path, on=on)) as stream:
        judged = map(judging(book), _counted(stream, progress))
        changed = _keep(tally.news(judged, book), book, on, path, is_first=is_first)
    _leave(tally.standing)
    tallies.replace(path=path, sums={rt: summed(rows) for rt, rows in tally.by_rt.items()})
    told = {"rule": book.key, "households": tally.number, "changed": changed}
    audit.record("poverty.area_classified", by=by, path=path, **told)
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


class _Tally:
    """Watches the households pass: collects what their RTs come to, and lets through only what is news.

    `standing`: household → digest of those not yet seen; when all have passed, these are gone.
    """

    def __init__(self, standing: dict[int, int | None]) -> None:
        self.number, self.standing = 0, standing
        self.by_rt: dict[tuple[int, str], list[Summed]] = defaultdict(list)

    def news(self, judged: Iterable[Judged], book: Book) -> Iterator[tuple[str, int]]:
        for each in judged:
            self.number += 1
            self.by_rt[each.rt_id, each.path].append((each.label, each.holding, each.needs, each.facts_on))
            line = _line(each)
            digest = digest_of(f"{book.key}{line}")
            if self.standing.pop(each.household_id, None) != digest:
                yield line, digest


def _standing(path: str) -> dict[int, int | None]:
    with connection.cursor() as cursor:
        cursor.execute(STANDING, [BPS14, path, path[:-1] + "/"])
        return dict(cursor.fetchall())


def _leave(gone: Iterable[int]) -> None:
    """Who no longer lives here stands no more; the verdicts stay."""
    with connection.cursor() as cursor:
        cursor.execute(LEAVE, [BPS14, list(gone)])


def _counted(rows: Iterable[Known], progress: Progress | None) -> Iterator[Known]:
    for number, row in enumerate(rows, start=1):
        if progress and number % STEP == 0:
            progress(number)
        yield row


def _keep(news: Iterable[tuple[str, int]], book: Book, on: date, path: str, *, is_first: bool = False) -> int:
    """Judged rows under a path → verdicts and standings; gives how many verdicts are new. The first time there is
    nothing that could have stayed the same."""
    named = {"rule": BPS14, "edition": book.key, "on": on, "path": path, "past": path[:-1] + "/"}
    with connection.cursor() as cursor:
        cursor.execute(FRESH)
        cursor.execute("truncate poverty_fresh")
        for lines in _lines(news):  # the stream and the COPY share one connection, so they take turns
            cursor.execute(NUMBERS, [len(lines)])
            numbers = [str(number) for (number,) in cursor.fetchall()]
            with cursor.copy(f"copy poverty_fresh ({COLUMNS}) from stdin") as copy:
                copy.write("".join(map(add, numbers, lines)))
        if not is_first:
            cursor.execute("analyze poverty_fresh (household_id)")
            cursor.execute(REFRESH, named)
        cursor.execute(JUDGE, named)
        changed = cursor.rowcount
        cursor.execute(STAND, named)
        return changed


def _lines(news: Iterable[tuple[str, int]]) -> Iterator[list[str]]:
    """COPY text, a few thousand rows at a time; each still wants the number of its verdict in front."""
    lines = (f"\t{digest}{line}" for line, digest in news)
    while held := list(islice(lines, STEP)):
        yield held


def _line(each: Judged) -> str:
    """Codes hold no tabs; a backslash in an answer is doubled."""
    reasons, on = each.reasons.replace("\\", r"\\"), each.facts_on or r"\N"
    head = f"\t{each.household_id}\t{each.path}\t{each.label}\t{each.counted}\t{each.unknown}"
    return f"{head}\t{{{','.join(each.needs)}}}\t{on}\t{reasons}\n"
