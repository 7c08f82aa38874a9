"""From a wish to a plan: one RT meets, chooses and signs; the desa and the kecamatan answer; anyone may follow it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pypdfium2
from playwright.sync_api import Locator, expect

WISH = "Sampah menumpuk di pos ronda, kalau hujan hanyut ke gang."
PROBLEM, CAUSE = "Gang tergenang setiap hujan besar", "Belum ada yang mengangkut sampah"
TITLE = "Bak sampah pilah di pos ronda"
COST = "Rp8.400.000"
OPTIONS = 7
"""Six works of the demo and ours."""
BALLOTS = ("sampah", "parit"), ("sampah", "parit", "posyandu"), ("sampah", "baca"), ("parit", "sumur"), ("parit",)
WORDS = {
    "sampah": TITLE, "parit": "Parit gang utara", "posyandu": "Makanan tambahan", "baca": "Taman baca",
    "sumur": "Sumur bor bersama",
}  # fmt: skip


def test_an_rt_goes_from_a_wish_to_a_plan(phone: Any) -> None:
    phone.sign_in("ketua-rt03")
    meeting = home_says_the_meeting_is_today(phone)
    rt = phone.main.get_by_role("link", name="Daftar usulan").get_attribute("href").removesuffix("usulan/")
    a_voice_finds_its_problem(phone, rt)
    proposal = a_proposal_in_four_steps(phone, rt)
    phone.go(meeting)
    quorum_before_anything(phone)
    choice = the_choice_is_drawn_and_opened(phone)
    numbers = sheets_are_made(phone)
    sheets_are_typed(phone, choice, numbers, slip="")
    as_someone_else(phone, "kader-rt03")
    sheets_are_typed(phone, choice, numbers, slip=numbers[0])
    as_someone_else(phone, "ketua-rt03")
    the_paper_settles_and_counts(phone, choice)
    code = the_meeting_is_closed_and_printed(phone, meeting)
    the_result_goes_up(phone, rt)
    as_someone_else(phone, "operator-desa")
    the_desa_answers(phone)
    as_someone_else(phone, "petugas-kecamatan")
    the_kecamatan_accepts(phone)
    phone.leave()
    anyone_reads_the_way(phone, proposal)
    anyone_checks_the_paper(phone, code)


def as_someone_else(visitor: Any, name: str) -> None:
    visitor.leave()
    visitor.sign_in(name)


def home_says_the_meeting_is_today(visitor: Any) -> str:
    visitor.says("Berikutnya", "Musyawarah RT hari ini")
    visitor.look("rencana-01-beranda")
    visitor.follow("Buka musyawarah")
    visitor.says("Catat siapa yang hadir", "Undangan", "Berita acara")
    visitor.look("rencana-02-musyawarah")
    return here(visitor)


def told(visitor: Any, words: str) -> None:
    """The line above the page that says what has just been done."""
    expect(visitor.page.get_by_text(words).first).to_be_visible()


def here(visitor: Any) -> str:
    return visitor.page.url.removeprefix(visitor.house.address)


def a_voice_finds_its_problem(visitor: Any, rt: str) -> None:
    visitor.go(f"{rt}harapan/")
    visitor.look("rencana-03-harapan")
    visitor.follow("Catat suara")
    main = visitor.main
    main.get_by_label("Kata-katanya").fill(WISH)
    main.get_by_label("Perempuan").check()
    main.get_by_label("Rumah tangga miskin", exact=True).check()
    visitor.look("rencana-04-suara")
    visitor.press("Simpan, lalu suara berikutnya")
    told(visitor, "Tersimpan")
    main.get_by_role("listitem").filter(has_text=WISH).get_by_role("link", name="Kelompokkan").first.click()
    visitor.look("rencana-05-kelompok")
    main.get_by_label(PROBLEM).check()
    visitor.press("Simpan")
    told(visitor, "Suara sudah dikelompokkan")
    visitor.go(f"{rt}harapan/")
    visitor.follow(PROBLEM)
    visitor.says(WISH, CAUSE)
    visitor.look("rencana-06-pohon")


def a_proposal_in_four_steps(visitor: Any, rt: str) -> str:
    """First something no RT may buy: the menu says so with its article before anyone has put work into it."""
    main = visitor.main
    visitor.go(f"{rt}usulan/")
    visitor.look("rencana-07-usulan")
    visitor.follow("Tulis usulan")
    main.get_by_label("Apa yang diusulkan?").fill("Membeli perahu mesin untuk ke pasar")
    visitor.press("Simpan dan lanjut")
    visitor.says("Kendaraan dibeli kabupaten", "Pasal 7 huruf c")
    visitor.look("rencana-08-terhalang")
    visitor.press("Kembali")
    main.get_by_label("Apa yang diusulkan?").fill(TITLE)
    main.get_by_label("Di mana tempatnya?").fill("Samping pos ronda")
    tap(main.locator("figure.tap svg"))
    visitor.look("rencana-09-apa")
    visitor.press("Simpan dan lanjut")
    main.get_by_label(CAUSE).check()
    main.get_by_label("Sampah dan kebersihan").check()
    visitor.says("Boleh")
    visitor.look("rencana-10-sebab")
    visitor.press("Simpan dan lanjut")
    main.get_by_label("Semua rumah tangga").check()
    visitor.look("rencana-11-manfaat")
    visitor.press("Simpan dan lanjut")
    main.get_by_label("Perkiraan biaya").fill("8400000")
    main.get_by_label("Tenaga warga").fill("12")
    main.get_by_label("Siapa yang merawatnya").fill("Kelompok dasawisma")
    visitor.look("rencana-12-biaya")
    visitor.press("Simpan dan lihat")
    visitor.says(TITLE, COST, "Usulan ini sudah lengkap")
    visitor.look("rencana-13-lengkap")
    visitor.press("Ajukan ke musyawarah")
    visitor.says("diajukan")
    return re.search(r"/usulan/(\d+)/", here(visitor))[1]


def tap(drawing: Locator) -> None:
    """A finger in the middle of the map."""
    drawing.click()
