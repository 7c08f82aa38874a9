"""Last year's wishes on paper come in by the screens of the desa, and an RT carries one of them into this year."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

OURS = b"""Usulan,Permasalahan,Alamat,Anggaran,Jenis,Keterangan
Perbaiki titian gang selatan,Kayunya lapuk,RT 004,Rp12.500.000,SARPRAS,Tidak Diakomodir
"Buku ""Iqra"" untuk surau",Sudah robek,RT 004,900.000,PM,Tidak Diakomodir
Sumur bor,Keruh,RT 099,42.000.000,SARPRAS,Diakomodir
"""


def test_a_short_list_says_which_row_cannot_come_in(phone: Any) -> None:
    bring(phone, "daftar-rekaan.csv", OURS, rt="")
    phone.says("RT 099 tidak ada di wilayah ini", "Perbaiki titian gang selatan", 'Buku "Iqra" untuk surau')
    phone.look("daftar-lama-1-periksa")
    accept(phone)
    carry(phone, {"Perbaiki titian gang selatan"})


@pytest.mark.shared
def test_the_93_wishes_of_kauman_come_in(desk: Any, shared_data: Path) -> None:
    """The real list names RTs of a town elsewhere; here all of it is taken for the wishes of one RT."""
    content = (shared_data / "musrenbang_kauman" / "usulan.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO(content.decode())))
    assert len(rows) == 93
    bring(desk, "usulan.csv", content, rt="RT 004 Mawar")
    desk.look("kauman-1-periksa")
    accept(desk)
    carry(desk, {row["usulan"] for row in rows})


def bring(visitor: Any, name: str, content: bytes, *, rt: str) -> None:
    """The desa's operator finds the way from the list of wishes."""
    visitor.sign_in("operator-desa")
    visitor.follow("Langkah tahun ini")
    beside(visitor, "Usulan")
    visitor.follow("Salin daftar usulan lama")
    visitor.look("daftar-lama-0-pilih")
    main = visitor.main
    main.get_by_label("Berkas").set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})
    main.get_by_label("Untuk RT mana?").select_option(label=rt or "Menurut setiap baris")
    visitor.press("Baca berkas")
    visitor.says("Belum ada yang disimpan")


def accept(visitor: Any) -> None:
    visitor.press("Catat yang dapat dicatat")
    expect(visitor.page.get_by_text("usulan lama tercatat").first).to_be_visible()
    visitor.leave()


def carry(visitor: Any, titles: set[str]) -> None:
    """The head of the RT takes one of them up again; its history goes along."""
    visitor.sign_in("ketua-rt04")
    visitor.follow("Langkah tahun ini")
    beside(visitor, "Usulan")
    visitor.follow("Usulan tahun lalu")
    visitor.look("daftar-lama-2-tahun-lalu")
    known = visitor.main.get_by_role("heading", level=2).all_inner_texts()
    title = next(each for each in known if each in titles)
    visitor.main.get_by_role("listitem").filter(has_text=title).get_by_role("button", name="Bawa ke").first.click()
    expect(visitor.page.get_by_text("sekarang usulan tahun").first).to_be_visible()
    beside(visitor, "Usulan")
    visitor.follow(title)
    visitor.says(title, "Riwayat")
    visitor.look("daftar-lama-3-dibawa")


def beside(visitor: Any, name: str) -> None:
    """Another page of the same place, by the list at the foot."""
    around = visitor.page.get_by_role("navigation", name="Halaman lain wilayah ini")
    around.get_by_role("link", name=name, exact=True).click()
