"""From a RAB to the last rupiah, on a phone, by the juknis of Kukar completed as a DPMD would.

In RT 001 a path of about Rp40 million: two of the people who work take their wages, one gives it back, and that buys
cement. In RT 002 the year is over: the second tranche is asked for, a panjar is used up and given back, what was bought
passes to another keeper, and what is left goes to the book of this year. Each hand does its own part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from tests.journeys.conftest import PHONE, House, visiting
from tests.journeys.money_walk import Walk, town

WORKERS, WAIVES = ("Umar Rekaan", "Sari Contoh", "Bejo Peraga"), "Sari Contoh"
SPENT, GIVEN_BACK = "Rp8.740.000", "Rp120.000"
TENTS, SPENT_LATE, LEFT = "Rp48.000.000", "Rp58.000.000", "Rp92.000.000"


@pytest.fixture(scope="module")
def kukar(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with town("kukar", tmp_path_factory.mktemp("kukar") / "log") as house:
        yield house


@pytest.fixture
def path(browser: Browser, kukar: House) -> Iterator[Walk]:
    for visitor in visiting(browser, kukar, PHONE):
        yield Walk(visitor, "Jalan beton gang rekaan", "jalan")


@pytest.fixture
def late(browser: Browser, kukar: House) -> Iterator[Walk]:
    for visitor in visiting(browser, kukar, PHONE):
        yield Walk(
            visitor, "Tenda dan kursi warga rekaan", "tahap", number="02", place="RT 002 Bougenvil", is_late=True
        )


def test_a_path_goes_from_its_rab_to_the_lpj(path: Walk) -> None:
    path.opens_the_book()
    path.measures_the_path()
    path.writes_the_rab()
    path.sends_the_rab()
    path.desks_accept("meja-rab")
    path.asks_for_a_tranche()
    path.desks_accept("meja-permintaan")
    path.money_comes()
    path.to_the_work("sekretaris")
    path.types_a_receipt(
        shop="Toko Bangunan Rekaan", number="RJ-12", line="Semen", quantity="100", price="85000",
        total="8.500.000,00", source="Rekening bank",
    )  # fmt: skip
    path.head_approves_and_treasurer_pays("RJ-12")
    path.people_work(WORKERS, WAIVES)
    path.draws_up_the_wages("rekening bank")
    path.head_approves_and_treasurer_pays("UPAH/")
    path.moves_what_was_given_back(GIVEN_BACK)
    path.pictures_show_the_work("0", "50", "100")
    path.accounts("SPJ")
    path.desks_accept("meja-spj")
    the_lpj_says_what_the_book_says(path)
    anyone_sees_the_receipt(path)


def the_lpj_says_what_the_book_says(walk: Walk) -> None:
    """To the rupiah: one receipt and the wages of two people."""
    walk.to_the_money("ketua")
    walk.visitor.says(SPENT, "LPJ (laporan penutup setahun) boleh disiapkan")
    walk.follow("Surat dan laporan")
    walk.look("surat")
    words = walk.paper("/kertas/lpj/")
    assert walk.title in words
    assert SPENT.removeprefix("Rp") in words


def anyone_sees_the_receipt(walk: Walk) -> None:
    rt = re.search(r"/wilayah/(\d+)/", walk.visitor.page.url)[1]
    walk.visitor.leave()
    walk.visitor.go(f"/terbuka/wilayah/{rt}/")
    walk.visitor.says("Dibelanjakan", SPENT, "Dipertanggungjawabkan")
    assert "belum diketahui" not in walk.main.inner_text()
    walk.look("terbuka")
    walk.follow(walk.title)
    walk.visitor.says("Toko Bangunan Rekaan", "Rp8.500.000")
    assert WAIVES not in walk.main.inner_text()
    walk.look("terbuka-kegiatan")


def test_a_late_year_ends_with_its_second_tranche_and_its_leftover(late: Walk) -> None:
    the_gate_is_told(late)
    tents_open_the_gate(late)
    the_second_tranche_comes(late)
    the_secretary_carries_a_panjar(late)
    chairs_are_paid_out_of_it(late)
    the_lpj_waits_for_what_is_open(late)
    the_rest_of_the_panjar_comes_back(late)
    the_tents_pass_to_another_keeper(late)
    the_year_is_reported(late)
    what_is_left_goes_to_this_year(late)


def the_gate_is_told(walk: Walk) -> None:
    walk.to_the_money("sekretaris")
    walk.visitor.says("Tahap 2 dibuka setelah SPJ 50 % uang sebelumnya diterima: Rp0 dari Rp45.000.000")
    walk.look("gerbang")


def tents_open_the_gate(walk: Walk) -> None:
    walk.follow(walk.title)
    walk.types_a_receipt(
        shop="Toko Tenda Rekaan", number="T-7", line="Tenda pesta", quantity="4", price="12000000", total="48000000",
        source="Rekening bank",
    )  # fmt: skip
    walk.head_approves_and_treasurer_pays("T-7")
    walk.to_the_money("sekretaris")
    walk.visitor.says(f"Belanja {TENTS} belum masuk SPJ")
    walk.follow("Berkas")
    walk.visitor.says("LPJ (laporan penutup setahun) menunggu", "1 kegiatan belum selesai")
    walk.accounts("SPJ")
    walk.desks_accept("meja-spj")


def the_second_tranche_comes(walk: Walk) -> None:
    walk.to_the_money("sekretaris")
    walk.visitor.says("Tahap Rp60.000.000 boleh diminta")
    walk.asks_for_a_tranche()
    walk.desks_accept("meja-permintaan")
    walk.money_comes()


def the_secretary_carries_a_panjar(walk: Walk) -> None:
    """Cash is fetched from the bank, and handed over."""
    walk.to_the_money("bendahara")
    walk.follow("Buku kas", "Ambil tunai")
    walk.write(Jumlah="10.500.000")
    walk.press("Catat", told="Sudah dicatat dalam buku")
    walk.follow("Serahkan panjar")
    walk.pick("Pengurus", "Kardi Umpama")
    walk.write(Jumlah="10.500.000")
    walk.choose("Kas tunai")
    walk.look("panjar")
    walk.press("Catat", told="Sudah dicatat dalam buku")
    walk.look("buku-panjar")


def chairs_are_paid_out_of_it(walk: Walk) -> None:
    walk.to_the_work("sekretaris")
    walk.types_a_receipt(
        shop="Toko Kursi Rekaan", number="K-3", line="Kursi lipat", quantity="40", price="250000", total="10.000.000",
        source="Panjar pengurus", officer="Kardi Umpama",
    )  # fmt: skip
    walk.head_approves_and_treasurer_pays("K-3")
    walk.pictures_show_the_work("100")
    walk.accounts("SPJ")
    walk.desks_accept("meja-spj-2")


def the_lpj_waits_for_what_is_open(walk: Walk) -> None:
    walk.to_the_money("sekretaris")
    walk.follow("Berkas")
    walk.visitor.says("LPJ (laporan penutup setahun) menunggu", "Sisa uang Rp500.000 belum dikembalikan")
    assert walk.main.get_by_role("button", name="Siapkan LPJ").count() == 0
    walk.look("lpj-menunggu")


def the_rest_of_the_panjar_comes_back(walk: Walk) -> None:
    walk.to_the_money("bendahara")
    walk.follow("Buku kas", "Terima sisa panjar")
    walk.pick("Pengurus", "Kardi Umpama")
    walk.write(Jumlah="500.000")
    walk.choose("Kas tunai")
    walk.look("sisa-panjar")
    walk.press("Catat", told="Sudah dicatat dalam buku")


def the_tents_pass_to_another_keeper(walk: Walk) -> None:
    walk.to_the_money("sekretaris")
    walk.follow("Aset")
    walk.look("aset")
    walk.follow("Tenda pesta")
    walk.look("aset-baru")
    walk.press("Simpan aset", told="Aset tersimpan")
    walk.follow("Serah terima")
    walk.write(Yang_menyerahkan="Pengurus lama rekaan", Yang_menerima="Pengurus baru rekaan", Saksi="Tetua rekaan")
    walk.look("serah-terima")
    walk.press("Simpan serah terima", told="Serah terima tersimpan")
    walk.visitor.says("Pengurus baru rekaan")
    walk.look("aset-diserahkan")


def the_year_is_reported(walk: Walk) -> None:
    walk.accounts("LPJ")
    walk.desks_accept("meja-lpj")


def what_is_left_goes_to_this_year(walk: Walk) -> None:
    """The leftover, to the rupiah: in the letter, in the report, in the book of this year."""
    walk.to_the_money("ketua")
    walk.visitor.says(f"Sisa tahun ini {LEFT} menunggu")
    walk.look("sisa")
    walk.follow("Kerjakan", "Akhir tahun", "Buka buku tahun")
    walk.press("Buka buku", told="Buku tahun ini sudah dibuka")
    walk.to_the_money("ketua")
    walk.follow("Kerjakan", "Akhir tahun")
    walk.look("akhir-tahun")
    walk.press("Akhiri tahun ini", told="Buku tahun ini sudah diakhiri")
    walk.visitor.says(f"Sisa dana {LEFT} (SiLPA) ada di buku tahun berikutnya")
    walk.look("buku-berakhir")
    walk.follow("Kembali ke Dana", "Surat dan laporan")
    report = walk.paper("/kertas/lpj/")
    assert SPENT_LATE.removeprefix("Rp") in report
    assert LEFT.removeprefix("Rp") in report
    walk.bar("Dana")
    walk.follow("Buku kas")
    walk.visitor.says("SiLPA dari tahun lalu", LEFT)
    walk.look("buku-tahun-ini")
