"""The books of an RT's year on paper: cash book, subsidiary books of cash, bank, officers, activities, tax."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from rukun.grants.queries.papers_books import Entry, Side, entries
from rukun.grants.types import Account, Kind, Tax
from rukun.kit.dates import MONTHS
from rukun.kit.money import in_words
from rukun.reports.queries.grants_ground import Activity, Ground, said
from rukun.reports.types import Cell, Facts, Figures, Grid, Paragraph, Section
from rukun.ui.words import rupiah

HELD = (Account.CASH, Account.BANK, Account.PANJAR)
"""Where money of the RT lies that somebody answers for."""
EMPTY = "Belum ada uang masuk atau keluar pada buku tahun ini. Catatan pertama akan muncul di sini."


@dataclass(frozen=True, slots=True)
class Moved:
    """One row of a book: what came in and what went out."""

    entry: Entry
    words: str
    came: int = 0
    went: int = 0


@dataclass(slots=True)
class Sums:
    came: int = 0
    went: int = 0
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    strong: set[int] = field(default_factory=set)

    def add(self, each: Moved) -> None:
        self.came += each.came
        self.went += each.went
        entry = each.entry
        told = (len(self.rows) - len(self.strong) + 1, entry.on, entry.proof or f"J-{entry.number}", each.words)
        self.rows.append((*told, each.came or None, each.went or None, self.came - self.went))

    def close_month(self, year: int, month: int, came: int, went: int) -> None:
        self.strong.add(len(self.rows))
        title = f"Jumlah {MONTHS[month - 1]} {year}"
        self.rows.append((None, None, None, title, came, went, self.came - self.went))


def cash_book(held: Ground) -> Section:
    """Buku kas umum: all money the RT answers for, month by month, and where it lies at the end."""
    moved = [row for entry in entries(held.book) for row in _in_cash_book(entry)]
    sums = _summed(moved)
    book = held.book
    lies = [(Account.CASH, book.cash), (Account.BANK, book.bank), (Account.PANJAR, book.panjar)]
    where = Grid(
        "Saldo itu terdiri dari",
        ("Tempat", "Jumlah (Rp)"),
        tuple((str(account.label), amount) for account, amount in lies),
        frozenset({1}),
        (3, 1),
        total=("Saldo buku kas umum", sums.came - sums.went),
    )
    return _book(f"Buku Kas Umum {book.year}", held, moved, sums, (where, *_owed(held)))


def _owed(held: Ground) -> Iterator[Paragraph]:
    if held.book.tax:
        yield Paragraph(f"Di dalam saldo ini ada pajak yang belum disetor: {rupiah(held.book.tax)}.")
    if held.book.talangan:
        yield Paragraph(f"Talangan pengurus yang belum diganti: {rupiah(held.book.talangan)}.")


def subsidiary(held: Ground, account: Account) -> Section:
    """Buku pembantu of the cash box or of the bank account."""
    moved = [
        Moved(entry, _purpose(entry), max(change, 0), max(-change, 0))
        for entry in entries(held.book)
        if (change := entry.of(account))
    ]
    name = "Kas Tunai" if account == Account.CASH else "Bank"
    return _book(f"Buku Pembantu {name} {held.book.year}", held, moved, _summed(moved), ())


def officers_book(held: Ground) -> Section:
    """Buku pembantu panjar dan talangan: one table an officer, what they hold and what is owed to them."""
    found: dict[tuple[str, str], list[Moved]] = {}
    for entry in entries(held.book):
        for leg in entry.legs:
            if leg.account in (Account.PANJAR, Account.TALANGAN):
                row = Moved(entry, _purpose(entry), max(leg.amount, 0), max(-leg.amount, 0))
                found.setdefault((leg.account, leg.officer), []).append(row)
    grids = tuple(_of_officer(account, name, rows) for (account, name), rows in sorted(found.items()))
    figures = Figures((("Panjar di tangan pengurus", held.book.panjar), ("Talangan belum diganti", held.book.talangan)))
    shown = (figures, *grids) if grids else (Paragraph("Tidak ada panjar maupun talangan pada buku tahun ini."),)
    return _paper(f"Buku Pembantu Panjar dan Talangan {held.book.year}", held, shown)


def _of_officer(account: str, name: str, moved: Sequence[Moved]) -> Grid:
    """A panjar grows when it is handed out; a talangan grows when an officer pays, so its sides change places."""
    is_panjar = account == Account.PANJAR
    rows = moved if is_panjar else [Moved(each.entry, each.words, each.went, each.came) for each in moved]
    sums = _summed(rows, by_month=False)
    sides = ("Diserahkan (Rp)", "Dipertanggungjawabkan (Rp)") if is_panjar else ("Ditalangi (Rp)", "Diganti (Rp)")
    return _grid(f"{'Panjar' if is_panjar else 'Talangan'} {name}", sums, sides)


def of_activity(held: Ground, activity: Activity) -> Section:
    """Buku pembantu kegiatan: what was spent of each line, and what is left of it."""
    found = entries(held.book)
    grids = tuple(_of_line(line, found) for line in activity.lines.all())
    approved = sum(line.approved for line in activity.lines.all())
    spent = sum(line.spent for line in activity.lines.all())
    figures = Figures((("Anggaran (RAB)", approved), ("Sisa anggaran", approved - spent), ("Belanja", spent)))
    shown = (Facts((("Kegiatan", activity.title),)), figures, *grids) if grids else (Paragraph("RAB belum berlaku."),)
    return _paper(f"Buku Pembantu Kegiatan {activity.number}/{held.book.year}", held, shown)


def _of_line(line: Side, found: Sequence[Entry]) -> Grid:
    moved = [
        Moved(entry, _purpose(entry), -min(leg.amount, 0), max(leg.amount, 0))
        for entry in found
        for leg in entry.legs
        if leg.line == line.pk
    ]
    rows, left = [], line.approved
    for n, each in enumerate(moved, start=1):
        left -= each.went - each.came
        rows.append((n, each.entry.on, each.entry.proof, each.words, each.went - each.came, left))
    columns = ("No.", "Tanggal", "No. bukti", "Uraian", "Belanja (Rp)", "Sisa baris (Rp)")
    total = (None, None, None, "Jumlah", sum(each.went - each.came for each in moved), left)
    title = f"{line.number}. {line.words}: anggaran {rupiah(line.approved)}"
    return Grid(title, columns, tuple(rows), frozenset({0, 4, 5}), (0, 0, 0, 1, 0, 0), total=total)


def tax_book(held: Ground) -> Section:
    """Buku pembantu pajak: what was kept back, what was deposited, what is still to be paid."""
    grids, found = [], entries(held.book)
    for tax in Tax:
        moved = [
            Moved(entry, _purpose(entry), max(-leg.amount, 0), max(leg.amount, 0))
            for entry in found
            for leg in entry.legs
            if leg.account == Account.TAX and leg.tax == tax
        ]
        if moved:
            grids.append(_grid(str(tax.label), _summed(moved, by_month=False), ("Dipungut (Rp)", "Disetor (Rp)")))
    shown = (Figures((("Pajak belum disetor", held.book.tax),)), *grids)
    empty = (Paragraph("Belum ada pajak yang dipungut atau disetor pada buku tahun ini."),)
    return _paper(f"Buku Pembantu Pajak {held.book.year}", held, shown if grids else empty)


def _in_cash_book(entry: Entry) -> Iterator[Moved]:
    """Money that only changes its place stands on both sides; else each reason stands in a row of its own.

    A payment stands with its whole amount; what was kept back of it for the state comes in again beneath.
    """
    taken = entry.reverses is not None
    inside = sum(leg.amount for leg in entry.legs if leg.account in HELD and leg.amount > 0)
    outside = [leg for leg in entry.legs if leg.account not in HELD]
    if not outside:
        yield Moved(entry, _purpose(entry), inside, inside)
        return
    if not inside and not any(leg.account in (*HELD, Account.SPENDING) for leg in entry.legs):
        return
    spent = sum(leg.amount for leg in outside if leg.account == Account.SPENDING)
    if spent:
        yield Moved(entry, _purpose(entry), max(-spent, 0), max(spent, 0))
    for leg in outside:
        if leg.account != Account.SPENDING:
            yield Moved(entry, _side(entry, leg, taken), max(-leg.amount, 0), max(leg.amount, 0))


def _side(entry: Entry, leg: Side, taken: bool) -> str:
    again = "Pembatalan: " if taken else ""
    if leg.account == Account.TAX:
        did = "Setor" if (leg.amount > 0) != taken else "Pungut"
        return f"{again}{did} {Tax(leg.tax).label}"
    if leg.account == Account.TALANGAN:
        did = "Ganti talangan" if (leg.amount > 0) != taken else "Talangan dari"
        return f"{again}{did} {leg.officer}"
    return _purpose(entry)


def _purpose(entry: Entry) -> str:
    """What an entry was for, as people said it; else what kind it is."""
    if entry.reverses is not None:
        return f"Pembatalan catatan J-{entry.reverses}" + (f": {entry.words}" if entry.words else "")
    return entry.purpose or entry.words or str(Kind(entry.kind).label)


def _summed(moved: Sequence[Moved], *, by_month: bool = True) -> Sums:
    sums = Sums()
    for (year, month), group in groupby(moved, key=lambda each: (each.entry.on.year, each.entry.on.month)):
        rows = list(group)
        for each in rows:
            sums.add(each)
        if by_month:
            sums.close_month(year, month, sum(each.came for each in rows), sum(each.went for each in rows))
    return sums


def _grid(title: str, sums: Sums, sides: tuple[str, str]) -> Grid:
    columns = ("No.", "Tanggal", "No. bukti", "Uraian", *sides, "Saldo (Rp)")
    total = (None, None, None, "Jumlah", sums.came, sums.went, sums.came - sums.went)
    numbers, widths = frozenset({0, 4, 5, 6}), (0, 0, 0, 1, 0, 0, 0)
    return Grid(title, columns, tuple(sums.rows), numbers, widths, strong=frozenset(sums.strong), total=total)


def _book(title: str, held: Ground, moved: Sequence[Moved], sums: Sums, after: Sequence[Grid | Paragraph]) -> Section:
    if not moved:
        return _paper(title, held, (Paragraph(EMPTY),))
    balance = sums.came - sums.went
    figures = Figures((("Penerimaan", sums.came), ("Pengeluaran", sums.went), ("Saldo", balance)))
    closing = (
        f"Buku ini ditutup dengan saldo {said(balance)}." if balance else f"Buku ini ditutup nihil ({in_words(0)})."
    )
    shown = (figures, _grid("", sums, ("Penerimaan (Rp)", "Pengeluaran (Rp)")), *after, Paragraph(closing))
    return _paper(title, held, shown)


def _paper(title: str, held: Ground, parts: Sequence[Figures | Facts | Grid | Paragraph]) -> Section:
    signed = held.sign(held.head, held.treasurer)
    return Section(title, (*parts, signed), is_paper=True, is_wide=True)
