"""Fills the waiting room: lines are copied in, held against each other and the register, and placed on cards.

COPY does not pass row-level security, so lines land in a temporary table first and walk through the wall from there;
what a row can only be told beside others is found in the temporary table by a few statements over all rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db import connection
from psycopg.types.json import Jsonb

from rukun.people.intake.judging import COLUMNS
from rukun.people.intake.layouts import Layout
from rukun.people.intake.notes import Note
from rukun.people.models import Batch
from rukun.people.queries import batches as queries

_TYPES = {
    "number": "integer", "is_kept": "boolean", "findings": "jsonb", "rt_id": "bigint", "birth_date": "date",
    "nik_index": "bytea", "nik_sealed": "bytea", "kk_index": "bytea", "kk_sealed": "bytea",
    "longitude": "double precision", "latitude": "double precision",
}  # fmt: skip
_TEXT = 'text collate "C"'
MAKE_ROOM = f"""
    drop table if exists pg_temp.arrival, pg_temp.arrival_note, pg_temp.arrival_lead, pg_temp.arrival_card;
    create temporary table arrival ({", ".join(f"{name} {_TYPES.get(name, _TEXT)}" for name in COLUMNS)})
    on commit drop;
    create temporary table arrival_note (number integer, said jsonb, refuses boolean) on commit drop;
"""
TWICE = """
    with twice as (
        select nik_index from arrival where nik_index is not null group by nik_index having count(*) > 1
    )
    select array_agg(number order by number) from arrival join twice using (nik_index) group by nik_index
"""
HELD = """
    select a.number, held.path, own.person_id
    from people_numbers_held('nik', array(select nik_index from arrival where nik_index is not null)) held
    join arrival a on a.nik_index = held.index
    left join people_secret own on own.index = held.index and own.until is null
"""
CARDS_HELD = """
    create temporary table arrival_card on commit drop as
    select held.index as kk_index, held.path as card_path, own.card_id,
           exists (select from people_cardentry e where e.card_id = own.card_id and e.until is null
                   and e.relation = 'head') as has_head
    from people_numbers_held('kk', array(select distinct kk_index from arrival where kk_sealed is not null)) held
    left join people_secret own on own.index = held.index and own.until is null
"""
CARDS_ELSEWHERE = "select number, card_path from arrival join arrival_card using (kk_index) where card_id is null"
HEADS_TWICE = """
    with twice as (
        select kk_index from arrival where relation = 'head' and kk_index is not null
        group by kk_index having count(*) > 1
    )
    select array_agg(number order by number) from arrival join twice using (kk_index) where relation = 'head'
    group by kk_index
"""
HEADS_HELD = """
    select number from arrival join arrival_card using (kk_index) where has_head and relation = 'head'
"""
REFUSED = "select number from arrival where not is_kept union select number from arrival_note where refuses"
NOTED = "select number from arrival where findings is not null union select number from arrival_note"
# Who leads a household (card and RT) and a card: the head's row, else the first.
LEADS = """
    create temporary table arrival_lead on commit drop as
    with refused as (select number from arrival_note where refuses),
    house as (
        select kk_index, rt_id, min(rt_path) as rt_path, bool_or(kk_sealed is not null) as has_card,
               bool_or(relation = 'head') as has_head,
               coalesce(min(number) filter (where relation = 'head'), min(number)) as lead
        from arrival where is_kept and kk_index is not null and number not in (select number from refused)
        group by kk_index, rt_id
    ),
    card as (
        select kk_index, coalesce(min(lead) filter (where has_head), min(lead)) as card_no,
               bool_or(has_head) as has_head, count(*) as rts
        from house where has_card group by kk_index
    ),
    home as (
        select e.card_id, h.rt_id, min(h.id) as household_id
        from arrival_card known join people_cardentry e on e.card_id = known.card_id and e.until is null
        join people_stay s on s.person_id = e.person_id and s.until is null
        join people_household h on h.id = s.household_id
        group by e.card_id, h.rt_id
    )
    select house.kk_index, house.rt_id, home.household_id,
           case when home.household_id is null then house.lead end as household_no,
           known.card_id, case when known.card_id is null then card.card_no end as card_no,
           coalesce(known.card_path, led.rt_path, '') as card_path,
           card.rts, coalesce(card.has_head, true) or coalesce(known.has_head, false) as has_head
    from house left join card using (kk_index) left join arrival_card known using (kk_index)
    left join house led on led.kk_index = card.kk_index and led.lead = card.card_no
    left join home on home.card_id = known.card_id and home.rt_id = house.rt_id
"""
WITHOUT_HEAD = "select card_no from arrival_lead where card_no = household_no and not has_head"
IN_TWO_RTS = "select household_no from arrival_lead where rts > 1 and household_no is not null"
_PERSON = COLUMNS[COLUMNS.index("nik_index") :]
WALK_IN = f"""
    insert into people_batchrow (batch_id, path, number, sheet, is_kept, findings, rt_id, rt_path, person_no, since,
        household_no, household_id, card_no, card_id, card_path, {", ".join(_PERSON)})
    select %(batch)s, %(path)s, a.number, a.sheet, a.is_kept and not coalesce(note.refuses, false),
        case when note.said is null then a.findings else coalesce(a.findings, '[]') || note.said end,
        a.rt_id, a.rt_path, a.number, %(on)s::date,
        case when a.kk_index is null then a.number else lead.household_no end, lead.household_id,
        lead.card_no, lead.card_id, coalesce(lead.card_path, ''), {", ".join(f"a.{name}" for name in _PERSON)}
    from arrival a
    left join (select number, jsonb_agg(said) as said, bool_or(refuses) as refuses from arrival_note group by number)
        note using (number)
    left join arrival_lead lead on lead.kk_index = a.kk_index and lead.rt_id = a.rt_id
"""  # noqa: S608 - our own column names


@dataclass(frozen=True, slots=True)
class Said:
    """A note on a row that only its neighbours or the register could give."""

    number: int
    note: Note


def receive(blocks: Iterable[str | bytes]) -> int:
    """Copies the blocks of lines into a temporary table and tells how many rows they were."""
    with connection.cursor() as cursor:
        cursor.execute("set local work_mem = '128MB'")
        cursor.execute(MAKE_ROOM)
        with cursor.copy(f"copy arrival ({', '.join(COLUMNS)}) from stdin") as copy:
            for block in blocks:
                copy.write(block)
        arrived = cursor.rowcount
        cursor.execute("analyze arrival (number, rt_id, nik_index, kk_index, relation, is_kept)")
        return arrived


def compare(layout: Layout, *, on: date) -> set[int]:
    """Holds the rows against each other and the register; tells the numbers of all rows that are refused now."""
    with connection.cursor() as cursor:
        _say(cursor, _number_notes(cursor, layout, on))
        _say(cursor, _head_notes(cursor, layout))
        cursor.execute(LEADS)
        cursor.execute("analyze arrival_lead")
        _say(cursor, _card_notes(cursor, layout))
        return {number for (number,) in _rows(cursor, REFUSED)}


def noted() -> set[int]:
    """The numbers of all rows something is to be said of, refused or not."""
    with connection.cursor() as cursor:
        return {number for (number,) in _rows(cursor, NOTED)}


def walk_in(batch: Batch, *, on: date) -> None:
    """Gives every kept row its household and card, and lets all rows into the waiting room."""
    with connection.cursor() as cursor:
        cursor.execute(WALK_IN, {"batch": batch.pk, "path": batch.path, "on": on})


def keep_originals(batch: Batch, originals: list[tuple[int, bytes]]) -> None:
    """Lays the sealed cells of rows to be mended beside them."""
    if not originals:
        return
    with connection.cursor() as cursor:
        cursor.execute("drop table if exists pg_temp.arrival_original")
        cursor.execute("create temporary table arrival_original (number integer, cells bytea) on commit drop")
        with cursor.copy("copy arrival_original from stdin") as copy:
            for each in originals:
                copy.write_row(each)
        cursor.execute(
            "update people_batchrow row set original = came.cells from arrival_original came"
            " where row.batch_id = %s and row.number = came.number",
            [batch.pk],
        )


def _number_notes(cursor: object, layout: Layout, on: date) -> list[Said]:
    """The same NIK twice, a NIK or card the register already holds here or elsewhere."""
    nik, kk = layout.titles["nik"], layout.titles["kk"]
    said = list(_together(_rows(cursor, TWICE), "row.nik_twice", nik))
    held = _rows(cursor, HELD)
    cursor.execute(CARDS_HELD)
    cursor.execute("analyze arrival_card")
    cards = _rows(cursor, CARDS_ELSEWHERE)
    places = queries.desa_names(
        {path for _, path, person in held if person is None} | {path for _, path in cards}, on=on
    )
    for number, path, person in held:
        code, details = ("row.nik_held_here", {"person": person}) if person else (
            "row.nik_held_elsewhere", {"place": places[path]})  # fmt: skip
        said.append(Said(number, Note(code, nik, True, details)))
    return said + [
        Said(number, Note("row.kk_held_elsewhere", kk, True, {"place": places[path]})) for number, path in cards
    ]


def _head_notes(cursor: object, layout: Layout) -> list[Said]:
    relation = layout.titles["relation"]
    held = [Said(number, Note("row.head_held", relation)) for (number,) in _rows(cursor, HEADS_HELD)]
    return held + list(_together(_rows(cursor, HEADS_TWICE), "row.heads_twice", relation))


def _card_notes(cursor: object, layout: Layout) -> list[Said]:
    kk, relation = layout.titles["kk"], layout.titles["relation"]
    headless = [Said(number, Note("row.head_missing", relation, False)) for (number,) in _rows(cursor, WITHOUT_HEAD)]
    return headless + [Said(number, Note("row.card_in_two_rts", kk, False)) for (number,) in _rows(cursor, IN_TWO_RTS)]


def _together(groups: list[tuple[list[int]]], code: str, column: str) -> Iterator[Said]:
    """Each row of a group is told the numbers of the others."""
    for (numbers,) in groups:
        for number in numbers:
            others = [other for other in numbers if other != number][:10]
            yield Said(number, Note(code, column, True, {"rows": others}))


def _say(cursor: object, said: list[Said]) -> None:
    with cursor.copy("copy arrival_note (number, said, refuses) from stdin") as copy:
        for each in said:
            copy.write_row((each.number, Jsonb(json.loads(each.note.json)), each.note.is_error))


def _rows(cursor: object, statement: str) -> list[tuple]:
    cursor.execute(statement)
    return cursor.fetchall()
