"""Entries come one at a time; a sheet is finished, opened again, carried into the next year."""

from __future__ import annotations

from datetime import date

import pytest
from drawn_rt import ON, ROOM, SAMPLES, YEAR, acts, add, draw_border, finish, make_home, meet

from rukun.audit.models import Line
from rukun.facilitation.models import StepState
from rukun.kit.problems import Problem
from rukun.mapping.actions import entries, rankings, sheets, years
from rukun.mapping.models import Placement, Sheet, TrendPoint, WelfareClass
from rukun.mapping.queries import sheets as kept
from rukun.mapping.queries.sheets import GROUP
from rukun.mapping.types import Tool

KINDS = [*Tool, GROUP]


@pytest.fixture
def rt(places):
    return places.melati


def refused(code, act, **told):
    with pytest.raises(Problem) as raised:
        act(**told)
    assert raised.value.code == code
    return raised.value


def sheet_of(rt, tool, year=YEAR):
    return Sheet.objects.get(rt=rt, tool=tool, year=year)


def step(rt):
    return StepState.objects.filter(rt=rt, step="mapping").first()


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_entry_begins_its_sheet(kind, rt):
    entry = add(rt, kind)
    sheet = sheet_of(rt, kept.tool_of(kind))
    assert entry.sheet == sheet
    assert sheet.entries == (kind != GROUP)
    assert sheet.path == entry.path == rt.path
    assert step(rt).done_on is None
    verbs = list(Line.objects.filter(path=rt.path).order_by("pk").values_list("verb", flat=True))
    assert verbs == ["mapping.begun", "steps.begun", "mapping.entry_added"]


def test_the_log_holds_no_words_that_people_typed(rt):
    entry = add(rt, Tool.ACTORS, role="Tono Rekaan")
    entries.change(kind=Tool.ACTORS, entry=entry, fields={"role": "Sari Rekaan"}, on=ON, by="uji")
    entries.remove(kind=Tool.ACTORS, entry=entry, on=ON, by="uji")
    assert not any("Rekaan" in str(line.details) for line in Line.objects.filter(path=rt.path))


def test_what_is_noticed_is_kept_with_every_change(rt):
    entry = add(rt, Tool.TRANSECT, problem="")
    assert [note["code"] for note in sheet_of(rt, Tool.TRANSECT).notes] == ["stop_bare"]
    entries.change(kind=Tool.TRANSECT, entry=entry, fields={"potential": "Air jernih"}, on=ON, by="uji")
    assert sheet_of(rt, Tool.TRANSECT).notes == []
    entries.remove(kind=Tool.TRANSECT, entry=entry, on=ON, by="uji")
    assert sheet_of(rt, Tool.TRANSECT).entries == 0


def test_the_map_is_held_against_register_and_border(rt):
    draw_border(rt)
    make_home(rt), make_home(rt, at=None)
    add(rt, Tool.MAP, longitude=116.95)
    codes = [note["code"] for note in sheet_of(rt, Tool.MAP).notes]
    assert codes == ["outside", "houses_missing"]


def test_numbers_of_a_trend_are_told_anew(rt):
    trend = add(rt, Tool.TRENDS)
    entries.change(kind=Tool.TRENDS, entry=trend, fields={"points": {2020: 1.5}}, on=ON, by="uji")
    assert list(TrendPoint.objects.values_list("trend", "year", "value")) == [(trend.pk, 2020, 1.5)]
    entries.remove(kind=Tool.TRENDS, entry=trend, on=ON, by="uji")
    assert not TrendPoint.objects.exists()


def test_the_hundred_and_first_entry_gets_a_letter(rt):
    first = add(rt, Tool.CUSTOMS)
    model = type(first)
    model.objects.bulk_create([model(sheet=first.sheet, path=rt.path, **SAMPLES[Tool.CUSTOMS]) for _ in range(99)])
    problem = refused("mapping.too_many", entries.add, kind=Tool.CUSTOMS, fields=SAMPLES[Tool.CUSTOMS], **acts(rt))
    assert problem.details == {"most": 100}
    assert model.objects.count() == 100


@pytest.mark.parametrize("year", [YEAR - 2, YEAR + 2])
def test_far_years_are_closed(year, rt):
    told = acts(rt, year)
    refused("mapping.year_closed", entries.add, kind=Tool.HISTORY, fields=SAMPLES[Tool.HISTORY], **told)
    refused("mapping.year_closed", sheets.reopen, tool=Tool.HISTORY, **told)
    refused("mapping.year_closed", sheets.close_year, **told)
    assert not Sheet.objects.exists()


def test_an_empty_sheet_or_one_made_by_nobody_is_not_finished(rt):
    refused("mapping.sheet_empty", sheets.finish, tool=Tool.MAP, **acts(rt))
    meet(rt, Tool.MAP)
    refused("mapping.sheet_empty", sheets.finish, tool=Tool.MAP, **acts(rt))
    add(rt, Tool.HISTORY)
    refused("mapping.nobody_there", sheets.finish, tool=Tool.HISTORY, **acts(rt))


def test_a_finished_sheet_is_opened_before_it_is_changed(rt):
    finish(rt, Tool.HISTORY)
    told = {"kind": Tool.HISTORY, "fields": SAMPLES[Tool.HISTORY]}
    assert refused("mapping.sheet_finished", entries.add, **told, **acts(rt)).details == {"tool": "Alur sejarah"}
    sheets.reopen(tool=Tool.HISTORY, **acts(rt))
    entries.add(**told, **acts(rt))
    assert sheet_of(rt, Tool.HISTORY).entries == 2


def test_the_last_of_ten_finishes_the_step(rt):
    for tool in Tool:
        assert step(rt) is None or step(rt).done_on is None
        finish(rt, tool)
    assert step(rt).done_on == ON
    sheets.reopen(tool=Tool.MAP, **acts(rt))
    assert step(rt).done_on is None


def test_a_year_is_closed_with_what_was_made(rt):
    refused("mapping.nothing_to_close", sheets.close_year, **acts(rt))
    add(rt, Tool.MAP)
    assert refused("mapping.still_under_way", sheets.close_year, **acts(rt)).details == {"tools": ["Peta sosial"]}
    meet(rt, Tool.MAP)
    sheets.finish(tool=Tool.MAP, **acts(rt))
    assert sheets.close_year(**acts(rt)) == 9
    assert step(rt).done_on == ON
    assert sum(each.is_skipped for each in kept.standings(rt.pk, YEAR)) == 9


def test_a_tool_set_aside_can_still_be_made(rt):
    finish(rt, Tool.MAP)
    sheets.close_year(**acts(rt))
    add(rt, Tool.SEASONS)
    sheet = sheet_of(rt, Tool.SEASONS)
    assert (sheet.is_skipped, sheet.finished_on, sheet.entries) == (False, None, 1)
    assert step(rt).done_on is None


def test_next_year_begins_from_this_one(rt):
    for tool in Tool:
        add(rt, tool, YEAR - 1)
    meet(rt, Tool.MAP, YEAR - 1)
    mine = add(rt, Tool.HISTORY, what="Banjir besar")
    assert years.copy(**acts(rt)) == 9
    assert [each.what for each in kept.entries(mine.sheet)] == ["Banjir besar"]
    copied = sheet_of(rt, Tool.MAP)
    assert (copied.entries, copied.met_on, copied.women) == (1, None, None)
    assert [point.value for point in kept.entries(sheet_of(rt, Tool.TRENDS))[0].points.all()] == [40.0, 18.0]
    assert TrendPoint.objects.count() == 4
    assert sheet_of(rt, Tool.MAP, YEAR - 1).entries == 1
    refused("mapping.nothing_to_copy", years.copy, **acts(rt))


def test_rankings_are_not_copied(rt):
    rank, group = add(rt, Tool.WELFARE, YEAR - 1), add(rt, GROUP, YEAR - 1)
    rankings.place(group=group, household_id=make_home(rt).pk, rank=rank, on=ON, by="uji")
    years.copy(**acts(rt))
    assert kept.entries(sheet_of(rt, Tool.WELFARE), GROUP) == []
    assert Placement.objects.count() == 1


def test_a_group_may_change_its_mind(rt):
    home, group = make_home(rt), add(rt, GROUP)
    better, worse = add(rt, Tool.WELFARE), add(rt, Tool.WELFARE, order=2, name="Susah", is_poor=True)
    for rank in (better, worse):
        rankings.place(group=group, household_id=home.pk, rank=rank, on=ON, by="uji")
    assert list(Placement.objects.values_list("household", "rank")) == [(home.pk, worse.pk)]


def test_only_households_of_this_rt_are_placed_in_classes_of_this_sheet(rt, places):
    group, rank = add(rt, GROUP), add(rt, Tool.WELFARE)
    foreign, gone = make_home(places.mawar), make_home(rt)
    gone.until = date(2025, 1, 1)
    gone.save()
    elsewhere = add(places.mawar, Tool.WELFARE)
    for household, at in ((foreign.pk, rank), (gone.pk, rank), (0, rank), (make_home(rt).pk, elsewhere), (1, None)):
        refused(
            "mapping.household_elsewhere", rankings.place, group=group, household_id=household, rank=at, on=ON, by="uji"
        )
    assert not Placement.objects.exists()


def test_a_class_with_households_in_it_stays(rt):
    group, rank = add(rt, GROUP), add(rt, Tool.WELFARE)
    rankings.place(group=group, household_id=make_home(rt).pk, rank=rank, on=ON, by="uji")
    problem = refused("mapping.class_in_use", entries.remove, kind=Tool.WELFARE, entry=rank, on=ON, by="uji")
    assert problem.details == {"name": "Cukup", "count": 1}
    entries.remove(kind=GROUP, entry=group, on=ON, by="uji")
    entries.remove(kind=Tool.WELFARE, entry=rank, on=ON, by="uji")
    assert not WelfareClass.objects.exists()


def test_who_was_there_is_counted(rt):
    sheet = sheets.meet(tool=Tool.ACTORS, room=ROOM | {"poor": 3}, **acts(rt))
    assert (sheet.women, sheet.men, sheet.poor, sheet.disability) == (9, 7, 3, None)
    assert step(rt) is not None
