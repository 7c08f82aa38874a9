"""A path worth almost Rp40 million by the juknis of Kota Semarang, on a phone: Rp25 million at most, residents give the rest.

The news about this juknis tells of money that comes first. Here the kelurahan pays back instead, as some do: the treasurer
advances what is bought, paid out and owed to the state; after the SPJ the RT claims it, and she gets it back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.journeys.conftest import PHONE, visiting
from tests.journeys.money_walk import Walk, ledger, town, written

WORKERS, WAIVES = ("Umar Rekaan", "Sari Contoh", "Bejo Peraga"), "Sari Contoh"
TREASURER, OWN = "Masnah Andaikan", "Talangan pengurus"
GIVEN = {"Kerikil beton": "17,5", "Pasir beton": "13,7", "Pasir urug": "11,7"}
SPENT, TAX = 8_740_000, "127.500"


@pytest.fixture
def path(browser: Browser, tmp_path: Path) -> Iterator[Walk]:
    with town("semarang", tmp_path / "log") as house:
        for visitor in visiting(browser, house, PHONE):
            yield Walk(visitor, "Perbaikan ringan jalan gang rekaan", "semarang")


def test_what_the_treasurer_advanced_comes_back_to_the_rupiah(path: Walk) -> None:
    path.opens_the_book()
    path.measures_the_path()
    residents_give_sand_and_gravel(path)
    path.desks_accept("meja-rab")
    the_treasurer_buys_cement(path)
    path.people_work(WORKERS, WAIVES)
    path.draws_up_the_wages("talangan pengurus", TREASURER)
    path.head_approves_and_treasurer_pays("UPAH/")
    tax_goes_to_the_state(path)
    path.moves_what_was_given_back("Rp120.000")
    path.pictures_show_the_work("0", "50", "100")
    path.accounts("SPJ")
    path.desks_accept("meja-spj")
    the_claim_is_what_was_spent(path)
    path.desks_accept("meja-permintaan")
    the_city_pays_into_the_account(path)
    the_treasurer_gets_it_back(path)
    papers_say_what_the_ledger_says(path)
    path.accounts("LPJ")
    path.desks_accept("meja-lpj")
    the_year_is_done(path)


def residents_give_sand_and_gravel(walk: Walk) -> None:
    walk.unfolds_every_line()
    for words, quantity in GIVEN.items():
        group = walk.main.get_by_role("group").filter(has_text=words)
        group.get_by_label("Disumbang warga").fill(quantity)
    walk.writes_the_rab()
    walk.visitor.says("Rp24.562.000", "Rp14.251.000", "paling banyak Rp400.000")
    walk.sends_the_rab()


def the_treasurer_buys_cement(walk: Walk) -> None:
    walk.to_the_work("sekretaris")
    walk.types_a_receipt(
        shop="Toko Bangunan Rekaan", number="RJ-12", line="Semen", quantity="100", price="85000",
        total="8.500.000,00", source=OWN, officer=TREASURER,
    )  # fmt: skip
    walk.head_approves_and_treasurer_pays("RJ-12")


def tax_goes_to_the_state(walk: Walk) -> None:
    """No money has come yet: this too is advanced."""
    walk.to_the_money("bendahara")
    walk.visitor.says("Pajak dipungut")
    walk.follow("Kerjakan", "Catat setoran")
    walk.main.get_by_role("radio").first.check()
    walk.main.get_by_label("NTPN").fill("REKAAN0123456789")
    walk.main.get_by_label("Talangan: uang pengurus").check()
    walk.pick("Talangan siapa?", TREASURER)
    walk.look("setor")
    walk.press("Catat setoran", told="Setoran pajak sudah dicatat")
    walk.look("pajak-disetor")


def the_claim_is_what_was_spent(walk: Walk) -> None:
    walk.to_the_money("sekretaris")
    walk.visitor.says(f"Tahap {written(SPENT)} boleh diminta")
    walk.look("klaim")
    walk.follow("Kerjakan")
    walk.press("Siapkan permintaan pencairan")
    expect(walk.main.get_by_role("checkbox")).to_have_count(7)
    walk.send("tujuh-lembar")


def the_city_pays_into_the_account(walk: Walk) -> None:
    """Money for an account of the RT leaves the treasury of the city."""
    walk.becomes("petugas-dpmd")
    walk.money_comes()


def the_treasurer_gets_it_back(walk: Walk) -> None:
    walk.to_the_money("bendahara")
    walk.visitor.says(f"Talangan pengurus {written(SPENT)} dapat diganti sekarang")
    walk.look("ganti")
    walk.follow("Kerjakan", "Ganti talangan")
    walk.pick("Pengurus", TREASURER)
    walk.write(Jumlah=written(SPENT).removeprefix("Rp"))
    walk.choose("Rekening bank")
    walk.look("ganti-talangan")
    walk.press("Catat", told="Sudah dicatat dalam buku")
    walk.look("buku")


def papers_say_what_the_ledger_says(walk: Walk) -> None:
    kept = ledger(walk)
    assert kept == {
        "spending": SPENT, "grant": -SPENT, "bank": 0, "receivable": 0, "talangan": 0, "tax": 0,
    }  # fmt: skip
    walk.to_the_work("ketua")
    walk.follow("Surat dan laporan")
    walk.look("surat-kegiatan")
    total = written(SPENT).removeprefix("Rp")
    spj = walk.paper("/kertas/spj/")
    assert f"Belanja kegiatan ini Rp{total}" in spj
    assert f"Jumlah {total} 0 {TAX}" in spj
    receipts = [re.search(r"Rp([\d.]+)", each)[1] for each in walk.papers("/kuitansi/")]
    assert sorted(receipts) == ["240.000", "8.500.000"]
    assert sum(int(each.replace(".", "")) for each in receipts) == kept["spending"]
    walk.to_the_money("ketua")
    walk.follow("Surat dan laporan")
    report = walk.paper("/kertas/lpj/")
    assert f"Dana RT yang cair {total}" in report
    assert f"Uang keluar {total} Belanja {total}" in report
    assert "Sisa: uang masuk dikurangi uang keluar 0" in report


def the_year_is_done(walk: Walk) -> None:
    walk.to_the_money("ketua")
    walk.visitor.says("dipertanggungjawabkan")
    walk.look("selesai")
