"""The ten drawings: whole, safe, with words beside them, whatever people are called."""

from __future__ import annotations

import re
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from django.utils import translation

from rukun.mapping.drawings import actors, boards, ground, letters, seasons, timeline, transect, trends, venn
from rukun.ui.maps import Shape

NASTY = 'Bang "Udin" <b>\'s & co</b>'
ARABIC = "مسجد الهداية"
BALINESE = "ᬩᬮᬶ ᬲᬓ ᬳᬦᬘᬭᬓ"
LONG = "Kelompok " + "sangat panjang sekali " * 12
UNBROKEN = "x" * 300
CONTROL = "Balai\x0b\x1f RT\u0000"
NAMES = [NASTY, ARABIC, BALINESE, LONG, UNBROKEN, CONTROL, ""]
SQUARE = Shape("1", "RT", [[(116.9, -0.5), (116.91, -0.5), (116.91, -0.49), (116.9, -0.49), (116.9, -0.5)]])


@pytest.fixture(autouse=True)
def in_indonesian():
    with translation.override("id"):
        yield


def points(*values):
    held = [SimpleNamespace(year=2020 + n, value=float(value)) for n, value in enumerate(values)]
    return SimpleNamespace(all=lambda: held)


def entry(name, number):
    """One thing with every field that any drawing asks for."""
    return SimpleNamespace(
        pk=number, name=name, role=name, place=name, what=name, order=number, land_use=name, soil_water=name,
        problem=name, potential=name, since=1990 + number % 30, until=2021 if number % 2 else None, effect=name,
        source=name, kind=("disaster", "work")[number % 2], months="012301230123", importance=1 + number % 3,
        closeness=1 + number % 3, influence=1 + number % 3, stance=("against", "neutral", "for")[number % 3], reason=name,
        practice=name, state=("alive", "rare", "fading")[number % 3], use=("used", "partly", "unused")[number % 3],
        capital="human", amount=name, idea=name, unit=name, direction=("up", "down")[number % 2], points=points(3, 5, 4),
        criteria=name, is_poor=bool(number % 2),
    )  # fmt: skip


def custom(entries, **told):
    return boards.customs([SimpleNamespace(**vars(each) | {"use": each.idea}) for each in entries], **told)


def landmarks(entries, **told):
    kinds = ("facility", "hazard", "water", "land")
    marks = [
        SimpleNamespace(name=e.name, kind=kinds[n % 4], longitude=116.9 + n / 5000, latitude=-0.495)
        for n, e in enumerate(entries)
    ]
    return ground.ground([SQUARE], [(116.904, -0.496)] * 3, marks, **told)


DRAWINGS = {
    "landmarks": landmarks,
    "transect": transect.transect,
    "timeline": timeline.timeline,
    "calendar": seasons.calendar,
    "venn": venn.venn,
    "actors": actors.grid,
    "customs": custom,
    "resources": boards.resources,
    "charts": trends.charts,
    "classes": boards.classes,
}
every_drawing = pytest.mark.parametrize("draw", DRAWINGS.values(), ids=DRAWINGS)


def svg_of(picture):
    """Read as XML, as a printer reads it."""
    return ElementTree.fromstring(str(picture.drawing).partition("</svg>")[0] + "</svg>")  # noqa: S314 - our own


def texts(root):
    return [each.text or "" for each in root.iter("{http://www.w3.org/2000/svg}text")]


@every_drawing
@pytest.mark.parametrize("name", NAMES)
def test_any_name_can_be_drawn(draw, name):
    picture = draw([entry(name, n) for n in range(4)], title="Gambar", words="Bersama 3 orang.")
    root = svg_of(picture)
    assert "<b>" not in str(picture.drawing)
    assert max(map(len, texts(root)), default=0) <= 60
    assert root.find("{http://www.w3.org/2000/svg}title") is not None


@every_drawing
def test_the_same_stands_in_a_table(draw):
    picture = draw([entry("Posyandu", n) for n in range(5)], title="Gambar")
    assert len(picture.table.rows) == 5
    assert all("Posyandu" in row.values[0] for row in picture.table.rows)


@every_drawing
def test_nothing_lies_outside_its_paper(draw):
    picture = draw([entry(f"Nama ke {n}", n) for n in range(40)], title="Gambar")
    root = svg_of(picture)
    width, height = map(float, root.get("viewBox").split()[2:])
    for each in root.iter("{http://www.w3.org/2000/svg}text"):
        assert 0 <= float(each.get("x")) <= width
        assert 0 <= float(each.get("y")) <= height


@every_drawing
def test_a_hundred_entries_stay_light(draw):
    picture = draw([entry(f"Nama ke {n}", n) for n in range(100)], title="Gambar")
    assert len(str(picture.drawing)) < 100_000


def test_the_map_without_any_place_is_no_map():
    assert ground.ground([], [], [], title="Peta") is None
    assert ground.ground([], [(116.9, -0.5)], [], title="Peta") is None


def test_kinds_differ_by_form_not_only_colour():
    picture = landmarks([entry("x", n) for n in range(4)], title="Peta")
    forms = {
        re.search(r"M0 0(.+)", each.get("d"))[1]
        for each in svg_of(picture).iter()
        if each.get("d", "").startswith("M0 0")
    }
    assert len(forms) == 4
    assert [words for _swatch, words in picture.swatches] == [
        "Rumah", "Fasilitas umum", "Tempat rawan", "Sumber air atau sungai", "Kebun, sawah, atau tanah kosong",
    ]  # fmt: skip


def test_strength_is_size():
    assert list(seasons.RADII) == sorted(seasons.RADII)
    picture = seasons.calendar([entry("Banjir", 1)], title="Kalender")
    radii = {each.get("r") for each in svg_of(picture).iter("{http://www.w3.org/2000/svg}circle")}
    assert radii == {str(radius) for radius in seasons.RADII}


def test_an_important_body_that_is_far_has_its_mark():
    far = SimpleNamespace(name="Puskesmas", importance=3, closeness=1, reason="")
    near = SimpleNamespace(name="Posyandu", importance=3, closeness=3, reason="")
    assert "1!" in texts(svg_of(venn.venn([far, near], title="Diagram")))
    assert "2!" not in texts(svg_of(venn.venn([far, near], title="Diagram")))


def test_years_are_said_once_where_nothing_lasted():
    assert timeline.years(SimpleNamespace(since=1998, until=1998)) == "1998"
    assert timeline.years(SimpleNamespace(since=1998, until=2001)) == "1998–2001"


def test_words_are_cut_with_dots():
    assert letters.cut("satu dua tiga", 8) == "satu du…"
    assert letters.lines("satu dua tiga empat", 8, 2) == ["satu dua", "tiga em…"]
    assert letters.lines("", 8, 2) == []
    assert letters.clean("a\x00b\ud800c\n d") == "a b c d"


def test_a_line_without_numbers_says_so():
    quiet = SimpleNamespace(name="Karet", unit="", direction="up", reason="", points=points())
    assert "belum ada angka" in texts(svg_of(trends.charts([quiet], title="Bagan")))
