"""The pages of users and offices: who reaches them, what a slip shows, what a hand-over leaves."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from tests.rooms.conftest import make_user

from rukun.accounts.models import Appointment, Role, User
from rukun.accounts.permissions import today
from rukun.kit import slips

USERS = "/kelola/pengguna/"


@pytest.fixture(autouse=True)
def no_second_factor(monkeypatch):
    monkeypatch.setattr("rukun.accounts.thresholds.lacks_second_factor", lambda request: False)


@pytest.fixture
def desa_head(cast, places):
    return make_user("kades-sumber", Role.DESA_HEAD, places.desa)


def term_of(user):
    return Appointment.objects.get(user=user)


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("administrator", 200),
        ("rt_head", 403),
        ("kader", 403),
        ("desa_operator", 403),
        ("dinsos", 403),
        ("dpo", 403),
        ("stranger", 403),
    ],
)
def test_only_who_may_appoint_sees_the_list(client, cast, who, status):
    client.force_login(getattr(cast, who))
    assert client.get(USERS).status_code == status


def test_signed_out_one_is_led_to_the_door(client, places):
    assert client.get(USERS).url.startswith("/masuk/")


def test_a_desa_head_sees_their_own_desa_only(client, cast, places, desa_head):
    make_user("ketua-kenanga", Role.RT_HEAD, places.kenanga)
    client.force_login(desa_head)
    page = client.get(USERS).content.decode()
    assert "ketua-melati" in page
    assert "operator-desa" in page
    assert "ketua-kenanga" not in page
    assert "petugas-dinsos" not in page


def test_the_list_stays_quick(client, cast, django_assert_max_num_queries):
    client.force_login(cast.administrator)
    with django_assert_max_num_queries(12):  # two of them are the savepoint of the test
        client.get(USERS)


def test_another_desas_people_and_offices_are_not_found(client, cast, places, desa_head):
    other = make_user("ketua-kenanga", Role.RT_HEAD, places.kenanga)
    client.force_login(desa_head)
    for path in (
        f"{other.pk}/", f"jabatan/{term_of(other).pk}/akhiri/", f"jabatan/{term_of(other).pk}/serah-terima/",
        f"baru/{places.other_desa.pk}/", f"baru/{places.kenanga.pk}/", "999999/", "baru/999999/", "jabatan/999999/akhiri/",
    ):  # fmt: skip
        assert client.get(USERS + path).status_code == 404, path
    assert client.post(f"{USERS}{other.pk}/kode/").status_code == 404


def test_a_new_kader_gets_a_slip_whose_code_opens(client, cast, places, desa_head):
    client.force_login(desa_head)
    place = client.get(f"{USERS}baru/").url
    assert place == f"{USERS}baru/{places.desa.pk}/"
    assert f"{USERS}baru/{places.melati.pk}/" in client.get(place).content.decode()
    form = f"{USERS}baru/{places.melati.pk}/"
    page = client.get(form).content.decode()
    assert 'value="kader"' in page
    assert 'value="desa_operator"' not in page
    slip = client.post(form, {
        "username": "kader-baru", "name": "Wati Rekaan", "role": "kader", "since": today().isoformat(), "until": "",
        "basis": "SK Kades 4/2026",
    })  # fmt: skip
    assert slip.status_code == 200
    assert "no-store" in slip["Cache-Control"]
    code = slips.read(re.search(r"[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]", slip.content.decode())[0])
    made = User.objects.get(username="kader-baru")
    assert made.check_password(code)
    assert made.must_change_password
    assert (term_of(made).path, term_of(made).role) == (places.melati.path, "kader")


@pytest.mark.parametrize(
    ("username", "name", "said"),
    [
        ("6402900101800001", "Wati Rekaan", "NIK tidak dipakai untuk masuk"),
        ("ketua-mawar", "Wati Rekaan", "sudah dipakai"),
        ("belum-ada", "", "Belum ada akun"),
    ],
)
def test_a_form_that_needs_a_second_look_keeps_what_was_typed(client, cast, places, desa_head, username, name, said):
    client.force_login(desa_head)
    answers = {"username": username, "name": name, "role": "kader", "since": today().isoformat(), "basis": "SK 9"}
    page = client.post(f"{USERS}baru/{places.melati.pk}/", answers).content.decode()
    assert said in page
    assert 'value="SK 9"' in page


def test_a_role_not_offered_cannot_be_posted(client, cast, places, desa_head):
    client.force_login(desa_head)
    answers = {
        "username": "calon",
        "name": "Calon Rekaan",
        "role": "administrator",
        "since": today().isoformat(),
        "basis": "x",
    }
    client.post(f"{USERS}baru/{places.desa.pk}/", answers)
    assert not User.objects.filter(username="calon").exists()


def test_a_hand_over_to_somebody_new(client, cast, places, desa_head):
    client.force_login(desa_head)
    term = term_of(cast.rt_head)
    on = today() + timedelta(days=3)
    slip = client.post(f"{USERS}jabatan/{term.pk}/serah-terima/", {
        "username": "ketua-baru", "name": "Bima Rekaan", "on": on.isoformat(), "until": "", "basis": "BA 1/2026",
    })  # fmt: skip
    assert slip.status_code == 200
    term.refresh_from_db()
    successor = term_of(User.objects.get(username="ketua-baru"))
    assert (term.until, successor.since, successor.until) == (on, on, None)


def test_an_end_by_page_and_a_problem_as_a_letter(client, cast, desa_head):
    client.force_login(desa_head)
    way = f"{USERS}jabatan/{term_of(cast.kader).pk}/akhiri/"
    assert client.post(way, {"on": today().isoformat()}).status_code == 302
    again = client.post(way, {"on": today().isoformat()})
    assert again.status_code == 422
    assert "Masa jabatan ini sudah berakhir" in again.content.decode()


def test_a_name_is_searched_without_an_address(client, cast, places):
    client.force_login(cast.administrator)
    page = client.post(USERS, {"cari": "melati", "peran": "rt_head"})
    shown = page.content.decode()
    assert "ketua-melati" in shown
    assert "ketua-mawar" not in shown
    assert "melati" not in page.request["QUERY_STRING"]


def test_ones_own_account_offers_no_power_over_itself(client, cast):
    client.force_login(cast.administrator)
    page = client.get(f"{USERS}{cast.administrator.pk}/").content.decode()
    assert "Ini akun Anda" in page
    assert "/kode/" not in page
    assert client.post(f"{USERS}{cast.administrator.pk}/kode/").status_code == 422
