"""The key that is asked once a statement keeps what PostgreSQL's own keys keep, also while others write."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from rukun.walls.types import SameAreaOnce


class Meta:
    db_table = "uji_anak"


class Child:
    """As much of a model as a key wants to know."""

    _meta = Meta


KEY = SameAreaOnce(name="uji_anak_induk", field="induk", to="uji.induk")
TABLES = [
    "drop table if exists uji_anak, uji_induk cascade",
    "create table uji_induk (id bigint primary key, path text not null, unique (id, path))",
    "create table uji_anak (id bigint primary key, induk_id bigint, path text not null)",
    "insert into uji_induk values (1, '1.'), (2, '2.'), (3, '3.')",
]
FUNCTIONS = "drop function if exists uji_anak_induk(), uji_anak_induk_follows(), uji_anak_induk_stays() cascade"
ROWS = st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["1.", "2.", "3."])), max_size=8)


@pytest.fixture
def family(django_db_setup: None) -> Iterator[None]:
    """Two tables of the owner, committed, so that other connections meet them."""
    with settings.OWNER.connect(autocommit=True) as link:
        for statement in [*TABLES, FUNCTIONS, *KEY.statements(Child)]:
            link.execute(statement)
        yield
        link.execute(TABLES[0])
        link.execute(FUNCTIONS)


def owner(**options: Any) -> psycopg.Connection:
    return settings.OWNER.connect(**options)


@given(rows=ROWS)
@pytest.mark.usefixtures("family")
def test_a_statement_is_taken_whole_or_not_at_all(rows):
    """As many children at once as one likes: one stray among them and none is kept."""
    with owner() as link:
        link.execute("insert into uji_induk values (4, '3.') on conflict do nothing")
        parents = [*range(len(rows))], [parent for parent, _ in rows], [path for _, path in rows]
        fits = all(path == {1: "1.", 2: "2.", 3: "3.", 4: "3."}[parent] for parent, path in rows)
        try:
            link.execute("insert into uji_anak select * from unnest(%s::int[], %s::int[], %s::text[])", parents)
            assert fits
        except psycopg.errors.ForeignKeyViolation:
            assert not fits
        link.rollback()


@pytest.mark.usefixtures("family")
def test_a_child_follows_its_parent_and_holds_it():
    with owner(autocommit=True) as link:
        link.execute("insert into uji_anak values (1, 1, '1.'), (2, 2, '2.')")
        link.execute("update uji_induk set path = '9.' where id = 1")
        assert link.execute("select id, path from uji_anak order by id").fetchall() == [(1, "9."), (2, "2.")]
        with pytest.raises(psycopg.errors.ForeignKeyViolation):
            link.execute("delete from uji_induk where id = 1")
        with pytest.raises(psycopg.errors.ForeignKeyViolation):
            link.execute("update uji_anak set path = '2.' where id = 1")
        with link.transaction():  # both may go together, in any order
            link.execute("delete from uji_induk where id = 2")
            link.execute("delete from uji_anak where id = 2")
        assert link.execute(KEY.strays(Child)).fetchone() == (0,)


@pytest.mark.usefixtures("family")
@pytest.mark.parametrize(
    "move", ["update uji_induk set path = '9.' where id = 1", "delete from uji_induk where id = 1"]
)
def test_a_parent_that_moves_meanwhile_finds_the_child_that_was_not_yet_committed(move):
    """The child comes first: whoever moves the parent waits, then takes the child along or is refused."""
    with owner() as writing, owner(autocommit=True) as moving, owner(autocommit=True) as looking:
        writing.execute("insert into uji_anak values (1, 1, '1.')")
        mover = threading.Thread(target=_tried, args=(moving, move))
        mover.start()
        _until_waiting(looking, moving)
        writing.commit()
        mover.join(timeout=10)
        assert looking.execute(KEY.strays(Child)).fetchone() == (0,)
        assert looking.execute("select count(*) from uji_anak").fetchone() == (1,)


@pytest.mark.usefixtures("family")
def test_a_child_that_comes_while_its_parent_moves_is_refused():
    with owner() as moving, owner(autocommit=True) as writing, owner(autocommit=True) as looking:
        moving.execute("update uji_induk set path = '9.' where id = 1")
        writer = threading.Thread(target=_tried, args=(writing, "insert into uji_anak values (1, 1, '1.')"))
        writer.start()
        _until_waiting(looking, writing)
        moving.commit()
        writer.join(timeout=10)
        assert looking.execute("select count(*) from uji_anak").fetchone() == (0,)


def test_the_walls_do_not_hide_a_parent_from_the_key(places):
    """The web's role may not see the household, yet the key does: the refusal is the wall's or the key's, never luck."""
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            """insert into poverty_classification (household_id, path, rule, "on", label, counted, unknown, reasons,
            recorded_at) values (0, %s, 'uji', now(), 'poor', 0, 0, '{}', now())""",
            [places.melati.path],
        )


def _tried(link: psycopg.Connection, statement: str) -> None:
    with suppress(psycopg.errors.ForeignKeyViolation):
        link.execute(statement)


def _until_waiting(looking: psycopg.Connection, waiting: psycopg.Connection) -> None:
    for _ in range(1_000):
        held = looking.execute("select cardinality(pg_blocking_pids(%s))", [waiting.info.backend_pid]).fetchone()
        if held[0]:
            return
        threading.Event().wait(0.01)
    pytest.fail("tidak ada yang menunggu")
