"""From a wish to a plan: one RT meets, chooses and signs; the desa and the kecamatan answer; anyone may follow it."""

from __future__ import annotations

import re
from typing import Any

import pypdfium2
from playwright.sync_api import Locator, expect

WISH = "Sampah menumpuk di pos ronda, kalau hujan hanyut ke gang."
PROBLEM, CAUSE = "Gang tergenang setiap hujan besar", "Belum ada yang mengangkut sampah"
TITLE = "Bak sampah pilah di pos ronda"
COST = "Rp8.400.000"
BALLOTS = (
    ("sampah", "parit"), ("sampah", "parit", "posyandu"), ("sampah", "baca"), ("parit", "sumur"), ("parit",), ("sumur", "lampu"),
    ("sampah", "posyandu"), ("parit", "sampah"), ("sumur", "baca"), ("parit", "posyandu", "baca"), ("sampah",),
)  # fmt: skip
WORDS = {
    "sampah": TITLE, "parit": "Parit gang utara", "posyandu": "Makanan tambahan", "baca": "Taman baca",
    "sumur": "Sumur bor bersama", "lampu": "Lampu jalan",
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
    code = the_meeting_is_closed_and_printed(phone)
    the_result_goes_up(phone)
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
    visitor.says("Sesuai menu juknis")
    visitor.look("rencana-10-sebab")
    visitor.press("Simpan dan lanjut")
    main.get_by_label("semua rumah tangga RT").check()
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


def quorum_before_anything(visitor: Any) -> None:
    """Too few first: the page says how many are missing. Then the others come in."""
    main = visitor.main
    visitor.follow("Catat yang hadir")
    tick(visitor, 0, 12)
    visitor.says("12 rumah tangga, 12 orang hadir", "17 rumah tangga lagi")
    visitor.look("rencana-14-kurang")
    visitor.follow("Kembali ke musyawarah")
    visitor.follow("Periksa kuorum")
    visitor.says("Apakah peserta cukup?", "17 rumah tangga lagi")
    visitor.look("rencana-15-kuorum")
    main.get_by_role("link", name="Catat yang hadir").click()
    tick(visitor, 12, 34)
    visitor.says("34 rumah tangga, 34 orang hadir")
    visitor.look("rencana-16-hadir")
    visitor.follow("Kembali ke musyawarah")
    visitor.follow("Periksa kuorum")
    visitor.press("Buka musyawarah")
    told(visitor, "Musyawarah dibuka")
    visitor.look("rencana-17-dibuka")


def tick(visitor: Any, first: int, last: int) -> None:
    """Women and men in turn, as they come in; each tick saves itself."""
    rows = visitor.main.locator("#rumah").get_by_role("listitem")
    for place in range(first, last):
        rows.nth(place).get_by_role("checkbox").nth(place % 2).check()


def the_choice_is_drawn_and_opened(visitor: Any) -> str:
    main = visitor.main
    visitor.follow("Cara memilih")
    visitor.says(TITLE, "Bagian sama")
    main.get_by_label("Centang:").check()
    main.get_by_label("Bagian sama:").check()
    main.get_by_label("Paling banyak berapa suara?").fill(str(len(BALLOTS)))
    visitor.look("rencana-18-susun")
    visitor.press("Simpan rancangan")
    visitor.says("Bacakan aturannya")
    visitor.press("Buka pilihan", confirm="Buka pilihan")
    told(visitor, "Pilihan dibuka")
    visitor.look("rencana-19-pilihan")
    return here(visitor)


def sheets_are_made(visitor: Any) -> list[str]:
    visitor.follow("Buat lembar")
    visitor.press("Buat lembar")
    visitor.says("Cetak lembar suara", TITLE)
    visitor.look("rencana-20-lembar")
    return visitor.main.locator(".slip .number-of").all_inner_texts()


def sheets_are_typed(visitor: Any, choice: str, numbers: list[str], *, slip: str) -> None:
    """One reading of every sheet. `slip`: the sheet on which this typist overlooks the first tick."""
    visitor.go(choice)
    visitor.follow("Ketik lembar")
    for number, ballot in zip(numbers, BALLOTS, strict=True):
        visitor.main.get_by_label("Nomor lembar").fill(number)
        for work in ballot[1:] if number == slip else ballot:
            visitor.main.get_by_label(WORDS[work][:20]).check()
        visitor.press("Simpan, lalu lembar berikutnya")
        told(visitor, f"Lembar {number} tersimpan")
    visitor.look("rencana-21-ketik")


def the_paper_settles_and_counts(visitor: Any, choice: str) -> None:
    visitor.go(choice)
    visitor.follow("Lihat yang berbeda")
    visitor.look("rencana-22-beda")
    visitor.press("Bacaan 1 benar")
    told(visitor, "diputuskan")
    visitor.follow("Kembali")
    visitor.press("Tutup dan hitung", confirm="Tutup dan hitung")
    visitor.says("Hasil pilihan", "Terpilih", TITLE, "Seberapa adil hasilnya")
    visitor.look("rencana-23-hasil")


def the_meeting_is_closed_and_printed(visitor: Any) -> str:
    """Gives the check code of the signed paper."""
    main = visitor.main
    visitor.follow("Kembali ke musyawarah")
    visitor.says("Catat putusan")
    visitor.follow("Buka notulen")
    main.get_by_label(re.compile("^Putusan")).fill("Usulan terpilih dikirim ke desa pekan ini.")
    visitor.press("Catat putusan ini")
    visitor.says("Usulan terpilih dikirim ke desa pekan ini.")
    main.get_by_label("Pemimpin musyawarah").fill("Rahmat Rekaan")
    main.get_by_label("Penulis notulen").fill("Nurhayati Peraga")
    main.get_by_label(re.compile("^Notulen")).fill("Usulan dibacakan satu per satu, lalu dipilih dengan lembar suara.")
    visitor.look("rencana-24-notulen")
    visitor.press("Simpan notulen")
    visitor.follow("Kembali ke musyawarah")
    visitor.follow("Periksa dan tutup")
    visitor.look("rencana-25-tutup")
    visitor.press("Tutup musyawarah")
    told(visitor, "Musyawarah ditutup")
    visitor.look("rencana-26-selesai")
    visitor.follow("Cetak berita acara")
    visitor.look("rencana-27-kertas")
    return the_paper_says_it(visitor)


def the_paper_says_it(visitor: Any) -> str:
    with visitor.page.expect_download() as kept:
        visitor.main.get_by_role("link", name="Berita acara (PDF)").first.click()
    paper = pypdfium2.PdfDocument(kept.value.path())
    words = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in paper).split())
    for each in (
        TITLE,
        COST,
        "Parit gang utara sampai sungai",
        "34 dari 57",
        "Usulan terpilih dikirim ke desa pekan ini.",
    ):
        assert each in words, f"{each}: {words[:3000]}"
    return re.search(r"kode periksa (\w{12})", words)[1]


def the_result_goes_up(visitor: Any) -> None:
    visitor.go("/")
    visitor.says("usulan menunggu RT")
    visitor.follow("Lanjutkan")
    visitor.look("rencana-28-jawaban")
    visitor.follow("Kirim")
    visitor.says(TITLE)
    visitor.look("rencana-29-kirim")
    visitor.press("Kirim yang dicentang")
    told(visitor, "usulan dikirim")
    visitor.says("desa")


def the_desa_answers(visitor: Any) -> None:
    """One goes on, one comes back with a reason, one is refused by an article."""
    answers_of(visitor)
    visitor.look("rencana-30-desa")
    answer(visitor, TITLE, "Teruskan ke kecamatan")
    answer(visitor, "Taman baca", "Kembalikan ke RT", tab="Kembalikan", Alasan="Sebut siapa yang mengajar.")
    answer(visitor, "Parit gang utara", "Tolak usulan", tab="Tolak", Alasan="Sudah di rencana kabupaten.",
           **{"Pasal yang dipakai": "Pasal 7 huruf f"})  # fmt: skip


def the_kecamatan_accepts(visitor: Any) -> None:
    answers_of(visitor)
    answer(visitor, TITLE, "Terima ke rencana", tab="Terima")
    visitor.look("rencana-33-kecamatan")


def answers_of(visitor: Any) -> None:
    visitor.go("/")
    visitor.follow("Jawaban usulan")
    visitor.says("Menunggu Anda", TITLE)


def answer(visitor: Any, work: str, button: str, *, tab: str = "", **told_why: str) -> None:
    ours = visitor.main.get_by_role("listitem").filter(has_text="RT 003 Melati").filter(has_text=work)
    ours.get_by_role("link", name="Jawab").click()
    if tab:
        visitor.main.get_by_role("link", name=tab, exact=True).click()
    for label, words in told_why.items():
        visitor.main.get_by_label(label).fill(words)
    visitor.look(f"rencana-31-{button.split()[0].lower()}")
    visitor.press(button)
    told(visitor, "usulan dijawab")


def anyone_reads_the_way(visitor: Any, proposal: str) -> None:
    """Without a login, in two taps: the kecamatan, the RT; one more opens the way of one wish."""
    visitor.go("/terbuka/")
    visitor.look("rencana-34-terbuka")
    visitor.main.get_by_role("link", name="Tenggarong").first.click()
    visitor.look("rencana-35-kecamatan")
    visitor.follow("RT 003 Melati")
    visitor.says(TITLE, COST)
    visitor.look("rencana-36-rt")
    visitor.follow(TITLE)
    assert here(visitor) == f"/terbuka/usulan/{proposal}/"
    visitor.says(WISH, PROBLEM, CAUSE, "Baris rencana", COST)
    visitor.look("rencana-37-perjalanan")


def anyone_checks_the_paper(visitor: Any, code: str) -> None:
    visitor.go(f"/periksa/{code}/")
    visitor.says("sama dengan cetakan terakhir", "RT 003 Melati", code)
    visitor.look("rencana-38-periksa")


def tap(drawing: Locator) -> None:
    """A finger in the middle of the map."""
    drawing.click()
