"""A whole regency at once: as the owner of the tables the keys are laid down and put back, and nothing else differs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from tests.rooms.conftest import SINCE, Level, make_area

from rukun.people.actions import bulk, moving_in
from rukun.people.models import Batch, BatchRow, CardEntry, Person, Stay
from rukun.walls import scope

from .workbooks import FAMILY, accept, check, codes_of, numbered

TABLES = (*moving_in.TABLES, "people_batchrow")


@pytest.fixture
def desa(django_db_setup: None, django_db_blocker: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """A desa with one RT, seen as the owner; all of it is rolled back."""
    monkeypatch.setattr(bulk, "MANY", 0)
    monkeypatch.setattr(bulk, "HELD", "select 0")
    held = dict(connection.settings_dict)
    with django_db_blocker.unblock():
        _connect(settings.OWNER.user, settings.OWNER.password)
        with transaction.atomic(), scope.everything():
            yield _desa()
            transaction.set_rollback(True)
        _connect(held["USER"], held["PASSWORD"])


def _connect(user: str, password: str) -> None:
    connection.close()
    connection.settings_dict |= {"USER": user, "PASSWORD": password}


def _desa() -> object:
    kabupaten = make_area(Level.KABUPATEN, None, "Kutai Kartanegara", "64.02", kind="kabupaten")
    desa = make_area(Level.DESA, kabupaten, "Sumber Rekaan", "64.02.90.2001", kind="desa")
    make_area(Level.RT, desa, "RT 003 Melati", number="003")
    return desa


def keys() -> list[tuple]:
    with connection.cursor() as cursor:
        return sorted(bulk._rows(cursor, bulk.KEYS, TABLES) + bulk._rows(cursor, bulk.INDEXES, TABLES))


def test_every_key_stands_again_and_the_people_are_there(desa):
    before = keys()
    accept(check(desa, [*FAMILY, numbered(7)]))
    assert len(before) > 40 and keys() == before
    assert Person.objects.count() == Stay.objects.count() == 4
    assert CardEntry.objects.count() == 3


def test_the_keys_are_laid_down_meanwhile_and_guard_again_afterwards(desa):
    with bulk.keys_laid_down(moving_in.TABLES, arriving=1):
        assert not [row for row in keys() if "people_stay" in row[0]]
    with pytest.raises(IntegrityError), transaction.atomic():
        Stay.objects.create(
            person_id=999, household_id=999, path="9.", relation="head", since=SINCE, began_by="counted"
        )
        connection.check_constraints()


@pytest.mark.parametrize(("name", "value"), [("MANY", 10_000), ("HELD", "select 10000")])
def test_an_ordinary_batch_leaves_the_keys_where_they_are(desa, monkeypatch, name, value):
    monkeypatch.setattr(bulk, name, value)
    with bulk.keys_laid_down(moving_in.TABLES, arriving=9_999):
        assert [row for row in keys() if "people_stay" in row[0]]


def test_nothing_else_differs(desa):
    batch = check(desa, [*FAMILY, numbered(7), numbered(7)])
    assert codes_of(batch) == {"row.nik_twice": 2, "row.no_kk": 2}
    accept(batch)
    assert Batch.objects.get(pk=batch.pk).rows_kept == Person.objects.count() == 3
    assert BatchRow.objects.filter(batch=batch).count() == 2
