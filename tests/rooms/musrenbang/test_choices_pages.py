"""The pages of a choice as people meet them: from drawing up to the result, on paper and by code, with every error."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.rooms.conftest import make_user
from tests.rooms.musrenbang.choosing_ground import (
    CEILING,
    ON,
    draw,
    hand_in,
    make_juknis,
    make_meeting,
    opened,
    propose,
    ticks,
)
from tests.rooms.poverty.kitchens import client_of

from rukun.accounts.models import Role
from rukun.musrenbang.actions import codes as code_actions
from rukun.musrenbang.actions import counting, sheets
from rukun.musrenbang.models import Choice, Code, Entry, Result
from rukun.musrenbang.queries import menu
from rukun.musrenbang.types import Calling, Stage

WIRE, QUERIES = 100_000, 12


@pytest.fixture
def ketua(cast):
    return client_of(cast.rt_head)


@pytest.fixture(autouse=True)
def juknis(monkeypatch):
    monkeypatch.setattr(menu, "juknis", lambda year, *, on: make_juknis())


def at(name, *ids) -> str:
    return reverse(f"musrenbang:{name}", args=ids)


def text(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


FORM = {"way": "approval", "rule": "equal-shares", "ceiling": "100.000.000", "unit": "household", "voters": "20"}


def test_a_whole_choice_on_paper(ketua, cast, places):
    propose(places.melati)
    propose(places.melati, {"Tanpa Biaya": None})
    meeting = make_meeting(places.melati)
    page = text(ketua.get(at("choice_draw", meeting.pk)))
    assert "Drainase" in page and "biayanya belum diisi" in page
    answer = ketua.post(at("choice_draw", meeting.pk), FORM)
    choice = Choice.objects.get()
    assert answer.url == at("choice", choice.pk)
    assert choice.rules["seed"] in text(ketua.get(at("choice", choice.pk)))
    assert ketua.post(at("choice_open", choice.pk)).status_code == 302
    assert ketua.post(at("sheets", choice.pk), {"number": "12"}).url == at("sheet_print", choice.pk)
    numbers = sorted(choice.sheets.values_list("number", flat=True))
    printed = text(ketua.get(at("sheet_print", choice.pk)))
    assert all(number in printed for number in numbers) and "Rp60.000.000" in printed
    kader = client_of(cast.kader)
    for place, number in enumerate(numbers):
        marks = "AB" if place % 2 else "C"
        for typist in (ketua, kader):
            typed = {"number": number, "condition": "filled", **{f"m_{mark}": "1" for mark in marks}}
            assert typist.post(at("sheet_type", choice.pk), typed).status_code == 302
    assert ketua.post(at("choice_count", choice.pk)).url == at("result", choice.pk)
    page = text(ketua.get(at("result", choice.pk)))
    assert "Usulan ini terpilih pada putaran 1" in page and "Apa yang akan membuatnya terpilih?" in page
    file = ketua.get(at("ballots", choice.pk))
    assert file["Content-Disposition"].endswith('.pb"') and file.content.startswith(b"META")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"ceiling": "100.000.001"}, "melebihi pagu juknis"),
        ({"ceiling": "90.000.000"}, "alasannya kosong"),
        ({"ceiling": "banyak"}, "Tulis dengan angka saja"),
        ({"voters": ""}, "Jumlah suara belum diisi"),
        ({"way": ""}, "Cara memilih belum ditentukan"),
    ],
)
def test_a_form_that_cannot_be_comes_back_filled_with_its_letter(ketua, places, changes, words):
    propose(places.melati)
    meeting = make_meeting(places.melati)
    answer = ketua.post(at("choice_draw", meeting.pk), FORM | {"because": ""} | changes)
    assert answer.status_code == 422 and words in text(answer)
    assert not Choice.objects.exists()
    kept = next((value for value in changes.values() if value), FORM["ceiling"])
    assert f'value="{kept}"' in answer.content.decode()


@pytest.mark.parametrize("state", [Calling.PLANNED, Calling.SHORT])
def test_a_meeting_that_may_not_choose_says_so_before_anything_is_typed(ketua, places, state):
    answer = ketua.get(at("choice_draw", make_meeting(places.melati, state).pk))
    assert answer.status_code == 200 and "Yang bisa Anda lakukan" in text(answer)


def test_a_bad_sheet_comes_back_with_what_was_typed(ketua, places):
    choice = opened(places.melati)
    sheets.make(choice=choice, number=1, by="ketua")
    answer = ketua.post(at("sheet_type", choice.pk), {"number": "123456", "condition": "filled", "m_B": "1"})
    assert answer.status_code == 422 and "bukan lembar pilihan ini" in text(answer)
    assert 'value="123456"' in answer.content.decode() and 'name="m_B" value="1" checked' in answer.content.decode()
    assert not Entry.objects.exists()


def test_sheets_that_differ_block_the_count_until_they_are_settled(ketua, places):
    choice = opened(places.melati)
    (number,) = sheets.make(choice=choice, number=1, by="ketua")
    for typist, marks in (("satu", "AB"), ("dua", "AC")):
        sheets.type_in(choice=choice, number=number, typed=ticks(marks), condition="filled", by=typist)
    answer = ketua.post(at("choice_count", choice.pk))
    assert answer.status_code == 422 and "dibaca berbeda" in text(answer)
    page = text(ketua.get(at("sheet_compare", choice.pk)))
    assert f"Lembar {number}" in page and "satu" not in page and "dicentang" in page
    assert ketua.get(at("sheet_settle", choice.pk) + f"?lembar={number}").status_code == 200
    assert ketua.post(at("sheet_compare", choice.pk), {"number": number, "reading": "1"}).status_code == 302
    assert Entry.objects.get(is_settled=True).marks == {"A": 1, "C": 1}


def test_only_who_holds_the_meeting_sees_both_readings(cast, places):
    choice = opened(places.melati)
    treasurer = make_user("bendahara-melati", Role.RT_TREASURER, places.melati)
    for who in (cast.kader, treasurer):
        assert client_of(who).get(at("sheet_compare", choice.pk)).status_code == 403
        assert client_of(who).get(at("sheet_type", choice.pk)).status_code == 200


def test_what_was_agreed_is_recorded_and_a_slip_of_the_pen_keeps_the_rest(ketua, places):
    choice = opened(places.melati, way="consensus")
    typed = {"m_A": "satu", "m_B": "1", "o_C": "sengketa", "m_C": "2"}
    answer = ketua.post(at("choice_agree", choice.pk), typed)
    assert answer.status_code == 422 and 'value="sengketa"' in answer.content.decode()
    assert ketua.post(at("choice_agree", choice.pk), typed | {"m_A": ""}).url == at("result", choice.pk)
    page = text(ketua.get(at("result", choice.pk)))
    assert "nomor 1 dalam daftar yang disepakati" in page and "sengketa" in page
    refused = ketua.get(at("ballots", choice.pk))
    assert refused.status_code == 422 and "Mufakat tidak menghitung suara" in text(refused)


def test_a_choice_is_annulled_with_its_reason_only(ketua, places):
    choice = opened(places.melati)
    assert ketua.post(at("choice_annul", choice.pk), {"because": ""}).status_code == 422
    assert ketua.post(at("choice_annul", choice.pk), {"because": "Kotak basah"}).status_code == 302
    assert "Dibatalkan: Kotak basah" in text(ketua.get(at("choice", choice.pk)))
    choice.refresh_from_db()
    assert choice.stage == Stage.ANNULLED


def test_by_code_without_signing_in(ketua, places):
    choice = opened(places.melati)
    slips = text(ketua.post(at("codes", choice.pk), {"number": "2"}))
    one, two = re.findall(r"\b[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]\b", slips)
    assert f"/pilih/{places.melati.pk}/" in slips
    door, phone = at("vote", places.melati.pk), Client()
    assert "Drainase" not in text(phone.get(door))
    ballot = text(phone.post(door, {"kode": one.lower()}))
    assert "Drainase" in ballot and "tidak aman dari paksaan" in ballot
    empty = phone.post(door, {"kode": one, "suara": "1"})
    assert empty.status_code == 422 and "Belum ada yang diisi" in text(empty)
    for mark in "AB":
        assert "Suara tersimpan" in text(phone.post(door, {"kode": one, "suara": "1", f"m_{mark}": "1"}))
    assert "checked" not in phone.post(door, {"kode": one}).content.decode()
    assert [code.marks for code in Code.objects.filter(marks__isnull=False)] == [{"B": 1}]
    assert not phone.session.keys()
    counting.close(choice=choice, on=ON, by="ketua")
    assert "ikut dihitung" in text(phone.post(door, {"kode": one}))
    assert "Tidak ada suara dengan kode ini" in text(phone.post(door, {"kode": two}))


def test_wrong_codes_are_told_and_then_tired_of(places):
    phone, door = Client(), at("vote", places.melati.pk)
    for _ in range(code_actions.TRIES):
        answer = phone.post(door, {"kode": "BUKAN"})
    assert answer.status_code == 422 and "tidak kami kenal" in text(answer)
    answer = phone.post(door, {"kode": "BUKAN"})
    assert answer.status_code == 429 and "Terlalu banyak kode keliru" in text(answer)


def test_names_with_quotes_and_other_scripts_stand_as_they_are(ketua, places):
    names = {'Gang "Pak D\'jo" <b>': 10, "مسجد الرحمة": 20, "ᬓᬸᬫᬸᬧᬸᬮ᭄": 30}
    choice = opened(places.melati, names)
    hand_in(choice, [ticks("ABC")] * 9 + [ticks("A")])
    counting.close(choice=choice, on=ON, by="ketua")
    page = ketua.get(at("result", choice.pk)).content.decode()
    assert "Gang &quot;Pak D&#x27;jo&quot; &lt;b&gt;" in page
    file = ketua.get(at("ballots", choice.pk)).content.decode()
    assert all(name in page and name in file for name in list(names)[1:])


@pytest.fixture
def crowded(places):
    """120 voters and 200 proposals."""
    works = {f"Usulan rekaan nomor {number} di gang panjang": 1_000_000 + 7_000 * number for number in range(200)}
    choice = opened(places.melati, works, voters=120)
    marks = [each.mark for each in choice.options.all()]
    sheets.make(choice=choice, number=120, by="ketua")
    read = [
        Entry(
            sheet=sheet,
            path=choice.path,
            typist=typist,
            marks={marks[(place * place + n * 29) % 190]: 1 for n in range(7)},
        )
        for place, sheet in enumerate(choice.sheets.all())
        for typist in ("kader", "bendahara")
    ]
    Entry.objects.bulk_create(read)
    return choice


def test_120_households_and_200_proposals_stay_light(ketua, crowded, places):
    """On the wire (as gzip, which every proxy of the house sends) and in queries. The print page tells its own part."""
    pages = [at(name, crowded.pk) for name in ("choice", "sheets", "sheet_type", "sheet_compare", "codes")]
    heavy = [told for url in pages if (told := _heavy(ketua, url))]
    counting.close(choice=crowded, on=ON, by="ketua")
    heavy += [told for url in (at("result", crowded.pk), at("choice", crowded.pk)) if (told := _heavy(ketua, url))]
    loser = next(mark for mark, told in Result.objects.get().outcome["reasons"].items() if told["code"] == "no_support")
    assert at("result_needed", crowded.pk) in ketua.get(at("result", crowded.pk)).content.decode()
    heavy += [told] if (told := _heavy(ketua, at("result_needed", crowded.pk) + f"?usulan={loser}")) else []
    propose(places.melati, {f"Baru {number}": CEILING for number in range(200)})
    told = _heavy(ketua, at("choice_draw", make_meeting(places.melati).pk))
    assert heavy + ([told] if told else []) == []


def _heavy(client, url: str) -> str:
    with CaptureQueriesContext(connection) as told:
        answer = client.get(url)
    asked = [query for query in told if not query["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    asked = [query for query in asked if "django_session" not in query["sql"]]
    size = len(answer.content)
    is_light = answer.status_code == 200 and len(asked) <= QUERIES and size <= WIRE
    return "" if is_light else f"{url}: {answer.status_code}, {len(asked)} queries, {size} bytes"


def test_a_drawn_choice_may_be_drawn_anew_from_what_it_was(ketua, places):
    propose(places.melati)
    choice = draw(make_meeting(places.melati), voters=7)
    assert 'value="7"' in ketua.get(at("choice_draw", choice.meeting_id)).content.decode()
