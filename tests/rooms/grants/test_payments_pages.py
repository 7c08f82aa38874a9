"""The pages of a receipt: typed on a phone, checked, and passed from hand to hand."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from tests.rooms.conftest import Places, make_user
from tests.rooms.grants.money_ground import Money, make_money
from tests.rooms.grants.paying import approved, bring, paid, proposed
from tests.rooms.musrenbang.wishing import client_of, photo

from rukun.accounts.models import Role
from rukun.accounts.permissions import today
from rukun.grants.models import Payment, Picture, Vendor

pytestmark = pytest.mark.django_db


@pytest.fixture
def money(places: Places) -> Money:
    made = make_money(places.melati)
    bring(made)
    return made


def typed(money: Money, **more: Any) -> dict[str, Any]:
    row = {"line": money.cement.pk, "quantity": "10", "unit": "", "unit_price": "65.000", "words": ""}
    told = {
        "op": uuid4(), "what": "goods", "vendor": "Toko Rekaan", "number": "N-07", "on": today().isoformat(),
        "words": "Semen untuk gang", "amount": "650.000", "source": "bank", "officer": "", "vendor_kind": "shop",
        "address": "", "phone": "", "account": "", "npwp": "", "baris-TOTAL_FORMS": "1", "baris-INITIAL_FORMS": "1",
        "langkah": "periksa",
    }  # fmt: skip
    return told | {f"baris-0-{name}": value for name, value in row.items()} | more


def post(user: Any, money: Money, page: str = "baru", **more: Any):
    return client_of(user).post(f"/kegiatan/{money.activity.pk}/kuitansi/{page}/", typed(money, **more))


def file(content: bytes = b"", name: str = "kuitansi.jpg") -> BytesIO:
    brought = BytesIO(content or photo())
    brought.name = name
    return brought


SEND = {"langkah": "ajukan", "pajak-by_rt": "tidak"}


def test_the_check_shows_the_sum_in_words_before_anything_is_saved(money):
    page = post(money.secretary, money)
    assert "Enam ratus lima puluh ribu rupiah" in page.content.decode()
    assert not Payment.objects.exists()


def test_sent_twice_it_is_one_receipt_of_one_vendor(money):
    told = SEND | {"op": uuid4()}
    for _ in range(2):
        assert post(money.secretary, money, **told).status_code == 302
    made = Payment.objects.get()
    assert (made.payee, made.amount, made.proposed_by, Vendor.objects.count()) == (
        "Toko Rekaan", 650_000, money.secretary, 1,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"amount": "649.000"}, "Keduanya harus sama sampai rupiah terakhir"),
        ({"baris-0-unit_price": "1,500"}, "tidak terbaca"),
        ({"baris-0-unit_price": "0"}, "lebih dari nol"),
        ({"baris-0-unit_price": "-5"}, "lebih dari nol"),
        ({"baris-0-unit_price": "1000000000000000"}, "terlalu besar"),
        ({"baris-0-quantity": "0"}, "lebih dari nol"),
        ({"baris-0-quantity": "-2"}, "lebih dari nol"),
        ({"on": "1970-01-01"}, "terlalu lama"),
        ({"on": "2099-01-01"}, "belum tiba"),
        ({"on": "kemarin"}, "Tanggal itu tidak ada"),
        ({"source": "panjar"}, "Pilih pengurus"),
        ({"vendor": "  "}, "Tulis nama toko"),
    ],
)
def test_a_mistake_comes_back_with_its_words_and_all_that_was_typed(money, told, said):
    answer = post(money.secretary, money, **SEND | told)
    page = answer.content.decode()
    assert (answer.status_code, said in page, "Semen untuk gang" in page) == (422, True, True)
    assert not Payment.objects.exists()


def test_amounts_are_read_as_people_write_them(money):
    told = {"baris-0-unit_price": "65.000,00", "amount": "Rp 650.000", "baris-0-quantity": "10,0"}
    assert post(money.secretary, money, **SEND | told).status_code == 302


def test_the_photo_is_kept_when_the_rest_has_a_mistake(money):
    answer = post(money.secretary, money, file=file(), vendor="")
    kept = Picture.objects.get()
    assert answer.status_code == 422
    assert f'name="picture" value="{kept.pk}"' in answer.content.decode()
    sent = post(money.secretary, money, **SEND, picture=kept.pk)
    assert sent.status_code == 302
    assert Payment.objects.get().shots.get().picture == kept


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"%PDF-1.7 bukan foto", "tidak terbaca sebagai foto"), (photo("PNG", (8000, 8000)), "lebih dari 50 juta titik")],
    ids=["pdf", "megapixels"],
)
@pytest.mark.parametrize("page", ["baru", "foto"])
def test_a_file_that_is_no_photo_gets_its_letter_and_the_form_stays(money, content, said, page):
    answer = post(money.secretary, money, page, file=file(content))
    assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert page == "foto" or "Toko Rekaan" in answer.content.decode()
    assert not Picture.objects.exists()


def test_a_picture_of_another_rt_is_not_taken(money, places):
    from rukun.grants.actions import pictures

    other = pictures.keep(rt=places.mawar.pk, path=places.mawar.path, content=photo(), on=today(), by="uji")
    assert post(money.secretary, money, **SEND, picture=other.pk).status_code == 302
    assert not Payment.objects.get().shots.exists()


def test_a_row_more_loses_nothing(money):
    page = post(money.secretary, money, langkah="tambah").content.decode()
    assert 'name="baris-1-line"' in page
    assert 'value="Toko Rekaan"' in page


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({}, "sudah dicatat"),
        ({"baris-0-unit_price": "2.000.000", "number": "lain"}, "tinggal Rp10.000.000"),
        ({"on": "2025-12-31", "number": "lain"}, "sebelum uang pertama cair"),
    ],
)
def test_what_may_be_wrong_is_said_while_it_is_typed(money, told, said):
    post(money.secretary, money, **SEND)
    page = post(money.secretary, money, "periksa", **told)
    assert (page.status_code, said in page.content.decode()) == (200, True)


def test_a_photo_used_before_is_known_again(money):
    post(money.secretary, money, **SEND, file=file())
    again = photo("PNG")
    page = client_of(money.secretary).post(f"/kegiatan/{money.activity.pk}/kuitansi/foto/", {"file": file(again)})
    assert "sangat mirip dengan foto kuitansi N-07" in page.content.decode()


def test_three_hands_one_after_another(money):
    payment = proposed(money)
    for user, act in ((money.head, "setujui"), (money.treasurer, "bayar")):
        page = client_of(user).get(f"/kuitansi/{payment.pk}/")
        assert "Anda boleh" in page.content.decode()
        answer = client_of(user).post(f"/kuitansi/{payment.pk}/{act}/", {"paid_on": today().isoformat()})
        assert answer.status_code == 302
    payment.refresh_from_db()
    assert payment.state == "paid"


def test_nobody_is_told_to_hand_over_money_that_was_not_approved(money):
    payment = proposed(money)
    page = client_of(money.treasurer).get(f"/kuitansi/{payment.pk}/bayar/").content.decode()
    assert ("Jangan bayar dulu" in page, "Serahkan Rp" in page, "Sudah saya bayar" in page) == (True, False, False)
    page = client_of(money.head).get(f"/kuitansi/{payment.pk}/batalkan/").content.decode()
    assert "<textarea" not in page


def test_who_proposed_reads_who_may_approve(money):
    page = client_of(money.secretary).get(f"/kuitansi/{proposed(money).pk}/").content.decode()
    assert "Yang boleh: Ketua RT." in page
    assert "Setujui Rp" not in page


def test_the_head_who_proposed_gets_a_letter_with_who_else_may(money, places):
    make_user("kades", Role.DESA_HEAD, places.desa)
    post(money.head, money, **SEND)
    answer = client_of(money.head).post(f"/kuitansi/{Payment.objects.get().pk}/setujui/")
    assert (answer.status_code, "Kepala desa / Lurah" in answer.content.decode()) == (422, True)


@pytest.mark.parametrize(("step", "act"), [(approved, "tolak"), (paid, "batalkan")])
def test_a_step_back_asks_why_and_is_read_on_the_page(money, step, act):
    payment = step(money)
    client = client_of(money.head)
    assert client.post(f"/kuitansi/{payment.pk}/{act}/", {"reason": ""}).status_code == 422
    assert client.post(f"/kuitansi/{payment.pk}/{act}/", {"reason": "Barang rusak"}).status_code == 302
    assert "Alasan: Barang rusak" in client.get(f"/kuitansi/{payment.pk}/").content.decode()


def test_numbers_of_a_vendor_are_for_rt_desa_and_inspektorat(money, places):
    offices = {
        "desa_operator": places.desa, "inspektorat": places.kabupaten, "kecamatan_officer": places.kecamatan,
        "dpmd": places.kabupaten,
    }  # fmt: skip
    people = {role: make_user(role, role, area) for role, area in offices.items()}
    post(money.secretary, money, **SEND, phone="0812-0000-0000", npwp="01.234.567.8-000.000")
    held, made = Vendor.objects.get(), Payment.objects.get()
    assert len({held.phone_key, held.npwp_key, held.account_key}) == 3
    assert "0812" not in held.phone_key
    seen = {
        role: b"0812-0000-0000" in client_of(who).get(f"/kuitansi/{made.pk}/").content for role, who in people.items()
    }
    assert seen == {"desa_operator": True, "inspektorat": True, "kecamatan_officer": False, "dpmd": False}


def test_a_list_tells_its_totals_and_finds_by_vendor_or_number(money):
    paid(money)
    proposed(money, number="N-02", payee="Warung Lain")
    client = client_of(money.treasurer)
    for url in (f"/kegiatan/{money.activity.pk}/kuitansi/", f"/dana/{money.book.pk}/kuitansi/"):
        whole = client.get(url).content.decode()
        found = client.get(f"{url}?kata=warung").content.decode()
        assert whole.count("Rp650.000") == 4
        assert ("N-01" in whole, "N-01" in found, "N-02" in found) == (True, False, True)
        assert "N-02" not in client.get(f"{url}?keadaan=paid").content.decode()


@pytest.mark.parametrize(("who", "act"), [("treasurer", "setujui"), ("head", "bayar"), ("secretary", "tolak")])
def test_each_hand_does_its_own_part_only(money, who, act):
    answer = client_of(getattr(money, who)).post(f"/kuitansi/{proposed(money).pk}/{act}/", {"reason": "Rekaan"})
    assert answer.status_code == 403


def test_a_date_not_yet_come_gets_its_letter_before_the_last_look(money):
    page = post(money.secretary, money, on="2099-01-01")
    assert (page.status_code, "belum tiba" in page.content.decode()) == (422, True)
