"""The door: password, lock-out, second factor, the printed code, and everything that must stay closed."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from axes.models import AccessAttempt
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from rukun.accounts.actions import appointments, users
from rukun.accounts.models import Appointment, Remembered
from rukun.accounts.permissions import today
from rukun.audit.models import Line
from rukun.territory.models import Installation

PASSWORD = "perahu kecil menyusur muara"
LOGIN = "/masuk/"


@pytest.fixture
def rt_head(cast):
    cast.rt_head.set_password(PASSWORD)
    cast.rt_head.save()
    return cast.rt_head


@pytest.fixture
def operator(cast):
    cast.desa_operator.set_password(PASSWORD)
    cast.desa_operator.save()
    return cast.desa_operator


def sign_in(client, username, password=PASSWORD, **more):
    return client.post(LOGIN, {"login": username, "password": password, **more})


def code_now(secret):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def signed_in(client):
    return "_auth_user_id" in client.session


def test_the_right_password_opens_and_the_session_is_new(client, rt_head):
    session = client.session
    session["seen"] = "front"
    session.save()
    client.cookies["sessionid"] = before = session.session_key
    response = sign_in(client, "ketua-melati")
    assert (response.status_code, response.url) == (302, "/")
    assert signed_in(client)
    assert client.cookies["sessionid"].value != before


def test_the_fifth_wrong_password_locks_even_the_right_one_out(client, rt_head):
    for _ in range(4):
        assert sign_in(client, "ketua-melati", "salah sekali").status_code == 200
    locked = sign_in(client, "ketua-melati", "salah sekali")
    assert locked.status_code == 429
    assert "30 menit" in locked.content.decode()
    again = sign_in(client, "ketua-melati")
    assert again.status_code == 429
    assert "30 menit" in again.content.decode()
    assert not signed_in(client)


def test_the_lock_opens_by_itself_and_knocking_does_not_lengthen_it(client, rt_head):
    for _ in range(5):
        sign_in(client, "ketua-melati", "salah sekali")
    sign_in(client, "ketua-melati")
    Remembered.objects.all().delete()
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=31))
    sign_in(client, "ketua-melati")
    assert signed_in(client)


def told(verb):
    return list(Line.objects.filter(verb=verb).order_by("pk").values_list("actor", "subject_id", "path", "details"))


def test_who_comes_and_goes_leaves_a_line_in_the_own_area(client, rt_head, places):
    sign_in(client, "ketua-melati")
    assert told("sessions.began") == [("ketua-melati", rt_head.pk, places.melati.path, {})]
    assert told("sessions.ended") == []
    client.post("/masuk/keluar/")
    assert not signed_in(client)
    assert told("sessions.ended") == [("ketua-melati", rt_head.pk, places.melati.path, {})]
    client.post("/masuk/keluar/")
    assert len(told("sessions.ended")) == 1


def test_a_wrong_password_leaves_no_line_and_a_lock_exactly_one(client, rt_head, places):
    for _ in range(4):
        sign_in(client, "Ketua-Melati", "salah sekali")
    assert not Line.objects.exists()
    for _ in range(4):
        sign_in(client, "Ketua-Melati", "salah sekali")
    assert told("sessions.locked_out") == [("tamu", rt_head.pk, places.melati.path, {"is_known": True})]


def test_a_guessed_name_is_not_written_into_the_log(client, places):
    nik = "6402900101800001"
    for _ in range(6):
        sign_in(client, nik, nik)
    assert told("sessions.locked_out") == [("tamu", None, places.kabupaten.path, {"is_known": False})]
    assert nik not in str(list(Line.objects.values()))


def test_a_lock_on_one_account_leaves_another_open(client, rt_head, operator, cast):
    for _ in range(5):
        sign_in(client, "ketua-mawar", "salah sekali")
    sign_in(client, "ketua-melati")
    assert signed_in(client)


def test_what_was_typed_at_the_door_is_not_kept_in_clear(client, cast):
    nik = "6402900101800001"
    sign_in(client, nik, nik, next=f"/{nik}")
    kept = str(list(AccessAttempt.objects.values())) + str(list(Remembered.objects.values()))
    assert AccessAttempt.objects.count() == 1
    assert nik not in kept


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_reset_password", "account_set_password"])
def test_sign_up_and_mail_have_no_address(client, name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize(
    "path", ["signup/", "password/reset/", "email/", "login/code/", "confirm-email/", "2fa/webauthn/", "daftar/"]
)
def test_closed_pages_are_not_found(client, db, path):
    assert client.get(f"/masuk/{path}").status_code == 404


class TestPrintedCode:
    def test_it_opens_once_and_leads_to_a_password_of_ones_own(self, client, cast):
        code = users.reset_password(user=cast.rt_head, by=cast.administrator, on=today())
        sign_in(client, "ketua-melati", code.lower())
        assert client.get("/").url == "/masuk/kata-sandi/"
        assert client.get("/lainnya/").url == "/masuk/kata-sandi/"
        new = {"oldpassword": code, "password1": PASSWORD, "password2": PASSWORD}
        assert client.post("/masuk/kata-sandi/", new).url == "/"
        assert client.get("/").status_code == 200
        client.logout()
        sign_in(client, "ketua-melati", code)
        assert not signed_in(client)

    @pytest.mark.parametrize(("days", "opens"), [(0, True), (14, True), (15, False)])
    def test_it_opens_for_fourteen_days_and_then_says_what_to_do(self, client, cast, days, opens):
        issued = today() - timedelta(days=days)
        code = users.reset_password(user=cast.rt_head, by=cast.administrator, on=issued)
        page = sign_in(client, "ketua-melati", code)
        assert signed_in(client) == opens
        assert opens or "Mintalah kode baru" in page.content.decode()

    def test_only_who_knows_an_old_code_learns_that_it_is_old(self, client, cast):
        users.reset_password(user=cast.rt_head, by=cast.administrator, on=today() - timedelta(days=99))
        assert "berlaku" not in sign_in(client, "ketua-melati", "salah sekali").content.decode()

    def test_a_chosen_password_does_not_grow_old(self, client, cast):
        users.reset_password(user=cast.rt_head, by=cast.administrator, on=today() - timedelta(days=99))
        users.change_password(user=cast.rt_head, password=PASSWORD)
        sign_in(client, "ketua-melati")
        assert signed_in(client)

    def test_a_new_code_ends_open_sessions(self, client, rt_head, cast):
        sign_in(client, "ketua-melati")
        users.reset_password(user=rt_head, by=cast.administrator, on=today())
        assert client.get("/lainnya/").url.startswith(LOGIN)

    def test_the_own_change_is_logged_even_without_any_office(self, client, cast):
        cast.stranger.set_password(PASSWORD)
        cast.stranger.save()
        sign_in(client, "orang-asing")
        new = {"oldpassword": PASSWORD, "password1": PASSWORD + " lagi", "password2": PASSWORD + " lagi"}
        assert client.post("/masuk/kata-sandi/", new).status_code == 302
        assert signed_in(client)


class TestSecondFactor:
    def test_an_rt_head_needs_none(self, client, rt_head):
        sign_in(client, "ketua-melati")
        assert client.get("/lainnya/").status_code == 200

    def test_a_role_above_the_rt_is_led_to_it_from_every_page(self, client, operator):
        sign_in(client, "operator-desa")
        for path in ("/", "/lainnya/", "/kelola/log/", "/kelola/pengguna/"):
            assert client.get(path).url == "/masuk/kode-kedua/pasang/"

    def test_a_demonstration_does_not_ask_and_says_what_it_is(self, client, operator, monkeypatch):
        only = Installation.objects.filter(is_demo=False)
        monkeypatch.setattr("rukun.territory.queries.demonstrations", lambda: only)  # the row itself never changes
        sign_in(client, "operator-desa")
        page = client.get("/")
        assert page.status_code == 200
        assert "Peragaan: data rekaan" in page.content.decode()

    def test_it_is_set_up_then_asked_then_not_to_be_taken_off(self, client, operator):
        sign_in(client, "operator-desa")
        page = client.get("/masuk/kode-kedua/pasang/")
        assert page.content.decode().count("data:image/svg+xml;base64,") == 1
        secret = page.context["form"].secret
        wrong = client.post("/masuk/kode-kedua/pasang/", {"code": "000000"})
        assert wrong.status_code == 200
        done = client.post("/masuk/kode-kedua/pasang/", {"code": code_now(secret)})
        assert done.url == "/masuk/kode-cadangan/"
        assert client.get("/").status_code == 200
        kept = Authenticator.objects.get(user=operator, type="totp")
        assert secret not in str(kept.data)

        client.logout()
        Remembered.objects.all().delete()
        assert sign_in(client, "operator-desa").url.startswith("/masuk/kode/")
        assert not signed_in(client)
        client.post("/masuk/kode/", {"code": "000000"})
        assert not signed_in(client)
        code = code_now(secret)
        client.post("/masuk/kode/", {"code": code})
        assert signed_in(client)
        off = client.post("/masuk/kode-kedua/lepas/")
        assert "tidak dapat dilepas" in off.content.decode()
        assert Authenticator.objects.filter(user=operator, type="totp").exists()

        client.logout()
        sign_in(client, "operator-desa")
        client.post("/masuk/kode/", {"code": code})
        assert not signed_in(client), "a used code opens nothing"

    def test_after_a_while_the_password_is_asked_again(self, client, operator):
        sign_in(client, "operator-desa")
        session = client.session
        session["account_authentication_methods"][0]["at"] -= 301
        session.save()
        assert client.get("/masuk/kode-kedua/pasang/").url.startswith("/masuk/pastikan/")
        answered = client.post("/masuk/pastikan/?next=/masuk/kode-kedua/pasang/", {"password": PASSWORD})
        assert answered.url == "/masuk/kode-kedua/pasang/"
        assert client.get(answered.url).status_code == 200

    def test_a_recovery_code_opens_once(self, client, operator):
        sign_in(client, "operator-desa")
        secret = client.get("/masuk/kode-kedua/pasang/").context["form"].secret
        client.post("/masuk/kode-kedua/pasang/", {"code": code_now(secret)})
        spare = client.get("/masuk/kode-cadangan/").context["unused_codes"][0]
        for opens in (True, False):
            client.logout()
            sign_in(client, "operator-desa")
            client.post("/masuk/kode/", {"code": spare})
            assert signed_in(client) is opens


class TestSessionsFollowOffices:
    def test_an_office_taken_away_closes_its_pages_at_the_next_click(self, client, cast, monkeypatch):
        monkeypatch.setattr("rukun.accounts.thresholds.lacks_second_factor", lambda request: False)
        client.force_login(cast.dpo)
        assert client.get("/kelola/log/").status_code == 200
        appointments.end(appointment=Appointment.objects.get(user=cast.dpo), on=today(), by=cast.administrator)
        assert client.get("/kelola/log/").status_code == 403

    def test_a_closed_account_is_out_at_the_next_click(self, client, cast):
        client.force_login(cast.kader)
        assert client.get("/lainnya/").status_code == 200
        appointments.end(appointment=Appointment.objects.get(user=cast.kader), on=today(), by="perintah:uji")
        users.deactivate(user=cast.kader, by="perintah:uji")
        assert client.get("/lainnya/").url.startswith(LOGIN)
