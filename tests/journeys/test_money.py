"""From a RAB to the last rupiah, on a phone: a path of about Rp40 million by the juknis of Kukar, completed as a DPMD would.

Two of the people who work give their wages back; these buy more cement. Each hand does its own part.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, expect
from tests.journeys.conftest import OURS, PHONE, ROOT, standing, visiting
from tests.servers import made

TITLE = "Jalan beton gang rekaan"
WORKERS, WAIVES = ("Umar Rekaan", "Sari Contoh", "Bejo Peraga"), "Sari Contoh"
SECRETARY, HEAD, TREASURER = "sekretaris-rt01", "ketua-rt01", "bendahara-rt01"
WAITING = re.compile("RJ-12|UPAH/")
SPENT = "Rp8.740.000"
DESKS = ("operator-desa", "petugas-kecamatan")


@pytest.fixture
def walker(browser: Browser, tmp_path: Path) -> Iterator[Any]:
    """A phone before a house of its own, where Kukar's juknis holds and a path stands in the plan."""
    with made(f"{OURS}_kukar").connect(autocommit=True) as link:
        link.execute("drop schema public cascade")
        link.execute("create schema public")
    for house in standing(f"{OURS}_kukar", tmp_path / "log", "--empty"):
        env = os.environ | {"RUKUN_DATABASE": house.database, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
        subprocess.run([sys.executable, "-m", "tests.journeys.kukar_house"], cwd=ROOT, env=env, check=True)
        yield from visiting(browser, house, PHONE)


def test_a_path_goes_from_its_rab_to_the_lpj(walker: Any) -> None:
    for step in STEPS:
        step(walker)


def as_someone(visitor: Any, name: str) -> None:
    if visitor.page.get_by_role("button", name="Keluar").count():
        visitor.leave()
    visitor.sign_in(name)


def to_the_money(visitor: Any, name: str) -> None:
    """Signs in and goes to the RT's money by the bar below."""
    as_someone(visitor, name)
    visitor.page.get_by_role("navigation").get_by_role("link", name="Dana", exact=True).first.click()
    visitor.says("Dana RT 001 Anggrek")


def to_the_work(visitor: Any, name: str) -> None:
    to_the_money(visitor, name)
    visitor.follow(TITLE)
    expect(visitor.main.get_by_role("heading", level=1)).to_have_text(TITLE)


def told(visitor: Any, words: str) -> None:
    expect(visitor.page.get_by_text(words).first).to_be_visible()


def picture(words: str) -> dict[str, Any]:
    """A drawn picture that no other resembles."""
    held = Image.new("RGB", (600, 800), f"hsl({len(words) * 37 % 360}, 60%, 70%)")
    pen = ImageDraw.Draw(held)
    for place, letter in enumerate(words):
        pen.rectangle(
            (ord(letter) * 4 % 560, place * 40, 600, place * 40 + 30), fill=f"hsl({ord(letter) * 9 % 360}, 80%, 40%)"
        )
    kept = BytesIO()
    held.save(kept, "JPEG")
    return {"name": f"{words}.jpg", "mimeType": "image/jpeg", "buffer": kept.getvalue()}


def the_book_is_opened(visitor: Any) -> None:
    to_the_money(visitor, SECRETARY)
    visitor.look("dana-01-kosong")
    visitor.follow("Buka buku")
    visitor.look("dana-02-buka")
    visitor.press("Buka buku")
    visitor.says(TITLE, "Rp90.000.000")
    visitor.look("dana-03-rt")


def the_wizard_draws_the_rab(visitor: Any) -> None:
    visitor.follow(TITLE)
    visitor.look("dana-04-kegiatan")
    visitor.follow("RAB")
    visitor.look("dana-05-rab")
    visitor.follow("Susun dengan bantuan")
    visitor.look("dana-06-pekerjaan")
    visitor.follow("Jalan setapak atau gang dari beton")
    for label, size in (("Panjang jalan", "130"), ("Lebar jalan", "1,5"), ("Tebal beton", "12")):
        visitor.main.get_by_label(label).fill(size)
    visitor.look("dana-07-ukuran")
    visitor.press("Hitung")
    visitor.look("dana-08-baris")
    visitor.press("Tulis ke RAB")
    told(visitor, "Baris RAB sudah ditulis")
    visitor.look("dana-09-rab")


def the_rab_is_sent(visitor: Any) -> None:
    visitor.follow("Ajukan")
    visitor.look("dana-10-ajukan")
    visitor.press("Siapkan berkas")
    send(visitor, "dana-11-berkas")


def send(visitor: Any, shot: str) -> None:
    """Every paper the juknis wants is at hand."""
    for box in visitor.main.get_by_role("checkbox").all():
        box.check()
    visitor.look(shot)
    visitor.press("Kirim")
    told(visitor, "Berkas dikirim")


def both_desks_accept(visitor: Any) -> None:
    for name in DESKS:
        as_someone(visitor, name)
        visitor.page.get_by_role("navigation").get_by_role("link", name="Dana", exact=True).first.click()
        visitor.look(f"dana-12-{name}")
        visitor.follow("Meja periksa")
        visitor.look(f"dana-13-{name}")
        visitor.follow("Periksa")
        visitor.follow("Terima")
        visitor.look(f"dana-14-{name}")
        visitor.press("Terima")
        told(visitor, "diterima")


def the_first_tranche_is_asked_for(visitor: Any) -> None:
    to_the_money(visitor, SECRETARY)
    visitor.look("dana-15-rab-berlaku")
    visitor.follow("Kerjakan")
    visitor.look("dana-16-berkas")
    visitor.press("Siapkan permintaan pencairan")
    send(visitor, "dana-17-permintaan")


def the_kecamatan_writes_down_that_it_came(visitor: Any) -> None:
    """The money of this juknis stands in the budget of the kecamatan."""
    visitor.go("/")
    visitor.says("dicatat cair")
    visitor.follow("Buka meja periksa")
    visitor.look("dana-18-meja")
    visitor.follow("RT 001 Anggrek")
    visitor.look("dana-19-cair")
    visitor.press("Catat cair")
    told(visitor, "Pencairan dicatat")


def cement_is_bought(visitor: Any) -> None:
    to_the_work(visitor, SECRETARY)
    visitor.follow("Kuitansi")
    visitor.look("dana-20-kuitansi")
    visitor.follow("Catat kuitansi")
    main = visitor.main
    main.get_by_label("Foto kuitansi").set_input_files(picture("nota semen"))
    main.get_by_label("Toko atau penerima").fill("Toko Bangunan Rekaan")
    main.get_by_label("Nomor kuitansi").fill("RJ-12")
    main.get_by_label("Uraian singkat").fill("Semen untuk gang")
    main.get_by_label("Baris RAB").select_option(index=choice_of(visitor, "Semen"))
    main.get_by_label("Jumlah", exact=True).fill("100")
    main.get_by_label("Harga satuan").fill("85000")
    main.get_by_label("Jumlah di kertas").fill("8.500.000,00")
    main.get_by_label("Rekening bank", exact=True).check()
    visitor.look("dana-21-isi")
    visitor.press("Lanjut: periksa")
    visitor.says("Periksa sebelum diajukan", "Rp8.500.000")
    visitor.look("dana-22-periksa")
    visitor.press("Ajukan kuitansi")
    visitor.says("Menunggu persetujuan")
    visitor.look("dana-23-diajukan")


def choice_of(visitor: Any, words: str) -> int:
    labels = visitor.main.get_by_label("Baris RAB").locator("option").all_inner_texts()
    return next(place for place, each in enumerate(labels) if words in each)


def the_head_approves_and_the_treasurer_pays(visitor: Any) -> None:
    as_someone(visitor, HEAD)
    visitor.follow("Kerjakan")
    visitor.look("dana-24-menunggu")
    visitor.main.get_by_role("link").filter(has_text=WAITING).first.click()
    visitor.press("Setujui")
    told(visitor, "Kuitansi disetujui")
    as_someone(visitor, TREASURER)
    visitor.follow("Kerjakan")
    visitor.main.get_by_role("link").filter(has_text=WAITING).first.click()
    visitor.look("dana-25-boleh-bayar")
    visitor.follow("Bayar Rp")
    visitor.look("dana-26-bayar")
    visitor.press("Sudah saya bayar")
    told(visitor, "Pembayaran tercatat di buku")
    visitor.look("dana-27-dibayar")


def people_work_for_two_days(visitor: Any) -> None:
    to_the_work(visitor, SECRETARY)
    visitor.follow("Hari kerja dan upah")
    visitor.follow("Catat siapa bekerja")
    visitor.look("dana-28-belum-ada")
    for name in WORKERS:
        visitor.follow("Tambah pekerja")
        visitor.main.get_by_label("Nama pekerja").fill(name)
        visitor.main.get_by_label("Pekerja", exact=True).check()
        visitor.press("Simpan pekerja")
        told(visitor, "Pekerja tersimpan")
    visitor.follow("Tandai semua hadir")
    row = visitor.main.get_by_role("group").filter(has_text=WAIVES)
    row.get_by_label("Upah dihibahkan").check()
    visitor.look("dana-29-hadir")
    visitor.press("Simpan")
    told(visitor, "Hari kerja tersimpan")
    visitor.follow("Daftar upah")
    visitor.look("dana-30-upah")
    visitor.follow("Susun daftar upah")
    visitor.main.get_by_label("rekening bank").check()
    visitor.look("dana-31-susun")
    visitor.press("Susun daftar upah")
    told(visitor, "Daftar upah menunggu persetujuan")


def the_wage_list_is_signed_and_paid(visitor: Any) -> None:
    visitor.main.get_by_role("link", name="UPAH/").first.click()
    visitor.look("dana-32-daftar")
    visitor.follow("Tambah foto")
    visitor.main.get_by_label("Foto daftar").set_input_files(picture("daftar upah"))
    visitor.press("Simpan foto")
    told(visitor, "Foto tersimpan")
    the_head_approves_and_the_treasurer_pays(visitor)


def what_was_given_back_buys_cement(visitor: Any) -> None:
    to_the_work(visitor, SECRETARY)
    visitor.follow("Swadaya")
    visitor.says("Upah dihibahkan", "Rp120.000")
    visitor.look("dana-33-swadaya")
    visitor.follow("Pindahkan")
    visitor.main.get_by_label("Semen").check()
    visitor.look("dana-34-pindah")
    visitor.press("Pindahkan")
    told(visitor, "Upah dipindah")
    visitor.follow("Kembali ke kegiatan")
    visitor.follow("RAB")
    visitor.follow("Bandingkan lama dan baru")
    visitor.look("dana-35-banding")


def pictures_show_the_work(visitor: Any) -> None:
    to_the_work(visitor, SECRETARY)
    visitor.follow("Kemajuan dan foto")
    visitor.look("dana-36-kemajuan")
    for percent in ("0", "50", "100"):
        visitor.main.get_by_role("link", name="Catat kemajuan").or_(
            visitor.main.get_by_role("link", name=f"Catat {percent} %")
        ).first.click()
        visitor.main.get_by_role("radio", name=re.compile(f"^{percent} %")).check()
        visitor.main.get_by_label("Foto pekerjaan").set_input_files(picture(f"jalan {percent}"))
        visitor.look(f"dana-37-{percent}")
        visitor.press("Simpan kemajuan")
        told(visitor, "Kemajuan tersimpan")
    told(visitor, "Pekerjaan dinyatakan selesai")
    visitor.look("dana-38-selesai")


def the_spj_is_accepted(visitor: Any) -> None:
    to_the_money(visitor, SECRETARY)
    visitor.look("dana-39-rt")
    visitor.follow("Berkas")
    visitor.press("Siapkan SPJ")
    send(visitor, "dana-40-spj")
    both_desks_accept(visitor)


def the_lpj_says_what_the_book_says(visitor: Any) -> None:
    """To the rupiah: one receipt and the wages of two people."""
    to_the_money(visitor, TREASURER)
    visitor.says(SPENT)
    visitor.follow("Buku kas")
    visitor.look("dana-41-buku")
    to_the_money(visitor, HEAD)
    visitor.follow("Surat dan laporan")
    visitor.look("dana-42-surat")
    address = visitor.main.locator("a[href$='/kertas/lpj/']").first.get_attribute("href")
    answer = visitor.page.request.get(visitor.house.address + address)
    assert answer.status == 200
    paper = pypdfium2.PdfDocument(answer.body())
    words = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in paper).split())
    assert TITLE in words
    assert SPENT.removeprefix("Rp") in words


def anyone_sees_the_receipt(visitor: Any) -> None:
    rt = re.search(r"/wilayah/(\d+)/", visitor.page.url)[1]
    visitor.leave()
    visitor.go(f"/terbuka/wilayah/{rt}/")
    visitor.look("dana-43-terbuka")
    visitor.follow(TITLE)
    visitor.says("Toko Bangunan Rekaan", "Rp8.500.000")
    assert WAIVES not in visitor.main.inner_text()
    visitor.look("dana-44-kegiatan")


STEPS = (
    the_book_is_opened, the_wizard_draws_the_rab, the_rab_is_sent, both_desks_accept, the_first_tranche_is_asked_for,
    both_desks_accept, the_kecamatan_writes_down_that_it_came, cement_is_bought,
    the_head_approves_and_the_treasurer_pays, people_work_for_two_days, the_wage_list_is_signed_and_paid,
    what_was_given_back_buys_cement, pictures_show_the_work, the_spj_is_accepted, the_lpj_says_what_the_book_says,
    anyone_sees_the_receipt,
)  # fmt: skip
