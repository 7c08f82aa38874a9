"""An RT head counts a family at the door: who lives there, then one question a step, then the verdict with its reasons."""

from __future__ import annotations

import re
from typing import Any

KARTINI = ("Kartini Khayalan", "Kepala keluarga", "Perempuan", ("17", "Agustus", "1980"))
GILANG = ("Gilang Khayalan", "Anak", "Laki-laki", ("5", "Maret", "2023"))
ANSWERS = [
    "14", "Tanah", "Bambu", "Tidak ada", "Lampu minyak", "Sungai, danau atau rawa", "Kayu bakar", "0", "1", "2", "Tidak",
    "Tidak tahu", "Tidak tahu", "Tidak tahu", "Tidak sekolah", "0",
]  # fmt: skip
"""In the order of the questions of the fourteen criteria; "Tidak tahu" is an answer like any other."""


def write_member(visitor: Any, name: str, relation: str, sex: str, born: tuple[str, str, str]) -> None:
    main = visitor.main
    main.get_by_label("Nama lengkap").fill(name)
    main.get_by_label("Hubungan").select_option(label=relation)
    main.get_by_label(sex).check()
    main.get_by_label("Tanggal", exact=True).fill(born[0])
    main.get_by_label("Bulan").select_option(label=born[1])
    main.get_by_label("Tahun").fill(born[2])


def interview(visitor: Any) -> None:
    """One question a step. In the middle one looks back: what was answered is still there."""
    for number, answer in enumerate(ANSWERS):
        main = visitor.main
        if answer.isdigit():
            main.locator("input[name=answer]").fill(answer)
        else:
            main.get_by_label(answer, exact=True).check()
        if number == 1:
            visitor.look("wawancara-2-pertanyaan")
        visitor.press("Simpan dan lanjut")
        if number == 3:
            visitor.follow("Kembali")
            assert main.get_by_label("Tidak ada", exact=True).is_checked(), "going back loses nothing"
            visitor.press("Simpan dan lanjut")


def test_an_rt_head_counts_a_family(phone: Any) -> None:
    phone.sign_in("ketua-rt05")
    phone.look("mendata-1-beranda")
    phone.go("/warga/")
    phone.look("mendata-2-rt")
    phone.follow("Tambah rumah tangga")
    phone.main.get_by_label("Alamat").fill("Gang Khayal 5")
    phone.main.get_by_label("Berapa orang makan").fill("2")
    phone.look("mendata-3-dapur")
    phone.press("Lanjut")
    write_member(phone, *KARTINI)
    phone.look("mendata-4-anggota")
    phone.press("Lanjut")
    phone.press("Kembali")
    assert phone.main.get_by_label("Nama lengkap").input_value() == KARTINI[0], "going back loses nothing"
    phone.press("Lanjut")
    write_member(phone, *GILANG)
    phone.press("Periksa semuanya")
    phone.says("Gang Khayal 5", KARTINI[0], GILANG[0], "tanpa NIK")
    phone.look("mendata-5-periksa")
    phone.main.get_by_role("button", name=re.compile("impan")).click()
    phone.says("Rumah tangga tercatat: 2 orang", "Rumah tangga Kartini Khayalan")
    phone.look("mendata-6-keluarga")
    phone.follow("Wawancarai")
    phone.look("wawancara-1-pilih")
    phone.follow("Mulai")
    interview(phone)
    phone.says("Periksa jawaban", "Tidak tahu", "Sungai, danau atau rawa")
    phone.look("wawancara-4-periksa")
    phone.press("Catat wawancara")
    phone.says("Wawancara tersimpan", "Terpenuhi", "tanah", "Aturan")
    phone.look("wawancara-5-putusan")
