"""Addresses of the book of an RT."""

from django.urls import URLPattern, path

from rukun.grants.views import books

BOOK = "dana/<int:book_id>/buku/"
WORDS = {
    "withdraw": "ambil", "bank": "setor", "panjar": "panjar", "panjar_back": "panjar-kembali", "repay": "talangan",
    "interest": "jasa-giro", "fee": "biaya-bank", "give_back": "kembalikan",
}  # fmt: skip

urlpatterns: list[URLPattern] = [
    path(BOOK, books.book, name="book"),
    *(path(f"{BOOK}{word}/", books.ENTRIES[verb], name=f"book_{verb}") for verb, word in WORDS.items()),
    path(f"{BOOK}pajak/", books.taxes, name="book_taxes"),
    path(f"{BOOK}pajak/setor/", books.deposit, name="book_deposit"),
    path(f"{BOOK}titipan/", books.advances, name="book_advances"),
    path(f"{BOOK}rekening-koran/", books.reconcile, name="book_reconcile"),
    path(f"{BOOK}tutup/", books.close, name="book_close"),
    path(f"{BOOK}akhir-tahun/", books.year_end, name="book_year_end"),
    path("jurnal/<int:journal_id>/", books.journal, name="journal"),
    path("jurnal/<int:journal_id>/batal/", books.reverse_journal, name="journal_reverse"),
]
