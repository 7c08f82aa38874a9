"""The first hour of an empty house: whose kabupaten, who keeps it, the second factor, the register of RT."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

REGISTER = "kode_desa;nama_desa;rt;nama_rt\n{code};{name};001;Anggrek\n{code};{name};002;Bougenvil\n"


def code_of(secret: str) -> str:
    """The six digits an app would show now."""
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def test_the_first_administrator_sets_up_an_empty_house(newcomer: Any, tmp_path: Path) -> None:
    page = newcomer.page
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
    print(newcomer.main.inner_text(), page.url)
    assert 0
