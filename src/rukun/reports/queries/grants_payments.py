"""Papers of payments: kuitansi, list of wages, attendance of workers, statement of responsibility for the spending."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from rukun.grants.queries import papers_payments, papers_works
from rukun.grants.types import PaymentKind, PaymentState, Purse, Skill, Tax
from rukun.kit.dates import MONTHS
from rukun.kit.money import in_words, shown
from rukun.reports.queries.grants_ground import STAMP, Activity, Ground, Payment, said
from rukun.reports.types import Cell, Facts, Figures, Grid, Paragraph, Receipt, Section

Workday = Any
"""A row that grants hands over: known here by its fields only."""
DAYS_A_SHEET = 12
MANY_THINGS = 12
NO_WORKERS = "Belum ada hari kerja yang dicatat untuk kegiatan ini."


def receipt(held: Ground, each: Payment) -> Section:
    """Kuitansi: one payment by itself."""
    remarks = tuple(Paragraph(words) for words in _remarks(each))
    return Section("Kuitansi", (*remarks, receipt_of(held, each)), is_paper=True)


def receipt_of(held: Ground, each: Payment, *, title: str = "") -> Receipt:
    items = [
        (item.words, item.quantity.normalize(), item.unit, item.unit_price, item.amount) for item in each.items.all()
    ]
    shown_items = items if len(items) <= MANY_THINGS else []
    return Receipt(
        number=each.number or f"B-{each.pk}",
        payer=f"Bendahara {held.place.label}, {held.desa}{_purse(each)}",
        payee=each.payee,
        amount=each.amount,
        words=in_words(each.amount),
        purpose=each.words,
        about=f"{each.activity.title} ({_lines(each)})",
        items=tuple(shown_items) if len(items) > 1 else (),
        taxes=tuple((str(Tax(tax.tax).label), tax.amount) for tax in each.withholdings.all()),
        place=held.desa,
        on=each.paid_on or each.on,
        signers=(
            ("Setuju dibayar, Ketua RT", each.approved_by.name if each.approved_by else ""),
            ("Dibayar oleh, Bendahara RT", each.paid_by.name if each.paid_by else ""),
            ("Penerima", each.payee),
        ),
        title=title,
    )


def _purse(each: Payment) -> str:
    if each.source == Purse.TALANGAN:
        return f" (talangan {each.officer.name})"
    return f" (panjar {each.officer.name})" if each.source == Purse.PANJAR else ""


def _lines(each: Payment) -> str:
    words = dict.fromkeys(item.line.words for item in each.items.all())
    told = ", ".join(list(words)[:3])
    return f"{told} dan {len(words) - 3} lagi" if len(words) > 3 else told or "belum ditautkan ke RAB"


def _remarks(each: Payment) -> Iterator[str]:
    if each.state == PaymentState.REVERSED:
        yield "Pembayaran ini sudah dibatalkan. Kuitansi ini tidak berlaku lagi."
    elif each.state != PaymentState.PAID:
        yield "Pembayaran ini belum dibayarkan. Kuitansi ini masih rancangan."


def spending_statement(held: Ground, activity: Activity, paid: Sequence[Payment]) -> Section:
    """SPTB: every payment of an activity, and who answers for it."""
    rows = tuple(_sptb_row(n, each) for n, each in enumerate(paid, start=1))
    total = sum(each.amount for each in paid)
    ppn, other = sum(_tax(each, ppn=True) for each in paid), sum(_tax(each, ppn=False) for each in paid)
    columns = ("No.", "Tanggal", "No. bukti", "Penerima", "Uraian", "Jumlah (Rp)", "PPN (Rp)", "PPh dan lain (Rp)")
    grid = Grid(
        "", columns, rows, frozenset({0, 5, 6, 7}), (0, 0, 0, 3, 5, 0, 0, 0),
        total=(None, None, None, None, "Jumlah", total, ppn, other),
    )  # fmt: skip
    told = (
        f"Kami yang bertanda tangan di bawah ini bertanggung jawab penuh atas belanja kegiatan “{activity.title}”"
        f" sebesar {said(total)}, yang telah dibayar lunas kepada yang berhak menerima."
    )
    empty = Paragraph("Belum ada pembayaran untuk kegiatan ini. Tabel terisi sendiri setelah kuitansi dibayar.")
    kept = Paragraph(
        "Bukti-bukti belanja disimpan oleh RT untuk pemeriksaan. Bila ada kelebihan bayar, kami mengembalikannya."
    )
    signed = held.sign(held.treasurer, held.head, stamp=STAMP)
    parts = (Figures((("Jumlah belanja", total),)), Paragraph(told), grid, kept, signed) if rows else (empty, signed)
    return Section("Surat Pernyataan Tanggung Jawab Belanja", parts, is_paper=True, is_wide=True)


def _sptb_row(n: int, each: Payment) -> tuple[Cell, ...]:
    taxes = _tax(each, ppn=True) or None, _tax(each, ppn=False) or None
    payee = "daftar upah" if each.kind == PaymentKind.WAGE else each.payee
    return (n, each.paid_on, each.number or f"B-{each.pk}", payee, each.words, each.amount, *taxes)


def _tax(each: Payment, *, ppn: bool) -> int:
    return sum(tax.amount for tax in each.withholdings.all() if (tax.tax == Tax.PPN) == ppn)


def wage_list(held: Ground, activity: Activity) -> Section:
    """Daftar upah: who worked how many days, who took the wage, who gave it back, with room to sign for each."""
    days = papers_works.workdays(activity)
    if not days:
        return Section("Daftar Upah", (Paragraph(NO_WORKERS),), is_paper=True, is_wide=True)
    wages = wages_of(days)
    rows = tuple(_wage_row(n, list(group), wages) for n, (_key, group) in enumerate(_by_worker(days), start=1))
    taken, waived = _sum(rows, 6), _sum(rows, 7)
    columns = (
        "No.",
        "Nama",
        "Tugas",
        "HOK",
        "Upah per HOK (Rp)",
        "Jumlah (Rp)",
        "Diterima (Rp)",
        "Dihibahkan (Rp)",
        "Tanda tangan",
    )
    grid = Grid(
        "", columns, rows, frozenset({0, 3, 4, 5, 6, 7}), (0, 4, 2, 0, 0, 0, 0, 0, 4), tall=True,
        note="HOK: hari orang kerja. Yang dihibahkan adalah upah yang direlakan warga untuk kegiatan.",
        total=(None, "Jumlah", None, _days(days), None, taken + waived, taken, waived, None),
    )  # fmt: skip
    facts = Facts((("Kegiatan", activity.title), ("Masa kerja", _span(days))))
    figures = Figures((("Jumlah upah", taken + waived), ("Dihibahkan warga", waived), ("Upah dibayarkan", taken)))
    words = Paragraph(f"Upah dibayarkan: {said(taken)}. {_by_receipts(activity, taken)}")
    signed = held.sign(held.carrying_out, held.head, held.treasurer)
    return Section("Daftar Upah", (facts, figures, grid, words, signed), is_paper=True, is_wide=True)


def _by_receipts(activity: Activity, taken: int) -> str:
    """Whether the list and the receipts of wages say the same."""
    paid = sum(each.amount for each in papers_payments.paid_of(activity) if each.kind == PaymentKind.WAGE)
    if paid == taken:
        return "Jumlah ini sama dengan kuitansi upah yang sudah dibayar."
    return f"Menurut kuitansi upah yang sudah dibayar: {shown(paid)}."


def _by_worker(days: Sequence[Workday]) -> Iterator[tuple[tuple[int, int], Iterator[Workday]]]:
    """One row a person and rate: who worked at two rates stands twice."""

    def key(each: Workday) -> tuple[str, int, int]:
        return (each.worker.name, each.worker_id, each.rate)

    for (_name, worker, rate), group in groupby(sorted(days, key=key), key):
        yield (worker, rate), group


def _wage_row(n: int, days: Sequence[Workday], wages: dict[int, int]) -> tuple[Cell, ...]:
    worker, rate = days[0].worker, days[0].rate
    taken = sum(wages[each.pk] for each in days if not each.is_waived)
    waived = sum(wages[each.pk] for each in days if each.is_waived)
    task = str(Skill(worker.skill).label)
    return (n, worker.name, task, _days(days), rate, taken + waived, taken, waived, None)


def wages_of(days: Sequence[Workday]) -> dict[int, int]:
    """What each day earns in whole rupiah. Half a rupiah goes upwards once for a list, as its receipt does, so that the
    days of a list add up to what was paid; a day given back stands by itself."""
    counted: dict[tuple[int, ...], int] = defaultdict(int)
    found: dict[int, int] = {}
    for each in days:
        key = (each.pk, 0, 0) if each.is_waived else (each.payment_id or 0, each.line_id, each.rate)
        before = _whole(counted[key] * each.rate)
        counted[key] += int(each.days * 2)
        found[each.pk] = _whole(counted[key] * each.rate) - before
    return found


def _whole(halves: int) -> int:
    return (halves + 1) // 2


def _days(days: Sequence[Workday]) -> Decimal:
    return sum((each.days for each in days), Decimal(0)).normalize()


def _sum(rows: Sequence[tuple[Cell, ...]], place: int) -> int:
    return sum(row[place] for row in rows if isinstance(row[place], int))


def _span(days: Sequence[Workday]) -> str:
    first, last = min(each.on for each in days), max(each.on for each in days)
    return _short(first) if first == last else f"{_short(first)} sampai {_short(last)}"


def _short(on: date) -> str:
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def attendance(held: Ground, activity: Activity) -> Section:
    """Daftar hadir pekerja: who was there on which day, a sheet of so many days."""
    days = papers_works.workdays(activity)
    dates = sorted({each.on for each in days})
    sheets = [dates[n : n + DAYS_A_SHEET] for n in range(0, len(dates), DAYS_A_SHEET)]
    grids = tuple(_sheet(days, sheet) for sheet in sheets)
    facts = Facts((("Kegiatan", activity.title), *([("Hari kerja", f"{len(dates)} hari")] if dates else [])))
    note = (Paragraph("1: sehari penuh, 0,5: setengah hari. Yang diberi tanda * tidak mengambil upah hari itu."),)
    shown = (*note, *grids) if grids else (Paragraph(NO_WORKERS),)
    signed = held.sign(held.watching, held.carrying_out)
    return Section("Daftar Hadir Pekerja", (facts, *shown, signed), is_paper=True, is_wide=True)


def _sheet(days: Sequence[Workday], dates: Sequence[date]) -> Grid:
    found: dict[tuple[str, int], dict[date, Workday]] = defaultdict(dict)
    for each in days:
        if each.on in dates:
            found[each.worker.name, each.worker_id][each.on] = each
    rows = [
        (n, name, *(_mark(came.get(on)) for on in dates), _days(list(came.values())), None)
        for n, ((name, _pk), came) in enumerate(sorted(found.items()), start=1)
    ]
    counted = _days([each for came in found.values() for each in came.values()])
    total = (None, "Jumlah HOK", *(_days([c[on] for c in found.values() if on in c]) for on in dates), counted, None)
    columns = ("No.", "Nama", *(f"{on:%d-%m}" for on in dates), "HOK", "Tanda tangan")
    widths = (0, 5, *(0 for _ in dates), 0, 4)
    title = f"{_short(dates[0])} sampai {_short(dates[-1])}"
    return Grid(title, columns, tuple(rows), frozenset({0, *range(2, len(dates) + 3)}), widths, tall=True, total=total)


def _mark(each: Workday | None) -> Cell:
    if each is None:
        return None
    days = each.days.normalize()
    return f"{days:f}*".replace(".", ",") if each.is_waived else days


def receipts_list(paid: Sequence[Payment]) -> Grid:
    """Every receipt of a bundle on one list, so that none is lost between the pages."""
    rows = tuple(
        (n, each.paid_on, each.number or f"B-{each.pk}", each.words, each.amount)
        for n, each in enumerate(paid, start=1)
    )
    total = (None, None, None, "Jumlah", sum(each.amount for each in paid))
    columns = ("No.", "Tanggal", "No. bukti", "Uraian", "Jumlah (Rp)")
    return Grid("", columns, rows, frozenset({0, 4}), (0, 0, 0, 1, 0), total=total)
