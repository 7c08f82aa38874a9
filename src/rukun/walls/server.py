"""What the server itself must not do: write people into its own log, whoever else may read that."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection

from rukun.kit.problems import Finding

QUIET = {
    "log_min_error_statement": ("panic", "fatal"),
    "log_error_verbosity": ("terse",),
    "log_statement": ("none", "ddl"),
    "log_min_duration_statement": ("-1",),
    "log_min_duration_sample": ("-1",),
    "log_transaction_sample_rate": ("0",),
    "log_parameter_max_length_on_error": ("0",),
    "debug_print_parse": ("off",),
    "debug_print_rewritten": ("off",),
    "debug_print_plan": ("off",),
    "auto_explain.log_min_duration": ("-1",),
    "pgaudit.log": ("none",),
}
"""Setting → the values under which no statement, row or value of ours is logged, ours first.

A statement carries names; "Failing row contains" and "Key (…)=(…)" carry the rest.
"""


def findings() -> Iterator[Finding]:
    """Asked on the web's connection, where what an administrator set for this database or role alone counts too."""
    with connection.cursor() as cursor:
        cursor.execute("select name, setting from pg_settings where name = any(%s)", [list(QUIET)])
        loud = {name: value for name, value in cursor.fetchall() if value not in QUIET[name]}
    for name in sorted(loud):
        yield Finding("walls.check_log", "error", {"setting": f"{name} = {loud[name]}", "line": mending(name)})


def mending(name: str) -> str:
    """The line for an administrator: it quiets this database and no other on the server."""
    database = connection.ops.quote_name(connection.settings_dict["NAME"])
    return f"ALTER DATABASE {database} SET {name} = '{QUIET[name][0]}';"
