"""Price lists and lists of AHSP as people bring them: told first, kept whole, or not at all."""

from __future__ import annotations

import lzma
import re
from datetime import date
from html import unescape

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse
from tests.rooms.conftest import Places, make_user
from tests.rooms.grants.budget_ground import ROWS, make_prices
from tests.rooms.grants.money_ground import ON
from tests.rooms.grants.test_budgets_pages import said, signed_in

from rukun.accounts.models import Role
from rukun.grants.actions import prices as actions
from rukun.grants.models import AnalysisList, Coefficient, Price, PriceList
from rukun.grants.queries import price_sheets
from rukun.grants.queries.prices import looks_wrong, matching
from rukun.kit.problems import Problem

pytestmark = pytest.mark.django_db
HEAD = "kode;uraian;satuan;harga\n"
GOOD = HEAD + "01;Semen 50 kg;zak;75.000\n02;Pekerja;OH;Rp 110.000,00\n;Pasir;m3;250000\n"
AHSP = (
    "id,kode_ahsp,nama_ahsp,kode_item_lookup,kategori,item,satuan,koefisien,sumber_ahsp\n"
    "1,9.1,Beton rekaan,TK.1,Tenaga Kerja,Pekerja,OH,1.65,Rekaan\n"
    "2,9.1,Beton rekaan,TK.2,Tenaga Kerja,Tukang,OH,1395,Rekaan\n"
    '3,9.1,Beton rekaan,,,Kerikil,kg,"1009,5",Rekaan\n'
)


@pytest.fixture
def dpmd(places: Places, monkeypatch):
    monkeypatch.setattr("rukun.accounts.thresholds.lacks_second_factor", lambda request: False)
    return signed_in(make_user("dpmd-harga", Role.DPMD, places.kabupaten))


def sent(text: str | bytes, name: str = "harga.csv") -> dict[str, object]:
    held = text.encode() if isinstance(text, str) else text
    told = {"title": "Standar harga rekaan", "basis": "SK rekaan", "since": "2026-01-01"}
    return told | {"file": SimpleUploadedFile(name, held)}


def kept(answer) -> str:
    return unescape(re.search(r'name="kept" value="([^"]+)"', answer.content.decode())[1])


def test_a_list_is_told_first_and_kept_with_a_second_yes(dpmd, places):
    where = reverse("grants:prices_bring", args=[places.kabupaten.pk])
    answer = dpmd.post(where, sent(GOOD))
    assert "3 baris terbaca" in said(answer)
    assert PriceList.objects.count() == 0
    assert dpmd.post(where, {"kept": kept(answer)}).status_code == 302
    found = dict(Price.objects.values_list("words", "amount"))
    assert found == {"Semen 50 kg": 75_000, "Pekerja": 110_000, "Pasir": 250_000}
    assert Price.objects.get(words="Pekerja").kind == "wage"
    assert PriceList.objects.get().since == date(2026, 1, 1)
    assert "Semen 50 kg" in said(dpmd.get(reverse("grants:prices", args=[places.melati.pk]) + "?cari=semen"))


@pytest.mark.parametrize(
    ("row", "words"),
    [("01;Semen;zak;1,500", "baris 3, kolom harga: “1,500”"), ("01;Semen;zak;-5", "“-5”"), ("01;Semen;zak;0", "“0”"),
     ("01;Semen;zak;1" + "0" * 15, "bukan harga"), ("01;;zak;5000", "kolom uraian"), ("01;Semen;;5000", "kolom satuan"),
     ("01;Semen;zak;", "kolom harga"), ("09;Semen;zak;5000", "kode 09 sudah dipakai di baris 2"),
     ("01;Semen;zak;75.000,50", "kolom harga")],
)  # fmt: skip
def test_one_wrong_cell_keeps_nothing(dpmd, places, row, words):
    where = reverse("grants:prices_bring", args=[places.kabupaten.pk])
    answer = dpmd.post(where, sent(HEAD + "09;Batu;m3;300.000\n" + row + "\n"))
    assert answer.status_code == 422
    assert words in said(answer)
    assert 'name="kept"' not in answer.content.decode()
    assert "Standar harga rekaan" in answer.content.decode()


def test_merged_cells_are_a_letter(dpmd, places, tmp_path):
    book = openpyxl.Workbook()
    for row in (["kode", "uraian", "satuan", "harga"], ["01", "Semen", "zak", 75000], ["02", "Pasir", "m3", None]):
        book.active.append(row)
    book.active.merge_cells("D2:D3")
    book.save(tmp_path / "harga.xlsx")
    where = reverse("grants:prices_bring", args=[places.kabupaten.pk])
    answer = dpmd.post(where, sent((tmp_path / "harga.xlsx").read_bytes(), "harga.xlsx"))
    assert answer.status_code == 422
    assert "sel gabungan" in said(answer)
    assert PriceList.objects.count() == 0


@pytest.mark.parametrize("text", ["", "bukan tabel\n", "kode;uraian\n01;Semen\n", HEAD])
def test_what_is_no_list_is_a_letter(dpmd, places, text):
    answer = dpmd.post(reverse("grants:prices_bring", args=[places.kabupaten.pk]), sent(text))
    assert answer.status_code == 422
    assert PriceList.objects.count() == 0


def test_what_was_told_cannot_be_altered_on_its_way_back(dpmd, places):
    where = reverse("grants:prices_bring", args=[places.kabupaten.pk])
    held = kept(dpmd.post(where, sent(GOOD)))
    answer = dpmd.post(where, {"kept": held[:-3] + "abc"})
    assert answer.status_code == 422
    assert "lewat waktu atau rusak" in said(answer)
    assert PriceList.objects.count() == 0


@pytest.mark.parametrize("since", [date(1970, 1, 1), date(2099, 1, 1)])
def test_a_day_that_cannot_be_is_refused(places, since):
    with pytest.raises(Problem, match="list_too_old"), transaction.atomic():
        make_prices(places.kabupaten, since=since)
    with pytest.raises(Problem, match="list_empty"), transaction.atomic():
        make_prices(places.kabupaten, rows=[])


def test_only_who_keeps_prices_brings_them(places, dpmd):
    head = signed_in(make_user("ketua-harga", Role.RT_HEAD, places.melati))
    assert head.get(reverse("grants:prices", args=[places.melati.pk])).status_code == 200
    assert head.get(reverse("grants:prices_bring", args=[places.melati.pk])).status_code == 403


def test_a_price_is_known_by_words_and_unit(places):
    listed = make_prices(places.kabupaten)
    assert matching(listed, "Semen Portland", "zak 50 kg").amount == 75_000
    assert matching(listed, "Pasir beton", "m³").amount == 250_000
    assert matching(listed, "Pekerja", "HOK").amount == 110_000
    assert matching(listed, "Pasir pasang", "m³") is None
    assert matching(listed, "Semen Portland", "kg") is None


def test_ahsp_is_kept_as_it_stands_and_marked(dpmd, places):
    where = reverse("grants:analyses_bring", args=[places.kabupaten.pk])
    answer = dpmd.post(where, sent(AHSP, "ahsp.csv"))
    assert "1 koefisien tampak kehilangan koma" in said(answer)
    dpmd.post(where, {"kept": kept(answer)})
    found = {each.words: each for each in Coefficient.objects.all()}
    assert str(found["Tukang"].quantity) == "1395.000000"
    assert {name for name, each in found.items() if looks_wrong(each)} == {"Tukang"}
    assert (found["Kerikil"].kind, str(found["Kerikil"].quantity)) == ("material", "1009.500000")
    text = said(dpmd.get(reverse("grants:analyses", args=[places.melati.pk]) + "?cari=beton"))
    assert "perlu dilihat: mungkin hilang koma" in text


@pytest.mark.parametrize("bad", ["nol", "-1", "0", "1.5.5", ""])
def test_an_unreadable_coefficient_keeps_nothing(bad, tmp_path):
    file = tmp_path / "ahsp.csv"
    file.write_text(AHSP.replace("1.65", bad))
    found = price_sheets.analyses(file, "ahsp.csv")
    assert [(each.code, each.details["row"]) for each in found.errors] == [("grants.price_cell", 2)]


@pytest.mark.shared
def test_the_whole_list_of_the_ministry_comes_in(places, request, tmp_path):
    root = request.config.rootpath.parent / "shared" / "data" / "ahsp_2025" / "ahsp_koefisien.csv.xz"
    if not root.exists():
        pytest.skip("no shared data folder beside the repository: this test reads the published list from it")
    file = tmp_path / "ahsp.csv"
    file.write_bytes(lzma.decompress(root.read_bytes()))
    found = price_sheets.analyses(file, "ahsp.csv")
    assert (len(found.rows), found.errors) == (11_073, ())
    assert any(row["words"] == "Kerikil" and row["quantity"] == "83349" for row in found.marked)
    actions.bring_analyses(
        area_id=places.kabupaten.pk, path=places.kabupaten.path, rows=found.rows, title="AHSP 2025",
        since=date(2025, 1, 1), file="ahsp.csv", on=ON, by="uji",
    )  # fmt: skip
    assert AnalysisList.objects.get().coefficients.count() == 11_073


def test_rows_are_those_that_were_brought(places):
    assert {each.code for each in make_prices(places.desa).prices.all()} == {each["code"] for each in ROWS}


def test_a_file_of_another_kind_is_a_letter_that_names_the_columns_as_people_write_them(dpmd, places):
    where = reverse("grants:analyses_bring", args=[places.kabupaten.pk])
    answer = dpmd.post(where, sent("kolom,lain\n1,2\n", "salah.csv"))
    assert answer.status_code == 422
    assert "item, kode_ahsp, koefisien, nama_ahsp, satuan" in said(answer)
