"""The first hour of an empty house: whose kabupaten, who keeps it, the second factor, the register of RT."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

REGISTER = "kode_desa,rt,nama\n{code},001,Anggrek\n{code},002,Bougenvil\n"


def code_of(secret: str) -> str:
    """The six digits an app would show now."""
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def test_the_first_administrator_sets_up_an_empty_house(newcomer: Any, tmp_path: Path) -> None:
    newcomer.go("/")
    newcomer.says("Kabupaten mana yang memakai Rukun ini?")
    newcomer.look("siap-1-kabupaten")
    newcomer.press("Kutai Kartanegara")
    newcomer.main.get_by_label("Nama lengkap Anda").fill("Wulan Peraga")
    newcomer.main.get_by_label("Nama pengguna").fill("wulan")
    newcomer.main.get_by_label("Kata sandi", exact=True).fill("sungai-tenang-pagi")
    newcomer.main.get_by_label("Kata sandi, sekali lagi").fill("sungai-tenang-pagi")
    newcomer.look("siap-2-administrator")
    newcomer.press("Siapkan Rukun")
    newcomer.says("sudah siap", "wulan")
    newcomer.look("siap-3-selesai")
    newcomer.follow("Masuk dan bawa daftar RT")
    newcomer.main.get_by_label("Nama pengguna").fill("wulan")
    newcomer.main.get_by_label("Kata sandi").fill("sungai-tenang-pagi")
    newcomer.press("Masuk")
    newcomer.look("siap-4-kode-kedua")
    newcomer.says("Pasang kode kedua")
    newcomer.go("/kelola/wilayah/")
    newcomer.says("Pasang kode kedua")
    newcomer.main.get_by_label("Kode enam angka").fill("000000")
    newcomer.press("Pasang")
    newcomer.says("Kode tidak cocok")
    newcomer.main.get_by_label("Kode enam angka").fill(code_of(newcomer.main.locator("code").text_content()))
    newcomer.press("Pasang")
    newcomer.look("siap-5-kode-cadangan")
    bring_the_register(newcomer, tmp_path)


def bring_the_register(newcomer: Any, folder: Path) -> None:
    """Two RT of the first desa of the list, read first, then accepted; then they stand in the tree."""
    page = newcomer.page
    newcomer.go("/kelola/wilayah/")
    kabupaten = page.url
    for _ in range(2):  # to the first kecamatan, to its first desa
        code = newcomer.main.get_by_role("table").first.get_by_role("row").nth(1).get_by_role("cell").last.inner_text()
        newcomer.main.get_by_role("rowheader").get_by_role("link").first.click()
        newcomer.main.get_by_text("Riwayat").wait_for()
    (register := folder / "daftar-rt.csv").write_text(REGISTER.format(code=code))
    page.goto(f"{kabupaten}daftar-rt/")
    newcomer.look("siap-6-daftar-rt")
    newcomer.main.get_by_label("Berkas").set_input_files(register)
    newcomer.main.get_by_label("Dasar hukum").fill("Keputusan Peragaan 1/2026")
    newcomer.press("Baca berkas")
    newcomer.says("Belum ada yang disimpan")
    newcomer.look("siap-7-periksa")
    newcomer.press("Setuju, catat 2 RT")
    newcomer.says("Kabupaten Kutai Kartanegara")
    newcomer.go("/lainnya/")
    newcomer.look("siap-8-lainnya")
    newcomer.leave()
    newcomer.sign_in("wulan", "sungai-tenang-pagi")
    newcomer.says("Kode enam angka")
