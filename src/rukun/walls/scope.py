"""Who sees what in this transaction: the areas are told to the database, and its walls do the rest.

Outside a scope the walls show nothing. A door of its own (house.md): asked by accounts, commands and tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection

SETTINGS = ("rukun.lo", "rukun.hi", "rukun.paths", "rukun.user")
EVERYTHING = ("!", "~", "")
NOTHING = ("", "", "")


LENT = "select current_setting('enable_nestloop'), current_setting('work_mem')"
LEND = "select set_config('enable_nestloop', %s, true), set_config('work_mem', %s, true)"


def bounds(paths: Iterable[str]) -> tuple[str, str, str]:
    """Paths → (lowest, past the highest, the list when there is more than one). No path sees nothing."""
    held = sorted(set(paths))
    if not held:
        return NOTHING
    highest = max(_past(path) for path in held)
    return held[0], highest, " ".join(held) if len(held) > 1 else ""


def enter(paths: Iterable[str], *, user: int | None = None) -> None:
    """Tells the transaction its areas until it ends. Raises RuntimeError outside a transaction."""
    _tell((*bounds(paths), str(user or "")))


def enter_everything() -> None:
    """The whole installation until the transaction ends, for commands of the machine's keeper. Never for the web."""
    _tell((*EVERYTHING, ""))


@contextmanager
def within(paths: Iterable[str], *, user: int | None = None) -> Iterator[None]:
    """A scope for a block of code in an open transaction; the scope before it comes back after it."""
    yield from _lent((*bounds(paths), str(user or "")))


@contextmanager
def everything() -> Iterator[None]:
    """The whole installation, for commands that keep house (seed, verify, export). Never for a web request."""
    yield from _lent((*EVERYTHING, ""))


def _lent(values: tuple[str, ...]) -> Iterator[None]:
    before = _told()
    _tell(values)
    try:
        yield
    finally:
        if not connection.needs_rollback:
            _tell(before)


@contextmanager
def many_rows(memory: str = "") -> Iterator[None]:
    """Tables are joined all at once in this block of a transaction, with `memory` ("192MB") to do it in.

    The planner cannot guess how much a wall lets through; it expects a few rows and walks through many one by one.
    """
    with connection.cursor() as cursor:
        cursor.execute(LENT)
        before = cursor.fetchone()
        cursor.execute(LEND, ["off", memory or before[1]])
        yield
        cursor.execute(LEND, before)


def alone(what: int, key: int) -> None:
    """Waits until nobody else does this; until the transaction ends, whoever asks after us waits for us."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s, %s)", [what, key % 2**31])


def _past(path: str) -> str:
    """The first string after every path that begins with this one: '.' is followed by '/' in byte order."""
    return path[:-1] + "/"


def _told() -> tuple[str, ...]:
    with connection.cursor() as cursor:
        cursor.execute("select " + ", ".join(f"coalesce(current_setting('{name}', true), '')" for name in SETTINGS))
        return tuple(cursor.fetchone())


def _tell(values: tuple[str, ...]) -> None:
    if not connection.in_atomic_block:
        raise RuntimeError("a scope lives in a transaction: open one first")
    with connection.cursor() as cursor:
        cursor.execute("select " + ", ".join(f"set_config('{name}', %s, true)" for name in SETTINGS), values)
