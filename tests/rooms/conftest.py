"""The standing cast: the same people and places in every test of rooms, journeys and permissions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from rukun.accounts.models import Appointment, Role, User
from rukun.territory.models import Area, Edition, Installation, Level
from rukun.walls import scope

SINCE = date(2020, 1, 1)
BASIS = "Perda Peragaan 1/2020"


@dataclass(frozen=True)
class Places:
    """Kutai Kartanegara with two invented kecamatan; RT Melati and Mawar lie in one desa, RT Kenanga far away."""

    kabupaten: Area
    kecamatan: Area
    desa: Area
    melati: Area
    mawar: Area
    other_kecamatan: Area
    other_desa: Area
    kenanga: Area


@dataclass(frozen=True)
class Cast:
    rt_head: User
    mawar_head: User
    kader: User
    health_worker: User
    school_officer: User
    programme_officer: User
    desa_operator: User
    kecamatan_officer: User
    dinsos: User
    administrator: User
    dpo: User
    stranger: User
    """Signs in, holds no role."""


def make_area(level: str, parent: Area | None, name: str, code: str = "", number: str = "", kind: str = "") -> Area:
    area = Area(level=level)
    area.id = _next_id()
    area.path = f"{parent.path if parent else ''}{area.id}."
    area.save(force_insert=True)
    Edition.objects.create(
        area=area,
        parent=parent,
        kind=kind or level,
        name=name,
        code=code,
        number=number,
        since=SINCE,
        basis=BASIS,
        path=area.path,
    )
    return area


def _next_id() -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("select nextval(pg_get_serial_sequence('territory_area', 'id'))")
        return cursor.fetchone()[0]


@pytest.fixture
def everything(db: object) -> Iterator[None]:
    """The test itself sees all areas; views still set their own scope."""
    with scope.everything():
        yield


@pytest.fixture
def places(everything: None) -> Places:
    kabupaten = make_area(Level.KABUPATEN, None, "Kutai Kartanegara", "64.02", kind="kabupaten")
    kecamatan = make_area(Level.KECAMATAN, kabupaten, "Contoh Hulu", "64.02.90")
    desa = make_area(Level.DESA, kecamatan, "Sumber Rekaan", "64.02.90.2001", kind="desa")
    other_kecamatan = make_area(Level.KECAMATAN, kabupaten, "Contoh Hilir", "64.02.91")
    other_desa = make_area(Level.DESA, other_kecamatan, "Muara Rekaan", "64.02.91.2001", kind="desa")
    Installation.objects.create(id=1, kabupaten=kabupaten)
    return Places(
        kabupaten=kabupaten,
        kecamatan=kecamatan,
        desa=desa,
        melati=make_area(Level.RT, desa, "RT 003 Melati", number="003"),
        mawar=make_area(Level.RT, desa, "RT 004 Mawar", number="004"),
        other_kecamatan=other_kecamatan,
        other_desa=other_desa,
        kenanga=make_area(Level.RT, other_desa, "RT 001 Kenanga", number="001"),
    )


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    """What is written here is seen by other connections, and taken away afterwards by the owner."""
    with django_db_blocker.unblock():
        yield
        rooms = ("grants_", "musrenbang_", "accounts_", "territory_", "audit_")
        tables = [f'"{name}"' for name in connection.introspection.table_names() if name.startswith(rooms)]
        connection.close()
        with settings.OWNER.connect(autocommit=True) as link:
            link.execute(f"truncate {', '.join(tables)} cascade")


def make_user(username: str, role: str = "", area: Area | None = None) -> User:
    user = User(username=username, name=f"{username.title()} Peragaan")
    user.set_unusable_password()
    user.save()
    if role:
        Appointment.objects.create(user=user, role=role, area=area, path=area.path, since=SINCE, basis=BASIS)
    return user


@pytest.fixture
def cast(places: Places) -> Cast:
    return Cast(
        rt_head=make_user("ketua-melati", Role.RT_HEAD, places.melati),
        mawar_head=make_user("ketua-mawar", Role.RT_HEAD, places.mawar),
        kader=make_user("kader-melati", Role.KADER, places.melati),
        health_worker=make_user("bidan-desa", Role.HEALTH_WORKER, places.desa),
        school_officer=make_user("petugas-sekolah", Role.SCHOOL_OFFICER, places.kecamatan),
        programme_officer=make_user("pelaksana-program", Role.PROGRAMME_OFFICER, places.kabupaten),
        desa_operator=make_user("operator-desa", Role.DESA_OPERATOR, places.desa),
        kecamatan_officer=make_user("petugas-kecamatan", Role.KECAMATAN_OFFICER, places.kecamatan),
        dinsos=make_user("petugas-dinsos", Role.DINSOS, places.kabupaten),
        administrator=make_user("administrator", Role.ADMINISTRATOR, places.kabupaten),
        dpo=make_user("pejabat-data", Role.DPO, places.kabupaten),
        stranger=make_user("orang-asing"),
    )


@pytest.fixture
def as_(client: Any, cast: Cast) -> Callable[[str], Any]:
    """Someone of the cast at the screen, signed in with both factors."""

    def signed_in(name: str) -> Any:
        client.force_login(getattr(cast, name))
        session = client.session
        session["account_authentication_methods"] = [{"method": "mfa"}]
        session.save()
        return client

    return signed_in
