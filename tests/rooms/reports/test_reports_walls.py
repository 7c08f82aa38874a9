"""Wall sheets: the picture of a tool at A3, with its words, for who may see it."""

from __future__ import annotations

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from rukun.accounts.permissions import today
from rukun.mapping.actions import entries
from rukun.mapping.types import Tool
from rukun.reports import pdf, walls
from rukun.territory import queries as territory

ON = today()
A3 = (842, 1191)
NASTY = 'Balai "Rekaan" <i>مسجد</i> ᬩᬮᬶ ' + "panjang " * 5


@pytest.fixture(autouse=True)
def in_indonesian():
    with translation.override("id"):
        yield


@pytest.fixture
def acts(places):
    return {"rt_id": places.melati.pk, "path": places.melati.path, "year": ON.year, "on": ON, "by": "uji"}


def sheet(places, tool, on=ON):
    place = territory.place(places.melati.pk, on=on)
    return walls.wall(place, tool, year=ON.year, on=on, with_houses=True)


def drawn(document):
    data = pdf.draw(document)
    paper = pypdfium2.PdfDocument(data)
    return (
        data,
        [tuple(round(side) for side in page.get_size()) for page in paper],
        paper[0].get_textpage().get_text_bounded(),
    )


def test_a_picture_fills_one_sheet_of_a3_and_says_what_it_shows(places, acts):
    for n in range(6):
        fields = {"name": f"Banjir {n}", "kind": "disaster", "months": "330000000003"}
        entries.add(kind=Tool.SEASONS, fields=fields, **acts)
    data, sizes, words = drawn(sheet(places, Tool.SEASONS))
    assert sizes == [A3]
    assert f"Kalender musim {ON.year}" in words
    assert "memuncak bersamaan" in words
    assert data == pdf.draw(sheet(places, Tool.SEASONS))


def test_a_map_lies_wide_and_names_its_numbers(places, acts):
    for n in range(6):
        fields = {"name": f"Titik {n}", "kind": "facility", "longitude": 116.9 + n / 100, "latitude": -0.5 + n / 400}
        entries.add(kind=Tool.MAP, fields=fields, **acts)
    _data, sizes, words = drawn(sheet(places, Tool.MAP))
    assert sizes == [A3[::-1]]
    assert "1. Titik 0" in words
    assert "6. Titik 5" in words
    assert "Fasilitas umum" in words


def test_any_name_can_be_printed(places, acts):
    entries.add(kind=Tool.ACTORS, fields={"role": NASTY, "influence": 3, "stance": "for", "reason": ""}, **acts)
    _data, sizes, _words = drawn(sheet(places, Tool.ACTORS))
    assert len(sizes) == 1


def test_an_empty_sheet_asks_its_question(places):
    _data, sizes, words = drawn(sheet(places, Tool.HISTORY))
    assert sizes == [A3]
    assert "Peristiwa apa yang mengubah hidup warga?" in words


@pytest.mark.parametrize(("tool", "status"), [("sejarah", 200), ("ramalan", 404)])
def test_the_sheet_is_handed_out(tool, status, places, cast):
    client = Client()
    client.force_login(cast.rt_head)
    answer = client.get(reverse("reports:wall", args=[places.melati.pk, tool]), {"tahun": "99999"})
    assert answer.status_code == status
    assert client.get(reverse("reports:wall", args=[places.mawar.pk, tool])).status_code == 404
