"""Every sequence of acts keeps every promise about money: the same machine that `./rukun torture` runs for longer."""

from __future__ import annotations

import secrets

import pytest
from django.db import connection
from tests.torture.ground import make_desks
from tests.torture.machine import Books, prepared, run

pytestmark = pytest.mark.django_db
STEPS = 5_000


def test_any_sequence_of_acts(everything):
    seed = secrets.randbelow(10**9)
    print(f"benih {seed}")
    Books.desks = make_desks()
    run(STEPS, seed)
    assert Books.steps >= STEPS
    assert 0 < Books.refused < Books.steps


def test_the_machine_sees_a_promise_that_is_broken(everything):
    [desk] = make_desks(rts=1, years=(2026,))
    with prepared(), connection.cursor() as cursor:
        cursor.execute("execute promises")
        assert cursor.fetchall() == []
        cursor.execute("update grants_book set last_number = 1 where id = %s", [desk.book.pk])
        cursor.execute("execute promises")
        assert cursor.fetchall() == [("grants.numbers_missing", desk.book.path, 2026, 1)]
