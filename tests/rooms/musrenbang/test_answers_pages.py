"""The pages of the way up: what waits, for whom, one tap to answer, and nothing typed is lost."""

from __future__ import annotations

from datetime import date

import pytest
from answering import ON, client_of, put, says, silent
from django.urls import reverse
from tests.rooms.conftest import make_user

from rukun.accounts.models import Role
from rukun.musrenbang.actions import answers
from rukun.musrenbang.models import Plan, Proposal
from rukun.musrenbang.types import Owner, State
from rukun.walls import scope

LATE = date(2026, 3, 12)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    says(monkeypatch)
    monkeypatch.setattr("rukun.musrenbang.views.answers.today", lambda: LATE)
    monkeypatch.setattr("rukun.accounts.thresholds.lacks_second_factor", lambda request: False)


def opened(user, name, area, asked="", **posted):
    with scope.within([]):
        url = reverse(f"musrenbang:{name}", args=[area.id]) + asked
        return client_of(user).post(url, posted) if posted else client_of(user).get(url)


def test_the_desa_sees_what_waits_and_what_is_late(places, cast):
    one = put(places.melati, upto=State.AT_DESA)
    page = opened(cast.desa_operator, "answers", places.desa).content.decode()
    assert "Jawab 1 usulan" in page
    assert "lewat tenggat 3 hari · giliran Anda" in page
    assert f"{reverse('musrenbang:answer_desa', args=[places.desa.id])}?usulan={one.pk}" in page


def test_the_rt_sees_who_is_waited_for(places, cast):
    put(places.melati, upto=State.AT_DESA)
    page = opened(cast.rt_head, "answers", places.melati).content.decode()
    assert "lewat tenggat 3 hari · giliran desa/kelurahan" in page
    assert "Tidak ada yang perlu Anda kirim" in page


def test_no_deadline_is_said_and_nothing_invented(places, cast, monkeypatch):
    silent(monkeypatch)
    put(places.melati, upto=State.AT_DESA)
    page = opened(cast.desa_operator, "answers", places.desa).content.decode()
    assert "Tenggat jawaban belum diketahui" in page
    assert "tanpa tenggat" in page
    assert "lewat tenggat 3" not in page


def test_the_kabupaten_sees_who_owes(places, cast):
    put(places.melati, upto=State.AT_DESA)
    dpmd = make_user("petugas-dpmd", Role.DPMD, places.kabupaten)
    page = opened(dpmd, "answers", places.kabupaten).content.decode()
    assert "Siapa yang lewat tenggat" in page
    assert "Desa Sumber Rekaan" in page
    assert "Menunggu desa/kelurahan" in page


def test_nothing_waits(places, cast):
    assert "Tidak ada usulan yang menunggu Anda" in opened(cast.desa_operator, "answers", places.desa).content.decode()
    assert "Belum ada usulan dalam perjalanan" in opened(cast.rt_head, "answers", places.melati).content.decode()


def test_several_are_passed_on_with_one_answer(places, cast):
    pair = [put(places.melati, upto=State.AT_DESA).pk, put(places.mawar, upto=State.AT_DESA).pk]
    done = opened(cast.desa_operator, "answer_desa", places.desa, "?jawaban=teruskan", usulan=pair, note="")
    assert done.status_code == 302
    assert set(Proposal.objects.values_list("state", flat=True)) == {State.AT_KECAMATAN}


def test_a_form_comes_back_filled(places, cast):
    one = put(places.melati, upto=State.AT_DESA)
    asked = {"usulan": one.pk, "reason": "Jalan ini milik “provinsi”", "article": ""}
    page = opened(cast.desa_operator, "answer_desa", places.desa, "?jawaban=tolak", **asked)
    assert page.status_code == 422
    assert "Jalan ini milik “provinsi”" in page.content.decode()
    assert "Tulis pasalnya" in page.content.decode()
    asked = {"usulan": one.pk, "reason": "Ukur lagi", "due": "2026-03-01"}
    page = opened(cast.desa_operator, "answer_desa", places.desa, "?jawaban=kembalikan", **asked)
    assert page.status_code == 422
    assert "Ukur lagi" in page.content.decode()
    assert "sudah lewat" in page.content.decode()


def test_merging_offers_wishes_of_the_same_desa_only(places, cast):
    one, other = put(places.melati, upto=State.AT_DESA), put(places.mawar, "Jalan Mawar", upto=State.AT_DESA)
    put(places.kenanga, "Jalan Kenanga", upto=State.AT_DESA)
    asked = f"?jawaban=gabung&usulan={one.pk}"
    page = opened(cast.desa_operator, "answer_desa", places.desa, asked).content.decode()
    assert "RT 004 Mawar · Jalan Mawar" in page
    assert "Kenanga" not in page
    done = opened(cast.desa_operator, "answer_desa", places.desa, asked, usulan=one.pk, into=other.pk, reason="Sama")
    assert done.status_code == 302
    one.refresh_from_db()
    assert one.merged_into_id == other.pk


def test_the_kecamatan_accepts_and_sees_the_money(places, cast):
    one = put(places.melati, upto=State.AT_KECAMATAN)
    page = opened(cast.kecamatan_officer, "answer_kecamatan", places.kecamatan, f"?usulan={one.pk}").content.decode()
    assert "rencana sudah Rp0 dari pagu Rp150.000.000" in page
    opened(cast.kecamatan_officer, "answer_kecamatan", places.kecamatan, "?jawaban=terima", usulan=one.pk, note="")
    assert Plan.objects.get().proposal_id == one.pk


def test_a_letter_with_the_numbers_when_the_plan_is_full(places, cast):
    big = put(places.melati, cost=160_000_000, upto=State.AT_KECAMATAN)
    page = opened(cast.kecamatan_officer, "answer_kecamatan", places.kecamatan, usulan=big.pk, note="Segera")
    assert page.status_code == 422
    assert "Rp10.000.000" in page.content.decode()
    assert "Segera" in page.content.decode()


def test_the_rt_sends_what_it_chose_and_what_came_back(places, cast):
    one, back = put(places.melati), put(places.melati, "Sumur", upto=State.AT_DESA)
    answers.send_back(proposals=[back.pk], office=Owner.DESA, reason="Beri ukuran", due=None, on=ON, by="uji")
    page = opened(cast.rt_head, "send", places.melati).content.decode()
    assert "Beri ukuran" in page
    assert page.count(" checked") == 1
    assert opened(cast.rt_head, "send", places.melati, usulan=[one.pk, back.pk], note="").status_code == 302
    assert set(Proposal.objects.values_list("state", flat=True)) == {State.AT_DESA}


def test_a_queue_opened_without_a_tick_leads_back(places, cast):
    answer = opened(cast.desa_operator, "answer_desa", places.desa)
    assert (answer.status_code, answer["Location"]) == (302, reverse("musrenbang:answers", args=[places.desa.id]))


def test_a_long_queue_is_light(places, cast, django_assert_max_num_queries):
    for n in range(200):
        put(places.melati, f"Usulan {n}", upto=State.AT_DESA)
    user = client_of(cast.desa_operator)
    with scope.within([]), django_assert_max_num_queries(14):
        page = user.get(reverse("musrenbang:answers", args=[places.desa.id]))
    assert len(page.content) < 100_000
