"""Sixty canaries, twenty each of NIK, KK and name, fly through the whole house: none may sit where it has no business.

They are brought by file and by form, searched, revealed, exported, printed, refused, and fall into errors. Afterwards we
look into the logs, the addresses, the pages of others, every table, the sessions, the mail and the server's own memory.
"""

from __future__ import annotations

import io
import json
import logging
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import psycopg
import pypdfium2
import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils.log import AdminEmailHandler
from tests.rooms.people.workbooks import HEAD, csv_of
from tests.rooms.poverty.kitchens import POOR
from tests.servers import embedded_root

from rukun.people.models import Batch, FamilyCard, Household, Person
from rukun.poverty.actions import classifications
from rukun.site import environment
from rukun.walls import scope

HOW_MANY = 20
BY_FILE = range(12)
BY_FORM = range(12, 14)
BAD = range(14, HOW_MANY)
NIKS = [f"64029017088089{n:02}" for n in range(HOW_MANY)]
KKS = [f"64029012031089{n:02}" for n in range(HOW_MANY)]
NAMES = [f"Kenariwulung{chr(97 + n)} Rekaan" for n in range(HOW_MANY)]
WORDS = [name.split()[0] for name in NAMES]
OURS = settings.DATABASE
CANARIES = [*NIKS, *KKS, *WORDS]
PLACES_OF_NAMES = {"people_person", "people_batchrow"}
"""Where a name is written, behind the wall of its area."""


def found_in(text: str, canaries: list[str]) -> list[str]:
    lowered = text.lower()
    return [each for each in canaries if each.lower() in lowered]


@dataclass
class Flight:
    """Everything the house has said so far."""

    addresses: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)

    def __call__(self, client: Client, url: str, data: dict[str, Any] | None = None) -> Any:
        """Asks as this client and remembers the addresses on the way; gives the answer."""
        answer = client.get(url) if data is None else client.post(url, data)
        self.addresses += [url, answer.headers.get("Location", "")]
        while answer.status_code == 302:
            answer = client.get(answer["Location"])
            self.addresses.append(answer.headers.get("Location", ""))
        return answer

    def sent(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.statements.append(sql if isinstance(sql, str) else sql.as_string(connection.connection))
        return execute(sql, params, many, context)


@pytest.fixture(autouse=True)
def no_second_factor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rukun.accounts.thresholds.lacks_second_factor", lambda request: False)


@pytest.fixture
def signed_in(cast: Any) -> Any:
    """signed_in("rt_head") → a client; an answer 500 comes back as the page a person would see."""

    def enter(who: str) -> Client:
        client = Client(raise_request_exception=False)
        if who != "signed_out":
            client.force_login(getattr(cast, who))
        return client

    return enter


@pytest.fixture
def flown(signed_in: Any, places: Any, caplog: pytest.LogCaptureFixture) -> Flight:
    """The whole story, told once."""
    caplog.set_level(logging.DEBUG, "django")
    caplog.set_level(logging.DEBUG, "rukun")
    flight = Flight()
    with connection.execute_wrapper(flight.sent):
        by_file(flight, signed_in("desa_operator"), places)
        by_form(flight, signed_in("rt_head"), places)
        searched(flight, signed_in("rt_head"))
        refused(flight, signed_in("rt_head"), signed_in("signed_out"))
        taken(flight, signed_in, places)
    return flight


def by_file(flight: Flight, client: Client, places: Any) -> None:
    rows = [HEAD | {"nik": NIKS[n], "no_kk": KKS[n], "nama": NAMES[n], "tanggal_lahir": "17/08/1980"} for n in BY_FILE]
    broken = [
        {"jenis_kelamin": NAMES[14]}, {"tanggal_lahir": NIKS[15]}, {"nik": KKS[16] + "9"}, {"nik": f"{NIKS[17]}x"},
        {"no_kk": NAMES[18]}, {"rt": NIKS[19]},
    ]  # fmt: skip
    rows += [
        HEAD | {"nik": NIKS[n], "no_kk": KKS[n], "nama": NAMES[n]} | what for n, what in zip(BAD, broken, strict=True)
    ]
    for data in (csv_of(rows), csv_of(rows[: len(BY_FILE)] + rows[-1:])):
        file = SimpleUploadedFile("warga.csv", data)
        flight.pages.append(
            flight(client, "/masuk-data/baru/", {"area": places.desa.id, "file": file}).content.decode()
        )
    batch = Batch.objects.order_by("pk").last()
    report = flight(client, reverse("people:batch_report", args=[batch.pk]))
    b"".join(report)
    flight.pages.append(flight(client, reverse("people:batch_accept", args=[batch.pk]), {}).content.decode())
    assert Person.objects.count() == len(BY_FILE)


def by_form(flight: Flight, client: Client, places: Any) -> None:
    """A family of two, member by member."""
    url, born = reverse("people:family_new", args=[places.melati.id]), {"birth_date_day": "17", "birth_date_month": "8"}
    steps = [
        {"address": "Gang Kenari", "kk": KKS[12], "count": "2"},
        {"name": NAMES[12], "relation": "head", "sex": "male", "nik": NIKS[12], "birth_date_year": "1980"} | born,
        {"name": NAMES[13], "relation": "kin", "sex": "male", "nik": NIKS[13], "birth_date_year": "1980"} | born,
    ]
    draft = ""
    for number, typed in enumerate(steps):
        answer = flight(client, url, typed | {"draft": draft, "step": number, "go": "lanjut"})
        draft = answer.context["draft"]
    flight.pages.append(answer.content.decode())
    answer = flight(client, url, {"draft": draft, "step": -1, "go": "simpan"})
    assert "Rumah tangga tercatat" in answer.content.decode()
    flight.pages.append(answer.content.decode())


def searched(flight: Flight, client: Client) -> None:
    for words in (NIKS[0], KKS[0], WORDS[0], NIKS[19]):
        flight.pages.append(flight(client, "/warga/cari/", {"cari": words}).content.decode())
    person = Person.objects.get(name=NAMES[0])
    url = reverse("people:reveal", args=[person.pk])
    assert NIKS[0] in flight(client, url, {"reason": "mencocokkan KTP di rumah warga"}).content.decode()
    typed = f"karena nomor {NIKS[0]} perlu"
    flight.pages.append(flight(client, url, {"reason": typed}).content.decode().replace(typed, ""))
    for name, args in (("person", person.pk), ("correct", person.pk), ("household", Household.objects.first().pk)):
        flight.pages.append(flight(client, reverse(f"people:{name}", args=[args])).content.decode())


def refused(flight: Flight, client: Client, stranger: Client) -> None:
    """Letters: a number already held, one that cannot be read, a number typed as a user name, an address of one's own."""
    person = Person.objects.get(name=NAMES[1])
    url = reverse("people:number", args=[person.pk])
    for nik in (NIKS[2], NIKS[3][:-1]):
        answer = flight(client, url, {"nik": nik, "status": "seen"})
        assert answer.status_code == 422
        typed_back = answer.content.decode().replace(f'value="{nik}"', "")
        flight.pages.append(typed_back)
    for login in (NIKS[4], WORDS[4]):
        flight(stranger, "/masuk/", {"login": login, "password": NIKS[5]})


def taken(flight: Flight, signed_in: Any, places: Any) -> None:
    """Judged, listed, exported, printed: names yes, for who may; numbers never."""
    home = Household.objects.get(stays__person__name=NAMES[0])
    operator, rt = signed_in("desa_operator"), places.melati.id
    with scope.everything():
        home.interviews.create(
            path=home.path, instrument="bps14", on=home.since, source="interview", answers=POOR, by="uji"
        )
        classifications.classify_area(path=places.desa.path, on=home.since, by="uji")
    for url in (
        reverse("poverty:list", args=[rt]), reverse("poverty:verdict", args=[home.pk]), f"/wilayah/{rt}/",
        f"/wilayah/{rt}/warga/", reverse("people:batches"),
    ):  # fmt: skip
        flight.pages.append(flight(operator, url).content.decode())
    for form in ("xlsx", "pdf"):
        answer = flight(operator, reverse("reports:names", args=[rt]), {"keperluan": "meeting", "bentuk": form})
        text = (unzipped if form == "xlsx" else printed)(answer.content)
        assert WORDS[0] in text
        flight.pages.append(text)
    flight.pages.append(printed(flight(operator, reverse("reports:book", args=[rt])).content))


def unzipped(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        return " ".join(held.read(name).decode() for name in held.namelist())


def printed(data: bytes) -> str:
    pages = pypdfium2.PdfDocument(data)
    try:
        return " ".join(page.get_textpage().get_text_range() for page in pages)
    finally:
        pages.close()


def test_no_canary_sits_where_it_has_no_business(flown, caplog):
    in_logs_addresses_or_statements(flown, caplog.get_records("setup"))
    on_pages_with_every_right(flown)
    in_tables()
    in_sessions_or_mail()


def in_logs_addresses_or_statements(flown: Flight, records: list[logging.LogRecord]) -> None:
    assert records, "the loggers were heard"
    logged = "\n".join(f"{record.getMessage()} {record.exc_text or ''}" for record in records)
    assert found_in(logged, CANARIES) == []
    assert found_in("\n".join(flown.addresses), CANARIES) == []
    assert found_in("\n".join(flown.statements), CANARIES) == [], "values travel beside a statement, never in it"


def on_pages_with_every_right(flown: Flight) -> None:
    """Names are there for who may see them; a number is not, whoever looks."""
    assert sum(len(found_in(page, WORDS)) for page in flown.pages) > HOW_MANY
    assert [found_in(page, NIKS + KKS) for page in flown.pages if found_in(page, NIKS + KKS)] == []


def in_tables() -> None:
    """Every table of the database as text: audit lines, findings, sessions, tries to sign in, what is remembered."""
    wrong = {}
    with connection.cursor() as cursor, scope.everything():
        cursor.execute("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")
        for (name,) in cursor.fetchall():
            cursor.execute(f'select held::text from "{name}" held')
            rows = "\n".join(row for (row,) in cursor.fetchall())
            sought = NIKS + KKS if name in PLACES_OF_NAMES else CANARIES
            wrong |= {name: found_in(rows, sought)} if found_in(rows, sought) else {}
    assert wrong == {}
    assert FamilyCard.objects.count() >= len(BY_FILE), "the numbers did arrive, sealed"


def in_sessions_or_mail() -> None:
    held = [json.dumps(session.get_decoded(), default=str) for session in Session.objects.all()]
    assert held and found_in("\n".join(held), CANARIES) == []
    assert mail.outbox == []


def test_no_canary_on_pages_without_the_right(flown, signed_in, places):
    """Who holds another RT, only figures, only the log, nothing, or has not come in."""
    addresses = addresses_of_melati(places)
    for who in ("mawar_head", "kecamatan_officer", "dpo", "stranger", "signed_out"):
        client, met = signed_in(who), []
        for url, typed in [
            *((url, None) for url in addresses),
            *(("/warga/cari/", each) for each in (NIKS[0], WORDS[0])),
        ]:
            with transaction.atomic():
                answer = client.get(url) if typed is None else client.post(url, {"cari": typed})
                sought = CANARIES if typed is None else [NIKS[0], NAMES[0]]  # one's own word may stand in the box
                met += found_in(answer.content.decode(), sought)
                transaction.set_rollback(True)
        assert met == [], who


def addresses_of_melati(places: Any) -> list[str]:
    """Every page that tells of the people of RT Melati, and the pages of the places above it."""
    home, person = Household.objects.get(stays__person__name=NAMES[0]), Person.objects.get(name=NAMES[0])
    things = {
        home.pk: ("people:household", "poverty:verdict", "poverty:interview"),
        person.pk: ("people:person", "people:reveal", "people:correct"),
        Batch.objects.order_by("pk").last().pk: ("people:batch", "people:batch_report"),
    } | {
        area.pk: ("area", "people:register", "poverty:list", "poverty:how", "poverty:map_sheet", "people:completeness")
        for area in (places.kabupaten, places.kecamatan, places.desa, places.melati)
    }
    told = [reverse(name, args=[pk]) for pk, names in things.items() for name in names]
    return [*told, "/", "/lainnya/", "/kelola/log/", "/masuk-data/"]


def test_nobody_is_mailed_an_error():
    handlers = [each for name in ("", "django", "django.request") for each in logging.getLogger(name).handlers]
    assert not any(isinstance(each, AdminEmailHandler) for each in handlers)
    assert settings.ADMINS == [] == settings.MANAGERS


def test_an_error_shows_and_logs_no_number(signed_in, monkeypatch):
    """Even an error that speaks a number aloud: the page is a letter, and the log that is written masks it."""
    client = signed_in("rt_head")

    def fail(words: str, **_more: Any) -> None:
        raise ValueError(f"tidak terduga: {words}")

    monkeypatch.setattr("rukun.people.queries.persons.search", fail)
    console = next(each for each in logging.getLogger().handlers if type(each) is logging.StreamHandler)
    monkeypatch.setattr(console, "stream", written := io.StringIO())
    answer = client.post("/warga/cari/", {"cari": NIKS[0]})
    assert answer.status_code == 500 and "Ini bukan kesalahan Anda" in answer.content.decode()
    assert found_in(answer.content.decode(), CANARIES) == []
    assert "ValueError" in written.getvalue() and found_in(written.getvalue(), CANARIES) == []
    assert not settings.DEBUG


def test_a_statement_that_is_refused_is_not_written_out_by_the_server(places):
    """The server notes which promise was broken, not the name that was in the row."""
    log = environment.folder() / "basisdata" / "log"
    if not log.exists():
        pytest.skip("server ini bukan milik ujian; catatannya tidak dapat dibaca")
    before = log.stat().st_size
    row = {"rt": places.melati, "path": places.melati.path, "name": NAMES[0], "name_key": NAMES[0].lower()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(**row, sex="?")
    written = log.read_bytes()[before:].decode()
    assert "people_person_sex" in written and found_in(written, CANARIES) == []


@pytest.fixture
def server_memory() -> Iterator[psycopg.Connection]:
    """The superuser's link to pg_stat_statements, which the server of the tests keeps; ours of it is forgotten first."""
    root = embedded_root()
    if root is None:
        pytest.skip("server ini bukan milik ujian; ingatannya tidak dapat dibaca")
    with root.connect(autocommit=True) as link:
        (loaded,) = link.execute("select current_setting('shared_preload_libraries')").fetchone()
        assert "pg_stat_statements" in loaded, "the server of the tests was started before it was told to remember"
        link.execute("create extension if not exists pg_stat_statements")
        link.execute("select pg_stat_statements_reset(0, oid, 0) from pg_database where datname = %s", [OURS])
        yield link


def test_no_canary_in_pg_stat_statements(server_memory, flown):
    told = server_memory.execute(
        "select query from pg_stat_statements join pg_database d on d.oid = dbid where datname = %s", [OURS]
    )
    rows = [query or "" for (query,) in told.fetchall()]
    assert any("people_person" in query for query in rows)
    assert found_in("\n".join(rows), CANARIES) == []
