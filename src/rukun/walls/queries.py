"""The promises of the database, looked at from the web's own role: is every wall up as it is drawn in the models?

A wall is compared by building the same one around an empty temporary table and reading both back, so that the words of
PostgreSQL are held against the words of PostgreSQL. Everything made on the way is gone when the look is over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from rukun.kit.problems import Finding
from rukun.walls import server
from rukun.walls.actions import faults, wall_of
from rukun.walls.types import SameAreaOnce, Wall

VERBS = ("select", "insert", "update", "delete", "truncate", "references", "trigger")
HELD = "select verb from unnest(%s::text[]) verb where has_table_privilege(current_user, %s, verb)"
SHUT = "select relrowsecurity and relforcerowsecurity from pg_class where oid = to_regclass(%s)"
POLICIES = """
    select policyname, permissive, cmd, coalesce(qual, ''), coalesce(with_check, '') from pg_policies
    where tablename = %s and schemaname like %s order by policyname
"""
NAMES = """
    select conname from pg_constraint where convalidated
    union select relname from pg_class where relkind = 'i' and relnamespace = 'public'::regnamespace
    union select tgname from pg_trigger where tgenabled <> 'D'
    union select proname from pg_proc where (select count(*) from pg_trigger where tgname = any(
        array[proname || '_insert', proname || '_update', proname || '_follows', proname || '_stays'])
        and tgenabled <> 'D') = 4
"""


def findings() -> list[Finding]:
    """Powers the web must not have, a talkative log, walls otherwise than drawn, verbs too many or few, lost keys.

    Asked on the connection of the web's role, inside a transaction. Codes: walls.check_unsafe, walls.check_log,
    walls.check_open, walls.check_verbs, walls.check_promise, walls.check_strays.
    """
    models = [model for model in apps.get_models() if wall_of(model)]
    return [
        *(Finding("walls.check_unsafe", "error", {"fault": fault}) for fault in faults()),
        *server.findings(),
        *(found for model in models for found in _of_table(model._meta.db_table, wall_of(model), model)),
        *_lost_promises(models),
        *_strays(models),
    ]


def _of_table(table: str, wall: Wall, model: Any) -> Iterator[Finding]:
    with connection.cursor() as cursor:
        cursor.execute(SHUT, [table])
        is_shut = cursor.fetchone()[0]
        cursor.execute(HELD, [list(VERBS), table])
        verbs = {verb for (verb,) in cursor.fetchall()}
    if not is_shut or _policies(table, "public") != _drawn(table, wall, model):
        yield Finding("walls.check_open", "error", {"table": table})
    if verbs != set(wall.verbs):
        yield Finding("walls.check_verbs", "error", {"table": table, "verbs": sorted(verbs ^ set(wall.verbs))})


def _policies(table: str, schema: str) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(POLICIES, [table, schema])
        return cursor.fetchall()


def _drawn(table: str, wall: Wall, model: Any) -> list[tuple[str, ...]]:
    """The same wall around a temporary table of the same name."""
    name = connection.ops.quote_name(table)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"create temporary table {name} (like public.{name})")
        for statement in wall.statements(model):
            cursor.execute(statement)
        drawn = _policies(table, "pg_temp%")
        transaction.set_rollback(True)
    return drawn


def _lost_promises(models: list[Any]) -> Iterator[Finding]:
    """Keys, checks and exclusions that the models declare and the database has lost (or never proved)."""
    with connection.cursor() as cursor:
        cursor.execute(NAMES)
        held = {name for (name,) in cursor.fetchall()}
    for model in models:
        for promise in model._meta.constraints:
            if not isinstance(promise, Wall) and promise.name not in held and promise.name not in UNNAMED:
                yield Finding("walls.check_promise", "error", {"table": model._meta.db_table, "name": promise.name})


def _strays(models: list[Any]) -> Iterator[Finding]:
    """Children of other areas, where the database asks only while writing: a restored backup is not asked."""
    for model in models:
        for key in (each for each in model._meta.constraints if isinstance(each, SameAreaOnce)):
            with connection.cursor() as cursor:
                cursor.execute(key.strays(model))
                (count,) = cursor.fetchone()
            if count:
                yield Finding("walls.check_strays", "error", {"table": model._meta.db_table, "count": count})


UNNAMED = {"people_batchrow_unlogged"}
"""A promise about how a table is stored leaves no name behind."""
