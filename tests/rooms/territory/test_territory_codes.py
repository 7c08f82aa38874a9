"""The ministry's codes: a regency is founded from the package or an own list, and renewed by each later decree."""

from __future__ import annotations

import csv
import io
import lzma
from datetime import date

import pytest
from django.db import transaction
from tests.rooms.territory.conftest import BY

from rukun.kit.problems import Problem
from rukun.territory import queries
from rukun.territory.actions import codes
from rukun.territory.models import Area, Edition, Installation, Succession
from rukun.territory.queries import readings

SINCE = date(2020, 1, 1)
RENEWED = date(2025, 5, 1)
OLD = """kode,nama
98,PROVINSI REKAAN
98.01,KAB. REKA RAYA
98.01.01,Hulu
98.01.01.2001,Sumber Reka
98.01.01.2002,Muara Reka
98.01.01.2003,Tanjung Reka
98.01.02,Hilir
98.01.02.1001,Kota Reka
98.02,KAB. TETANGGA
98.02.01,Asing
"""
NEW = """kode;tingkat;kode_induk;nama;jenis
99;provinsi;;Provinsi Rekaan Baru;
99.01;kabupaten_kota;99;Kabupaten Reka Raya;kabupaten
99.01.01;kecamatan;99.01;Hulu;
99.01.01.2001;desa_kelurahan;99.01.01;Sumber Reka;desa
99.01.01.2003;desa_kelurahan;99.01.01;Tanjung Reka;desa
99.01.02;kecamatan;99.01;Hilir;
99.01.02.1001;desa_kelurahan;99.01.02;Kota Reka;kelurahan
99.01.03;kecamatan;99.01;Tengah;
99.01.03.2001;desa_kelurahan;99.01.03;Muara Reka;desa
99.01.03.2002;desa_kelurahan;99.01.03;Desa Baru Reka;desa
"""


def found_own(text=OLD, code="98.01", since=SINCE):
    listed = readings.list_of(text.encode(), "daftar.csv", kabupaten_code=code)
    return codes.found(kabupaten_code=code, since=since, basis="Daftar sendiri 1/2020", by=BY, listed=listed)


def bring(text, since=RENEWED):
    return codes.bring(source=text.encode(), file="daftar.csv", since=since, basis="Kepmendagri rekaan 9/2025", by=BY)


@pytest.mark.parametrize(
    ("code", "label", "below"),
    [
        ("64.02", "Kabupaten Kutai Kartanegara", {"kecamatan": 20, "desa": 237}),
        ("52.07", "Kabupaten Sumbawa Barat", {"kecamatan": 8, "desa": 65}),
        ("52.71", "Kota Mataram", {"kecamatan": 6, "desa": 50}),
    ],
)
def test_any_regency_is_founded_from_the_package(everything, sound, code, label, below):
    held = codes.found(kabupaten_code=code, since=SINCE, by=BY)
    place = queries.place(held.kabupaten_id, on=SINCE)
    assert (place.label, place.code) == (label, code)
    assert queries.counts(place.path, on=SINCE) == below
    assert sound() == ()


def test_a_house_is_founded_once(places):
    with pytest.raises(Problem) as caught:
        codes.found(kabupaten_code="64.02", since=SINCE, by=BY)
    assert caught.value.code == "territory.already_founded"


@pytest.mark.parametrize(
    ("code", "problem"),
    [("64", "territory.not_a_kabupaten"), ("64.99", "areacodes.unknown"), ("x", "areacodes.unreadable")],
)
def test_what_is_no_regency_is_refused(everything, code, problem):
    with pytest.raises(Problem) as caught:
        codes.found(kabupaten_code=code, since=SINCE, by=BY)
    assert caught.value.code == problem
    assert not Area.objects.exists()


def test_an_own_list_founds_only_the_own_regency(everything, sound):
    held = found_own()
    assert queries.place(held.kabupaten_id, on=SINCE).label == "Kabupaten REKA RAYA"
    assert queries.counts(held.kabupaten.path, on=SINCE) == {"kecamatan": 2, "desa": 4}
    assert set(Edition.objects.values_list("basis", flat=True)) == {"Daftar sendiri 1/2020"}
    assert sound() == ()


def test_a_newer_list_recodes_renames_moves_and_adds_but_overwrites_nothing(everything, sound):
    """Numbers of this case are drawn by hand: a province of new codes, a split kecamatan, one desa new."""
    held = found_own()
    old = {row.name: row.area_id for row in Edition.objects.all()}
    done = bring(NEW)
    assert [(row.code, row.name) for row in done.fresh] == [
        ("99.01.03", "Tengah"),
        ("99.01.03.2002", "Desa Baru Reka"),
    ]
    assert len(done.revised) == 7
    assert done.same == 0
    muara = queries.place(old["Muara Reka"], on=RENEWED)
    assert muara.code == "99.01.03.2001"
    assert muara.way[1].label == "Kecamatan Tengah"
    assert Edition.objects.get(area=old["Muara Reka"], code="98.01.01.2002").until == RENEWED
    assert queries.tree(on=SINCE).editions[str(old["Muara Reka"])].parent == str(old["Hulu"])
    kinds = Succession.objects.filter(source=old["Muara Reka"]).values_list("kind", flat=True)
    assert set(kinds) == {"recode", "transfer"}
    assert queries.counts(held.kabupaten.path, on=RENEWED) == {"kecamatan": 3, "desa": 5}
    assert sound() == ()


def test_the_same_list_again_changes_nothing(everything):
    found_own()
    before = list(Edition.objects.order_by("pk").values())
    done = bring(OLD)
    assert (done.same, done.fresh, done.revised, done.missing) == (7, (), (), ())
    assert list(Edition.objects.order_by("pk").values()) == before


def test_an_area_absent_from_the_list_is_left_alone_and_told(everything, sound):
    found_own()
    done = bring(OLD.replace("98.01.01.2003,Tanjung Reka\n", ""))
    assert [row.name for row in done.missing] == ["Tanjung Reka"]
    assert Edition.objects.get(name="Tanjung Reka").until is None
    assert sound() == ()


def test_two_areas_of_one_name_are_never_guessed(everything):
    """Muara Reka left two candidates: both are new, the old one is told as missing."""
    found_own()
    twice = OLD.replace("98.01.01.2002,Muara Reka\n", "98.01.01.2004,Muara Reka\n98.01.01.2005,Muara Reka\n")
    done = bring(twice)
    assert [row.code for row in done.fresh] == ["98.01.01.2004", "98.01.01.2005"]
    assert [row.name for row in done.missing] == ["Muara Reka"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (OLD + "98.01.01.2001,Sumber Reka\n", "territory.list_has_errors"),
        (OLD + "98.01.09.2001,Yatim\n", "territory.list_has_errors"),
        (OLD + "98.01.01.20010,Panjang\n", "territory.list_has_errors"),
        (OLD + "98.01.01.2009,\n", "territory.list_has_errors"),
        (OLD.replace("98.01", "97.01").replace("REKA RAYA", "LAIN"), "territory.kabupaten_not_listed"),
        ("a,b\n1,2\n", "sheet.header_missing"),
        ("", "sheet.empty"),
    ],
)
def test_a_list_with_faults_changes_nothing(everything, text, problem):
    found_own()
    before = Edition.objects.count()
    with pytest.raises(Problem) as caught, transaction.atomic():
        bring(text)
    assert caught.value.code == problem
    assert Edition.objects.count() == before


def _real(path):
    with lzma.open(path, "rt", encoding="utf-8") as file:
        return file.read()


def _only(text, code):
    """The rows of one regency, so that the test stays short."""
    rows = list(csv.reader(io.StringIO(text)))
    out = io.StringIO()
    csv.writer(out).writerows([rows[0], *(row for row in rows[1:] if row[0].startswith(code))])
    return out.getvalue()


@pytest.mark.shared
def test_the_decree_of_2025_upon_the_list_of_2022(everything, sound, shared_data):
    """Sumbawa Barat gained one desa (Lamunga); Kutai Kartanegara only spelt some names anew."""
    folder = shared_data / "admin_codes"
    old, new = _real(folder / "wilayah_2022.csv.xz"), _real(folder / "wilayah_2025.csv.xz")
    held = found_own(_only(old, "52.07"), "52.07")
    done = bring(_only(new, "52.07"))
    assert [(row.code, row.name) for row in done.fresh] == [("52.07.02.2021", "Lamunga")]
    assert (done.revised, done.missing) == ((), ())
    assert queries.counts(held.kabupaten.path, on=SINCE)["desa"] == 64
    assert queries.counts(held.kabupaten.path, on=RENEWED)["desa"] == 65
    assert sound() == ()


@pytest.mark.shared
def test_new_spellings_become_new_editions(everything, sound, shared_data):
    folder = shared_data / "admin_codes"
    held = found_own(_only(_real(folder / "wilayah_2022.csv.xz"), "64.02"), "64.02")
    done = bring(_only(_real(folder / "wilayah_2025.csv.xz"), "64.02"))
    assert len(done.revised) == 7
    assert all(each.is_renamed and not each.is_recoded for each in done.revised)
    assert queries.counts(held.kabupaten.path, on=RENEWED) == {"kecamatan": 20, "desa": 237}
    jonggon = next(each for each in done.revised if each.listed.name == "Jonggon Jaya")
    assert queries.place(jonggon.known.area_id, on=SINCE).name == "Karya Utama"
    assert sound() == ()


@pytest.mark.shared
def test_the_list_of_all_indonesia_is_read_whole(everything, shared_data):
    source = _real(shared_data / "admin_codes" / "wilayah_2025.csv.xz").encode()
    listed = readings.list_of(source, "wilayah.csv", kabupaten_code="64.02")
    assert len(listed) == 258
    codes.found(kabupaten_code="64.02", since=SINCE, by=BY)
    done = codes.bring(source=source, file="wilayah.csv", since=RENEWED, basis="x", by=BY)
    assert (done.same, done.fresh, done.missing) == (258, (), ())


def test_one_installation_one_row(everything):
    found_own()
    assert list(Installation.objects.values_list("id", flat=True)) == [1]
