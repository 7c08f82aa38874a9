"""The doors of the room: facts, pictures, progress, welfare; and whose they are."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from drawn_rt import ON, YEAR, acts, add, draw_border, finish, make_home, meet

from rukun.mapping.actions import rankings, sheets
from rukun.mapping.queries import facts, pictures, progress, welfare
from rukun.mapping.queries.sheets import GROUP
from rukun.mapping.types import Progress, Tool
from rukun.walls import scope


@pytest.fixture(autouse=True)
def in_indonesian():
    with translation.override("id"):
        yield


@pytest.fixture
def rt(places):
    return places.melati


def test_facts_are_sentences_with_a_day_and_a_way(rt):
    add(rt, Tool.SEASONS), add(rt, Tool.RESOURCES), add(rt, Tool.TRANSECT)
    meet(rt, Tool.SEASONS)
    with CaptureQueriesContext(connection) as asked:
        found = facts.of_rt(rt.path, on=ON)
    assert len(asked) == 1
    assert [fact.words for fact in found] == [
        "Masalah di sepanjang jalan: Titian lapuk.",
        "Banjir: paling kuat pada Desember–Februari.",
        "1 sumber daya belum dipakai: Tanah kosong.",
    ]
    assert found[1].on == ON
    assert found[1].url == f"/wilayah/{rt.pk}/pemetaan/kalender-musim/?tahun={YEAR}"


def test_facts_are_the_newest_and_what_is_missing_is_none(rt):
    add(rt, Tool.CUSTOMS, YEAR - 1)
    add(rt, Tool.CUSTOMS, state="alive")
    add(rt, Tool.WELFARE)
    assert facts.of_rt(rt.path, on=ON) == []
    assert facts.of_rt(rt.path, on=ON - timedelta(days=1)) == []


@pytest.mark.parametrize("tool", list(Tool))
def test_every_tool_gives_its_newest_picture(tool, rt):
    assert pictures.of_rt(rt.path, tool, on=ON) is None
    draw_border(rt)
    add(rt, tool, YEAR - 1), add(rt, tool)
    meet(rt, tool)
    picture = pictures.of_rt(rt.path, tool, on=ON)
    assert picture.title == f"{tool.label} {YEAR}"
    assert str(picture.drawing).startswith("<svg")
    assert picture.words.startswith("Dibuat bersama 9 perempuan dan 7 laki-laki")


def test_houses_are_drawn_only_for_who_may_see_them(rt):
    draw_border(rt)
    make_home(rt), add(rt, Tool.MAP)
    without, within = (pictures.of_rt(rt.path, Tool.MAP, on=ON, with_houses=each) for each in (False, True))
    assert "Rumah" not in [words for _swatch, words in without.swatches]
    assert "Rumah" in [words for _swatch, words in within.swatches]
    assert len(within.drawing) > len(without.drawing)


def test_progress_is_one_question_for_a_whole_area(rt, places):
    finish(rt, Tool.MAP)
    add(rt, Tool.HISTORY), add(places.kenanga, Tool.HISTORY), add(places.mawar, Tool.MAP, YEAR - 1)
    with CaptureQueriesContext(connection) as asked:
        found = progress.by_rt(places.kabupaten.path, YEAR)
    assert len(asked) == 1
    assert found == {rt.pk: Progress(done=1, under_way=1), places.kenanga.pk: Progress(under_way=1)}
    assert progress.by_rt(places.desa.path, YEAR).keys() == {rt.pk}
    assert progress.by_tool(places.kabupaten.path, YEAR)[Tool.MAP] == 1
    assert progress.by_tool(places.kabupaten.path, YEAR)[Tool.HISTORY] == 0


def test_a_mapping_that_was_closed_is_whole(rt, places):
    finish(rt, Tool.MAP)
    sheets.close_year(**acts(rt))
    [found] = progress.by_rt(places.desa.path, YEAR).values()
    assert found == Progress(done=1, skipped=9)
    assert found.is_whole
    assert not Progress(done=1).is_whole


@pytest.fixture
def ladder(rt):
    names = (("Berada", False), ("Cukup", False), ("Susah", True))
    return [add(rt, Tool.WELFARE, order=n, name=name, is_poor=poor) for n, (name, poor) in enumerate(names, start=1)]


def place(group, home, rank):
    rankings.place(group=group, household_id=home.pk, rank=rank, on=ON, by="uji")


def test_the_class_of_a_household_tells_where_groups_differ(rt, ladder):
    women, men = add(rt, GROUP), add(rt, GROUP, name="Kelompok bapak-bapak")
    agreed, open_one, nobodys = make_home(rt), make_home(rt), make_home(rt)
    for group in (women, men):
        place(group, agreed, ladder[2])
    place(women, open_one, ladder[0]), place(men, open_one, ladder[2])
    with CaptureQueriesContext(connection) as asked:
        found = welfare.class_of([agreed.pk, open_one.pk, nobodys.pk])
    assert len(asked) == 1
    assert set(found) == {agreed.pk, open_one.pk}
    alike, apart = found[agreed.pk], found[open_one.pk]
    assert (alike.highest, alike.lowest, alike.spread, alike.is_poor, alike.groups) == ("Susah", "Susah", 0, True, 2)
    assert (apart.highest, apart.lowest, apart.spread, apart.is_poor) == ("Berada", "Susah", 2, None)


def test_the_newest_ranking_counts(rt, ladder):
    home = make_home(rt)
    old = add(rt, Tool.WELFARE, YEAR - 1, name="Lama", is_poor=True)
    place(add(rt, GROUP, YEAR - 1), home, old)
    assert welfare.class_of([home.pk])[home.pk].highest == "Lama"
    place(add(rt, GROUP), home, ladder[0])
    found = welfare.class_of([home.pk])[home.pk]
    assert (found.year, found.highest, found.groups) == (YEAR, "Berada", 1)


def test_a_neighbouring_rt_sees_nothing_of_it(rt, places, ladder):
    home = make_home(rt)
    place(add(rt, GROUP), home, ladder[0])
    with scope.within([places.mawar.path]):
        assert welfare.class_of([home.pk]) == {}
        assert facts.of_rt(rt.path, on=ON) == []
        assert pictures.of_rt(rt.path, Tool.WELFARE, on=ON) is None
        assert progress.by_rt(places.desa.path, YEAR) == {}


def test_a_household_that_moves_away_does_not_break_the_sheet(rt, places, ladder):
    home = make_home(rt)
    place(add(rt, GROUP), home, ladder[0])
    home.rt, home.path, home.rt_since = places.mawar, places.mawar.path, ON
    home.save()
    connection.check_constraints()
    assert welfare.class_of([home.pk])[home.pk].highest == "Berada"
