"""Papers of a meeting say what was held and decided, give the same bytes for the same data, and can be checked."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from planning_ground import DAY, ON, YEAR, hold, meeting_of, put_forward, tree

from rukun.accounts.models import User
from rukun.audit.models import Line
from rukun.musrenbang.actions import answers
from rukun.reports import actions, pdf, public, xlsx
from rukun.reports.models import Paper
from rukun.reports.queries import planning
from rukun.reports.types import PaperKind
from rukun.territory import queries as territory
from rukun.walls import scope


def text_of(data: bytes) -> str:
    paper = pypdfium2.PdfDocument(data)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in paper)
    finally:
        paper.close()


@pytest.fixture(autouse=True)
def second_factor(monkeypatch):
    monkeypatch.setattr("rukun.accounts.thresholds.lacks_second_factor", lambda request: False)


@pytest.fixture
def held(places):
    meeting = meeting_of(places.melati)
    put_forward(places.melati)
    tree(places.melati)
    return hold(meeting)


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_the_minutes_say_what_was_held_and_decided(held):
    told = text_of(pdf.draw(planning.minutes(held)))
    for words in (
        "Berita Acara Musyawarah RT 003 Melati",
        "Pada hari Senin, tanggal sembilan bulan Maret tahun dua ribu dua puluh enam (09-03-2026) pukul 19.30",
        "Balai RT Melati",
        "Rumah tangga yang hadir 8 dari 12",
        "Perempuan 4",
        "Delapan rumah tangga dianggap cukup",
        "Drainase dikerjakan lebih dulu",
        "Pendapat berbeda (perempuan muda): Lampu jalan lebih mendesak",
        "Jumlah terpilih Rp35.000.000 (tiga puluh lima juta rupiah)",
        "Cara memilih: mufakat. Pagu Rp50.000.000 (lima puluh juta rupiah).",
        "Pemimpin Rekaan",
        "Wakil warga perempuan",
        "Desa Sumber Rekaan, 9 Maret 2026",
        "Lampiran: daftar usulan",
        "Lampiran: pohon masalah “Gang tergenang setiap hujan”",
    ):
        assert words in told, words
    assert "Warga Rekaan" not in told


def test_minutes_before_the_meeting_say_what_is_missing(places):
    told = text_of(pdf.draw(planning.minutes(meeting_of(places.melati, homes=0, agenda=""))))
    assert "Belum ada putusan yang dicatat." in told
    assert "Musyawarah belum memilih." in told


def test_the_attendance_list_before_and_after(places):
    meeting = meeting_of(places.melati)
    before = planning.attendance_list(meeting)
    assert text_of(pdf.draw(before)).count("Warga Rekaan") == 12
    assert "perempuan" not in text_of(pdf.draw(before))
    after = planning.attendance_list(hold(meeting))
    assert text_of(pdf.draw(after)).count("perempuan") == 4
    assert "Tokoh Rekaan" in text_of(pdf.draw(after))
    assert pdf.code_of(before) != pdf.code_of(after)


def test_the_invitation_names_groups_and_no_person(places):
    told = text_of(pdf.draw(planning.invitation(meeting_of(places.melati))))
    assert "Kepada Yth." in told
    assert "pukul 19.30" in told
    assert "2 Maret 2026" in told
    assert "Tokoh Rekaan" not in told


def test_the_list_of_proposals_as_paper_and_workbook(held, places):
    place = territory.place(places.desa.id, on=DAY)
    document = planning.proposals(place, YEAR)
    told = text_of(pdf.draw(document))
    assert "RT 003 Melati Drainase Gang Melati Rp35.000.000 40 terpilih di RT" in told
    assert "enam puluh tiga juta rupiah" in told
    book = zipfile.ZipFile(io.BytesIO(xlsx.draw(document)))
    assert "Drainase Gang Melati" in "".join(book.read(name).decode() for name in book.namelist() if "sheet" in name)


def test_the_same_data_gives_the_same_bytes_in_every_language_and_on_every_day(held, places, monkeypatch):
    with translation.override("en"):
        one = planning.minutes(held)
    assert pdf.draw(one) == pdf.draw(planning.minutes(held))
    place = territory.place(places.melati.id, on=DAY)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    lists = [planning.proposals(place, YEAR) for _ in range(2)]
    assert pdf.draw(lists[0]) == pdf.draw(lists[1])
    assert xlsx.draw(lists[0]) == xlsx.draw(lists[1])


def test_where_a_code_is_checked_is_no_part_of_the_code(held):
    from dataclasses import replace

    paper = planning.minutes(held)
    elsewhere = replace(paper, address="https://rukun.contoh.id/periksa/")
    assert pdf.code_of(paper) == pdf.code_of(elsewhere)
    assert pdf.draw(paper) != pdf.draw(elsewhere)


def test_an_empty_list_says_so(places):
    told = text_of(pdf.draw(planning.proposals(territory.place(places.mawar.id, on=ON), YEAR)))
    assert "Belum ada usulan." in told


def kept(document, places, subject="meeting:1"):
    return actions.keep(
        document=document, kind=PaperKind.MINUTES, subject=subject, area_id=places.melati.id, path=places.melati.path, by="uji"
    )  # fmt: skip


def test_a_code_is_kept_once_and_grows_old_when_the_data_changes(held, places):
    first = kept(planning.minutes(held), places)
    assert kept(planning.minutes(held), places) == first
    assert Line.objects.filter(verb="reports.paper_kept").count() == 1
    assert public.known(first.code.lower()).is_newest
    held.minutes = "Ditambah kemudian."
    second = kept(planning.minutes(held), places)
    assert not public.known(first.code).is_newest
    assert public.known(second.code).is_newest
    assert public.known("TIDAKDIKENAL") is None


def test_printing_leads_to_a_page_anyone_may_read(held, places, cast):
    with scope.within([]):
        client_of(cast.rt_head).get(reverse("reports:minutes", args=[held.pk]))
    code = Paper.objects.get().code
    with scope.within([]):
        page = Client().get(reverse("reports:checked", args=[code]))
    told = page.content.decode()
    assert page.status_code == 200
    assert "Berita acara musyawarah" in told
    assert "9 Maret 2026" in told
    assert reverse("transparency:area", args=[places.melati.id]) in told
    assert not page.cookies


def test_an_unknown_code_has_an_answer_and_a_typed_one_is_found(places):
    with scope.within([]):
        page = Client().get(reverse("reports:checked", args=["A<b>C"]))
        typed = Client().get(reverse("reports:check"), {"kode": "abc def 123456"})
        bare = Client().get(reverse("reports:check"), {"kode": "<script>"})
    assert page.status_code == 404
    assert "tidak dikenal" in page.content.decode()
    assert "<b>" not in page.content.decode()
    assert typed["Location"] == reverse("reports:checked", args=["ABCDEF123456"])
    assert bare.status_code == 200


def test_the_list_of_names_leaves_with_a_line_in_the_log(held, cast):
    url = reverse("reports:attendance", args=[held.pk]) + "?bentuk=xlsx"
    with scope.within([]):
        assert client_of(cast.kecamatan_officer).get(url).status_code == 403
        assert client_of(cast.rt_head).get(url).status_code == 200
        assert client_of(cast.rt_head).get(url.replace("xlsx", "exe")).status_code == 404
    assert Line.objects.filter(verb="reports.attendance_taken").count() == 1


def test_the_papers_page_offers_names_only_to_who_may_see_people(held, cast):
    url = reverse("reports:papers", args=[held.pk])
    with scope.within([]):
        assert "Daftar hadir (PDF)" in client_of(cast.rt_head).get(url).content.decode()
        assert "Daftar hadir (PDF)" not in client_of(cast.kecamatan_officer).get(url).content.decode()


def test_a_list_is_older_than_the_next_turn(held, places):
    place = territory.place(places.melati.id, on=DAY)
    before = planning.proposals(place, YEAR)
    wish = next(each for each in planning.papers.proposals(place.path, YEAR) if each.state == "chosen")
    answers.send(proposals=[wish.pk], on=date(2026, 3, 20), by="uji")
    after = planning.proposals(place, YEAR)
    assert (before.on, after.on) == (DAY, date(2026, 3, 20))
    assert "menunggu desa" in text_of(pdf.draw(after))
