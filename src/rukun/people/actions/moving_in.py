"""Waiting rows become cards, households, persons, numbers, stays and entries: plain INSERT … SELECT.

An id is a base plus the number of the row, so nothing has to be looked up: the bases are reserved while the tables
are locked against other writers.
"""

from __future__ import annotations

from django.db import connection

from rukun.kit.problems import Problem
from rukun.people.models import Batch

LOCK = "lock table people_familycard, people_household, people_person, people_secret in share row exclusive mode"
ARRIVED_SINCE = """
    select (select count(*) from people_numbers_held('nik', array(
                select nik_index from people_batchrow
                where batch_id = %(batch)s and is_kept and nik_index is not null)))
         + (select count(*) from people_numbers_held('kk', array(
                select kk_index from people_batchrow
                where batch_id = %(batch)s and is_kept and card_no = number and kk_sealed is not null)))
"""
RESERVE = "select setval(pg_get_serial_sequence(%s, 'id'), nextval(pg_get_serial_sequence(%s, 'id')) + %s) - %s"
OWNERS = ("people_familycard", "people_household", "people_person")
WAITING = "from people_batchrow where batch_id = %(batch)s and is_kept"
MOVES = (
    f"""
    insert into people_familycard (id, rt_id, path, batch_id, since)
    select %(people_familycard)s + number, rt_id, card_path, %(batch)s, since {WAITING} and card_no = number
    """,
    f"""
    insert into people_household (id, rt_id, path, rt_since, address, longitude, latitude, since, is_assumed,
        batch_id, revision)
    select %(people_household)s + number, rt_id, rt_path, since, address, longitude, latitude, since, true,
        %(batch)s, 0
    {WAITING} and household_no = number
    """,
    f"""
    insert into people_person (id, rt_id, path, name, name_key, sex, birth_date, is_birth_date_estimated, birth_place,
        religion, marital, education, schooling, occupation, citizenship, disability, nik_status, batch_id, revision)
    select %(people_person)s + number, rt_id, rt_path, name, name_key, sex, birth_date, false, birth_place,
        religion, marital, education, schooling, occupation, citizenship, disability, nik_status, %(batch)s, 0
    {WAITING}
    """,
    f"""
    insert into people_secret (kind, index, sealed, person_id, path, since)
    select 'nik', nik_index, nik_sealed, %(people_person)s + number, rt_path, since {WAITING}
    and nik_index is not null
    """,
    f"""
    insert into people_secret (kind, index, sealed, card_id, path, since)
    select 'kk', kk_index, kk_sealed, %(people_familycard)s + number, card_path, since {WAITING} and card_no = number
    """,
    f"""
    insert into people_stay (person_id, household_id, path, relation, since, began_by, ended_by)
    select %(people_person)s + number, coalesce(household_id, %(people_household)s + household_no), rt_path,
        case when relation <> '' then relation when kk_index is null then 'head' else 'other' end, since, 'counted', ''
    {WAITING}
    """,
    f"""
    insert into people_cardentry (person_id, card_id, path, relation, since)
    select %(people_person)s + number, coalesce(card_id, %(people_familycard)s + card_no), card_path,
        case when relation <> '' then relation else 'other' end, since
    {WAITING} and (card_id is not null or card_no is not null)
    """,
)
TABLES = ("people_familycard", "people_household", "people_person", "people_secret", "people_stay", "people_cardentry")


def move_in(batch: Batch) -> None:
    """Every kept row, in the caller's transaction; what the database refuses takes all of it back.

    The promises between the new rows are checked before this returns, not at the end of the transaction.
    """
    with connection.cursor() as cursor:
        cursor.execute("set local work_mem = '128MB'")
        bases = {table: _reserved(cursor, table, batch) for table in OWNERS}
        for move in MOVES:
            cursor.execute(move, bases | {"batch": batch.pk})
        cursor.execute("set constraints all immediate")
        cursor.execute("set constraints all deferred")


def lock_register() -> None:
    """Other writers wait until this transaction ends; readers do not."""
    with connection.cursor() as cursor:
        cursor.execute(LOCK)


def refuse_if_changed(batch: Batch) -> None:
    """Raises Problem people.batch_register_changed when a number of the batch was registered after its check."""
    with connection.cursor() as cursor:
        cursor.execute(ARRIVED_SINCE, {"batch": batch.pk})
        (count,) = cursor.fetchone()
    if count:
        raise Problem("people.batch_register_changed", count=count)


def _reserved(cursor: object, table: str, batch: Batch) -> int:
    """The base of a block of ids, one for each row number of the batch."""
    cursor.execute("select coalesce(max(number), 0) from people_batchrow where batch_id = %s", [batch.pk])
    (size,) = cursor.fetchone()
    cursor.execute(RESERVE, [table, table, size, size])
    return cursor.fetchone()[0]


def forget_waiting(batch: Batch, *, only_kept: bool) -> None:
    """Empties the waiting room of a batch; refused rows may stay, so that they can still be mended."""
    with connection.cursor() as cursor:
        kept = " and is_kept" if only_kept else ""
        cursor.execute(f"delete from people_batchrow where batch_id = %s{kept}", [batch.pk])  # noqa: S608
