"""What a machine notices, from entries alone, and how it is said."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.utils import translation

from rukun.mapping.findings import noticed, places, trends, welfare
from rukun.mapping.models import (
    Actor,
    Custom,
    HistoryEvent,
    Institution,
    Landmark,
    Resource,
    SeasonItem,
    Stop,
)
from rukun.mapping.types import Note, Tool
from rukun.mapping.words import listed, months, runs, say


@pytest.fixture(autouse=True)
def in_indonesian():
    with translation.override("id"):
        yield


def said(tool, entries):
    return [say(note) for note in noticed(tool, entries)]


def event(since, until=None, what="Banjir", source="Tetua"):
    return HistoryEvent(since=since, until=until, what=what, source=source)


def trend(direction, values, reason="Pohon tua"):
    points = [SimpleNamespace(year=2020 + n, value=value) for n, value in enumerate(values)]
    return SimpleNamespace(name="Karet", direction=direction, reason=reason, points=SimpleNamespace(all=lambda: points))


def test_a_stop_without_problem_or_potential_is_pointed_out():
    stops = [Stop(order=1, place="Balai"), Stop(order=1, place="Sungai", problem="Titian lapuk")]
    assert said(Tool.TRANSECT, stops) == [
        "Perhentian Balai belum punya masalah atau potensi.",
        "Ada lebih dari satu perhentian ke-1. Periksa urutannya.",
        "Masalah di sepanjang jalan: Titian lapuk.",
    ]


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ((1997, 1999), (1998, None), True),
        ((1997, 1999), (1999, 2003), True),
        ((1997, 1999), (2000, None), False),
        ((1998, None), (1998, None), False),
        ((2000, None), (1997, 2005), True),
    ],
)
def test_events_overlap_only_where_one_lasted(one, other, overlap):
    assert bool(list(places.overlaps([event(*one), event(*other)]))) is overlap


def test_an_event_without_its_teller_is_missing_something():
    [note] = noticed(Tool.HISTORY, [event(1990, source="")])
    assert note.is_missing
    assert say(note) == "Banjir: belum disebut dari siapa ceritanya."


def test_peaks_are_said_over_new_year_and_clashes_name_the_month():
    items = [
        SeasonItem(name="Banjir", months="330000000003"),
        SeasonItem(name="Paceklik", months="030000000000"),
        SeasonItem(name="Panen", months="000000000000"),
    ]
    assert said(Tool.SEASONS, items) == [
        "Panen belum diberi bulan.",
        "Februari: Banjir, Paceklik memuncak bersamaan. Hindari kerja bakti bulan itu.",
        "Banjir: paling kuat pada Desember–Februari.",
        "Paceklik: paling kuat pada Februari.",
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], []),
        ([3], [[3]]),
        ([1, 2, 12], [[12, 1, 2]]),
        ([1, 3, 12], [[12, 1], [3]]),
        (list(range(1, 13)), [list(range(1, 13))]),
    ],
)
def test_months_in_a_row_are_one_stretch(given, expected):
    assert runs(given) == expected


def test_a_whole_year_is_said_so():
    assert months(range(1, 13)) == "sepanjang tahun"
    assert months([5, 6, 9]) == "Mei–Juni, September"


def test_important_bodies_that_are_far_and_strong_actors_against():
    bodies = [
        Institution(name="Puskesmas", importance=3, closeness=1),
        Institution(name="Desa", importance=3, closeness=2),
    ]
    assert said(Tool.INSTITUTIONS, bodies) == ["Penting tetapi terasa jauh: Puskesmas."]
    actors = [Actor(role="Pemilik warung", influence=3, stance="against")]
    assert said(Tool.ACTORS, actors) == ["Berpengaruh besar tetapi keberatan: Pemilik warung. Ajak bicara dahulu."]
    assert said(Tool.ACTORS, [Actor(role="Pemuda", influence=1, stance="for")]) == [
        "Belum ada pelaku yang berpengaruh besar. Benarkah begitu?"
    ]


def test_customs_that_fade_and_resources_that_lie_unused():
    assert said(Tool.CUSTOMS, [Custom(name="Lumbung", state="fading"), Custom(name="Yasinan", state="alive")]) == [
        "Hampir hilang: Lumbung."
    ]
    held = [Resource(name=f"Barang {n}", capital="physical", use="unused", idea="x") for n in range(5)]
    assert said(Tool.RESOURCES, held)[-1] == "5 sumber daya belum dipakai: Barang 0, Barang 1, Barang 2, dan 2 lagi."
    assert "Belum ada catatan untuk modal sosial." in said(Tool.RESOURCES, held)
    assert said(Tool.RESOURCES, []) == []


@pytest.mark.parametrize(
    ("values", "direction"),
    [((40, 18), "down"), ((1, 2), "up"), ((100, 103), "level"), ((0, 0), "level"), ((-4, 2), "up")],
)
def test_numbers_have_a_direction(values, direction):
    assert trends.direction_of(list(enumerate(values))) == direction


def test_a_trend_against_its_numbers_is_asked_about():
    codes = {note.code for note in noticed(Tool.TRENDS, [trend("up", (40, 18), reason="")])}
    assert codes == {"trend_no_reason", "trend_differs", "trend"}
    assert said(Tool.TRENDS, [trend("up", (40, 18))])[0] == "Karet: menurut warga naik, tetapi angkanya turun."
    assert said(Tool.TRENDS, [trend("down", (40, 18))]) == ["Karet turun pada 2020–2021 (Pohon tua)."]
    assert [note.code for note in noticed(Tool.TRENDS, [trend("down", (40,))])] == ["trend_short"]


def test_hazards_are_named():
    marks = [Landmark(name="Tebing", kind="hazard"), Landmark(name="Musala", kind="facility")]
    assert said(Tool.MAP, marks) == ["Tempat rawan: Tebing."]


def test_houses_are_held_against_the_register():
    assert say(places.houses(55, 62)[0]) == "7 dari 62 rumah tangga belum punya titik di peta."
    assert say(places.houses(62, 62)[0]) == "Semua 62 rumah tangga ada di peta."


def test_a_point_in_the_hole_of_a_ring_is_outside():
    outer = [(0, 0), (9, 0), (9, 9), (0, 9), (0, 0)]
    hole = [(3, 3), (6, 3), (6, 6), (3, 6), (3, 3)]
    assert places.inside([outer, hole], (1, 1))
    assert not places.inside([outer, hole], (4, 4))
    assert not places.inside([outer], (10, 4))


def test_rankings_tell_who_is_missing_and_where_groups_differ():
    found = welfare.welfare(["a", "b"], ["x", "y"], {1: [1, 1], 2: [1, 3], 3: [2]}, [1, 2, 3, 4])
    assert [(note.code, note.values["n"]) for note in found] == [("households_unplaced", 2), ("groups_differ", 1)]
    few = welfare.welfare(["a"], [], {}, [1])
    assert [note.code for note in few] == ["classes_few", "groups_few"]


def test_a_note_of_an_older_rukun_says_nothing():
    assert say(Note("long_forgotten", {"x": 1})) == ""


def test_three_names_and_how_many_more():
    assert listed(["a", "b", "c", "d"]) == "a, b, c, dan 1 lagi"
    assert listed(["100 % padat"]) == "100 % padat"
