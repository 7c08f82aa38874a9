"""What is said of each row: errors refuse it, warnings keep it, and nothing is guessed."""

from __future__ import annotations

import pytest

from rukun.people.models import BatchRow, CardEntry, FamilyCard, Household, Person, Secret, Stay
from rukun.people.problems import CATALOGUE
from rukun.walls import scope, vault

from .workbooks import CHILD, FAMILY, HEAD, WIFE, accept, check, codes_of, csv_of, numbered, xlsx_of

ERRORS = [
    ("row.name_missing", {"nama": " "}),
    ("row.name_missing", {"nama": "12345"}),
    ("row.name_too_long", {"nama": "Budi " * 40}),
    ("row.sex_missing", {"jenis_kelamin": ""}),
    ("row.sex_unknown", {"jenis_kelamin": "X"}),
    ("row.nik_wrong_length", {"nik": "640290170880001"}),
    ("row.nik_not_digits", {"nik": "64029017O8800001"}),
    ("row.nik_impossible_date", {"nik": "6402903913800001"}),
    ("row.nik_serial_zero", {"nik": "6402901708800000"}),
    ("row.nik_digits_lost_in_spreadsheet", {"nik": "3.27E+15"}),
    ("row.nik_digits_lost_in_spreadsheet", {"nik": "3,27E+15"}),
    ("row.kk_wrong_length", {"no_kk": "64029012031000"}),
    ("row.kk_digits_lost_in_spreadsheet", {"no_kk": "6.4029E+15"}),
    ("row.birth_date_future", {"tanggal_lahir": "17/08/2030"}),
    ("row.birth_date_too_old", {"tanggal_lahir": "17/08/1880"}),
    ("cell.date_month_first", {"tanggal_lahir": "08/17/1980"}),
    ("cell.date_impossible", {"tanggal_lahir": "31/02/1980"}),
    ("cell.date_short_year", {"tanggal_lahir": "17/08/80"}),
    ("cell.date_unreadable", {"tanggal_lahir": "kapan-kapan"}),
    ("row.rt_unknown", {"rt": "009"}),
    ("row.rt_missing", {"rt": ""}),
    ("row.not_present", {"status": "2"}),
    ("row.not_present", {"status": "Pindah"}),
    ("row.status_unknown", {"status": "entah"}),
]
WARNINGS = [
    ("row.no_nik", {"nik": ""}),
    ("row.nik_temporary", {"nik": "0402901708800001"}),
    ("row.no_kk", {"no_kk": ""}),
    ("row.kk_temporary", {"no_kk": "0402901203100004"}),
    ("row.birth_date_missing", {"tanggal_lahir": ""}),
    ("row.nik_birth_differs", {"tanggal_lahir": "18/08/1980"}),
    ("row.nik_sex_differs", {"jenis_kelamin": "P"}),
    ("row.nik_area_differs", {"nik": "5207011708800001"}),
    ("row.choice_unknown", {"agama": "entah"}),
    ("row.relation_missing", {"hubungan": ""}),
    ("row.text_cut", {"alamat": "Jalan Contoh " * 30}),
    ("row.point_unreadable", {"lintang": "utara", "bujur": "timur"}),
]


@pytest.mark.parametrize(("code", "cells"), ERRORS)
def test_an_error_refuses_its_row_and_only_it(places, code, cells):
    batch = check(places.desa, [HEAD | cells, numbered(7)])
    assert (batch.rows_read, batch.rows_kept, batch.rows_refused) == (2, 1, 1)
    assert codes_of(batch)[code] == 1
    accept(batch)
    assert list(Person.objects.values_list("name", flat=True)) == ["Orang Rekaan 0007"]


@pytest.mark.parametrize(("code", "cells"), WARNINGS)
def test_a_warning_keeps_its_row(places, code, cells):
    batch = check(places.desa, [HEAD | cells])
    assert (batch.rows_kept, batch.rows_warned) == (1, 1)
    assert codes_of(batch)[code] == 1
    accept(batch)
    assert Person.objects.count() == Stay.objects.count() == Household.objects.count() == 1


def test_every_finding_has_its_letter(places):
    told = {code for code, _ in ERRORS + WARNINGS}
    assert told <= CATALOGUE.keys()
    for code in told:
        CATALOGUE[code].told(dict.fromkeys(CATALOGUE[code].names(), "x"), strict=True)


@pytest.mark.parametrize("written", ["17/08/1980", "1980-08-17", "17-8-1980", "17 Agustus 1980", "17.08.1980", "29450"])
def test_a_birth_date_is_read_in_every_style(places, written):
    accept(check(places.desa, [HEAD | {"tanggal_lahir": written}]))
    assert str(Person.objects.get().birth_date) == "1980-08-17"


def test_a_family_becomes_one_card_and_one_household(places):
    accept(check(places.desa, FAMILY))
    home, card = Household.objects.get(), FamilyCard.objects.get()
    assert home.is_assumed and home.rt_id == card.rt_id == places.melati.id
    assert dict(Stay.objects.values_list("person__name", "relation")) == {
        "Budi Rekaan": "head",
        "Sari Rekaan": "wife",
        "Joko Rekaan": "child",
    }
    assert set(Stay.objects.values_list("household", "began_by", "ended_by")) == {(home.pk, "counted", "")}
    assert set(CardEntry.objects.values_list("card", flat=True)) == {card.pk}
    assert vault.unseal(Secret.objects.get(person__name="Sari Rekaan").sealed) == WIFE["nik"]
    assert vault.unseal(Secret.objects.get(card=card).sealed) == HEAD["no_kk"]


def test_who_has_no_card_lives_alone_as_head(places):
    accept(check(places.desa, [numbered(1, hubungan=""), numbered(2)]))
    assert Household.objects.count() == 2
    assert not FamilyCard.objects.exists()
    assert set(Stay.objects.values_list("relation", flat=True)) == {"head"}


def test_a_temporary_card_keeps_its_family_together_without_a_card(places):
    accept(check(places.desa, [row | {"no_kk": "0402901203100004"} for row in FAMILY]))
    assert Household.objects.count() == 1
    assert not FamilyCard.objects.exists()


def test_a_card_in_two_rts_is_one_card_and_two_households(places):
    batch = check(places.desa, [HEAD, WIFE, CHILD | {"rt": "4"}])
    assert codes_of(batch) == {"row.card_in_two_rts": 2}
    accept(batch)
    card = FamilyCard.objects.get()
    assert card.rt_id == places.melati.id
    assert set(Household.objects.values_list("rt", flat=True)) == {places.melati.id, places.mawar.id}
    assert set(CardEntry.objects.values_list("path", flat=True)) == {places.melati.path}
    assert Stay.objects.get(person__name="Joko Rekaan").path == places.mawar.path


def test_the_head_is_missing_or_there_twice(places):
    assert codes_of(check(places.desa, [WIFE, CHILD])) == {"row.head_missing": 1}
    batch = check(places.desa, [HEAD, WIFE | {"hubungan": "1"}, CHILD])
    assert (codes_of(batch), batch.rows_refused) == ({"row.heads_twice": 2, "row.head_missing": 1}, 2)


def test_the_same_nik_twice_is_told_to_both_with_the_others_row(places):
    batch = check(places.desa, [HEAD, numbered(9), HEAD | {"no_kk": "", "nama": "Orang Lain"}])
    told = {row.number: row.findings[-1] for row in BatchRow.objects.filter(batch=batch, is_kept=False)}
    assert {number: finding["details"]["rows"] for number, finding in told.items()} == {2: [4], 4: [2]}


def test_a_nik_in_the_register_is_linked_here_and_named_by_desa_elsewhere(places):
    accept(check(places.desa, [numbered(1, no_kk=HEAD["no_kk"])]))
    accept(check(places.other_desa, [numbered(2, rt="1", no_kk="6402901203100099")]))
    person = Person.objects.get(rt=places.melati)
    with scope.within([places.desa.path]):
        batch = check(places.desa, [numbered(1), numbered(2), numbered(3, no_kk="6402901203100099")])
        said = {row.number: row.findings for row in BatchRow.objects.filter(batch=batch, is_kept=False)}
    assert said[2][-1]["details"] == {"person": person.pk}
    assert said[3][-1] == {
        "code": "row.nik_held_elsewhere", "severity": "error", "column": "nik",
        "details": {"place": "Desa Muara Rekaan"},
    }  # fmt: skip
    assert said[4][-1]["code"] == "row.kk_held_elsewhere"
    assert str(places.kenanga.id) not in str(said[3][-1]["details"])


def test_who_comes_later_joins_the_registered_card_and_its_household(places):
    accept(check(places.desa, [HEAD, WIFE]))
    batch = check(places.desa, [CHILD])
    assert codes_of(batch) == {}
    accept(batch)
    assert Household.objects.count() == FamilyCard.objects.count() == 1
    assert Stay.objects.filter(household=Household.objects.get()).count() == 3
    assert codes_of(check(places.desa, [numbered(5, no_kk=HEAD["no_kk"])])) == {"row.head_held": 1}


@pytest.mark.parametrize("cells", [{"rt": "RT 003"}, {"rt": "3"}, {"rt": "03", "rw": "-", "dusun": "0"}])
def test_an_rt_is_found_however_it_is_written(places, cells):
    accept(check(places.desa, [HEAD | cells]))
    assert Person.objects.get().rt_id == places.melati.id


def test_a_file_of_many_desa_names_the_desa(places):
    rows = [
        numbered(1, rt="1", kode_desa="64.02.91.2001"),
        numbered(2, rt="3", kode_desa="Sumber Rekaan"),
        numbered(3, rt="3", kode_desa="64.02.91.2001"),
    ]
    batch = check(places.kabupaten, rows)
    assert codes_of(batch) == {"row.no_kk": 3, "row.rt_unknown": 1}
    assert batch.rows_kept == 2


def test_the_columns_of_opensid_are_recognised_by_code_or_label(places):
    row = {
        "alamat": "Jl. Contoh", "dusun": "-", "rw": "-", "rt": "003", "nama": "Budi Rekaan", "no_kk": HEAD["no_kk"],
        "nik": HEAD["nik"], "sex": "1", "tempatlahir": "Contoh", "tanggallahir": "1980-08-17", "agama_id": "ISLAM",
        "pendidikan_kk_id": "DIPLOMA I / II", "pendidikan_sedang_id": "18", "pekerjaan_id": "9", "status_kawin": "2",
        "kk_level": "KEPALA KELUARGA", "warganegara_id": "1", "cacat_id": "7", "status_dasar": "1", "lat": "-0.45",
        "lng": "116.9",
    }  # fmt: skip
    batch = check(places.desa, xlsx_of([row], sheet="Lembar Apa Saja"))
    assert (batch.layout, codes_of(batch)) == ("opensid", {})
    accept(batch)
    person = Person.objects.get()
    assert (person.religion, person.education, person.schooling, person.marital) == (
        "islam", "diploma_1_2", "not_now", "married",
    )  # fmt: skip
    assert person.occupation == "Petani/pekebun"
    assert (Household.objects.get().longitude, Household.objects.get().latitude) == (116.9, -0.45)


def test_the_published_header_of_opensid_is_read(places, shared_data):
    cells = (shared_data / "opensid_layouts" / "layout_cells.csv").read_text(encoding="utf-8").splitlines()
    titles = [line.split(",")[4] for line in cells if line.startswith("contoh_penduduk.xlsx,Sheet1,1,")]
    row = dict.fromkeys(titles, "") | {
        "rt": "3", "nama": "Budi Rekaan", "sex": "1", "nik": HEAD["nik"], "no_kk": HEAD["no_kk"], "kk_level": "1",
    }  # fmt: skip
    batch = check(places.desa, csv_of([row], titles))
    assert (len(titles), batch.layout, batch.rows_kept) == (43, "opensid", 1)


def test_no_number_in_clear_is_kept_in_the_waiting_room(places):
    check(places.desa, [HEAD, WIFE | {"nama": ""}, CHILD | {"jenis_kelamin": HEAD["nik"]}])
    kept = "".join(str(list(row.values())) for row in BatchRow.objects.values())
    assert HEAD["nik"] not in kept and WIFE["nik"] not in kept and HEAD["no_kk"] not in kept
