"""The profile of an RT: whole for who may see families, without small numbers for all others, thousands at a time."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from reports_village import client_of, fill

from rukun.accounts.permissions import today
from rukun.people.models import Household, Person
from rukun.poverty import public
from rukun.poverty.models import Classification
from rukun.poverty.queries import figures
from rukun.poverty.types import HIDDEN, Label
from rukun.reports.queries import profile_pages, profiles
from rukun.site.__main__ import main
from rukun.territory import queries as territory

ON = today()
YEAR = ON.year


@pytest.fixture
def village(places):
    fill(places.melati, on=ON)
    fill(places.mawar, on=ON)
    return places


def told(village, *, is_open, on=ON):
    place = territory.place(village.melati.pk, on=on)
    return profiles.of_rt(place, year=YEAR, on=on, is_open=is_open)


def page_of(user, area, query=""):
    return client_of(user).get(reverse("reports:profile", args=[area.pk]) + query)


def test_who_may_see_families_sees_every_count_and_no_name(village, cast):
    words = page_of(cast.rt_head, village.melati).content.decode()
    assert "<td" in words
    assert told(village, is_open=True).safe.verdicts[Label.POOR] == 12
    assert "Profil RT 003 Melati" in words
    for name in Person.objects.values_list("name", flat=True):
        assert name not in words


def test_others_and_the_notice_board_see_no_small_count(village, cast):
    """Three families are better off: neither they nor the twelve that are left may be told."""
    safe = told(village, is_open=False)
    assert set(safe.safe.verdicts.values()) == {HIDDEN}
    assert safe.moves is None
    assert safe.poor_then is None
    for answer in (
        page_of(cast.kecamatan_officer, village.melati),
        page_of(cast.rt_head, village.melati, "?versi=papan"),
    ):
        assert "disembunyikan" in answer.content.decode()
        assert answer.context["page"].profile.is_open is False


def test_higher_up_the_page_leads_to_each_rt(village, cast):
    words = page_of(cast.desa_operator, village.desa).content.decode()
    assert reverse("reports:profile", args=[village.melati.pk]) in words
    assert page_of(cast.rt_head, village.kenanga).status_code == 404
    assert page_of(cast.rt_head, village.melati, "?tahun=99999").status_code == 200


def test_small_counts_are_hidden_alike_one_by_one_and_together(village):
    found = public.by_rt(figures.figures_by_rt(village.kabupaten.path))
    for rt in (village.melati, village.mawar):
        sheet = figures.sheet(territory.place(rt.pk, on=ON), on=ON)
        assert found[rt.path] == public.own(sheet, on=ON)


@pytest.mark.parametrize("is_open", [True, False])
def test_thousands_together_say_what_each_says_alone(village, is_open):
    together = list(profiles.under(village.desa.path, year=YEAR, on=ON, is_open=is_open))
    alone = [
        profiles.of_rt(territory.place(rt.pk, on=ON), year=YEAR, on=ON, is_open=is_open)
        for rt in (village.melati, village.mawar)
    ]
    assert together == alone


def test_more_rts_ask_no_more_questions(village):
    def asked(path):
        with CaptureQueriesContext(
            connection,
        ) as seen:
            list(profiles.under(path, year=YEAR, on=ON, is_open=True))
        return len(seen)

    assert asked(village.desa.path) == asked(village.melati.path)


def test_what_changed_in_a_year_is_told_by_count(village):
    """A family that was better off became poor: one entered, twelve stayed."""
    Household.objects.update(since=ON - timedelta(days=500), rt_since=ON - timedelta(days=500))
    held = list(Classification.objects.filter(path=village.melati.path))
    one = next(each for each in held if each.label == Label.NOT_POOR)
    for each in held:
        each.pk, each.on = None, ON - timedelta(days=400)
        each.save(force_insert=True)
    one.pk, one.on, one.label = None, ON, Label.POOR
    one.save(force_insert=True)
    moves = told(village, is_open=True).moves
    assert (moves.entered, moves.left, moves.stayed, moves.never) == (1, 0, 12, 2)
    told_page = profile_pages.page(told(village, is_open=True))
    assert told_page.moved == "0 rumah tangga keluar dari kemiskinan, 1 masuk, 12 tetap."
    assert profile_pages.page(told(village, is_open=False)).moved == ""


def test_problems_and_hopes_stand_on_it_and_an_empty_rt_has_a_page(village, cast):
    profile = profiles.of_rt(territory.place(village.kenanga.pk, on=ON), year=YEAR, on=ON, is_open=True)
    assert profile.cores == ()
    assert "Belum ada rumah tangga yang dinilai." in profile_pages.as_file(profile)


def test_the_command_writes_a_sheet_that_stands_alone(village, tmp_path, capsys):
    code = "64.02.90.2001/003"
    assert main(["profile", "--rt", code, "--to", str(tmp_path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["profiles"] == 1
    (file,) = tmp_path.rglob("*.html")
    words = file.read_text("utf-8")
    assert "Profil RT 003 Melati" in words
    assert "<link" not in words
    assert "<style>" in words
    assert "size: A3 landscape" in words
    assert main(["profile", "--all", "--to", str(tmp_path / "semua"), "--json"]) == 0
    assert len(list((tmp_path / "semua").rglob("*.html"))) == 3


def test_the_command_asks_for_an_rt(village, tmp_path, capsys):
    assert main(["profile", "--rt", "64.02.90.2001", "--to", str(tmp_path)]) == 1
    assert "bukan RT" in capsys.readouterr().err
