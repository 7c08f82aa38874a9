"""The pages of proposals as a ketua RT walks through them; what is typed wrongly comes back filled."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.rooms.musrenbang.test_page_budgets import ALIKE
from tests.rooms.musrenbang.wishing import (  # noqa: F401
    ON,
    TITLE,
    YEAR,
    adopted,
    cause_of,
    client_of,
    kept,
    passed,
    started,
    whole,
)
from tests.rooms.poverty.kitchens import make_kitchen

from rukun.musrenbang.actions import turns
from rukun.musrenbang.models import Proposal
from rukun.musrenbang.types import Owner, State
from rukun.people.actions import tallies
from rukun.territory.models import Boundary

SQUARE = {"type": "Polygon", "coordinates": [[[116, -1], [117, -1], [117, 0], [116, 0], [116, -1]]]}


@pytest.fixture
def head(cast):
    return client_of(cast.rt_head)


def page(client, url, data=None, status=200):
    answer = client.get(url) if data is None else client.post(url, data)
    assert answer.status_code == status, answer.content.decode()[:400]
    return answer.content.decode()


def test_from_the_first_word_to_the_meeting(places, adopted, head):  # noqa: F811
    cause, rt = cause_of(places.melati), places.melati
    make_kitchen(rt, ages=(40, 3))
    tallies.refresh(rt_ids=[rt.pk], on=ON)
    passed(rt)
    assert "Tulis usulan pertama" in page(head, f"/wilayah/{rt.pk}/usulan/")
    sent = head.post(f"/wilayah/{rt.pk}/usulan/baru/", {"title": TITLE, "place_words": "Gang 2"})
    made = Proposal.objects.get()
    assert sent["Location"] == f"/usulan/{made.pk}/isi/2/"
    shown = page(head, sent["Location"])
    assert "Mungkin ini" in shown
    assert "Drainase buntu → Gang banjir" in shown
    chosen = {"cause_id": cause.pk, "menu": "S2", "revision": 0, "go": "lanjut"}
    assert head.post(sent["Location"], chosen)["Location"] == f"/usulan/{made.pk}/isi/2/#cek"
    assert "ujung saluran" in page(head, sent["Location"])
    answered = chosen | {"fact_ada_buangan": "ya", "revision": 1}
    assert head.post(sent["Location"], answered)["Location"] == f"/usulan/{made.pk}/isi/3/"
    benefit = {"who": "all", "revision": 2, "go": "lanjut"}
    assert head.post(f"/usulan/{made.pk}/isi/3/", benefit)["Location"] == f"/usulan/{made.pk}/isi/4/"
    cost = {"cost": "Rp 15.000.000", "swadaya_days": "20", "caretaker": "Dasawisma", "revision": 3}
    assert head.post(f"/usulan/{made.pk}/isi/4/", cost)["Location"] == f"/usulan/{made.pk}/"
    shown = page(head, f"/usulan/{made.pk}/")
    assert "Ajukan ke musyawarah" in shown
    assert "Sesuai menu juknis" in shown
    assert "1 rumah tangga, 2 orang" in shown
    assert head.post(f"/usulan/{made.pk}/ajukan/").status_code == 302
    made.refresh_from_db()
    assert (made.state, made.cost, made.basis, made.swadaya_material) == ("proposed", 15_000_000, "registry", 0)


@pytest.mark.parametrize(
    ("cost", "said"),
    [("1,500", "tidak terbaca"), ("0", "lebih dari nol"), ("-5000", "lebih dari nol"), ("1.500,50", "memuat sen"),
     ("dua juta", "tidak terbaca"), ("9" * 30, "terlalu besar")],
)  # fmt: skip
def test_a_cost_that_cannot_be_meant_comes_back_with_what_was_typed(places, head, cost, said):
    made = started(places.melati)
    shown = page(head, f"/usulan/{made.pk}/isi/4/", {"cost": cost, "caretaker": "Bu 'Ani' <b>", "revision": 0}, 422)
    assert said in shown
    assert f'value="{cost}"' in shown
    assert "Bu &#x27;Ani&#x27; &lt;b&gt;" in shown
    made.refresh_from_db()
    assert made.cost is None


def test_a_title_is_all_the_first_step_asks(places, head):
    shown = page(head, f"/wilayah/{places.melati.pk}/usulan/baru/", {"title": " ", "description": "Becek"}, 422)
    assert "Tulis usulannya" in shown
    assert "Becek" in shown
    assert not Proposal.objects.exists()


def test_half_a_place_is_asked_for_the_other_half(places, head):
    data = {"title": TITLE, "latitude": "-0,5", "longitude": ""}
    assert "Isi lintang dan bujur" in page(head, f"/wilayah/{places.melati.pk}/usulan/baru/", data, 422)


def test_a_place_outside_the_border_is_told_not_refused(places, head):
    Boundary.objects.create(
        area=places.melati, geometry=SQUARE, since="2020-01-01", source="rekaan", path=places.melati.path
    )
    data = {"title": TITLE, "latitude": "-0,5", "longitude": "118.2"}
    assert head.post(f"/wilayah/{places.melati.pk}/usulan/baru/", data).status_code == 302
    made = Proposal.objects.get()
    assert "di luar batas RT" in page(head, f"/usulan/{made.pk}/")
    assert "data-tap" in page(head, f"/usulan/{made.pk}/isi/1/")


def test_the_cause_of_another_rt_comes_back_with_a_letter(places, head):
    cause_of(places.melati)
    elsewhere = cause_of(places.mawar)
    made = started(places.melati)
    shown = page(head, f"/usulan/{made.pk}/isi/2/", {"cause_id": elsewhere.pk, "revision": 0}, 422)
    assert "bukan milik RT ini" in shown


def test_who_comes_later_reads_that_it_changed_and_keeps_what_was_typed(places, head):
    made = started(places.melati)
    kept(made, cost=7)
    typed = {"cost": "9.000", "revision": 0}
    shown = page(head, f"/usulan/{made.pk}/isi/4/", typed, 422)
    assert "baru saja diubah" in shown
    assert 'value="9.000"' in shown
    newer = re.search(r'name="revision" value="(\d+)"', shown)[1]
    assert head.post(f"/usulan/{made.pk}/isi/4/", typed | {"revision": newer}).status_code == 302


def test_going_back_keeps_what_was_typed(places, head):
    made = started(places.melati)
    sent = head.post(f"/usulan/{made.pk}/isi/4/", {"cost": "5.000.000", "revision": 0, "go": "kembali"})
    assert sent["Location"] == f"/usulan/{made.pk}/isi/3/"
    made.refresh_from_db()
    assert made.cost == 5_000_000


def test_the_menu_answers_before_anything_is_saved(places, adopted, head):  # noqa: F811
    made = started(places.melati)
    shown = page(head, f"/usulan/{made.pk}/cek/", {"menu": "S2"})
    assert "Masih ada pertanyaan juknis" in shown
    assert "fact_ada_buangan" in shown
    against = page(head, f"/usulan/{made.pk}/cek/", {"menu": "S2", "fact_ada_buangan": "tidak"})
    assert "Lampiran 1 nomor 5" in against
    made.refresh_from_db()
    assert made.menu == ""


def test_what_is_missing_is_a_letter_on_the_proposals_own_page(places, head):
    made = started(places.melati)
    assert "perkiraan biaya" in page(head, f"/usulan/{made.pk}/ajukan/", {}, 422)


def test_a_stated_number_needs_a_number(places, head):
    made = started(places.melati)
    assert "Tulis jumlah" in page(head, f"/usulan/{made.pk}/isi/3/", {"who": "stated", "revision": 0}, 422)
    data = {"who": "stated", "households": "12", "revision": 0}
    assert head.post(f"/usulan/{made.pk}/isi/3/", data).status_code == 302
    made.refresh_from_db()
    assert (made.households, made.basis) == (12, "stated")


def test_withdrawing_and_merging_ask_why(places, head):
    one, other = started(places.melati), started(places.melati, "Drainase gang 2")
    assert "Tulis alasannya" in page(head, f"/usulan/{one.pk}/tarik/", {"reason": ""}, 422)
    assert head.post(f"/usulan/{one.pk}/gabung/", {"into": other.pk, "reason": "Sama"}).status_code == 302
    assert "Tidak ada usulan lain" in page(head, f"/usulan/{other.pk}/gabung/")
    assert head.post(f"/usulan/{other.pk}/tarik/", {"reason": "Sudah selesai"}).status_code == 302
    assert "ditarik pengusul" in page(head, f"/usulan/{other.pk}/")


def test_last_years_wishes_are_carried_one_by_one_or_all(places, head):
    for title in ("Lampu", "Parit", "Pos"):
        made = started(places.melati, title, year=2025)
        for state in (State.PROPOSED, State.NOT_CHOSEN):
            turns.turn(proposal=made, to=state, office=Owner.RT, on=ON, by="uji")
    url = f"/wilayah/{places.melati.pk}/usulan/tahun-lalu/"
    assert "Bawa semuanya (3)" in page(head, url)
    assert head.post(f"/usulan/{made.pk}/bawa/").status_code == 302
    assert "Bawa semuanya (2)" in page(head, url)
    assert head.post(f"{url}bawa/").status_code == 302
    assert Proposal.objects.filter(year=2026, state="draft").count() == 3
    assert "Tidak ada usulan lama" in page(head, url)


def test_a_name_of_a_caretaker_is_kept_from_who_only_looks_on(places, cast):
    made = kept(started(places.melati), caretaker="Sari Rekaan")
    assert "Sari Rekaan" not in page(client_of(cast.kecamatan_officer), f"/usulan/{made.pk}/")
    assert "Sari Rekaan" in page(client_of(cast.rt_head), f"/usulan/{made.pk}/")


def test_above_the_rt_counts_and_repeated_wishes(places, cast):
    for rt in (places.melati, places.mawar):
        started(rt, "Lampu jalan gang 1", cost=1_000_000)
    shown = page(client_of(cast.desa_operator), f"/wilayah/{places.desa.pk}/usulan/")
    assert "Usulan yang berulang" in shown
    assert "Rp2.000.000" in shown
    assert "Usulan yang berulang" not in page(
        client_of(cast.kecamatan_officer), f"/wilayah/{places.kecamatan.pk}/usulan/"
    )
    assert page(client_of(cast.dinsos), f"/wilayah/{places.kabupaten.pk}/usulan/")


@pytest.mark.parametrize("count", [200, 5000])
def test_a_long_list_stays_light(places, adopted, cast, count):  # noqa: F811
    base = {
        "rt": places.melati,
        "path": places.melati.path,
        "born": YEAR,
        "year": YEAR,
        "state": "draft",
        "owner": "rt",
    }
    rows = [
        Proposal(**base, number=n, title=f"Usulan panjang nomor {n} di gang {n}", cost=n) for n in range(1, count + 1)
    ]
    made = Proposal.objects.bulk_create(rows)
    for number in range(120):
        make_kitchen(places.melati, ages=(30,)) if count == 200 and number else None
    client = client_of(cast.rt_head)
    for url in (f"/wilayah/{places.melati.pk}/usulan/", f"/usulan/{made[0].pk}/", f"/usulan/{made[0].pk}/isi/1/"):
        with CaptureQueriesContext(connection) as seen:
            answer = client.get(url)
        own = [each["sql"] for each in seen if not ALIKE.search(each["sql"])]
        assert len(answer.content) < 100_000, url
        assert len(own) <= 12, (url, own)
