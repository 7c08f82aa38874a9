"""Gives the web's role exactly the verbs each table allows, and refuses a database that keeps no promises."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import connection

from rukun.kit.problems import Problem
from rukun.walls.types import Wall

SAFE = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}
ROLE_FAULTS = """
    select rolsuper, rolbypassrls, rolcreaterole,
           exists (select 1 from pg_class where relowner = r.oid and relpersistence <> 't'),
           exists (select 1 from pg_auth_members m join pg_roles o on o.oid = m.roleid where m.member = r.oid)
    from pg_roles r where rolname = current_user
"""
OUR_FUNCTIONS = """
    select oid::regprocedure::text from pg_proc
    where pronamespace = 'public'::regnamespace and proowner = current_user::regrole
        and prorettype <> 'trigger'::regtype
"""
FAULT_NAMES = ("superuser", "bypassrls", "createrole", "owns_tables", "member_of_a_role")


def wall_of(model: Any) -> Wall | None:
    return next((held for held in model._meta.constraints if isinstance(held, Wall)), None)


def grant(*, to: str) -> None:
    """Run as the owner after every migration: default-deny, then the verbs of each wall. Repeatable."""
    name = connection.ops.quote_name(to)
    with connection.cursor() as cursor:
        cursor.execute(f"revoke all on all tables in schema public from {name}")
        cursor.execute(f"grant usage on schema public to {name}")
        cursor.execute(f"grant usage, select, update on all sequences in schema public to {name}")
        cursor.execute(OUR_FUNCTIONS)
        for (function,) in cursor.fetchall():
            cursor.execute(f"grant execute on function {function} to {name}")
        for model in apps.get_models(include_auto_created=True):
            wall = wall_of(model)
            verbs = ", ".join(wall.verbs if wall else ("select", "insert", "update", "delete"))
            cursor.execute(f"grant {verbs} on {connection.ops.quote_name(model._meta.db_table)} to {name}")
        cursor.execute(f"grant select on django_migrations to {name}")


def faults() -> list[str]:
    """What makes this connection unsafe to serve with: server settings, and powers the web's role must not have."""
    with connection.cursor() as cursor:
        found = [f"{name}={value}" for name, value in _settings(cursor) if value == "off"]
        cursor.execute(ROLE_FAULTS)
        found += [name for name, is_so in zip(FAULT_NAMES, cursor.fetchone(), strict=True) if is_so]
        cursor.execute("""select relname from pg_class c join pg_namespace n on n.oid = relnamespace
            where nspname = 'public' and relkind = 'r' and relrowsecurity and not relforcerowsecurity""")
        return found + [f"not_forced:{name}" for (name,) in cursor.fetchall()]


def refuse_unsafe() -> None:
    """Raises Problem walls.unsafe when the database or our role in it would break a promise of the house."""
    if found := faults():
        raise Problem("walls.unsafe", faults=", ".join(found))


def _settings(cursor: Any) -> list[tuple[str, str]]:
    cursor.execute("select name, setting from pg_settings where name = any(%s)", [list(SAFE)])
    return cursor.fetchall()
