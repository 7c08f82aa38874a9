"""A programme from its terms to a receipt its recipient confirms and the way out; and the same help twice, settled."""

from __future__ import annotations

import re

from playwright.sync_api import expect

NAME = "Bantuan alat jahit rekaan"
HOME = "Yusuf Konon"


def becomes(visitor, name: str) -> None:
    if visitor.page.get_by_role("button", name="Keluar").count():
        visitor.leave()
    visitor.sign_in(name)


def choose(visitor, *labels: str) -> None:
    for each in labels:
        visitor.main.get_by_label(each, exact=True).first.check()


def fill(visitor, **answers: str) -> None:
    for label, value in answers.items():
        visitor.main.get_by_label(re.compile(f"^{label.replace('_', ' ')}")).first.fill(value)


def pressed(visitor, name: str) -> None:
    with visitor.page.expect_navigation():
        visitor.press(name)


def test_a_programme_runs_from_its_terms_to_a_confirmed_receipt_and_the_way_out(phone):
    the_office_draws_a_programme(phone)
    the_terms_are_told(phone)
    a_monitor_names_a_home(phone)
    somebody_decides(phone)
    part = the_recipient_confirms(phone)
    recipient = phone.page.url
    nobody_receives_the_same_part_twice(phone, part)
    the_last_part_has_a_witness(phone, recipient)
    it_is_finished(phone)


def the_office_draws_a_programme(visitor) -> None:
    becomes(visitor, "pelaksana-program")
    visitor.opens(visitor.page.get_by_role("navigation").get_by_role("link", name="Layanan").first)
    visitor.look("program")
    visitor.follow("Program di Kabupaten")
    visitor.follow("Program baru")
    pressed(visitor, "Simpan, lalu isi ketentuan")
    expect(visitor.main.get_by_role("alert").first).to_be_visible()
    visitor.look("program-kosong")
    fill(visitor, Nama_program=NAME, Pelaksana="Dinas rekaan")
    choose(visitor, "Ekonomi", "Alat usaha")
    visitor.main.get_by_label("Bentuknya").select_option("goods")
    visitor.main.get_by_label("Diberikan kepada").select_option("household")
    pressed(visitor, "Simpan, lalu isi ketentuan")


def the_terms_are_told(visitor) -> None:
    """One condition, a quota and two parts of goods; the page of the programme then says it in words."""
    expect(visitor.main.get_by_role("heading", level=1)).to_have_text("Ketentuan baru")
    fill(visitor, Dasarnya="Contoh rekaan, bukan peraturan", Kuota="2", Atau_barang_apa="Mesin jahit")
    fill(visitor, Diberikan_dalam_berapa_tahap="2", Jarak_antartahap="1")
    visitor.main.get_by_text("Jumlah orang serumah", exact=True).first.click()
    visitor.main.locator("details[open]").get_by_label(
        re.compile("Paling sedikit|sedikitnya|minimal", re.I)
    ).first.fill("3")
    visitor.look("ketentuan")
    pressed(visitor, "Tetapkan ketentuan")
    visitor.says(NAME, "Mesin jahit", "Jumlah orang serumah")
    visitor.look("program-baru")


def a_monitor_names_a_home(visitor) -> None:
    becomes(visitor, "kader-rt03")
    visitor.opens(visitor.page.get_by_role("navigation").get_by_role("link", name="Warga").first)
    visitor.follow(HOME)
    visitor.follow("Program")
    visitor.look("program-rumah-tangga")
    visitor.opens(visitor.main.get_by_role("link", name=re.compile(f"Ajukan.*{NAME}|{NAME}.*Ajukan")).first)
    visitor.look("ajukan")
    pressed(visitor, "Ajukan")
    visitor.says("Menunggu")


def somebody_decides(visitor) -> None:
    becomes(visitor, "pelaksana-program")
    visitor.go("/program/")
    visitor.follow(NAME)
    visitor.follow(HOME)
    visitor.says("memenuhi syarat")
    visitor.look("putuskan")
    visitor.follow("Terima")
    visitor.look("terima")
    pressed(visitor, "Terima penerima ini")
    visitor.says("Diterima")


def the_recipient_confirms(visitor) -> str:
    """The recipient chooses a PIN on the giver's phone; a wrong one is not a receipt. Returns the page of that part."""
    becomes(visitor, "kader-rt03")
    to_the_delivery(visitor)
    visitor.follow("PIN")
    visitor.look("serahkan")
    visitor.follow("Pilih PIN sekarang")
    fill(visitor, PIN="4827", PIN_sekali_lagi="4827")
    visitor.look("pilih-pin")
    pressed(visitor, "Simpan PIN")
    visitor.look("penerima")
    visitor.follow("Serahkan")
    visitor.follow("PIN")
    fill(visitor, PIN_penerima="9053")
    pressed(visitor, "Simpan tanda terima")
    visitor.look("pin-salah")
    expect(visitor.main.get_by_role("alert").first).to_be_visible()
    part = visitor.page.url
    fill(visitor, PIN_penerima="4827")
    pressed(visitor, "Simpan tanda terima")
    visitor.says("Diterima")
    return part


def to_the_delivery(visitor) -> None:
    """The next part of this programme that is still to be handed over."""
    visitor.go("/")
    visitor.follow("RT 003 Melati")
    visitor.opens(visitor.page.get_by_role("link", name="Layanan", exact=True).last)
    visitor.opens(visitor.page.get_by_role("link", name="Penyaluran").first)
    visitor.opens(visitor.main.get_by_role("row").filter(has_text=NAME).get_by_role("link").first)


def nobody_receives_the_same_part_twice(visitor, part: str) -> None:
    """The page of a part that came says so, and asks nothing."""
    visitor.page.goto(part)
    visitor.look("sudah-diterima")
    expect(visitor.main.get_by_role("button", name="Simpan tanda terima")).to_have_count(0)


def the_last_part_has_a_witness(visitor, recipient: str) -> None:
    visitor.page.goto(recipient)
    visitor.follow("Serahkan")
    visitor.follow("Saksi")
    fill(visitor, Nama_saksi="Tetangga Rekaan")
    visitor.look("saksi")
    pressed(visitor, "Simpan tanda terima")
    visitor.says("Diterima")


def it_is_finished(visitor) -> None:
    visitor.look("penerima")
    visitor.follow("Keluar dari program")
    choose(visitor, "Sudah selesai")
    visitor.look("keluar")
    pressed(visitor, "Catat keluar")
    visitor.says("Selesai atau keluar", "Sudah selesai")


def test_the_same_help_twice_is_seen_and_settled(desk):
    """Both sides show it before anything is approved; a person settles it with a reason, and the list is empty again."""
    becomes(desk, "pelaksana-program")
    desk.go("/program/")
    desk.follow("Program di Kabupaten")
    desk.follow("Lihat bantuan ganda")
    desk.says("belum diputuskan", "Pinjaman usaha desa", "Modal usaha warga miskin")
    desk.look("ganda")
    desk.follow("Pinjaman usaha desa")
    desk.says("Bantuan sama")
    desk.look("ganda-penerima")
    desk.follow("Putuskan bantuan ganda")
    pressed(desk, "Simpan putusan")
    expect(desk.main.get_by_role("alert").first).to_be_visible()
    choose(desk, "Tetap pada bantuan yang lama")
    fill(desk, Alasannya="Modal yang lama belum selesai dipakai")
    desk.look("ganda-putusan")
    pressed(desk, "Simpan putusan")
    desk.says("Tetap pada bantuan yang lama", "Modal yang lama belum selesai dipakai")
    desk.look("ganda-selesai")
