"""Reads of what came in by the one gate: lists, what is to be mended, and whether a batch can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import QuerySet

from rukun.people.intake.limits import limits
from rukun.people.models import Batch, BatchRow
from rukun.territory import queries as territory

SUMMARY = """
    select said ->> 'code', said ->> 'severity', count(*), (array_agg(number order by number))[1:5]
    from people_batchrow row, jsonb_array_elements(row.findings) said
    where row.batch_id = %s and row.findings is not null
    group by 1, 2 order by 2, 3 desc, 1
"""
COUNTS = """
    select count(*), count(*) filter (where is_kept), count(*) filter (where is_kept and findings is not null)
    from people_batchrow where batch_id = %s
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows of a batch in its waiting room; `read` is always `kept` and the refused together."""

    read: int
    kept: int
    warned: int

    @property
    def refused(self) -> int:
        return self.read - self.kept


def recent() -> QuerySet[Batch]:
    """Batches inside the reader's areas, the newest first."""
    return Batch.objects.select_related("area").order_by("-id")


def counts(batch: Batch) -> Counts:
    with connection.cursor() as cursor:
        cursor.execute(COUNTS, [batch.pk])
        return Counts(*cursor.fetchone())


def summary(batch: Batch) -> dict[str, dict]:
    """Code of a finding → severity, how many rows, the numbers of the first five; errors first."""
    with connection.cursor() as cursor:
        cursor.execute(SUMMARY, [batch.pk])
        return {
            code: {"severity": severity, "count": count, "rows": rows}
            for code, severity, count, rows in cursor.fetchall()
        }


def examples(batch: Batch) -> dict[str, dict]:
    """Code of a finding → the details of its first row; a code whose rows are gone is left out."""
    firsts = {about["rows"][0] for about in batch.findings.values()}
    rows = BatchRow.objects.filter(batch=batch, number__in=firsts, findings__isnull=False).order_by("-number")
    return {finding["code"]: finding["details"] for row in rows for finding in row.findings}


def rows_with_findings(batch: Batch) -> QuerySet[BatchRow]:
    """Rows that something is to be said of: the refused first, then in the order of the file."""
    return BatchRow.objects.filter(batch=batch, findings__isnull=False).order_by("is_kept", "number")


def desa_names(paths: Iterable[str], *, on: date) -> dict[str, str]:
    """Path → the name of the desa it lies in, and nothing nearer to the person."""
    wanted = {path: [int(step) for step in path.strip(".").split(".")] for path in paths}
    steps = {step for way in wanted.values() for step in way}
    found = territory.editions(on=on).filter(area__in=steps, area__level="desa")
    names = {edition.area_id: territory.label(edition) for edition in found}
    return {path: next((names[step] for step in way if step in names), "") for path, way in wanted.items()}


def rt_ids(batch: Batch) -> list[int]:
    """The RTs that the batch gave people or households to."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select rt_id from people_person where batch_id = %(id)s union"
            " select rt_id from people_household where batch_id = %(id)s",
            {"id": batch.pk},
        )
        return [rt for (rt,) in cursor.fetchall()]


def waiting_rts(batch: Batch) -> list[int]:
    """The RTs that the waiting rows would fill."""
    return list(BatchRow.objects.filter(batch=batch, is_kept=True).values_list("rt_id", flat=True).distinct())


def iterate(rows: QuerySet[BatchRow]) -> Iterator[BatchRow]:
    """Many rows without holding them all: by number, in steps."""
    return rows.iterator(chunk_size=2_000)


def path_of(batch_id: int) -> str:
    """Where a batch lies, "" when the reader may not see it: used by guards."""
    return Batch.objects.filter(pk=batch_id).values_list("path", flat=True).first() or ""


def web_rows(*, on: date) -> int:
    """The largest file the web takes, in rows."""
    return limits(on).web_rows


def areas_to_fill(paths: Iterable[str], *, on: date) -> list[tuple[int, str]]:
    """Id and label of every place a reader may fill: each of their areas, and below a higher one every desa."""
    held = [int(path.strip(".").rsplit(".", 1)[-1]) for path in paths]
    beneath = [
        area
        for path in paths
        for area in territory.editions(on=on)
        .filter(area__path__startswith=path, area__level="desa")
        .order_by("code", "name")
        .values_list("area", flat=True)
    ]
    ids = list(dict.fromkeys([*held, *beneath]))
    places = territory.places(ids, on=on)
    return [(pk, " · ".join(step.label for step in reversed(places[pk].way[-2:]))) for pk in ids if pk in places]
