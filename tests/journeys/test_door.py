"""At the door: who guesses is stopped with a letter, a stranger to a place is told nothing, and nobody needs a mouse or scripts."""

from __future__ import annotations

from typing import Any


def test_five_wrong_passwords_are_answered_with_a_letter(phone: Any) -> None:
    for _ in range(4):
        phone.sign_in("kepala-desa", "bukan-sandinya")
        phone.says("tidak cocok")
    phone.look("pintu-1-salah")
    phone.sign_in("kepala-desa", "bukan-sandinya")
    phone.says("menit")
    phone.look("pintu-2-terkunci")
    phone.sign_in("kepala-desa")
    phone.says("menit")


def test_what_is_not_ones_own_is_answered_kindly(phone: Any) -> None:
    phone.sign_in("ketua-rt04")
    phone.go("/warga/")
    own = phone.page.url
    phone.leave()
    phone.sign_in("ketua-rt03")
    phone.page.goto(own)
    phone.says("Halaman ini tidak kami temukan")
    phone.look("pintu-3-bukan-wilayahnya")
    phone.go("/kelola/pengguna/")
    phone.says("Halaman ini bukan untuk peran Anda")
    phone.look("pintu-4-bukan-perannya")


def test_who_is_sought_by_a_beginning_or_an_old_spelling_is_found(phone: Any) -> None:
    phone.sign_in("kader-rt03")
    phone.go("/warga/cari/")
    for typed, told in (
        ("yu", "paling sedikit tiga huruf"),
        ("zzzzqq", "Tidak ada yang cocok"),
        ("yus", "Yusuf"),
        ("Joes", "Yusuf"),
        ("sya", "Syahrul"),
    ):
        phone.main.get_by_label("Nama, NIK").fill(typed)
        phone.press("Cari")
        phone.says(told)
    phone.look("cari-awal-nama")


def test_search_and_interview_work_without_javascript(plain: Any) -> None:
    page = plain.page
    plain.sign_in("kader-rt03")
    plain.go("/warga/cari/")
    plain.main.get_by_label("Nama, NIK").fill("Rekaan")
    plain.press("Cari")
    assert "Rekaan" not in page.url
    plain.main.get_by_role("table").get_by_role("link").first.click()
    plain.go("/warga/")
    plain.main.get_by_role("rowheader").get_by_role("link").first.click()
    plain.follow("Wawancarai")
    plain.main.get_by_role("link", name="Mulai").or_(plain.main.get_by_role("link", name="Lanjutkan")).first.click()
    first = page.url
    plain.main.get_by_label("Tidak tahu").check()
    plain.press("Simpan dan lanjut")
    assert page.url != first
    plain.follow("Kembali")
    assert page.url == first and plain.main.get_by_label("Tidak tahu").is_checked()


def test_the_keyboard_is_enough(desk: Any) -> None:
    """The first stop of Tab leads past the frame; from there the question comes before the button that keeps it."""
    page = desk.page
    desk.sign_in("ketua-rt04")
    desk.go("/warga/")
    page.keyboard.press("Tab")
    assert focused(page) == "Langsung ke isi"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "isi"
    desk.main.get_by_role("rowheader").get_by_role("link").first.press("Enter")
    desk.main.get_by_role("link", name="Wawancarai").press("Enter")
    desk.main.get_by_role("link", name="Mulai").first.press("Enter")
    desk.says("1 dari")
    page.locator("#isi").focus()
    stops = []
    while len(stops) < 20 and "Simpan dan lanjut" not in stops:
        page.keyboard.press("Tab")
        stops.append(focused(page))
    assert stops[-1] == "Simpan dan lanjut" and "Kembali" not in stops
    page.keyboard.press("Enter")
    desk.says("1 dari")
    assert page.locator("[aria-invalid=true], .errors, .summary").count() > 0
    desk.look("pintu-5-papan-ketik")


def focused(page: Any) -> str:
    return page.evaluate("(document.activeElement.innerText || document.activeElement.name || '').trim()")
