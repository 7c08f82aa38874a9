"""The money of RTs as plain tables: what CSV and workbooks hold. Nobody is named who is not a shop."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from rukun.grants.facts import exports as facts
from rukun.grants.models import Contribution, Leg, Line
from rukun.kit.sheet import Column, Sheet
from rukun.kit.sheet.writing import Value

Rows = Iterator[Sequence[Value]]
Gather = Callable[[str, int | None, date], Rows]
HEAD = (Column("Desa/Kelurahan"), Column("Kode desa", 16), Column("RT", 20), Column("Tahun", 8, "number"))


def sheets(path: str, year: int | None, on: date) -> Iterator[Sheet]:
    """One sheet a noun; their rows are read while they are written."""
    for name, columns, gather in TABLES:
        yield Sheet(str(name), (*HEAD, *columns), gather(path, year, on))


def _head(told: facts.Told) -> tuple[Value, ...]:
    return told.place.way[-2].label, told.desa_code, told.place.label, told.book.year


SUMS = {
    "Pagu": "ceiling", "Disetujui": "granted", "Cair": "released", "Dibelanjakan": "spent",
    "Dipertanggungjawabkan": "accounted", "Kas tunai": "cash", "Bank": "bank", "Panjar": "panjar",
    "Talangan": "talangan", "Pajak belum disetor": "tax", "Swadaya uang": "swadaya_cash", "Jasa giro": "interest",
    "SiLPA masuk": "carried_in", "Dikembalikan": "returned", "SiLPA keluar": "carried_out",
}  # fmt: skip


def _books(path: str, year: int | None, on: date) -> Rows:
    for told in facts.told(path, year, on):
        yield (*_head(told), *(getattr(told.book, name) for name in SUMS.values()))


def _tranches(path: str, year: int | None, on: date) -> Rows:
    for told in facts.told(path, year, on):
        for each in told.tranches:
            state = str(each.get_state_display())
            days = (each.requested_on, each.approved_on, each.released_on)
            yield (*_head(told), each.number, each.amount, state, *days)


def _activities(path: str, year: int | None, on: date) -> Rows:
    for told in facts.told(path, year, on, with_payments=True):
        for each in told.activities:
            spent = sum(payment.amount for payment in told.payments[each.pk])
            state = str(each.get_state_display())
            yield (*_head(told), each.number, each.title, each.cluster, state, each.plan.amount, spent)


def _lines(path: str, year: int | None, on: date) -> Rows:
    for told in facts.told(path, year, on):
        rows = Line.objects.filter(activity__book=told.book).select_related("activity")
        for each in rows.order_by("activity__number", "number"):
            kind = str(each.get_kind_display())
            sums = (each.approved, each.committed, each.spent)
            yield (*_head(told), each.activity.title, each.number, kind, each.words, each.unit, *sums)


def _payments(path: str, year: int | None, on: date) -> Rows:
    for told in facts.told(path, year, on, with_payments=True):
        for activity in told.activities:
            for each in told.payments[activity.pk]:
                named = facts.seller(each).name
                days = (each.on, each.paid_on)
                yield (*_head(told), activity.title, each.number, *days, named, each.words, each.amount)


def _legs(path: str, year: int | None, on: date) -> Rows:
    for told in facts.told(path, year, on):
        rows = Leg.objects.filter(journal__book=told.book).select_related("journal", "line")
        for each in rows.order_by("journal__number", "pk"):
            entry, line = each.journal, each.line.words if each.line else ""
            said = (str(entry.get_kind_display()), str(each.get_account_display()), line)
            yield (*_head(told), entry.number, entry.on, *said, max(each.amount, 0), max(-each.amount, 0))


def _swadaya(path: str, year: int | None, on: date) -> Rows:
    for told in facts.told(path, year, on):
        rows = Contribution.objects.filter(activity__book=told.book).select_related("activity")
        for each in rows.order_by("on", "pk"):
            kind = str(each.get_kind_display())
            yield (*_head(told), each.activity.title, each.on, kind, each.words, each.quantity, each.unit, each.value)


def _numbers(*titles: str) -> tuple[Column, ...]:
    return tuple(Column(title, 16, "number") for title in titles)


def _days(*titles: str) -> tuple[Column, ...]:
    return tuple(Column(title, 12, "date") for title in titles)


TABLES: tuple[tuple[str, tuple[Column, ...], Gather], ...] = (
    ("Buku", _numbers(*SUMS), _books),
    (
        "Tahap",
        (*_numbers("Tahap", "Jumlah"), Column("Keadaan"), *_days("Diminta", "Disetujui", "Cair")),
        _tranches,
    ),
    (
        "Kegiatan",
        (
            *_numbers("Nomor"), Column("Kegiatan", 36), Column("Bidang"), Column("Keadaan"),
            *_numbers("Rencana", "Dibayar"),
        ),
        _activities,
    ),
    (
        "RAB",
        (
            Column("Kegiatan", 36), *_numbers("Baris"), Column("Jenis"), Column("Uraian", 32), Column("Satuan", 10),
            *_numbers("Disetujui", "Terikat", "Dibelanjakan"),
        ),
        _lines,
    ),
    (
        "Kuitansi",
        (
            Column("Kegiatan", 36), Column("Nomor nota", 16), *_days("Tanggal nota", "Dibayar"), Column("Penerima", 28),
            Column("Uraian", 36), *_numbers("Jumlah"),
        ),
        _payments,
    ),
    (
        "Jurnal",
        (
            *_numbers("Jurnal"), *_days("Tanggal"), Column("Jenis"), Column("Akun"), Column("Baris RAB", 32),
            *_numbers("Debit", "Kredit"),
        ),
        _legs,
    ),
    (
        "Swadaya",
        (
            Column("Kegiatan", 36), *_days("Tanggal"), Column("Jenis"), Column("Uraian", 32), *_numbers("Banyaknya"),
            Column("Satuan", 10), *_numbers("Nilai"),
        ),
        _swadaya,
    ),
)  # fmt: skip
