"""The operator brings a workbook as it comes in life, mends what was refused, brings it back, and takes it all back."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

TITLES = ["rt", "no_kk", "nik", "nama", "jenis_kelamin", "tanggal_lahir", "hubungan"]
BORN, HEAD = "17/08/1980", "Kepala keluarga"
WELL = [
    ["001", f"64020612031100{n:02}", f"64020617088001{n:02}", f"Wahyu Percobaan {n}", "L", BORN, HEAD]
    for n in range(1, 31)
]
BROKEN = [
    ["001", "", WELL[0][2], "Wahyu Kembar", "L", BORN, HEAD],
    ["001", "3.27E+15", "6402061708800154", "Darma Percobaan", "L", BORN, HEAD],
    ["001", "6402061203110055", "6402061708800155", "Surya Percobaan", "L", "tahun lalu", HEAD],
    ["099", "6402061203110056", "6402061708800156", "Laksmi Percobaan", "L", BORN, HEAD],
    ["001", "6402061203110057", "6402061708800157", '=UPPER("gatra percobaan")', "L", BORN, HEAD],
]
MENDED = {
    "Wahyu Kembar": {"nik": "6402061708800153"},
    "Darma Percobaan": {"no_kk": "6402061203110054"},
    "Surya Percobaan": {"tanggal_lahir": BORN},
    "Laksmi Percobaan": {"rt": "001"},
    None: {"nama": "Gatra Percobaan"},
}
"""What the operator puts right in each row of the workbook that came back, by the name in it."""


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    held = Workbook()
    held.active.title = "Data warga"
    for row in [TITLES, *WELL, *BROKEN]:
        held.active.append(row)
    held.save(path := tmp_path / "warga.xlsx")
    return path


def bring(visitor: Any, path: Path) -> None:
    visitor.go("/masuk-data/baru/")
    visitor.page.get_by_label("Berkas", exact=True).set_input_files(path)
    with visitor.page.expect_navigation():
        visitor.press("Periksa berkas")


def counts(visitor: Any) -> list[str]:
    """Read, kept, refused, kept but to be looked at."""
    return visitor.page.locator(".figure .value").all_inner_texts()


def findings(visitor: Any) -> str:
    return visitor.page.get_by_role("table", name="Baris yang perlu dilihat").inner_text()


def mend(path: Path) -> None:
    """Opens the workbook that came back as a person would, and puts right what it asks for, row after row."""
    held = load_workbook(path)
    sheet = held["Perbaikan"]
    column = {cell.value: cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        for title, value in MENDED.get(sheet.cell(row, column["nama"]).value or None, {}).items():
            sheet.cell(row, column[title]).value = value
    held.save(path)


def test_the_operator_imports_a_broken_workbook_mends_it_and_imports_again(
    phone: Any, workbook: Path, tmp_path: Path
) -> None:
    page = phone.page
    phone.sign_in("operator-desa")
    bring(phone, workbook)
    phone.look("impor-1-masalah")
    assert counts(phone) == ["35", "29", "6", "0"]
    for told in (
        "baris 2 (ditolak)", "tertulis lagi (baris 32)", "no_kk", "3,27E+15", "tahun lalu tidak terbaca", "RT 099",
        "baris 36 (ditolak)", "Namanya belum terbaca",
    ):  # fmt: skip
        assert told in findings(phone)
    assert WELL[0][2] not in page.content()

    first = page.url
    with page.expect_download() as saved:
        page.get_by_role("link", name="Unduh berkas perbaikan").click()
    saved.value.save_as(mended := tmp_path / "perbaikan.xlsx")
    phone.press("Terima semuanya (29)")
    phone.look("impor-2-diterima")
    phone.says("29 warga tercatat")

    mend(mended)
    bring(phone, mended)
    phone.look("impor-3-diperbaiki")
    assert counts(phone)[:3] == ["6", "6", "0"]
    phone.press("Terima semuanya (6)")
    phone.says("6 warga tercatat")

    for address in (page.url, first):
        page.goto(address)
        phone.press("Tarik kembali", confirm="Ya, tarik kembali")
        phone.says("Buku warga seperti semula")
    phone.look("impor-4-ditarik")
    phone.go("/warga/cari/")
    phone.main.get_by_label("Nama, NIK").fill("Gatra Percobaan")
    phone.press("Cari")
    phone.says("Tidak ada yang cocok")


def damaged(workbook: Path) -> bytes:
    return workbook.read_bytes()[:-400]


def locked(workbook: Path) -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le") + bytes(600)


@pytest.mark.parametrize(("spoil", "told"), [(damaged, "rusak"), (locked, "terkunci dengan kata sandi")])
def test_a_file_that_cannot_be_read_is_a_letter_and_nothing_is_stored(
    phone: Any, workbook: Path, spoil: Any, told: str
) -> None:
    phone.sign_in("operator-desa")
    phone.go("/masuk-data/")
    before = phone.page.get_by_role("table").inner_text()
    workbook.write_bytes(spoil(workbook))
    bring(phone, workbook)
    phone.look(f"impor-surat-{spoil.__name__}")
    phone.says(told)
    phone.go("/masuk-data/")
    assert phone.page.get_by_role("table").inner_text() == before


def test_a_macro_is_not_run_and_the_cells_are_read(phone: Any, workbook: Path, tmp_path: Path) -> None:
    with (
        zipfile.ZipFile(io.BytesIO(workbook.read_bytes())) as source,
        zipfile.ZipFile(made := tmp_path / "warga.xlsm", "w") as target,
    ):
        for name in source.namelist():
            target.writestr(name, source.read(name))
        target.writestr("xl/vbaProject.bin", b"never run")
    phone.sign_in("operator-desa")
    bring(phone, made)
    assert counts(phone) == ["35", "29", "6", "0"]
    phone.says("berisi makro")
    phone.says("rumus, yang pertama di sel")
    phone.press("Batalkan", confirm="Ya, batalkan")
    phone.says("Tidak ada yang disimpan")
