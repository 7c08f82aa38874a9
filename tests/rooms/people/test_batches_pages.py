"""Pages of the gate: who may open them, what they say, and that a letter leaves nothing behind."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from python_calamine import CalamineWorkbook

from rukun.people.models import Batch, BatchRow, Person
from rukun.people.types import BatchState

from .workbooks import CHILD, FAMILY, HEAD, WIFE, accept, check, csv_of, numbered, xlsx_of


@pytest.fixture(autouse=True)
def no_second_factor(monkeypatch):
    """Asked about in the tests of accounts."""
    monkeypatch.setattr("rukun.accounts.thresholds.lacks_second_factor", lambda request: False)


@pytest.fixture
def operator(client, cast):
    client.force_login(cast.desa_operator)
    return client


def upload(client, area, data, name="warga.csv"):
    return client.post("/masuk-data/baru/", {"area": area.id, "file": SimpleUploadedFile(name, data)}, follow=True)


def test_an_empty_list_teaches_with_one_button(operator):
    page = operator.get("/masuk-data/").content.decode()
    assert "Belum ada data yang masuk" in page and page.count("/masuk-data/baru/") == 1


def test_the_operator_brings_a_file_reads_the_check_and_accepts(operator, places):
    page = upload(operator, places.desa, csv_of([*FAMILY, numbered(5, jenis_kelamin="?")])).content.decode()
    batch = Batch.objects.get()
    assert "Terima semuanya (3)" in page and "tidak dikenal" in page and "baris 5 (ditolak)" in page
    assert not Person.objects.exists()
    page = operator.post(f"/masuk-data/{batch.pk}/terima/", follow=True).content.decode()
    assert "3 warga sudah tercatat" in page and "Tarik kembali" in page
    page = operator.post(f"/masuk-data/{batch.pk}/tarik/", follow=True).content.decode()
    assert "Buku warga seperti semula" in page and not Person.objects.exists()


def test_a_kind_of_finding_is_told_by_its_first_row(operator, places):
    rows = [*FAMILY, numbered(5, tanggal_lahir="05/17/1990"), numbered(6, tanggal_lahir="06/18/1991")]
    upload(operator, places.desa, csv_of(rows))
    kinds = operator.get(f"/masuk-data/{Batch.objects.get().pk}/").context["kinds"]
    assert "Tanggal 05/17/1990 menaruh bulan di depan · ditolak, 2 baris" in [kind.title for kind in kinds]


def test_a_stopped_batch_offers_the_workbook_and_no_yes(operator, places):
    rows = [numbered(n, nama="") for n in range(1, 9)]
    page = upload(operator, places.desa, csv_of(rows)).content.decode()
    assert "dihentikan seluruhnya" in page and "Terima semuanya" not in page and "perbaikan.xlsx" in page
    answer = operator.post(f"/masuk-data/{Batch.objects.get().pk}/terima/")
    assert answer.status_code == 422 and not Person.objects.exists()


def test_the_sheet_that_was_read_is_named(operator, places):
    workbook = xlsx_of(
        [HEAD, WIFE | {"nama": ""}], sheet="Data RT 3", before=lambda book, _: book.add_worksheet("Lain")
    )
    assert "Yang dibaca: lembar Data RT 3." in upload(operator, places.desa, workbook, "w.xlsx").content.decode()
    assert "Yang dibaca" not in upload(operator, places.desa, csv_of([HEAD, WIFE | {"nama": ""}])).content.decode()


def test_discarding_empties_the_waiting_room(operator, places):
    batch = check(places.desa, FAMILY)
    operator.post(f"/masuk-data/{batch.pk}/buang/")
    assert Batch.objects.get().state == BatchState.DISCARDED and not BatchRow.objects.exists()


def test_the_workbook_to_mend_is_downloaded(operator, places):
    batch = check(places.desa, [HEAD, WIFE | {"nama": ""}])
    answer = operator.get(f"/masuk-data/{batch.pk}/perbaikan.xlsx")
    assert answer["Content-Disposition"] == f'attachment; filename="perbaikan-{batch.pk}.xlsx"'
    with io.BytesIO(b"".join(answer.streaming_content)) as held:
        assert CalamineWorkbook.from_object(held).sheet_names[:2] == ["Petunjuk", "Perbaikan"]
    answer.close()


def test_the_empty_workbook_can_be_read_and_its_example_is_never_a_resident(operator, places):
    data = operator.get("/masuk-data/kosong.xlsx").content
    page = upload(operator, places.desa, data, "warga-kosong.xlsx").content.decode()
    assert "baris contoh" in page and Batch.objects.get().rows_kept == 0


def test_no_number_stands_on_a_page(operator, places):
    batch = check(places.desa, [HEAD, WIFE | {"jenis_kelamin": CHILD["nik"]}, numbered(3, nik="640290170880")])
    page = operator.get(f"/masuk-data/{batch.pk}/").content.decode()
    for number in (HEAD["nik"], WIFE["nik"], CHILD["nik"], HEAD["no_kk"], "640290170880"):
        assert number not in page


def test_a_bad_file_is_a_letter_and_nothing_is_stored(operator, places):
    answer = upload(operator, places.desa, b"%PDF-1.7 contoh", "warga.pdf")
    assert answer.status_code == 422 and "bukan tabel yang dapat dibaca" in answer.content.decode()
    assert not Batch.objects.exists()


def test_a_file_for_another_place_is_refused_by_the_form(operator, places):
    upload(operator, places.other_desa, csv_of(FAMILY))
    assert not Batch.objects.exists()


@pytest.mark.parametrize(
    ("who", "status"),
    [("desa_operator", 200), ("administrator", 200), ("rt_head", 403), ("kader", 403), ("dinsos", 403)],
)
def test_who_may_open_the_gate(client, cast, places, who, status):
    batch = check(places.desa, FAMILY)
    client.force_login(getattr(cast, who))
    assert client.get("/masuk-data/").status_code == status
    shown = client.get(f"/masuk-data/{batch.pk}/").status_code
    assert shown == (404 if who in ("rt_head", "kader") else status)


def test_a_batch_of_another_desa_does_not_exist(operator, places):
    batch = check(places.other_desa, [numbered(1, rt="1")])
    for act in ("", "perbaikan.xlsx"):
        assert operator.get(f"/masuk-data/{batch.pk}/{act}").status_code == 404
    for act in ("terima/", "buang/", "tarik/"):
        assert operator.post(f"/masuk-data/{batch.pk}/{act}").status_code == 404
    assert not Person.objects.exists()
    assert accept(batch).rows_kept == 1


def test_the_check_page_costs_a_fixed_number_of_queries(operator, places, django_assert_max_num_queries):
    batch = check(places.desa, [numbered(n, agama="entah") for n in range(1, 300)])
    with django_assert_max_num_queries(20):
        page = operator.get(f"/masuk-data/{batch.pk}/")
    assert page.status_code == 200
