"""A daughter marries: the RT head records her own family card, the old card loses her, and its number is looked at."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect

NUMBER = "6402902211260007"


def test_a_daughter_takes_a_card_of_her_own(plain: Any) -> None:
    page = plain.page
    plain.sign_in("ketua-rt03")
    plain.go("/warga/")
    page.get_by_role("table").get_by_role("link", name="Adi Misalnya").click()
    plain.says("KK Adi Misalnya", "•••• tersimpan")
    plain.follow("Catat kartu baru")
    plain.press("Simpan kartu")
    plain.says("Nomor KK belum diisi.", "Alasan terbitnya belum dipilih.")
    page.get_by_label("Nomor KK").fill(NUMBER)
    page.get_by_label("Menikah").check()
    plain.press("Simpan kartu")
    plain.says("Belum ada anggota yang dipilih.")
    page.get_by_label("Hubungan Suryani Misalnya").select_option("Kepala keluarga")
    plain.press("Simpan kartu")
    plain.says("Kartu keluarga tercatat.", "KK Suryani Misalnya")
    the_old_card_remembers_her(plain)
    the_number_is_shown_for_a_reason(plain)


def the_old_card_remembers_her(visitor: Any) -> None:
    visitor.follow("KK Adi Misalnya")
    visitor.main.locator("summary", has_text="Pernah pada kartu ini").click()
    visitor.says("Suryani Misalnya")
    visitor.page.go_back()


def the_number_is_shown_for_a_reason(visitor: Any) -> None:
    visitor.follow("KK Suryani Misalnya")
    visitor.follow("Buka nomor KK")
    visitor.main.get_by_role("textbox").fill("mengisi surat pengantar nikah")
    visitor.press("Buka dan catat")
    visitor.says(NUMBER)
    visitor.follow("Selesai")
    expect(visitor.main).not_to_contain_text(NUMBER)
