"""Papers of the grant say what was entered, name who signs that day, and are kind where nothing is there yet."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

import openpyxl
import pypdfium2
import pytest
from django.utils import translation
from tests.rooms.grants.papers_ground import TRANCHE, bring, buy, full_year, quiet_year

from rukun.grants.models import Payment, Tranche
from rukun.grants.queries import papers_payments, papers_works
from rukun.reports import pdf, xlsx
from rukun.reports.queries import grants, grants_payments
from rukun.reports.types import Document, Figures, Grid, Receipt

pytestmark = pytest.mark.django_db
TODAY = date(2026, 7, 1)
WIDE, HIGH = 842, 595


def text_of(document: Document) -> str:
    paper = pypdfium2.PdfDocument(pdf.draw(document))
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in paper)
    finally:
        paper.close()


def says(document: Document, *words: str) -> None:
    told = text_of(document)
    assert [each for each in words if each not in told] == []


@pytest.fixture
def year(places):
    return full_year(places.melati)


@pytest.fixture
def activity(year):
    return papers_works.activity(year.activity.pk)


def test_the_cash_book_tells_every_rupiah_and_where_it_lies(year):
    book = year.book
    says(
        grants.of_book("cash_book", book, TODAY), "Buku Kas Umum 2026", "Tahap cair", "90.000.000", "Pungut PPh 22",
        "Setor PPh 22", "Ambil tunai dari bank", "Jumlah Maret 2026", "Saldo itu terdiri dari", "Rekening bank",
        "Di dalam saldo ini ada pajak yang belum disetor: Rp12.000.", "Bendahara RT", "halaman 1 dari",
    )  # fmt: skip


def test_subsidiary_books_follow_the_cash_box_the_bank_the_officers_and_the_tax(year):
    says(grants.of_book("cash", year.book, TODAY), "Buku Pembantu Kas Tunai 2026", "5.000.000", "3.488.000")
    says(grants.of_book("bank", year.book, TODAY), "Buku Pembantu Bank 2026", "Ambil tunai dari bank")
    says(grants.of_book("officers", year.book, TODAY), "Panjar Rt_Treasurer", "2.000.000", "500.000", "1.500.000")
    says(grants.of_book("tax", year.book, TODAY), "PPh 22", "Dipungut (Rp)", "24.000", "12.000", "Rp12.000")


def test_the_book_of_an_activity_tells_what_is_left_of_each_line(activity):
    told = grants.of_activity("activity_book", activity, TODAY)
    says(told, "1. Semen 50 kg: anggaran Rp10.000.000", "2. Pekerja: anggaran Rp6.000.000", "Sisa baris (Rp)")


def test_the_kuitansi_has_its_amount_in_words_and_three_who_sign(year):
    paid = papers_payments.payment(year.paid[0].pk)
    says(
        grants.receipt(paid, TODAY), "Kuitansi", "No. bukti 001", "seratus ribu rupiah", "Rp100.000", "Dipotong PPh 22",
        "Rp88.000", "Setuju dibayar, Ketua RT", "Dibayar oleh, Bendahara RT", "Toko Bangunan Rekaan", "2 Maret 2026",
        "Semenisasi gang rekaan (Semen 50 kg)",
    )  # fmt: skip


@pytest.mark.parametrize(("state", "words"), [("reversed", "sudah dibatalkan"), ("approved", "masih rancangan")])
def test_a_kuitansi_that_does_not_hold_says_so(year, state, words):
    paid = papers_payments.payment(year.paid[0].pk)
    paid.state = state
    says(grants.receipt(paid, TODAY), words)


def test_a_talangan_is_named_on_its_kuitansi(places):
    year = quiet_year(places.melati, flow="reimbursement")
    paid = buy(year, 750_000, source="talangan")
    told = text_of(grants.receipt(papers_payments.payment(paid.pk), TODAY))
    assert "(talangan Rt_Head" in told


def test_the_wage_list_tells_who_took_and_who_gave_back_with_room_to_sign(activity):
    told = grants.of_activity("wages", activity, TODAY)
    says(
        told, "Pekerja Rekaan 4", "4,5", "540.000", "240.000", "300.000", "Tanda tangan", "Rp1.860.000",
        "Jumlah ini sama dengan kuitansi upah yang sudah dibayar.", "Tim Pelaksana", "Pelaksana Rekaan",
    )  # fmt: skip
    grid = next(part for part in told.sections[0].parts if isinstance(part, Grid))
    assert grid.tall
    assert grid.total[5:8] == (2_160_000, 1_860_000, 300_000)


def test_a_wage_list_that_differs_from_its_receipts_says_so(year):
    Payment.objects.filter(kind="wage").update(amount=1)
    activity = papers_works.activity(year.activity.pk)
    says(grants.of_activity("wages", activity, TODAY), "Menurut kuitansi upah yang sudah dibayar: Rp1.")


def test_half_days_of_an_odd_wage_add_up_to_the_receipt(year):
    """Three half days at 100.001 are 150.002 (half a rupiah goes up once), not three times 50.001."""
    days = list(year.activity.workdays.filter(is_waived=False).order_by("pk")[:3])
    for each in days:
        each.days, each.rate = Decimal("0.5"), 100_001
    assert sum(grants_payments.wages_of(days).values()) == 150_002


def test_attendance_marks_days_halves_and_what_was_given_back(activity):
    says(grants.of_activity("workers", activity, TODAY), "02-03", "06-03", "0,5*", "Jumlah HOK", "Tim Pengawas")


def test_the_statement_of_spending_lists_every_payment_without_names_of_workers(activity):
    told = grants.of_activity("sptb", activity, TODAY)
    says(told, "bertanggung jawab penuh", "daftar upah", "meterai bila wajib", "Toko Bangunan Rekaan")
    assert "Pekerja Rekaan" not in text_of(told)


def test_the_rab_shows_old_and_new_side_by_side_with_the_reason(activity):
    says(
        grants.of_activity("rab", activity, TODAY), "RAB Perubahan ke-1", "Upah dihibahkan warga", "Volume lama",
        "8.000.000", "10.000.000", "2.000.000", "−1.200.000", "delapan belas juta rupiah",
    )  # fmt: skip


def test_a_first_rab_stands_in_parts_with_what_people_give_last(year):
    year.activity.budgets.filter(revision=2).update(state="refused")
    told = text_of(grants.of_activity("rab", papers_works.activity(year.activity.pk), TODAY))
    assert told.index("Bahan") < told.index("Alat") < told.index("Upah") < told.index("Swadaya warga 2.000.000")


def test_progress_is_told_with_volume(activity):
    says(grants.of_activity("progress", activity, TODAY), "50 %", "45 m", "90 m", "Hujan tiga hari, kerja mundur")


def test_swadaya_is_told_in_days_and_goods_with_no_names(activity):
    told = grants.of_activity("swadaya", activity, TODAY)
    says(told, "Tenaga gotong royong", "18 HOK", "2,5 m³", "625.000", "Upah dihibahkan", "Rp2.725.000")


def test_a_request_holds_letter_spp_plan_and_statement(year):
    told = grants.request(Tranche.objects.get(number=1, book=year.book), TODAY)
    says(
        told, "Surat Permohonan Pencairan", "Yth. Kepala Desa Sumber Rekaan", "(sembilan puluh juta rupiah)",
        "20 Februari 2026", "Surat Permintaan Pembayaran (SPP)", "Rencana Penggunaan Dana",
        "Surat Pernyataan Tanggung Jawab Mutlak",
    )  # fmt: skip
    assert Figures((("Pagu", 150_000_000), ("Sudah cair", 0), ("Diminta", TRANCHE))) in told.sections[0].parts


def test_a_request_not_yet_sent_leaves_room_for_its_day(year):
    told = text_of(grants.request(Tranche.objects.get(number=2, book=year.book), TODAY))
    assert "Juli 2026" not in told
    assert "Desa Sumber Rekaan, ...." in told


def test_a_reimbursement_lists_what_was_paid_first(places):
    year = quiet_year(places.melati, flow="reimbursement")
    buy(year, 750_000, source="talangan")
    tranche = Tranche.objects.create(book=year.book, path=year.book.path, year=2026, number=1, amount=750_000)
    says(
        grants.request(tranche, TODAY), "penggantian belanja", "Daftar Belanja yang Diminta Gantinya",
        "talangan pengurus", "750.000",
    )  # fmt: skip


def test_an_spj_bundles_everything_and_lists_what_lies_in_it(activity):
    told = grants.spj(activity, TODAY)
    says(
        told, "Surat Pertanggungjawaban (SPJ)", "Isi berkas", "RAB Perubahan ke-1", "Daftar Bukti Belanja",
        "Daftar Upah", "Daftar Hadir Pekerja", "Daftar Swadaya", "Lampiran Foto", "Kemajuan 100 %, Semenisasi gang",
    )  # fmt: skip
    receipts = [part for section in told.sections for part in section.parts if isinstance(part, Receipt)]
    assert len(receipts) == 9
    assert not grants.spj(activity, TODAY, with_photos=False).annexes


def test_an_lpj_holds_plan_and_realisation_swadaya_leftover_problems_and_assets(year):
    says(
        grants.lpj(year.book, TODAY), "Laporan Pertanggungjawaban 2026", "Rencana dan Realisasi", "Klaster Sosial",
        "1.2 Pekerja 6.000.000 1.860.000 4.140.000 31 %", "Uang masuk", "Letak sisa", "Swadaya warga", "18 HOK",
        "Hujan tiga hari, kerja mundur", "Tenda pesta", "Juknis tidak menyebut ke mana sisa uang", "Camat",
    )  # fmt: skip


def test_assets_pass_on_before_a_witness(year):
    says(
        grants.hand_over(year.book, TODAY),
        "tanggal satu bulan Juni",
        "Pemberi Rekaan",
        "Penerima Rekaan",
        "Saksi Rekaan",
    )


def test_the_bank_is_held_against_the_book(year):
    says(grants.of_book("reconciliation", year.book, TODAY), "Keduanya sama.", "31-05-2026", "Rekening koran (Rp)")


EMPTY = {
    "cash_book": "Belum ada uang masuk atau keluar",
    "bank": "Belum ada uang masuk atau keluar",
    "officers": "Tidak ada panjar maupun talangan",
    "tax": "Belum ada pajak yang dipungut",
    "plan": "Rencana belanja",
    "statement": "Rp0 (nol rupiah)",
    "reconciliation": "belum pernah dicocokkan",
}


@pytest.mark.parametrize("name", EMPTY)
def test_a_book_without_any_payment_says_so_kindly(places, name):
    says(grants.of_book(name, quiet_year(places.melati).book, TODAY), EMPTY[name], "Desa Sumber Rekaan")


NOT_YET = {
    "rab": "RAB kegiatan ini belum disusun.",
    "activity_book": "Sewa molen",
    "sptb": "Belum ada pembayaran untuk kegiatan ini.",
    "wages": "Belum ada hari kerja yang dicatat",
    "workers": "Belum ada hari kerja yang dicatat",
    "progress": "Kemajuan pekerjaan belum dicatat.",
    "swadaya": "Belum ada swadaya yang dicatat.",
}


@pytest.mark.parametrize("name", NOT_YET)
def test_an_activity_that_has_not_begun_says_so_kindly(places, name):
    activity = papers_works.activity(quiet_year(places.melati).activity.pk)
    says(grants.of_activity(name, activity, TODAY), NOT_YET[name])


def test_empty_bundles_say_so_kindly(places):
    year = quiet_year(places.melati)
    says(grants.spj(papers_works.activity(year.activity.pk), TODAY), "Belum ada belanja untuk kegiatan ini.")
    says(grants.lpj(year.book, TODAY), "Uang terpakai seluruhnya, tidak ada sisa.", "Belum ada swadaya yang dicatat.")
    says(grants.hand_over(year.book, TODAY), "belum mempunyai aset")


def test_workbooks_hold_numbers_as_numbers_and_days_as_days(year):
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx.draw(grants.of_book("cash_book", year.book, TODAY)))).worksheets[1]
    first = [cell.value for cell in sheet[2]]
    assert (first[1].date(), first[4], first[6]) == (date(2026, 3, 2), TRANCHE, TRANCHE)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "=HYPERLINK(1)", "＝"])
def test_no_text_becomes_a_formula(year, start):
    Payment.objects.filter(pk=year.paid[0].pk).update(words=f"{start}1+1", payee=f"{start}cmd", number=f"{start}9")
    activity = papers_works.activity(year.activity.pk)
    papers = [grants.spj(activity, TODAY, with_photos=False), grants.of_book("cash_book", year.book, TODAY)]
    for paper in papers:
        book = openpyxl.load_workbook(io.BytesIO(xlsx.draw(paper)))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert [cell.value for cell in cells if cell.data_type == "f"] == []
        assert any(str(cell.value).strip() == f"{start}1+1".strip() for cell in cells)


def test_books_lie_across_and_nothing_is_cut(year, activity):
    """Every letter stands inside the page with at least 14 mm to its edge at the sides."""
    for told in (
        grants.of_book("cash_book", year.book, TODAY),
        grants.spj(activity, TODAY),
        grants.lpj(year.book, TODAY),
    ):
        paper = pypdfium2.PdfDocument(pdf.draw(told))
        for page in paper:
            width, height = page.get_size()
            assert sorted((round(width), round(height))) == [HIGH, WIDE]
            text = page.get_textpage()
            boxes = [text.get_rect(n) for n in range(text.count_rects())]
            assert min(box[0] for box in boxes) > 40
            assert max(box[2] for box in boxes) < width - 40
        paper.close()


def test_a_signature_never_stands_alone_on_a_page(places):
    year = quiet_year(places.melati)
    bring(year, TRANCHE)
    for n in range(22):
        buy(year, 50_000 + n, n=n)
        told = pypdfium2.PdfDocument(pdf.draw(grants.of_book("bank", year.book, TODAY)))
        last = told[len(told) - 1].get_textpage().get_text_range()
        told.close()
        assert "Ketua RT" in last
        assert "Saldo (Rp)" in last


def test_the_same_data_gives_the_same_bytes_whoever_prints_and_whenever(activity):
    with translation.override("en"):
        one = grants.spj(activity, date(2026, 8, 1))
    assert pdf.draw(one) == pdf.draw(grants.spj(activity, TODAY))


def test_few_queries_draw_an_spj(activity, django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        grants.spj(activity, TODAY)
