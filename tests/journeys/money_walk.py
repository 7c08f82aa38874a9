"""Steps that every journey of the money takes, by whoever has them in hand; each page on the way is looked at."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageDraw
from playwright.sync_api import Locator, expect
from tests.journeys.conftest import OURS, ROOT, House, Visitor, standing
from tests.servers import made

from rukun.walls import scope


@contextmanager
def town(name: str, log: Path) -> Iterator[House]:
    """A house of its own, furnished by `money_house`."""
    with made(f"{OURS}_{name}").connect(autocommit=True) as link:
        link.execute("drop schema public cascade")
        link.execute("create schema public")
    with standing(f"{OURS}_{name}", log, "--empty") as house:
        env = os.environ | {"RUKUN_DATABASE": house.database, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
        subprocess.run([sys.executable, "-m", "tests.journeys.money_house", name], cwd=ROOT, env=env, check=True)
        yield house


def picture(words: str) -> dict[str, Any]:
    """A drawn picture that no other resembles."""
    held = Image.new("RGB", (600, 800), f"hsl({len(words) * 37 % 360}, 60%, 70%)")
    pen = ImageDraw.Draw(held)
    for place, letter in enumerate(words):
        box = (ord(letter) * 4 % 560, place * 40, 600, place * 40 + 30)
        pen.rectangle(box, fill=f"hsl({ord(letter) * 9 % 360}, 80%, 40%)")
    kept = BytesIO()
    held.save(kept, "JPEG")
    return {"name": f"{words}.jpg", "mimeType": "image/jpeg", "buffer": kept.getvalue()}


LOOKED: set[str] = set()


@dataclass
class Walk:
    """Somebody's phone, the work in question, and the RT it is in. `is_late`: the money is that of last year."""

    visitor: Visitor
    title: str
    name: str
    number: str = "01"
    place: str = "RT 001 Anggrek"
    is_late: bool = False
    seen: int = 0

    @property
    def main(self) -> Locator:
        return self.visitor.main

    def look(self, words: str) -> None:
        """The first walk that comes to a page looks at it with axe; the others see that nothing is cut."""
        self.seen += 1
        see = self.visitor.fits if words in LOOKED else self.visitor.look
        see(f"{self.name}-{self.seen:02}-{words}")
        LOOKED.add(words)

    def told(self, words: str) -> None:
        expect(self.visitor.page.get_by_text(words).first).to_be_visible()

    def follow(self, *names: str) -> None:
        for each in names:
            self.visitor.follow(each)

    def press(self, name: str, told: str = "") -> None:
        self.visitor.press(name)
        if told:
            self.told(told)

    def write(self, **answers: str) -> None:
        """Fields by their label, an underscore for each blank."""
        for label, value in answers.items():
            self.main.get_by_label(label.replace("_", " "), exact=True).fill(value)

    def choose(self, *labels: str) -> None:
        for each in labels:
            self.main.get_by_label(each, exact=True).check()

    def becomes(self, name: str) -> None:
        """An officer of the RT ("ketua"), or somebody at a desk."""
        if self.visitor.page.get_by_role("button", name="Keluar").count():
            self.visitor.leave()
        self.visitor.sign_in(name if "-" in name else f"{name}-rt{self.number}")

    def bar(self, name: str) -> None:
        self.visitor.opens(self.visitor.page.get_by_role("navigation").get_by_role("link", name=name, exact=True).first)

    def to_the_money(self, name: str) -> None:
        """Signs in and goes to the RT's money by the bar below."""
        self.becomes(name)
        self.bar("Dana")
        self.visitor.says(f"Dana {self.place}")
        if self.is_late:
            self.visitor.opens(self.main.get_by_role("link", name=re.compile(r"^Tahun \d{4}$")))
            self.visitor.says(self.title)

    def to_the_work(self, name: str) -> None:
        self.to_the_money(name)
        self.follow(self.title)
        expect(self.main.get_by_role("heading", level=1)).to_have_text(self.title)

    def send(self, shot: str) -> None:
        """Every paper the juknis wants is at hand."""
        for box in self.main.get_by_role("checkbox").all():
            box.check()
        self.look(shot)
        self.press("Kirim", told="Berkas dikirim")

    def desks_accept(self, shot: str, *desks: str) -> None:
        for name in desks or ("operator-desa", "petugas-kecamatan"):
            self.becomes(name)
            self.bar("Dana")
            self.follow("Meja periksa", "Periksa", "Terima")
            self.look(f"{shot}-{name}")
            self.press("Terima", told="diterima")

    def opens_the_book(self) -> None:
        self.to_the_money("sekretaris")
        self.look("kosong")
        self.follow("Buka buku")
        self.press("Buka buku", told="Buku tahun ini sudah dibuka")
        self.look("rt")

    def measures_the_path(self) -> None:
        """The wizard asks for three sizes."""
        self.follow(self.title)
        self.look("kegiatan")
        self.follow("RAB", "Susun dengan bantuan")
        self.look("pekerjaan")
        self.follow("Jalan setapak atau gang dari beton")
        for label, size in (("Panjang jalan", "130"), ("Lebar jalan", "1,5"), ("Tebal beton", "12")):
            self.main.get_by_label(label).fill(size)
        self.look("ukuran")
        self.press("Hitung")

    def unfolds_every_line(self) -> None:
        """Lines that need nothing more stand folded."""
        folded = self.main.locator("form details:not([open]) > summary")
        while folded.count():
            folded.first.click()

    def writes_the_rab(self) -> None:
        self.look("baris")
        self.press("Tulis ke RAB", told="Baris RAB sudah ditulis")
        self.look("rab")

    def sends_the_rab(self) -> None:
        self.follow("Ajukan")
        self.press("Siapkan berkas")
        self.send("berkas-rab")

    def asks_for_a_tranche(self) -> None:
        self.to_the_money("sekretaris")
        self.look("minta")
        self.follow("Kerjakan")
        self.press("Siapkan permintaan pencairan")
        self.send("permintaan")

    def money_comes(self) -> None:
        """Whoever releases it writes down that it came."""
        self.visitor.go("/")
        self.visitor.says("dicatat cair")
        self.follow("Buka meja periksa")
        self.look("meja-cair")
        self.main.get_by_role("link", name=self.place).last.click()
        self.look("cair")
        self.press("Catat cair", told="Pencairan dicatat")

    def types_a_receipt(
        self, *, shop: str, number: str, line: str, quantity: str, price: str, total: str, source: str, officer: str = ""
    ) -> None:  # fmt: skip
        """From the page of the work until it waits for approval."""
        self.follow("Kuitansi", "Catat kuitansi")
        main = self.main
        main.get_by_label("Foto kuitansi").set_input_files(picture(f"nota {number}"))
        main.get_by_label("Toko atau penerima").fill(shop)
        main.get_by_label("Nomor kuitansi").fill(number)
        main.get_by_label("Uraian singkat").fill(f"{line} untuk warga")
        self.pick("Baris RAB", line)
        self.write(Jumlah=quantity)
        main.get_by_label("Harga satuan").fill(price)
        main.get_by_label("Jumlah di kertas").fill(total)
        self.choose(source)
        if officer:
            self.pick("Panjar atau talangan siapa?", officer)
        self.look("kuitansi")
        self.press("Lanjut: periksa")
        self.visitor.says("Periksa sebelum diajukan")
        self.look("periksa")
        self.press("Ajukan kuitansi")
        self.visitor.says("Menunggu persetujuan")

    def pick(self, label: str, words: str) -> None:
        """The choice of a list that holds these words."""
        field = self.main.get_by_label(label)
        choices = field.locator("option").all_inner_texts()
        field.select_option(index=next(place for place, each in enumerate(choices) if words in each))

    def head_approves_and_treasurer_pays(self, waiting: str) -> None:
        """What waits is found by the next thing the money page names."""
        self.to_the_money("ketua")
        self.follow("Kerjakan")
        self.main.get_by_role("link").filter(has_text=re.compile(waiting)).first.click()
        self.press("Setujui", told="Kuitansi disetujui")
        self.to_the_money("bendahara")
        self.follow("Kerjakan")
        self.main.get_by_role("link").filter(has_text=re.compile(waiting)).first.click()
        self.look("boleh-bayar")
        self.follow("Bayar Rp")
        self.press("Sudah saya bayar", told="Pembayaran tercatat di buku")
        self.look("dibayar")

    def people_work(self, workers: tuple[str, ...], waives: str) -> None:
        """One of them gives the wage back."""
        self.to_the_work("sekretaris")
        self.follow("Hari kerja dan upah", "Catat siapa bekerja")
        for name in workers:
            self.follow("Tambah pekerja")
            self.main.get_by_label("Nama pekerja").fill(name)
            self.choose("Pekerja")
            self.press("Simpan pekerja", told="Pekerja tersimpan")
        self.follow("Tandai semua hadir")
        self.main.get_by_role("group").filter(has_text=waives).get_by_label("Upah dihibahkan").check()
        self.look("hadir")
        self.press("Simpan", told="Hari kerja tersimpan")

    def draws_up_the_wages(self, source: str, officer: str = "") -> None:
        """The list asks for its photo itself."""
        self.follow("Daftar upah")
        self.look("upah")
        self.follow("Susun daftar upah")
        self.choose(source)
        if officer:
            self.pick("Pengurus yang memegang panjar atau menalangi", officer)
        self.look("susun")
        self.press("Susun daftar upah", told="Daftar upah menunggu persetujuan")
        self.visitor.says("Cetak daftar upah")
        self.look("foto-daftar")
        self.main.get_by_label("Foto daftar").set_input_files(picture("daftar upah"))
        self.press("Simpan foto", told="Foto tersimpan")

    def moves_what_was_given_back(self, amount: str) -> None:
        """What one of the people gave back buys cement, and still counts as a wage."""
        self.to_the_work("sekretaris")
        self.follow("Swadaya")
        self.visitor.says("Upah dihibahkan", amount)
        self.look("swadaya")
        self.follow("Pindahkan")
        self.main.get_by_label("Semen").check()
        self.look("pindah")
        self.press("Pindahkan", told="Upah dipindah")
        self.follow("Kembali ke kegiatan", "RAB")
        self.visitor.says(f"{amount} upah dihibahkan lalu dipindah")
        self.look("rab-sesudah")
        self.follow("Bandingkan lama dan baru")
        self.look("banding")

    def pictures_show_the_work(self, *percents: str) -> None:
        self.to_the_work("sekretaris")
        self.follow("Kemajuan dan foto")
        for percent in percents:
            self.main.get_by_role("link", name="Catat kemajuan").or_(
                self.main.get_by_role("link", name=f"Catat {percent} %")
            ).first.click()
            self.main.get_by_role("radio", name=re.compile(f"^{percent} %")).check()
            self.main.get_by_label("Foto pekerjaan").set_input_files(picture(f"{self.number} {percent}"))
            self.press("Simpan kemajuan", told="Kemajuan tersimpan")
        self.told("Pekerjaan dinyatakan selesai")
        self.look("selesai")

    def accounts(self, kind: str) -> None:
        """A bundle of the year ("SPJ", "LPJ") is prepared from the page of bundles and sent."""
        self.to_the_money("sekretaris")
        self.look(f"sebelum-{kind.lower()}")
        self.follow("Berkas")
        self.look(f"berkas-{kind.lower()}")
        self.press(f"Siapkan {kind}")
        self.send(kind.lower())

    def papers(self, address: str) -> list[str]:
        """The words of every PDF whose link on this page ends so."""
        found = [each.get_attribute("href") for each in self.main.locator(f"a[href$='{address}']").all()]
        return [self._read(each) for each in found]

    def paper(self, address: str) -> str:
        [found] = self.papers(address)
        return found

    def _read(self, address: str) -> str:
        answer = self.visitor.page.request.get(self.visitor.house.address + address)
        assert answer.status == 200, address
        pages = pypdfium2.PdfDocument(answer.body())
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pages).split())


def written(amount: int) -> str:
    """8740000 → "Rp8.740.000"."""
    return f"Rp{amount:,}".replace(",", ".")


def ledger(walk: Walk) -> dict[str, int]:
    """The sum of every account that was ever used, asked of the database itself."""
    with made(walk.visitor.house.database).connect() as link:
        names = dict(zip(scope.SETTINGS, (*scope.EVERYTHING, ""), strict=True))
        for name, value in names.items():
            link.execute("select set_config(%s, %s, true)", [name, value])
        return dict(link.execute("select account, sum(amount)::bigint from grants_leg group by account").fetchall())
