"""The first hour: an empty house leads to its set-up, and a house that stands has none."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.rooms.territory.test_territory_codes import OLD

from rukun.accounts.models import Appointment, Role, User
from rukun.audit.models import Line
from rukun.site.setup import regencies
from rukun.territory import queries
from rukun.territory.models import Area, Edition, Installation
from rukun.walls import scope

PASSWORD = "perahu tenang di sungai"
ANSWERS = {
    "name": "Administrator Rekaan",
    "username": "penjaga-rekaan",
    "password": PASSWORD,
    "again": PASSWORD,
    "since": "2020-01-01",
}


def choose(client, code):
    return client.post(reverse("site:setup"), {"pilih": code})


def begin(client, **more):
    return client.post(reverse("site:setup_administrator"), ANSWERS | more)


@pytest.mark.parametrize("page", ["/", "/masuk/", "/kelola/wilayah/", "/kelola/log/"])
def test_an_empty_house_leads_every_page_to_its_set_up(client, db, page):
    assert client.get(page).url == reverse("site:setup")


def test_the_founding_two_come_first_and_all_can_be_searched(client, db):
    page = client.get(reverse("site:setup")).content.decode()
    assert page.index("64.02") < page.index("52.07")
    assert len(regencies.all_regencies()) == 514
    found = client.post(reverse("site:setup"), {"cari": "sleman"}).content.decode()
    assert "Kabupaten Sleman" in found
    assert "sleman" not in reverse("site:setup")


@pytest.mark.parametrize(
    ("text", "code"), [("mataram", "52.71"), ("KUTAI KARTA", "64.02"), ("64.0", "64.01"), ("gorontalo", "75.01")]
)
def test_a_search_by_name_or_code(text, code):
    assert code in [each.code for each in regencies.search(text)]


def test_the_whole_way(client, db):
    assert choose(client, "64.02").url == reverse("site:setup_administrator")
    made = begin(client)
    assert made.url == reverse("site:setup_done")
    done = client.get(made.url).content.decode()
    assert "20 kecamatan dan 237 desa" in done
    assert "penjaga-rekaan" in done
    term = Appointment.objects.select_related("user").get()
    assert (term.role, term.user.username, term.area_id) == (
        Role.ADMINISTRATOR, "penjaga-rekaan", Installation.objects.get().kabupaten_id,
    )  # fmt: skip
    assert term.user.check_password(PASSWORD)
    assert Edition.objects.filter(since=date(2020, 1, 1)).count() == 258
    with scope.everything():
        verbs = set(Line.objects.values_list("verb", flat=True))
    assert {"territory.founded", "users.created", "appointments.made"} <= verbs


def test_once_it_stands_the_set_up_is_gone(client, db):
    choose(client, "52.07")
    begin(client)
    for name in ("setup", "setup_administrator"):
        assert client.get(reverse(f"site:{name}")).status_code == 404
        assert client.post(reverse(f"site:{name}"), ANSWERS | {"pilih": "64.02"}).status_code == 404
    client.session.flush()
    client.cookies.clear()
    assert client.get(reverse("site:setup_done")).status_code == 404
    assert client.get(reverse("account_login")).status_code == 200
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"again": "lain sekali"}, "belum sama"),
        ({"password": "pendek", "again": "pendek"}, "pendek"),
        ({"username": "6402010101010001"}, "NIK"),
        ({"since": "kemarin"}, "tanggal"),
    ],
)
def test_what_is_refused_leaves_the_house_empty(client, db, more, said):
    choose(client, "52.07")
    page = begin(client, **more)
    assert page.status_code == 422
    assert said in page.content.decode()
    assert PASSWORD not in page.content.decode()
    assert not (Installation.objects.exists() or Area.objects.exists() or User.objects.exists())


@pytest.mark.parametrize("code", ["99.99", "64", "x"])
def test_a_code_nobody_knows_leads_back(client, db, code):
    choose(client, code)
    assert client.get(reverse("site:setup_administrator")).url == reverse("site:setup")


def test_a_list_of_ones_own_founds_the_house(client, db):
    choose(client, "")
    own = {"file": SimpleUploadedFile("daftar.csv", OLD.encode()), "code": "98.01", "basis": "Perda Rekaan 1/2020"}
    assert begin(client, **own).url == reverse("site:setup_done")
    held = Installation.objects.get()
    assert queries.counts(held.kabupaten.path, on=date(2021, 1, 1)) == {"kecamatan": 2, "desa": 4}
    assert set(Edition.objects.values_list("basis", flat=True)) == {"Perda Rekaan 1/2020"}


def test_an_own_list_with_faults_is_a_letter(client, db):
    choose(client, "")
    own = {"file": SimpleUploadedFile("daftar.csv", b"a,b\n1,2\n"), "code": "98.01", "basis": "x"}
    page = begin(client, **own)
    assert page.status_code == 422
    assert "Baris judul kolom belum lengkap" in page.content.decode()
    assert not Area.objects.exists()
