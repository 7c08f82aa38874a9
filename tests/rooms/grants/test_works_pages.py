"""The pages of works, days, gifts and assets: one tap to the next thing, a letter where it cannot be, nothing lost."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from tests.rooms.conftest import Places, make_user
from tests.rooms.grants.test_works import person
from tests.rooms.grants.working import MONDAY, RATE, TODAY, Ground, make_ground

from rukun.accounts.models import Role
from rukun.grants.actions import wage_lists
from rukun.grants.models import Asset, Contribution, HandOver, Payment, Progress, Shot, Workday, Worker
from rukun.grants.types import Purse
from rukun.walls import scope

pytestmark = pytest.mark.django_db
VIEWS = ("works", "workdays", "swadaya", "assets")


@pytest.fixture(autouse=True)
def today(monkeypatch):
    for name in VIEWS:
        monkeypatch.setattr(f"rukun.grants.views.{name}.today", lambda: TODAY)
    monkeypatch.setattr("rukun.accounts.thresholds.lacks_second_factor", lambda request: False)


@pytest.fixture
def ground(places: Places) -> Ground:
    return make_ground(places.melati)


@pytest.fixture
def officer(places: Places):
    return make_user("petugas-kecamatan", Role.KECAMATAN_OFFICER, places.kecamatan)


def opened(user, name: str, /, *args: int, asked: str = "", **posted):
    client = Client()
    client.force_login(user)
    with scope.within([]):
        url = reverse(f"grants:{name}", args=args) + asked
        return client.post(url, posted) if posted else client.get(url)


def read(answer) -> str:
    return answer.content.decode()


def picture(colour: str = "red") -> SimpleUploadedFile:
    held = BytesIO()
    Image.new("RGB", (64, 48), colour).save(held, "JPEG")
    return SimpleUploadedFile("pekerjaan.jpg", held.getvalue(), "image/jpeg")


def test_a_day_is_marked_and_shown_again(ground):
    ani, beni, citra = (f"{each.pk}" for each in ground.workers[:3])
    marks = {f"h{ani}": "2", f"h{beni}": "1", f"h{citra}": "2", f"w{citra}": "on"}
    done = opened(ground.money.head, "workdays", ground.activity.pk, asked="?hari=2026-05-04", **marks)
    assert done.status_code == 302
    assert Workday.objects.count() == 3
    page = read(opened(ground.money.head, "workdays", ground.activity.pk, asked="?hari=2026-05-04"))
    assert f'name="h{beni}" value="1" checked' in page
    assert f'name="w{citra}" checked' in page
    assert "Terpakai 2,5 dari 50 HOK" in page


def test_all_present_and_same_as_last_are_proposed_not_kept(ground):
    ground.mark(a=1, b="w2")
    pk = ground.activity.pk
    every = read(opened(ground.money.head, "workdays", pk, asked="?hari=2026-05-05&isi=semua"))
    assert every.count('value="2" checked') == 6
    same = read(opened(ground.money.head, "workdays", pk, asked="?hari=2026-05-05&isi=seperti"))
    assert f'name="h{ground.workers[0].pk}" value="1" checked' in same
    assert f'name="w{ground.workers[1].pk}" checked' in same
    assert not Workday.objects.filter(on=date(2026, 5, 5)).exists()


@pytest.mark.parametrize(
    ("asked", "marks", "said"),
    [
        ("?hari=2099-01-01", {"2": ""}, "1 Januari 2099 tidak dapat dipakai"),
        ("?hari=2026-05-04", {"6": ""}, "3 hari dalam satu hari tidak mungkin"),
        ("?hari=2026-05-04", {"-1": ""}, "tidak mungkin"),
    ],
)
def test_impossible_days_come_back_with_what_was_ticked(ground, asked, marks, said):
    ani, beni = (each.pk for each in ground.workers[:2])
    sent = {f"h{ani}": next(iter(marks)), f"h{beni}": "1", f"w{beni}": "on"}
    answer = opened(ground.money.head, "workdays", ground.activity.pk, asked=asked, **sent)
    assert answer.status_code == 422
    assert said in read(answer)
    assert f'name="h{beni}" value="1" checked' in read(answer)
    assert f'name="w{beni}" checked' in read(answer)


def test_a_resident_is_looked_up_and_enrolled(ground, places):
    gita = person(places.melati, date(1990, 1, 1))
    person(places.mawar, date(1990, 1, 1), "Gita Jauh")
    page = read(opened(ground.money.head, "worker_new", ground.activity.pk, words="gita", cari="1"))
    assert "Gita Rekaan" in page
    assert "Gita Jauh" not in page
    sent = {"words": "gita", "person": gita.pk, "name": "", "skill": "craftsman"}
    assert opened(ground.money.head, "worker_new", ground.activity.pk, **sent).status_code == 302
    assert Worker.objects.get(person=gita).skill == "craftsman"


def test_a_child_is_a_letter_and_the_form_stays(ground, places):
    child = person(places.melati, date(2012, 1, 1), "Hana Rekaan")
    sent = {"words": "hana", "person": child.pk, "name": "", "skill": "labourer"}
    answer = opened(ground.money.head, "worker_new", ground.activity.pk, **sent)
    assert answer.status_code == 422
    assert "Hana Rekaan baru berumur 14 tahun" in read(answer)


def test_wages_are_listed_by_one_for_another_to_approve(ground):
    ground.mark(a=2, b=1, c="w2")
    page = read(opened(ground.money.secretary, "wages", ground.activity.pk))
    assert "3 hari kerja belum masuk daftar, upahnya Rp180.000" in page
    assert "Pekerja Citra Rekaan" in page
    sent = {"until": "2026-05-31", "source": "cash", "officer": ""}
    answer = opened(ground.money.secretary, "wage_list_new", ground.activity.pk, **sent)
    listed = Payment.objects.get()
    assert (answer.status_code, listed.amount) == (302, 180_000)
    assert answer.url.endswith(f"/kuitansi/{listed.pk}/foto/"), "the list asks for its photo itself"
    page = read(opened(ground.money.secretary, "payment_photo", listed.pk))
    assert f"/kegiatan/{ground.activity.pk}/kertas/upah/" in page
    page = read(opened(ground.money.secretary, "wages", ground.activity.pk))
    assert "Tidak ada hari yang menunggu" in page
    assert "menunggu persetujuan" in page


def test_a_list_without_days_is_a_letter(ground):
    sent = {"until": "2026-05-31", "source": "panjar", "officer": ground.money.head.pk}
    answer = opened(ground.money.secretary, "wage_list_new", ground.activity.pk, **sent)
    assert answer.status_code == 422
    assert "Tidak ada hari kerja yang menunggu" in read(answer)
    assert 'value="2026-05-31"' in read(answer)


def test_progress_with_a_picture_finishes_the_work(ground):
    sent = {"far": "0", "on": "2026-05-04", "words": "", "unit": "", "photo": picture()}
    assert opened(ground.money.head, "progress_new", ground.activity.pk, **sent).status_code == 302
    sent |= {"far": "100", "on": "2026-05-20", "volume": "42,5", "unit": "m", "photo": picture("green")}
    assert opened(ground.money.head, "progress_new", ground.activity.pk, **sent).status_code == 302
    ground.activity.refresh_from_db()
    assert (ground.activity.state, Shot.objects.count()) == ("finished", 2)
    page = read(opened(ground.money.head, "progress", ground.activity.pk))
    assert "Sebelum dan sesudah" in page
    assert "42,5 m" in page


def test_a_later_picture_finishes_too(ground):
    sent = {"far": "measured", "measured": "100", "on": "2026-05-20", "words": "", "unit": ""}
    assert opened(ground.money.head, "progress_new", ground.activity.pk, **sent).status_code == 302
    assert "Foto untuk 100 %" in read(opened(ground.money.head, "progress", ground.activity.pk))
    made = Progress.objects.get()
    assert opened(ground.money.head, "progress_photo", made.pk, photo=picture()).status_code == 302
    ground.activity.refresh_from_db()
    assert ground.activity.state == "finished"


def test_a_pdf_named_jpg_is_a_letter_and_nothing_is_kept(ground):
    wrong = SimpleUploadedFile("foto.jpg", b"%PDF-1.4 not a picture", "image/jpeg")
    sent = {"far": "50", "on": "2026-05-20", "words": "Setengah gang", "unit": "", "photo": wrong}
    answer = opened(ground.money.head, "progress_new", ground.activity.pk, **sent)
    assert answer.status_code == 422
    assert "Setengah gang" in read(answer)
    assert not Progress.objects.exists()


GOODS = {
    "what": "Pasir pasang", "quantity": "2,5", "unit": "m³", "unit_value": "350.000", "source": "toko desa",
    "on": "2026-05-04", "giver": "Pak Rekaan", "enlarges": "on", "op": "5f0f8a3e-5b86-4b1c-9d43-3c6ff6f2a001",
}  # fmt: skip


def test_goods_are_given_once_with_their_words(ground):
    for _twice in range(2):
        assert opened(ground.money.head, "swadaya_goods", ground.activity.pk, **GOODS).status_code == 302
    gift = Contribution.objects.get()
    assert (gift.value, gift.words) == (875_000, "Pasir pasang (harga: toko desa); memperbesar pekerjaan")
    page = read(opened(ground.money.head, "swadaya", ground.activity.pk))
    assert "2,5 m³" in page
    assert "Rp875.000" in page


@pytest.mark.parametrize(
    ("name", "sent", "said"),
    [
        ("swadaya_goods", GOODS | {"quantity": "-3"}, "lebih dari nol"),
        ("swadaya_goods", GOODS | {"unit_value": "1000000000000000"}, "terlalu besar"),
        ("swadaya_goods", GOODS | {"unit_value": "1,500"}, "Pasir pasang"),
        ("swadaya_goods", GOODS | {"on": "1970-01-01"}, "1 Januari 1970 tidak dapat dipakai"),
        (
            "swadaya_labour",
            GOODS | {"people": "2", "days": "99", "since": "2026-05-04", "until": "2026-05-05", "unit_value": "100000"},
            "2 orang tidak mungkin bekerja 99 HOK dalam 2 hari",
        ),
        ("swadaya_cash", GOODS | {"amount": "0", "into": "cash"}, "lebih dari nol"),
    ],
)
def test_bad_gifts_come_back_filled(ground, name, sent, said):
    answer = opened(ground.money.head, name, ground.activity.pk, **sent)
    assert answer.status_code == 422
    assert said in read(answer)
    assert "Pasir pasang" in read(answer)
    assert not Contribution.objects.exists()


def test_a_gift_is_taken_back_with_words(ground):
    opened(ground.money.head, "swadaya_goods", ground.activity.pk, **GOODS)
    gift = Contribution.objects.get()
    assert opened(ground.money.head, "swadaya_back", gift.pk, reason="Salah catat").status_code == 302
    assert "sudah ditarik" in read(opened(ground.money.head, "swadaya", ground.activity.pk))


@pytest.mark.parametrize(
    ("may_move", "said"),
    [(True, "boleh dipakai untuk pekerjaan pendukung"), (None, "Juknis tidak menyebut"), (False, "")],
)
def test_what_the_juknis_says_of_wages_given_back_is_shown(ground, monkeypatch, may_move, said):
    monkeypatch.setattr("rukun.grants.queries.rulings.may_move_waived", lambda year, on: may_move)
    ground.mark(c="w2")
    told = {"activity": ground.activity, "until": MONDAY, "source": Purse.CASH, "on": TODAY}
    wage_lists.draw_up(by=ground.money.secretary, **told)
    page = read(opened(ground.money.head, "swadaya", ground.activity.pk))
    assert said in page
    assert ("Berikutnya" in page) is (may_move is not False)


def test_wages_are_moved_by_the_day(ground, monkeypatch):
    monkeypatch.setattr("rukun.grants.queries.rulings.may_move_waived", lambda year, on: True)
    ground.mark(c="w2", d="w2")
    wage_lists.draw_up(activity=ground.activity, until=MONDAY, source=Purse.CASH, on=TODAY, by=ground.money.secretary)
    sent = {"source": ground.line.pk, "days": "9", "target": ground.money.cement.number}
    answer = opened(ground.money.head, "wages_move", ground.activity.pk, **sent)
    assert answer.status_code == 422
    assert "belum dipindah 2 HOK, senilai Rp240.000" in read(answer)
    assert opened(ground.money.head, "wages_move", ground.activity.pk, **sent | {"days": "2"}).status_code == 302
    ground.money.cement.refresh_from_db()
    assert ground.money.cement.approved == 10_000_000 + 2 * RATE
    page = read(opened(ground.money.head, "workdays", ground.activity.pk))
    assert "dari 50 HOK" in page, "days whose wages moved were worked by this line all the same"


def test_wages_given_back_stand_by_worker_and_open_day_by_day(ground):
    for day in (MONDAY, MONDAY + timedelta(days=1)):
        ground.mark(on=day, c="w2")
    told = {"activity": ground.activity, "source": Purse.CASH, "on": TODAY}
    wage_lists.draw_up(until=MONDAY + timedelta(days=1), by=ground.money.secretary, **told)
    found = list(Contribution.objects.filter(activity=ground.activity))
    page = read(opened(ground.money.head, "swadaya", ground.activity.pk))
    assert (len(found), page.count("?siapa="), "Rp240.000" in page) == (2, 1, True)
    asked = f"?siapa={found[0].worker_id}"
    assert read(opened(ground.money.head, "swadaya", ground.activity.pk, asked=asked)).count("/tarik/") == 2


ASSET = {
    "words": "Tenda pesta", "quantity": "2", "unit": "unit", "value": "4.500.000", "acquired_on": "2026-04-01",
    "owner": "Desa Sumber Rekaan", "keeper": "Ketua Lama Rekaan", "place_words": "Balai RT", "plate": "",
}  # fmt: skip


def test_a_thing_is_written_down_and_passes_on(ground, places):
    made = opened(ground.money.head, "asset_new", places.melati.pk, **ASSET | {"photo": picture()})
    thing = Asset.objects.get()
    assert made["Location"] == reverse("grants:asset", args=[thing.pk])
    sent = {"giver": "Ketua Lama Rekaan", "taker": "Ketua Baru Rekaan", "witness": "Sekretaris Rekaan"}
    sent |= {"state": "worn", "words": "", "on": "2026-06-01"}
    assert opened(ground.money.head, "asset_hand_over", thing.pk, **sent).status_code == 302
    thing.refresh_from_db()
    assert (thing.keeper, thing.state) == ("Ketua Baru Rekaan", "worn")
    page = read(opened(ground.money.head, "asset", thing.pk))
    assert "Ketua Lama Rekaan kepada Ketua Baru Rekaan" in page
    assert "Rp4.500.000" in read(opened(ground.money.head, "assets", places.melati.pk))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"witness": "Ketua lama rekaan"}, "Saksi belum ada"),
        ({"taker": "ketua  lama Rekaan"}, "tidak dapat menyerahkan kepada dirinya"),
        ({"on": "2026-01-01"}, "1 Januari 2026 tidak dapat dipakai"),
        ({"on": "2099-01-01"}, "1 Januari 2099 tidak dapat dipakai"),
        ({"state": "lost"}, "Keterangan belum ditulis"),
    ],
)
def test_a_hand_over_that_cannot_be_is_a_letter(ground, places, sent, said):
    opened(ground.money.head, "asset_new", places.melati.pk, **ASSET)
    thing = Asset.objects.get()
    told = {"giver": "Ketua Lama Rekaan", "taker": "Ketua Baru Rekaan", "witness": "Sekretaris Rekaan"}
    told |= {"state": "good", "words": "", "on": "2026-06-01"} | sent
    answer = opened(ground.money.head, "asset_hand_over", thing.pk, **told)
    assert answer.status_code == 422
    assert said in read(answer)
    assert not HandOver.objects.exists()


def test_a_lost_thing_tells_its_story_and_is_counted_above(ground, places, officer):
    opened(ground.money.head, "asset_new", places.melati.pk, **ASSET)
    thing = Asset.objects.get()
    sent = {"state": "lost", "words": "Hanyut saat banjir rekaan", "witness": "", "on": "2026-06-01"}
    assert opened(ground.money.head, "asset_state", thing.pk, **sent).status_code == 302
    page = read(opened(officer, "assets", places.kecamatan.pk))
    assert "RT 003 Melati" in page
    assert reverse("grants:assets", args=[places.melati.pk]) in page


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"acquired_on": "2099-01-01"}, "tidak dapat dipakai"),
        ({"acquired_on": "1970-01-01"}, "tidak dapat dipakai"),
        ({"value": "-5"}, "tidak boleh kurang dari nol"),
        ({"quantity": "0"}, "lebih dari nol"),
    ],
)
def test_a_thing_that_cannot_be_comes_back_filled(ground, places, told, said):
    answer = opened(ground.money.head, "asset_new", places.melati.pk, **ASSET | told)
    assert answer.status_code == 422
    assert said in read(answer)
    assert "Tenda pesta" in read(answer)


def test_who_only_looks_sees_no_buttons(ground, officer):
    ground.mark(a=2)
    for name, key in (("swadaya", ground.activity.pk), ("wages", ground.activity.pk), ("progress", ground.activity.pk)):
        page = read(opened(officer, name, key))
        assert "Catat" not in page.split("<main", 1)[1].split("</main>", 1)[0].replace("Catatan", "")
