"""Rows of a source as lines for the waiting room: in one process, or in two for a very large CSV.

Each process reads the whole file, which is cheap, and judges every other block, which is not; so no row travels
between processes before it has become a line.
"""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Iterator
from itertools import islice
from multiprocessing.connection import Connection, wait

from rukun.kit.problems import Problem
from rukun.kit.sheet import Table, clean_text
from rukun.people.intake.judging import Judge, escaped
from rukun.people.intake.layouts import FIELDS, Layout
from rukun.people.intake.notes import Note, noted
from rukun.people.intake.sources import Source, limited

BLOCK = 4_000
SERIOUS = frozenset(("nik", "kk"))


def lines(source: Source, layout: Layout, table: Table, judge: Judge, *, processes: int = 1) -> Iterator[str | bytes]:
    """Blocks of lines in the format of COPY, in no promised order, of the table that `source` opened.

    Problems `sheet.*`, people.batch_too_large.
    """
    if processes > 1 and source.is_large_csv:
        return _from_processes(source, layout, judge, processes)
    return _blocks(source, layout, table, judge)


def _blocks(
    source: Source, layout: Layout, table: Table, judge: Judge, *, stripe: int = 0, stripes: int = 1
) -> Iterator[str]:
    sheet = escaped(clean_text(table.sheet))[:60]
    rows = _with_notes(table, source, layout)
    judge_line = judge.line
    turn = 0
    while block := list(islice(rows, BLOCK)):
        if turn % stripes == stripe:
            yield "".join([judge_line(number, sheet, cells, notes) for number, cells, notes in block])
        turn += 1


def _with_notes(table: Table, source: Source, layout: Layout) -> Iterator[tuple[int, list[str], tuple[Note, ...]]]:
    """Rows with what the reader of sheets remarked on them: it does so just before it hands the row on."""
    findings, seen = table.findings, len(table.findings)
    titles = {layout.titles[field]: field for field in FIELDS if field in layout.titles}
    for number, cells in limited(table, source):
        if len(findings) == seen:
            yield number, cells, ()
        else:
            new, seen = findings[seen:], len(findings)
            yield number, cells, tuple(_note(finding, titles) for finding in new)


def _note(finding: object, titles: dict[str, str]) -> Note:
    column = str(finding.details.get("column", ""))
    is_serious = finding.severity == "error" and (not column or titles.get(column) in SERIOUS)
    return noted(finding, column, is_error=is_serious)


def _from_processes(source: Source, layout: Layout, judge: Judge, processes: int) -> Iterator[str]:
    """Forked, so that nothing is read or set up twice; the children never touch the database."""
    context = multiprocessing.get_context("fork")
    ends: list[Connection] = []
    children = []
    for stripe in range(processes):
        here, there = context.Pipe(duplex=False)
        child = context.Process(target=_send, args=(there, source, layout, judge, stripe, processes), daemon=True)
        child.start()
        there.close()
        ends.append(here)
        children.append(child)
    try:
        yield from _received(ends)
    finally:
        for child in children:
            child.terminate()
            child.join()


def _send(end: Connection, source: Source, layout: Layout, judge: Judge, stripe: int, stripes: int) -> None:
    gc.disable()  # rows hold no circles, and this process ends with them
    try:
        for block in _blocks(source, layout, source.judged(layout), judge, stripe=stripe, stripes=stripes):
            end.send_bytes(block.encode())
        end.send_bytes(b"")
    except Problem as problem:
        end.send_bytes(b"\0")
        end.send((problem.code, problem.details))


def _received(ends: list[Connection]) -> Iterator[bytes]:
    open_ends = list(ends)
    while open_ends:
        for end in wait(open_ends):
            block = end.recv_bytes()
            if block == b"\0":
                code, details = end.recv()
                raise Problem(code, **details)
            if not block:
                open_ends.remove(end)
            else:
                yield block
