"""Makes room for a whole regency at once: while very many rows move in, secondary keys are laid down, then put back.

Checking a promise row by row costs several times what checking it once over all rows does. Both happen in the same
transaction, so nothing can slip in between. Only the owner of the tables may, and only when more rows arrive than the
register holds; everybody else, and every ordinary batch, keeps the keys where they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

MANY = 50_000
OWNED = "select bool_and(pg_has_role(relowner, 'usage')) from pg_class where oid = any(%(tables)s::text[]::regclass[])"
HELD = "select greatest(reltuples, 0)::bigint from pg_class where oid = 'people_person'::regclass"
KEYS = """
    select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint
    where contype in ('f', 'p', 'u', 'x')
    and (conrelid = any(%(tables)s::text[]::regclass[]) or confrelid = any(%(tables)s::text[]::regclass[]))
    order by contype <> 'f', oid
"""
INDEXES = """
    select indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index
    where indrelid = any(%(tables)s::text[]::regclass[])
    and not exists (select from pg_constraint where conindid = indexrelid) order by indexrelid
"""
ANALYZE = """
    select format('analyze %%s (%%s)', indrelid::regclass, string_agg(distinct quote_ident(attname), ', '))
    from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
    where indrelid = any(%(tables)s::text[]::regclass[]) group by indrelid
"""


@contextmanager
def keys_laid_down(tables: tuple[str, ...], *, arriving: int) -> Iterator[None]:
    """Inside the block the keys and indexes of these tables are gone, when that pays and is allowed."""
    with connection.cursor() as cursor:
        if not _pays(cursor, tables, arriving):
            yield
            return
        keys, indexes = _rows(cursor, KEYS, tables), _rows(cursor, INDEXES, tables)
        for table, name, _ in keys:
            cursor.execute(f"alter table {table} drop constraint {name}")
        for name, _ in indexes:
            cursor.execute(f"drop index {name}")
        _begin_anew(cursor, tables)
        yield
        for _, definition in indexes:
            cursor.execute(definition)
        for table, name, definition in reversed(keys):
            cursor.execute(f"alter table {table} add constraint {name} {definition}")
        for (each,) in _rows(cursor, ANALYZE, tables):  # the planner must not think the register empty
            cursor.execute(each)


def _begin_anew(cursor: object, tables: tuple[str, ...]) -> None:
    """An empty table gets a file of its own in this transaction, which need not be written a second time as a log."""
    for table in tables:
        cursor.execute(f"select exists (select from {table})")  # noqa: S608 - our own table names
        if not cursor.fetchone()[0]:
            cursor.execute(f"truncate {table}")


def _pays(cursor: object, tables: tuple[str, ...], arriving: int) -> bool:
    if arriving < MANY:
        return False
    cursor.execute(HELD)
    (held,) = cursor.fetchone()
    cursor.execute(OWNED, {"tables": list(tables)})
    return arriving > held and cursor.fetchone()[0]


def _rows(cursor: object, statement: str, tables: tuple[str, ...]) -> list[tuple]:
    cursor.execute(statement, {"tables": list(tables)})
    return cursor.fetchall()
