"""The list of all papers of an RT's year and of one activity, and what is still missing in each, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.grants.queries import papers_books, papers_index
from rukun.grants.queries.papers_index import Standing, Year
from rukun.grants.types import Flow, TrancheState
from rukun.ui.words import ribuan, rupiah

Book = Any
"""A row that grants hands over: known here by its fields only."""
WHOLE = 100


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper that may be taken: its name, where it is, and what it still lacks ("" when nothing)."""

    title: str
    address: str
    key: int
    missing: tuple[str, ...] = ()
    has_workbook: bool = True


def of_year(book: Book, known: list[Standing]) -> list[tuple[str, list[Offer]]]:
    """The papers of a book in the order they are needed."""
    year = papers_index.year(book)
    return [
        (_("Meminta dana"), list(_asking(book, known))),
        (_("Buku"), list(_books(book, year))),
        (_("Akhir tahun"), list(_closing(book, year, known))),
    ]


def _asking(book: Book, known: list[Standing]) -> Iterator[Offer]:
    without = _without_rab(known)
    for each in papers_books.tranches(book):
        waits = [_("Tahap ini belum boleh diminta.")] if each.state == TrancheState.LOCKED else []
        title = _("Permohonan tahap %(n)s") % {"n": each.number}
        yield Offer(title, "reports:grants_request", each.pk, (*waits, *without))
    yield Offer(_("Rencana penggunaan dana"), "reports:grants_plan", book.pk, tuple(without))
    yield Offer(_("Surat pernyataan tanggung jawab mutlak (SPTJM)"), "reports:grants_statement", book.pk)


def _without_rab(known: list[Standing]) -> list[str]:
    if not known:
        return [_("Belum ada kegiatan.")]
    lacking = sum(not each.has_rab for each in known)
    words = ngettext(
        "%(n)s kegiatan belum punya RAB yang berlaku.", "%(n)s kegiatan belum punya RAB yang berlaku.", lacking
    )
    return [words % {"n": ribuan(lacking)}] if lacking else []


def _books(book: Book, year: Year) -> Iterator[Offer]:
    empty = () if year.entries else (_("Belum ada uang masuk atau keluar."),)
    yield Offer(_("Buku kas umum"), "reports:grants_cash_book", book.pk, empty)
    yield Offer(_("Buku pembantu kas tunai"), "reports:grants_cash", book.pk, empty)
    yield Offer(_("Buku pembantu bank"), "reports:grants_bank", book.pk, empty)
    yield Offer(_("Buku pembantu panjar dan talangan"), "reports:grants_officers", book.pk, tuple(_open_sums(book)))
    yield Offer(_("Buku pembantu pajak"), "reports:grants_tax", book.pk, tuple(_open_tax(book)))


def _open_sums(book: Book) -> Iterator[str]:
    if book.panjar:
        yield _("Panjar %(sum)s belum dipertanggungjawabkan.") % {"sum": rupiah(book.panjar)}
    if book.talangan:
        yield _("Talangan %(sum)s belum diganti.") % {"sum": rupiah(book.talangan)}


def _open_tax(book: Book) -> Iterator[str]:
    if book.tax:
        yield _("Pajak %(sum)s belum disetor.") % {"sum": rupiah(book.tax)}


def _closing(book: Book, year: Year, known: list[Standing]) -> Iterator[Offer]:
    bank = () if year.reconciliations else (_("Rekening koran belum dicocokkan."),)
    assets = () if year.assets else (_("Belum ada aset yang dicatat."),)
    yield Offer(_("Berita acara rekonsiliasi bank"), "reports:grants_reconciliation", book.pk, bank)
    yield Offer(_("Berita acara serah terima aset"), "reports:grants_hand_over", book.pk, assets)
    lacks = tuple(_lpj(book, known))
    yield Offer(_("Laporan pertanggungjawaban (LPJ)"), "reports:grants_lpj", book.pk, lacks)


def _lpj(book: Book, known: list[Standing]) -> Iterator[str]:
    undone = sum(each.percent != WHOLE for each in known)
    if undone:
        words = ngettext("%(n)s kegiatan belum selesai 100 %%.", "%(n)s kegiatan belum selesai 100 %%.", undone)
        yield words % {"n": ribuan(undone)}
    waiting = sum(each.waiting for each in known)
    if waiting:
        yield _waiting(waiting)
    yield from _open_tax(book)
    yield from _open_sums(book)
    if book.flow == Flow.REIMBURSEMENT and book.released < book.spent:
        yield _("Belanja %(sum)s belum diganti.") % {"sum": rupiah(book.spent - book.released)}


def _waiting(n: int) -> str:
    return ngettext("%(n)s pembayaran belum dibayar.", "%(n)s pembayaran belum dibayar.", n) % {"n": ribuan(n)}


def of_activity(each: Standing) -> list[Offer]:
    """The papers of one activity: its SPJ first, for that is what all others are for."""
    rab = _lack(not each.has_rab, _("RAB belum disahkan."))
    paid = _lack(not each.paid, _("Belum ada pembayaran."))
    seen = _lack(each.percent is None, _("Kemajuan belum dicatat.")) or _lack(each.percent != WHOLE, _half(each))
    days = _lack(each.has_wages and not each.has_days, _("Hari kerja belum dicatat."))
    bare = _lack(bool(each.bare), _bare(each.bare)) + _lack(bool(each.waiting), _waiting(each.waiting))
    swadaya = _lack(not each.has_swadaya, _("Swadaya belum dicatat."))
    offers = [
        Offer(_("SPJ lengkap"), "reports:grants_spj", each.pk, (*rab, *paid, *bare, *seen, *days)),
        Offer(_("RAB"), "reports:grants_rab", each.pk, rab),
        Offer(_("Buku pembantu kegiatan"), "reports:grants_activity_book", each.pk, paid),
        Offer(_("Surat pernyataan tanggung jawab belanja (SPTB)"), "reports:grants_sptb", each.pk, paid),
        Offer(_("Laporan kemajuan"), "reports:grants_progress", each.pk, seen),
        Offer(_("Daftar swadaya"), "reports:grants_swadaya", each.pk, swadaya),
    ]
    work = [
        Offer(_("Daftar upah"), "reports:grants_wages", each.pk, days),
        Offer(_("Daftar hadir pekerja"), "reports:grants_workers", each.pk, days),
    ]
    return [*offers, *(work if each.has_wages or each.has_days else [])]


def _lack(is_lacking: bool, words: str) -> tuple[str, ...]:
    return (words,) if is_lacking else ()


def _half(each: Standing) -> str:
    return _("Kemajuan baru %(percent)s %%.") % {"percent": each.percent}


def _bare(n: int) -> str:
    return ngettext("%(n)s kuitansi belum difoto.", "%(n)s kuitansi belum difoto.", n) % {"n": ribuan(n)}
