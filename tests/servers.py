"""The server the tests live on: the embedded one, or one that RUKUN_TEST_SERVER names (its account may make databases).

RUKUN_TEST_SERVER=postgresql://penguji:sandi@127.0.0.1:5432/ ./rukun test rooms
"""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from psycopg import sql

from rukun.site import environment, postgres

MAKE = "create database {} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'"


def made(database: str) -> postgres.Address:
    """The owner's address of a database of the tests; the embedded server makes what is not there by itself."""
    held = postgres.owner(database)
    if environment.text("DATABASE_URL"):
        with replace(held, database="postgres").connect(autocommit=True) as link:
            if not link.execute("select from pg_database where datname = %s", [database]).fetchone():
                link.execute(sql.SQL(MAKE).format(sql.Identifier(database)))
    return held


def embedded_root(database: str = "postgres") -> postgres.Address | None:
    """The superuser of the embedded server; None where the server is somebody else's."""
    if environment.text("DATABASE_URL"):
        return None
    root = {"user": "postgres", "password": postgres.derived_password("postgres")}
    return replace(settings.OWNER, database=database, **root)
