"""The walls themselves: what each role of the standing cast can read and write in every table, asked of the database.

No view and no filter takes part. The tables, their walls and the keys between them are read from the models.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import fields
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import Error, connection, transaction
from django.db.models import F, Model, UUIDField
from django.test import Client
from tests.house import furnished_money, furnished_services
from tests.house.furniture import OURS, SINCE, Corner, furnish
from tests.rooms.conftest import Cast, Places, make_area, make_user

from rukun.accounts.models import Appointment, Role
from rukun.facilitation.models import Gathering, Visit
from rukun.mapping.models import RankingGroup, Trend, WelfareClass
from rukun.mapping.models import Sheet as MappingSheet
from rukun.musrenbang.models import Choice, Decision, Meeting, Plan, Proposal, Sheet
from rukun.needs.models import Node, Problem, Statement
from rukun.people.models import FamilyCard, Household, Person, Secret
from rukun.territory.models import Area, Installation
from rukun.walls import scope, vault
from rukun.walls.actions import wall_of
from rukun.walls.types import SameArea, WholeEntries

NOT_ALLOWED, NO_SUCH_PARENT = "42501", "23503"
WHO = [each.name for each in fields(Cast)]
PLACED = [model for model in OURS if wall_of(model).column]
KEYS = [(model, key) for model in OURS for key in model._meta.constraints if isinstance(key, SameArea)]
by_label = {"ids": lambda model: model._meta.label}


@pytest.fixture
def corners(places: Places) -> list[Corner]:
    return [furnish(rt, number=n) for n, rt in enumerate((places.melati, places.mawar, places.kenanga), start=1)]


@pytest.fixture
def paths_of(cast: Cast) -> Callable[[str], list[str]]:
    return lambda who: list(Appointment.objects.filter(user=getattr(cast, who)).values_list("path", flat=True))


@contextmanager
def seen_as(paths: list[str]) -> Iterator[None]:
    """With the eyes of who holds these areas; whatever is written is taken back."""
    with transaction.atomic():
        scope.enter(paths)
        yield
        transaction.set_rollback(True)


def refusal(act: Callable[[], Any]) -> str:
    """The SQLSTATE with which the database refuses, "" when it lets it happen."""
    try:
        with transaction.atomic():
            act()
            connection.check_constraints()
    except Error as refused:
        return refused.__cause__.sqlstate
    return ""


def place_of(row: Model) -> str:
    return getattr(row, wall_of(type(row)).column)


def anew(row: Model, **changed: Any) -> Model:
    """The same row once more, under an id of its own."""
    made = copy(row)
    made.pk, made._state = None, type(row._state)()
    changed = {field.attname: uuid4() for field in row._meta.concrete_fields if isinstance(field, UUIDField)} | changed
    for name, value in changed.items():
        setattr(made, name, value)
    return made


def test_every_table_with_a_place_has_furniture_in_every_corner(corners):
    for model in PLACED:
        assert [place_of(corner[model._meta.label]) for corner in corners] == [corner.rt.path for corner in corners]


@pytest.mark.parametrize("who", [*WHO, "nobody"])
def test_what_each_role_reads_of_every_table(who, corners, paths_of):
    paths = [] if who == "nobody" else paths_of(who)
    rows = [corner[model._meta.label] for model in OURS for corner in corners if model._meta.label in corner.rows]
    wanted = {row for row in rows if wall_of(type(row)).read == "all" or place_of(row).startswith(tuple(paths))}
    with seen_as(paths):
        met = {row for row in rows if type(row)._default_manager.filter(pk=row.pk).exists()}
    assert {row._meta.label for row in met ^ wanted} == set()
    assert met == wanted


@pytest.mark.parametrize("who", WHO)
def test_nothing_outside_is_changed_or_deleted(who, corners, paths_of):
    paths, touched = paths_of(who), []
    for row in (corner[model._meta.label] for model in PLACED for corner in corners):
        if place_of(row).startswith(tuple(paths)):
            continue
        found, column = type(row)._default_manager.filter(pk=row.pk), wall_of(type(row)).column
        acts = (lambda f=found, c=column: f.update(**{c: F(c)}), lambda f=found: f._raw_delete(f.db))
        with seen_as(paths):
            touched += [row._meta.label for act in acts if _does_something(act)]
    assert touched == []


def _does_something(act: Callable[[], int]) -> bool:
    counts: list[int] = []
    refused = refusal(lambda: counts.append(act()))
    assert refused in ("", NOT_ALLOWED)
    return bool(counts and counts[0])


@pytest.mark.parametrize("who", WHO)
def test_no_row_is_written_outside(who, corners, paths_of):
    """Neither a new one, nor one's own carried over the border."""
    paths, wrong = paths_of(who), []
    for model in PLACED:
        rows = [corner[model._meta.label] for corner in corners]
        inside = [row for row in rows if place_of(row).startswith(tuple(paths))]
        for foreign in (row for row in rows if row not in inside):
            with seen_as(paths):
                wrong += [(model._meta.label, "insert")] * (refusal(anew(foreign).save) != NOT_ALLOWED)
                wrong += [(model._meta.label, "move") for own in inside if _moves(own, foreign)]
    assert wrong == []


def _moves(own: Model, foreign: Model) -> bool:
    found = type(own)._default_manager.filter(pk=own.pk)
    return refusal(lambda: found.update(**{wall_of(type(own)).column: place_of(foreign)})) != NOT_ALLOWED


@pytest.fixture
def parents(places: Places) -> dict[str, int]:
    """Fresh parents in RT Mawar for a child of RT Melati to point at."""
    here = {"rt": places.mawar, "path": places.mawar.path}
    said = {"year": 2026, "kind": "problem", "words": "Rekaan", "occasion": "home", "on": SINCE, "by": "uji"}
    problem = Problem.objects.create(**here, year=2026, theme="water", since=SINCE)
    choice = _opened_choice(places)
    home = Household.objects.create(**here, rt_since=SINCE, since=SINCE)
    person = Person.objects.create(**here, name="Tono Rekaan", name_key="tono rekaan", sex="male")
    return (
        _mapped(places)
        | _met(places)
        | _granted(places)
        | furnished_services.beside(places.mawar, home, person)
        | {
            "musrenbang.Choice": choice.pk,
            "musrenbang.Sheet": Sheet.objects.create(choice=choice, path=choice.path, number="0001").pk,
            "needs.Statement": Statement.objects.create(**here, **said).pk,
            "needs.Problem": problem.pk,
            "needs.Node": Node.objects.create(problem=problem, path=places.mawar.path, words="Rekaan", since=SINCE).pk,
            "facilitation.Visit": Visit.objects.create(**here, year=2026, on=SINCE, who="uji", found="Rekaan").pk,
            "facilitation.Gathering": Gathering.objects.create(
                kind="sosialisasi",
                area=places.mawar,
                path=places.mawar.path,
                year=2026,
                on=SINCE,
                place="Balai",
                topic="Rekaan",
                women=1,
                men=0,
            ).pk,
            "musrenbang.Proposal": Proposal.objects.create(
                **here, born=2026, number=9, year=2026, title="Rekaan", state="draft", owner="rt"
            ).pk,
            "territory.Area": make_area("rt", places.desa, "RT 009 Rekaan", number="009").pk,
            "people.Household": home.pk,
            "people.FamilyCard": FamilyCard.objects.create(**here, since=SINCE).pk,
            "people.Person": person.pk,
        }
    )


def _mapped(places: Places) -> dict[str, int]:
    """A sheet of the mapping and what other rows of it point at."""
    path = places.mawar.path
    days = {"started_on": SINCE, "changed_on": SINCE}
    sheet = MappingSheet.objects.create(rt=places.mawar, path=path, year=2026, tool="kesejahteraan", **days)
    on_it = {"sheet": sheet, "path": path}
    return {
        "mapping.Sheet": sheet.pk,
        "mapping.Trend": Trend.objects.create(**on_it, name="Rekaan", direction="up").pk,
        "mapping.RankingGroup": RankingGroup.objects.create(**on_it, name="Rekaan", women=1, men=0).pk,
        "mapping.WelfareClass": WelfareClass.objects.create(**on_it, order=1, name="Rekaan", criteria="Rekaan").pk,
    }


def _met(places: Places) -> dict[str, int]:
    """A meeting that has chosen nothing yet, and what it decided."""
    path = places.mawar.path
    said = {"area": places.mawar, "path": path, "year": 2026, "on": SINCE, "called_on": SINCE}
    meeting = Meeting.objects.create(**said, place="Balai rekaan")
    decision = Decision.objects.create(meeting=meeting, path=path, place=1, words="Rekaan")
    return {"musrenbang.Meeting": meeting.pk, "musrenbang.Decision": decision.pk}


def _granted(places: Places) -> dict[str, int]:
    """A second book of RT Mawar with one row of all that can be pointed at, and a plan nobody has taken up."""
    here = {"rt": places.mawar, "path": places.mawar.path, "year": 2027}
    told = {"born": 2027, "title": "Rekaan", "state": "planned", "owner": "kecamatan"}
    wishes = [Proposal.objects.create(**here, **told, number=number) for number in (1, 2)]
    taken, free = (
        Plan.objects.create(**here, place=n, proposal=each, amount=1, on=SINCE) for n, each in enumerate(wishes, 1)
    )
    return furnished_money.beside(places.mawar, taken) | {"musrenbang.Plan": free.pk}


def _opened_choice(places: Places) -> Choice:
    """In an RT beside the corners, on a meeting of its own."""
    path = places.mawar.path
    meeting = Meeting.objects.create(
        area=places.mawar, path=path, year=2026, on=SINCE, place="Balai rekaan", called_on=SINCE
    )
    return Choice.objects.create(
        meeting=meeting, path=path, way="approval", ceiling=1, voters=1, stage="open", seal="rekaan"
    )


UNUSED = {
    "needs_withdrawal_instead": {"statement_id": "needs.Statement"},
    "grants_taxdeposit_book": {"journal_id": furnished_money.AN_EMPTY_JOURNAL},
    "grants_leg_line": {"journal_id": furnished_money.AN_EMPTY_JOURNAL},
}
"""A row that can only be added and has one place a parent: a parent whose place is free."""
NUMBERED = {"grants_journal_reverses": {"number": 9_001}}
"""And where its own number is taken: another."""


@pytest.mark.parametrize(("model", "key"), KEYS, ids=lambda part: getattr(part, "name", ""))
def test_a_child_cannot_point_at_a_parent_in_another_area(model, key, corners, parents):
    """Asked with all rights and all areas: this is the key's own promise, not the wall's."""
    Secret.objects.create(
        kind="kk", index=vault.index("kk", "uji"), sealed=vault.seal("uji"), path=corners[0].rt.path, since=SINCE,
        card=corners[0]["people.FamilyCard"],
    )  # fmt: skip
    column = f"{key.field}_id"
    child = model._default_manager.filter(path=corners[0].rt.path, **{f"{column}__isnull": False}).first()
    elsewhere = {column: parents[key.to]} | {name: corners[0][to].pk for name, to in UNUSED.get(key.name, {}).items()}
    elsewhere |= NUMBERED.get(key.name, {})
    if "update" in wall_of(model).verbs:
        act = lambda: model._default_manager.filter(pk=child.pk).update(**elsewhere)  # noqa: E731
    else:
        act = lambda: model._default_manager.bulk_create(_whole(model, anew(child, **elsewhere)))  # noqa: E731
    assert refusal(act) == NO_SUCH_PARENT


def _whole(model: type[Model], row: Model) -> list[Model]:
    """A leg of an entry never comes alone."""
    kept = any(isinstance(each, WholeEntries) for each in model._meta.constraints)
    return [row, anew(row, amount=-row.amount)] if kept else [row]


PEOPLE = 50


@pytest.fixture
def crowd(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[tuple[Client, Area]]]:
    """Fifty RT heads, signed in, each with one family; all committed, as in life, and swept out by the owner."""
    with django_db_blocker.unblock():
        with transaction.atomic(), scope.everything():
            held = _settle_crowd()
        yield held
        connection.close()
        _sweep()


def _settle_crowd() -> list[tuple[Client, Area]]:
    kabupaten = make_area("kabupaten", None, "Kutai Kartanegara", "64.02")
    desa = make_area(
        "desa", make_area("kecamatan", kabupaten, "Contoh Hulu", "64.02.90"), "Sumber Rekaan", "64.02.90.2001"
    )
    Installation.objects.create(id=1, kabupaten=kabupaten)
    return [_settle(make_area("rt", desa, f"RT {n:03}", number=f"{n:03}"), n) for n in range(1, PEOPLE + 1)]


def _settle(rt: Area, number: int) -> tuple[Client, Area]:
    Household.objects.create(
        rt=rt, path=rt.path, rt_since=date(2024, 1, 1), since=date(2024, 1, 1), address=f"Gang Rekaan nomor {number:03}"
    )
    client = Client()
    client.force_login(make_user(f"ketua-{number}", Role.RT_HEAD, rt))
    return client, rt


def _sweep() -> None:
    names = ", ".join(["django_session", *(model._meta.db_table for model in OURS)])
    with settings.OWNER.connect(autocommit=True) as link:
        link.execute(f"truncate {names} cascade")


def test_fifty_people_over_one_connection_never_see_one_another(crowd):
    """The connection is used again and again; nothing of the one before is left on it."""
    rng, process = random.Random(7262), _process()
    turns = [who for who in range(PEOPLE) for _ in range(3)]
    rng.shuffle(turns)
    for who in turns:
        client, rt = crowd[who]
        page = client.get(f"/wilayah/{rt.pk}/warga/").content.decode()
        shown = {n for n in range(1, PEOPLE + 1) if f"nomor {n:03}" in page}
        assert shown == {who + 1}
        neighbour = crowd[(who + 1) % PEOPLE][1]
        assert client.get(f"/wilayah/{neighbour.pk}/warga/").status_code == 404
        assert not Household.objects.exists(), "outside a request the connection must see nothing"
    assert _process() == process


def _process() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select pg_backend_pid()")
        return cursor.fetchone()[0]
