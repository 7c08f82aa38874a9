"""The pages of a book as values: balances in plain words, the cash book, an entry, taxes, advances, statements."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rukun.grants.models import Book, Closing, Journal, Reconciliation, TaxDeposit, Withholding
from rukun.grants.queries.books import Held, Month, TaxLine
from rukun.grants.types import Account, Kind, Tax
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import hari_pendek, rupiah, span, tanggal

Figures = list[dict[str, str]]


def balances(book: Book) -> Figures:
    """Where the money stands, each in words a neighbour would use."""
    told = (
        (_("Kas tunai"), book.cash, _("Uang di tangan bendahara.")),
        (_("Rekening bank"), book.bank, _("Menurut buku, bukan menurut bank.")),
        (_("Panjar"), book.panjar, _("Uang RT di tangan pengurus, belum ada kuitansinya.")),
        (_("Talangan"), book.talangan, _("Uang pengurus yang dipakai dulu. RT masih berutang.")),
        (_("Pajak belum disetor"), book.tax, _("Milik negara, bukan milik RT.")),
        (_("Boleh dibelanjakan"), book.available - book.committed - book.spent, _("Sudah dikurangi kuitansi antre.")),
    )
    return [{"meaning": meaning, "value": rupiah(value), "note": note} for meaning, value, note in told]


def cash_book(month: Month) -> Table:
    columns = (
        Column(_("Kejadian")), Column(_("Tanggal")), Column(_("Masuk"), is_number=True),
        Column(_("Keluar"), is_number=True), Column(_("Saldo"), is_number=True),
    )  # fmt: skip
    rows = [
        Row(
            (
                _named(row.journal),
                hari_pendek(row.journal.on),
                rupiah(row.came) if row.came else "",
                rupiah(row.left) if row.left else "",
                rupiah(row.balance),
            ),
            reverse("grants:journal", args=[row.journal.pk]),
        )
        for row in month.rows
    ]
    note = _("Saldo awal %(opening)s, saldo akhir %(closing)s (kas dan bank).") % {
        "opening": rupiah(month.opening), "closing": rupiah(month.closing),
    }  # fmt: skip
    empty = Empty(_("Belum ada catatan bulan ini."), icon="list")
    return Table(_("Buku kas %(month)s") % {"month": month_words(month.first)}, columns, rows, note=note, empty=empty)


def months(book: Book, held: list[date], current: date) -> list[dict[str, Any]]:
    url = reverse("grants:book", args=[book.pk])
    every = sorted({*held, current})
    return [
        {"label": date_format(each, "M Y"), "url": f"{url}?bulan={each:%Y-%m}", "is_current": each == current}
        for each in every
    ]


def month_words(first: date) -> str:
    return date_format(first, "F Y")


def legs(journal: Journal) -> Table:
    plus, minus = Column(_("Bertambah di"), is_number=True), Column(_("Berkurang dari"), is_number=True)
    columns = (Column(_("Akun")), plus, minus)
    found = journal.legs.select_related("line", "officer").order_by("pk")
    rows = [Row((_account(leg), _or_dash(max(leg.amount, 0)), _or_dash(max(-leg.amount, 0)))) for leg in found]
    total = Row((_("Jumlah"), rupiah(journal.total), rupiah(journal.total)))
    note = _("Kolom kiri disebut debit, kolom kanan kredit. Keduanya selalu sama.")
    return Table(_("Dua sisi jurnal"), columns, rows, total=total, note=note)


def taxes(lines: list[TaxLine]) -> Table:
    columns = (
        Column(_("Pajak")), Column(_("Dipungut"), is_number=True), Column(_("Disetor"), is_number=True),
        Column(_("Belum disetor"), is_number=True),
    )  # fmt: skip
    rows = [Row((each.tax.label, rupiah(each.kept), rupiah(each.deposited), rupiah(each.owed))) for each in lines]
    empty = Empty(_("Belum ada pajak yang dipungut."), icon="list")
    return Table(
        _("Pajak tahun ini"),
        columns,
        rows,
        empty=empty,
        note=_("PPh: pajak penghasilan penjual. PPN: pajak atas barang.") if rows else "",
    )


def waiting(held: list[Withholding]) -> Table:
    columns = (Column(_("Kuitansi")), Column(_("Dibayar")), Column(_("Pajak")), Column(_("Jumlah"), is_number=True))
    rows = [
        Row((each.payment.words, tanggal(each.payment.paid_on), Tax(each.tax).label, rupiah(each.amount)))
        for each in held
    ]
    return Table(_("Menunggu disetor"), columns, rows, empty=Empty(_("Semua pajak sudah disetor."), icon="check"))


def deposits(held: list[TaxDeposit]) -> Table:
    columns = (Column(_("Pajak")), Column(_("Tanggal")), Column("NTPN"), Column(_("Jumlah"), is_number=True))
    rows = [
        Row(
            (_deposit_words(each), tanggal(each.on), each.proof, rupiah(each.amount)),
            reverse("grants:journal", args=[each.journal_id]),
        )
        for each in held
    ]
    return Table(
        _("Bukti setor"),
        columns,
        rows,
        note=_("NTPN: nomor bukti bahwa pajak sudah masuk kas negara.") if rows else "",
        empty=Empty(_("Belum ada setoran."), icon="list"),
    )


def advances(held: list[Held], on: date, late: int) -> Table:
    columns = (Column(_("Pengurus")), Column(_("Apa")), Column(_("Jumlah"), is_number=True), Column(_("Sejak")))
    rows = [Row((each.officer.name, _kind(each), rupiah(each.amount), _since(each, on, late))) for each in held]
    empty = Empty(_("Tidak ada panjar dan talangan yang terbuka."), icon="check")
    return Table(_("Panjar dan talangan"), columns, rows, empty=empty)


def statements(held: list[Reconciliation]) -> Table:
    columns = (
        Column(_("Tanggal")), Column(_("Menurut bank"), is_number=True), Column(_("Menurut buku"), is_number=True),
        Column(_("Selisih dan sebabnya")),
    )  # fmt: skip
    rows = [Row((tanggal(each.on), rupiah(each.stated), rupiah(each.booked), _gap(each))) for each in held]
    empty = Empty(_("Belum pernah dicocokkan."), icon="list")
    return Table(_("Pencocokan rekening koran"), columns, rows, empty=empty)


def closings(held: list[Closing]) -> Table:
    rows = [Row((tanggal(each.until), tanggal(each.on))) for each in held]
    empty = Empty(_("Buku ini belum pernah ditutup."), icon="list")
    return Table(_("Penutupan buku"), (Column(_("Ditutup sampai")), Column(_("Pada"))), rows, empty=empty)


def _named(journal: Journal) -> str:
    kind = Kind(journal.kind).label
    told = f"{journal.number}. {kind}" + (f": {journal.words}" if journal.words else "")
    taken_back = getattr(journal, "reversal", None)
    return told + (" · " + _("dibatalkan jurnal %(n)d") % {"n": taken_back.number} if taken_back else "")


def _account(leg: Any) -> str:
    label = str(Account(leg.account).label)
    more = (leg.line and leg.line.words) or (leg.officer and leg.officer.name) or (leg.tax and Tax(leg.tax).label)
    return f"{label}: {more}" if more else label


def _kind(held: Held) -> str:
    return _("Panjar: membawa uang RT") if held.account == Account.PANJAR else _("Talangan: RT berutang kepadanya")


def _since(held: Held, on: date, late: int) -> str:
    days = held.days(on)
    told = f"{tanggal(held.since)} · {span(days)}" if days else tanggal(held.since)
    is_late = held.account == Account.PANJAR and days > late
    return told + (" · " + _("terlalu lama") if is_late else "")


def _deposit_words(held: TaxDeposit) -> str:
    label = Tax(held.tax).label
    return label + (" · " + _("dibatalkan") if getattr(held.journal, "reversal", None) else "")


def _gap(held: Reconciliation) -> str:
    gap = held.stated - held.booked
    return _("cocok") if not gap else f"{rupiah(gap)}: {held.words}"


def _or_dash(amount: int) -> str:
    return rupiah(amount) if amount else "–"
