"""Charts and maps: well-formed, named, without inline style, true to what they were given."""

import re
from math import cos, radians
from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from rukun.ui import maps, pictures
from rukun.ui.labels import box, place_labels, touch

SVG = "{http://www.w3.org/2000/svg}"
STEPS = ["0–5 %", "6–10 %", "di atas 10 %"]
NAME = 'RT <01> & "sawah"'


def square(key: str, x: float, y: float, size: float = 1.0, label: str = "") -> maps.Shape:
    return maps.Shape(key, label or f"RT {key}", [[(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)]])


GRID = [square(f"{x}{y}", 116 + x / 10, -y / 10, 0.1) for x in range(4) for y in range(3)]

PICTURES = {
    "bars": pictures.bars([(NAME, 31), ("RT 02", None), ("RT 03", 0)], title="Sulit & susah", words="Kata."),
    "no bars": pictures.bars([], title="Kosong"),
    "stacked": pictures.stacked([(NAME, [1, 2, 3, 4, 5, 6])], list("abcdef"), title="Bagian"),
    "pyramid": pictures.pyramid([("0–4", 62, 58), ("5–9", 0, 3)], title="Umur"),
    "line": pictures.spark([("2021", 4), ("2022", None), ("2023", 13)], title="Kunjungan"),
    "unknown line": pictures.spark([("2021", None)], title="Belum ada"),
    "map": maps.choropleth(GRID, {"00": 2, "11": 0}, title="Peta", steps=STEPS, hrefs={"00": "/rt/1?a=1&b=2"}),
    "map of one": maps.choropleth([square("1", 0, 0, label=NAME)], {}, title="Satu", steps=STEPS),
    "map with houses": maps.choropleth(
        [square("1", 116, 0)], {"1": 1}, title="Rumah", steps=STEPS,
        kinds=["Terdata", NAME, "Belum", "Pindah"],
        points=[maps.Point(NAME, (116.5, 0.5), kind, "/k/1") for kind in (1, 2, 3, 4)],
    ),
}  # fmt: skip


def svg_of(picture) -> ElementTree.Element:
    return ElementTree.fromstring(f"<div>{picture.drawing}</div>").find(f"{SVG}svg")


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_well_formed_and_carries_no_style_or_script(name):
    picture = PICTURES[name]
    tree = ElementTree.fromstring(f"<div>{picture.drawing}{picture.legend}</div>")
    for node in tree.iter():
        assert node.tag != f"{SVG}script"
        assert not [key for key in node.attrib if key == "style" or key.startswith("on")]


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_named_and_described_for_those_who_listen(name):
    image = svg_of(PICTURES[name])
    ids = {node.get("id"): node.text for node in image.iter() if node.get("id")}
    assert ids[image.get("aria-labelledby")] == PICTURES[name].title
    assert ids[image.get("aria-describedby")]


@pytest.mark.parametrize("name", PICTURES)
def test_every_pattern_used_is_drawn_in_the_same_picture(name):
    text = str(PICTURES[name].drawing)
    assert set(re.findall(r"url\(#([^)]+)\)", text)) <= set(re.findall(r'<pattern id="([^"]+)"', text))


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_has_its_table_beneath(name):
    text = render_to_string("ui/components/picture.html", {"picture": PICTURES[name]})
    assert PICTURES[name].title.replace("&", "&amp;") in text
    assert ("<table" in text) == bool(PICTURES[name].table.rows)


def test_an_unknown_value_is_said_and_never_drawn_as_nothing():
    image = svg_of(PICTURES["bars"])
    assert [node.text for node in image.iter(f"{SVG}text")].count("belum diketahui") == 1
    assert len(list(image.iter(f"{SVG}rect"))) == 2
    assert PICTURES["line"].drawing.count("M") == 3  # the ground, and a line broken in two


def test_too_many_parts_or_steps_are_refused():
    with pytest.raises(ValueError, match="at most 6"):
        pictures.stacked([("a", [1] * 7)], list("abcdefg"), title="Bagian")
    with pytest.raises(ValueError, match="at most 6"):
        maps.choropleth(GRID, {}, title="Peta", steps=list("abcdefg"))


@given(st.lists(st.lists(st.integers(0, 10**6), min_size=3, max_size=3), min_size=1, max_size=8))
def test_stacked_bars_are_as_long_as_their_sums(rows):
    picture = pictures.stacked([(str(i), row) for i, row in enumerate(rows)], list("abc"), title="Bagian")
    blocks = [node for node in svg_of(picture).iter(f"{SVG}rect") if node.get("class")]
    top = max(sum(row) for row in rows) or 1
    for index, row in enumerate(rows):
        own = blocks[3 * index : 3 * index + 3]
        drawn = sum(float(node.get("width")) for node in own)
        assert drawn == pytest.approx(400 * sum(row) / top, abs=3.2)


def areas_of(picture) -> list[ElementTree.Element]:
    return [node for node in svg_of(picture).iter(f"{SVG}path") if "area" in node.get("class", "").split()]


def test_a_map_loses_no_area_and_colours_only_what_is_known():
    areas = areas_of(PICTURES["map"])
    titles = [node.find(f"{SVG}title").text for node in areas]
    assert len(areas) == len(GRID)
    assert titles[0] == "RT 00: di atas 10 %" and areas[0].get("class") == "area k2"
    unknown = [node for node in areas if node.get("fill")]
    assert len(unknown) == len(GRID) - 2
    assert all(node.find(f"{SVG}title").text.endswith("belum diketahui") for node in unknown)
    assert "belum diketahui" in PICTURES["map"].legend


def test_a_map_without_unknowns_does_not_speak_of_them():
    whole = maps.choropleth(GRID, {shape.key: 1 for shape in GRID}, title="Peta", steps=STEPS)
    assert "belum diketahui" not in whole.legend


def test_names_are_only_ever_text():
    assert NAME in "".join(svg_of(PICTURES["map of one"]).itertext())
    marks = [
        node for node in svg_of(PICTURES["map with houses"]).iter(f"{SVG}path") if "point" in node.get("class", "")
    ]
    assert [mark.find(f"{SVG}title").text for mark in marks] == [NAME] * 4
    assert len({mark.get("d").partition("m")[2] for mark in marks}) == 4  # forms differ, not only colours


def test_the_legend_says_what_the_forms_mean():
    tree = ElementTree.fromstring(str(PICTURES["map with houses"].legend))
    words = ["".join(item.itertext()) for item in tree]
    assert words == [*STEPS, "Terdata", NAME, "Belum", "Pindah"]


def test_a_legend_on_paper_shows_the_forms_too():
    drawn = [ElementTree.fromstring(maps.swatch(look)) for look in ("c1", "c2", "c3", "c4", "k2", "unknown-ground")]
    forms = [each[0].get("d") for each in drawn]
    assert len(set(forms[:4])) == 4 and None not in forms[:4]
    assert forms[4:] == [None, None] and drawn[4][0].get("class") == "k2"


def test_a_map_is_as_wide_and_high_as_the_land():
    land = [square("1", 116, 60, 1)]
    view = svg_of(maps.choropleth(land, {}, title="Utara", steps=STEPS)).get("viewBox").split()
    assert int(view[2]) / int(view[3]) == pytest.approx(cos(radians(60.5)), rel=0.01)
    flat = svg_of(maps.choropleth(land, {}, title="Datar", steps=STEPS, is_planar=True)).get("viewBox").split()
    assert flat[2] == flat[3] == "2000"


def test_a_map_of_nothing_is_refused():
    with pytest.raises(ValueError, match="at least one place"):
        maps.choropleth([], {}, title="Peta", steps=STEPS)


def test_an_area_too_small_to_draw_leaves_a_dot():
    picture = maps.choropleth([square("1", 0, 0), square("2", 0.5, 0.5, 1e-6)], {}, title="Kecil", steps=STEPS)
    assert areas_of(picture)[1].get("d").endswith("h8v8h-8z")


spots = st.tuples(st.integers(-3000, 3000), st.integers(-3000, 3000))


@given(st.lists(spots, min_size=3, max_size=30, unique=True))
def test_path_data_walks_the_very_same_border(corners):
    ring = [*corners, corners[0]]
    start, _, moves = maps.outline([ring]).partition("l")
    x, y = map(int, re.findall(r"-?\d+", start))
    steps = list(map(int, re.findall(r"-?\d+", moves)))
    walked = [(x, y)]
    for across, down in zip(steps[::2], steps[1::2], strict=True):
        walked.append((walked[-1][0] + across, walked[-1][1] + down))
    assert moves.endswith("z")
    assert walked == corners


@given(st.lists(st.tuples(st.floats(95, 141), st.floats(-11, 6), st.floats(0.01, 2)), min_size=1, max_size=12))
def test_everything_stays_on_the_sheet(places):
    shapes = [square(str(i), x, y, size) for i, (x, y, size) in enumerate(places)]
    sheet = maps.sheet_for(shapes)
    assert max(sheet.width, sheet.height) == 2000
    for shape in shapes:
        for x, y in sheet.lay(shape.rings[0]):
            assert -1 <= x <= sheet.width + 1 and -1 <= y <= sheet.height + 1


@given(st.lists(st.tuples(st.integers(0, 1500), st.integers(0, 1500), st.integers(20, 700)), min_size=1, max_size=25))
def test_names_never_stand_upon_one_another(places):
    rings = [[[(x, y), (x + s, y), (x + s, y + s), (x, y + s), (x, y)]] for x, y, s in places]
    labels = place_labels([(f"Desa Contoh {i}", ring) for i, ring in enumerate(rings)])
    assert [label.number for label in labels] == list(range(1, len(places) + 1))
    taken = [box(label.lines, label.x, label.y) for label in labels if label.lines]
    assert not [1 for i, one in enumerate(taken) for other in taken[:i] if touch(one, other)]


def test_tiles_hold_every_area_with_its_words():
    cells = [maps.Cell("1", NAME, 2, "31 keluarga", "/rt/1"), maps.Cell("2", "RT 02", None), maps.Cell("3", "RT 03", 0)]
    picture = maps.tile_map(cells, title="RT", steps=STEPS)
    tree = ElementTree.fromstring(str(picture.drawing))
    tiles = [list(item)[0] for item in tree]
    assert ["".join(tile.itertext()) for tile in tiles] == [f"{NAME}31 keluarga", "RT 02belum diketahui", "RT 030–5 %"]
    assert [tile.tag for tile in tiles] == ["a", "div", "div"]
    assert "unknown" in tiles[1].get("class") and "k0" in tiles[2].get("class")


def test_pictures_speak_english_too():
    with translation.override("en"):
        assert "31,000" in pictures.bars([("RT 01", 31000)], title="Families").drawing
