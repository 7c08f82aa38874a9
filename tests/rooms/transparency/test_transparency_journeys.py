"""The way of a wish as anyone reads it: whole, dated, never silent; drafts stay inside, merged wishes lead on."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

sys.path.append(str(Path(__file__).parents[1] / "musrenbang"))
from answering import ON, put, says, silent, wish  # noqa: E402

from rukun.musrenbang.actions import answers, turns  # noqa: E402
from rukun.musrenbang.public import journeys  # noqa: E402
from rukun.musrenbang.types import Owner, State  # noqa: E402
from rukun.needs.models import Grouping, Link, Node, Problem, Statement  # noqa: E402
from rukun.walls import scope  # noqa: E402

WHY = {"reason": "Lebarnya belum ditulis", "on": ON, "by": "uji"}


@pytest.fixture(autouse=True)
def today(monkeypatch):
    says(monkeypatch)
    monkeypatch.setattr("rukun.transparency.views.today", lambda: date(2026, 3, 12))


def seen(name: str, *args: int, **asked: str):
    with scope.within([]):
        return Client().get(reverse(f"transparency:{name}", args=args), asked)


def told(proposal) -> str:
    return seen("journey", proposal.pk).content.decode()


def rooted(rt, voices: int = 5) -> Node:
    problem = Problem.objects.create(rt=rt, path=rt.path, year=2026, theme="water", since=ON)
    core = Node.objects.create(problem=problem, path=rt.path, words="Air keruh", is_core=True, since=ON)
    cause = Node.objects.create(problem=problem, path=rt.path, words="Sumur dangkal", since=ON)
    Link.objects.create(path=rt.path, cause=cause, effect=core)
    for n in range(voices):
        said = Statement.objects.create(
            rt=rt, path=rt.path, year=2026, kind="problem", words=f"Air sumur keruh, kata suara {n}", sex="female",
            age="adult", welfare="poor", disability="with", occasion="home", on=ON, by="uji",
        )  # fmt: skip
        Grouping.objects.create(statement=said, path=rt.path, problem=problem)
    return cause


def test_from_the_first_voice_to_the_line_of_the_plan(places):
    one = put(places.melati, "Sumur bor", upto=State.AT_KECAMATAN, cause=rooted(places.melati), households=40)
    answers.accept(proposals=[one.pk], on=date(2026, 3, 10), by="uji", note="Sesuai menu")
    page = told(one)
    order = [
        "Air sumur keruh", "Sumur dangkal", "Diajukan ke musyawarah RT", "Terpilih di musyawarah RT",
        "Dikirim ke desa", "Diteruskan ke kecamatan", "Masuk rencana RT", "1 tahun 2026", "Pelaksanaan belum dimulai",
    ]  # fmt: skip
    places_of = [page.find(words) for words in order]
    assert -1 not in places_of
    assert places_of == sorted(places_of)
    assert "kuitansi" in page
    assert "40 rumah tangga" in page
    assert "10 Maret 2026" in page


def test_few_voices_stand_without_their_kind(places):
    many = put(places.melati, cause=rooted(places.melati))
    assert "perempuan" in told(many).lower()
    few = put(places.mawar, cause=rooted(places.mawar, voices=3))
    page = told(few).lower()
    assert "air sumur keruh" in page
    assert "perempuan" not in page


def test_an_answer_past_its_deadline_is_red_and_says_whose(places):
    page = told(put(places.melati, upto=State.AT_DESA))
    assert "Lewat tenggat 3 hari. Jawaban ditunggu dari desa/kelurahan." in page
    assert '<li class="lewat">' in page


def test_no_deadline_is_said_so(places, monkeypatch):
    silent(monkeypatch)
    assert "Tenggat belum diketahui" in told(put(places.melati, upto=State.AT_DESA))


def test_what_came_back_tells_why_and_until_when(places):
    one = put(places.melati, upto=State.AT_DESA)
    answers.send_back(proposals=[one.pk], office=Owner.DESA, due=ON + timedelta(30), **WHY)
    page = told(one)
    assert "Lebarnya belum ditulis" in page
    assert "Jawaban ditunggu dari RT sampai 1 April 2026" in page


def test_a_refusal_stands_with_reason_and_article_and_nothing_ahead(places):
    one = put(places.melati, upto=State.AT_DESA)
    answers.refuse(proposals=[one.pk], office=Owner.DESA, article="Pasal 12 ayat 3", **WHY)
    page = told(one)
    assert "Pasal 12 ayat 3" in page
    assert "kuitansi" not in page


def test_a_merged_wish_leads_to_where_it_went_and_back(places):
    one, other = put(places.melati, upto=State.AT_DESA), put(places.mawar, "Jalan Mawar", upto=State.AT_DESA)
    answers.merge(proposals=[one.pk], into=other.pk, office=Owner.DESA, **WHY)
    assert reverse("transparency:journey", args=[other.pk]) in told(one)
    assert "Jalan Mawar" in told(one)
    assert reverse("transparency:journey", args=[one.pk]) in told(other)


def test_drafts_and_wishes_that_were_never_put_forward_are_nobodys_business(places):
    draft, gone = wish(places.melati), wish(places.melati)
    turns.turn(proposal=gone, to=State.WITHDRAWN, office=Owner.RT, on=ON, by="uji", reason="Salah ketik")
    assert seen("journey", draft.pk).status_code == 404
    assert seen("journey", gone.pk).status_code == 404
    assert seen("journey", 987654321).status_code == 404
    with scope.within([]):
        assert journeys.of_rt(places.melati.path, ON) is None


def test_a_wish_prepared_anew_keeps_its_history_and_hides_its_new_words(places):
    one = put(places.melati, upto=State.PROPOSED)
    turns.turn(proposal=one, to=State.DRAFT, office=Owner.RT, on=ON, by="uji", year=2027)
    type(one).objects.filter(pk=one.pk).update(title="Judul baru yang belum diajukan")
    page = told(one)
    assert "Judul baru" not in page
    assert "Usulan 2026/1, sedang disiapkan lagi" in page
    assert "Diajukan ke musyawarah RT" in page


def test_counts_of_fewer_than_five_are_hidden(places):
    page = told(put(places.melati, households=4, people=131))
    assert "131 orang" in page
    assert "4 rumah tangga" not in page
    assert "hitungan di bawah lima disembunyikan" in page


@pytest.mark.parametrize(
    ("slip", "kept"),
    [
        ("Hubungi 0812-3456-7890", "0812"),
        ("NIK 6402905708800001", "6402905708800001"),
        ("depan rumah Pak Budi", "Budi"),
        ("surat@contoh.id", "surat@"),
    ],
)
def test_numbers_and_names_that_slipped_into_public_words_are_covered(places, slip, kept):
    one = put(places.melati, "Drainase", description=slip, upto=State.AT_DESA)
    answers.send_back(proposals=[one.pk], office=Owner.DESA, due=None, on=ON, by="uji", reason=slip)
    page = told(one)
    assert kept not in page
    assert "(ditutup)" in page


def test_nothing_of_the_visitor_is_asked_or_kept(places, cast):
    one = put(places.melati, upto=State.AT_DESA)
    page = seen("journey", one.pk)
    assert not page.cookies
    assert page["Cache-Control"] == "public, max-age=300"
    assert "Cookie" in page["Vary"]
    assert b"<script" not in page.content
    inside = Client()
    inside.force_login(cast.rt_head)
    with scope.within([]):
        assert inside.get(reverse("transparency:journey", args=[one.pk])).content == page.content
