"""The one gate for people: a file or a form is checked, accepted whole or not at all, discarded, or taken back."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from tempfile import TemporaryFile
from typing import BinaryIO

from django.db import transaction
from django.db.models.functions import Now

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.people.actions import bulk, days, moving_in, staging, taking_back, tallies
from rukun.people.facts.grounds import ground
from rukun.people.intake import reading
from rukun.people.intake.judging import Judge
from rukun.people.intake.layouts import LAYOUTS, Layout
from rukun.people.intake.limits import limits
from rukun.people.intake.numbers import Vault
from rukun.people.intake.sources import Form, Source, Upload, original_cells
from rukun.people.models import Batch
from rukun.people.queries import batches as queries
from rukun.people.queries import reports
from rukun.people.types import BatchState
from rukun.territory import queries as territory
from rukun.walls import vault

__all__ = ["Form", "Upload", "accept", "check", "discard", "report", "undo"]


@transaction.atomic
def check(*, area_id: int, source: Source, by: object, on: date) -> Batch:
    """Reads and judges every row; nothing reaches the register. The batch tells what was read, kept and refused.

    Problems: `sheet.*` when the file cannot be read, `people.batch_too_large`, `people.batch_without_rows`,
    `people.batch_area_without_rt`; then nothing at all is stored.
    """
    layout, table = source.opened()
    batch = _opened(area_id, source, layout, by, on)
    stands = ground(batch.path, on=on)
    if not stands.rts:
        raise Problem("people.batch_area_without_rt", place=territory.place(area_id, on=on).label)
    numbers = Vault(vault.seal, vault.index)
    judge = Judge(ground=stands, on=on, titles=layout.titles, limits=limits(on), vault=numbers)
    arrived = staging.receive(reading.lines(source, layout, table, judge, processes=_processes()))
    refused = staging.compare(layout, on=on)
    is_stopped = limits(on).stops(read=arrived, refused=len(refused))
    to_mend = staging.noted() if is_stopped else refused
    with ThreadPoolExecutor(1) as second_reader, bulk.keys_laid_down(("people_batchrow",), arriving=arrived):
        originals = second_reader.submit(_sealed_originals, source, layout, to_mend)
        staging.walk_in(batch, on=on)
    staging.keep_originals(batch, originals.result())
    _sum_up(batch, source, is_stopped=is_stopped)
    audit.record("people.batch_checked", batch, by=by, path=batch.path, **_counts(batch))
    return batch


@transaction.atomic
def accept(*, batch: Batch, by: object, on: date) -> Batch:
    """Every kept row enters the register, or none does.

    Problems: `people.batch_not_waiting`, `people.batch_nothing_to_accept`, `people.batch_rows_lost`,
    `people.batch_register_changed`, `people.rt_ended`.
    """
    batch = _locked(batch, BatchState.CHECKED, "people.batch_not_waiting")
    _refuse_incomplete(batch)
    rts = queries.waiting_rts(batch)
    days.rts_stand(rts, today=on)
    moving_in.lock_register()
    moving_in.refuse_if_changed(batch)
    with bulk.keys_laid_down(moving_in.TABLES, arriving=batch.rows_kept):
        moving_in.move_in(batch)
    moving_in.forget_waiting(batch, only_kept=True)
    tallies.refresh(rt_ids=rts, on=on)
    return _moved(batch, BatchState.ACCEPTED, by, "people.batch_accepted", accepted_at=Now())


@transaction.atomic
def discard(*, batch: Batch, by: object, on: date) -> Batch:
    """The waiting rows are thrown away; the line that they came stays. Problem `people.batch_not_waiting`."""
    batch = _locked(batch, (BatchState.CHECKED, BatchState.STOPPED), "people.batch_not_waiting")
    moving_in.forget_waiting(batch, only_kept=False)
    return _moved(batch, BatchState.DISCARDED, by, "people.batch_discarded")


@transaction.atomic
def undo(*, batch: Batch, by: object, on: date) -> Batch:
    """Takes back exactly what the batch brought. Problems `people.batch_not_accepted`, `people.batch_built_upon`."""
    batch = _locked(batch, BatchState.ACCEPTED, "people.batch_not_accepted")
    moving_in.lock_register()
    rts = queries.rt_ids(batch)
    taking_back.take_back(batch)
    moving_in.forget_waiting(batch, only_kept=False)
    tallies.refresh(rt_ids=rts, on=on)
    return _moved(batch, BatchState.UNDONE, by, "people.batch_undone", undone_at=Now())


@transaction.atomic
def report(*, batch: Batch, by: object) -> BinaryIO:
    """The workbook to mend and bring back. It holds people's cells, so who takes it home is written down."""
    target = TemporaryFile()  # noqa: SIM115 - handed on open
    reports.write(batch, target)
    target.seek(0)
    audit.record("people.batch_report_taken", batch, by=by, path=batch.path, rows_refused=batch.rows_refused)
    return target


def _opened(area_id: int, source: Source, layout: Layout, by: object, on: date) -> Batch:
    return Batch.objects.create(
        area_id=area_id,
        path=territory.path_of(area_id),
        layout=layout.name,
        file_name=source.name[-200:],
        file_sha256=source.sha256,
        state=BatchState.CHECKED,
        by=str(by),
        on=on,
    )


def _processes() -> int:
    """Two where the machine has two cores and can fork cheaply; more only wait for the database."""
    return min(2, os.cpu_count() or 1) if hasattr(os, "fork") and os.uname().sysname == "Linux" else 1


def _sealed_originals(source: Source, layout: Layout, numbers: set[int]) -> list[tuple[int, bytes]]:
    """The cells of rows to be mended as they came, read a second time: so that they can be brought back."""
    if not numbers:
        return []
    found = original_cells(source, layout, numbers)
    return [(number, vault.seal(json.dumps(cells, ensure_ascii=False))) for number, cells in found]


def _sum_up(batch: Batch, source: Source, *, is_stopped: bool) -> None:
    held = queries.counts(batch)
    if not held.read:
        raise Problem("people.batch_without_rows", file=source.name)
    batch.rows_read, batch.rows_kept, batch.rows_refused, batch.rows_warned = (
        held.read, held.kept, held.refused, held.warned,
    )  # fmt: skip
    batch.findings = queries.summary(batch)
    batch.columns = [column.title for column in LAYOUTS[batch.layout].columns]
    if is_stopped:
        batch.state = BatchState.STOPPED
    batch.save()


def _locked(batch: Batch, states: str | Iterable[str], code: str) -> Batch:
    held = Batch.objects.select_for_update().get(pk=batch.pk)
    if held.state not in ((states,) if isinstance(states, str) else states):
        raise Problem(code, state=held.get_state_display())
    return held


def _refuse_incomplete(batch: Batch) -> None:
    if not batch.rows_kept:
        raise Problem("people.batch_nothing_to_accept")
    waiting = queries.counts(batch).kept
    if waiting != batch.rows_kept:
        raise Problem("people.batch_rows_lost", waiting=waiting, kept=batch.rows_kept)


def _moved(batch: Batch, state: str, by: object, verb: str, **at: Now) -> Batch:
    """The batch in its new state, with the audit line of the act."""
    batch.state = state
    for name, moment in at.items():
        setattr(batch, name, moment)
    batch.save(update_fields=["state", *at])
    audit.record(verb, batch, by=by, path=batch.path, **_counts(batch))
    return Batch.objects.get(pk=batch.pk)


def _counts(batch: Batch) -> dict[str, object]:
    names = ("rows_read", "rows_kept", "rows_refused", "rows_warned", "file_sha256")
    return {name: getattr(batch, name) for name in names}
