"""Papers that ask for money: the letter, SPP, plan of use, and the statement of full responsibility."""

from __future__ import annotations

from typing import Any

from rukun.grants.queries import papers_books, papers_payments, papers_works
from rukun.grants.types import Flow, Purse, TrancheState
from rukun.kit.money import in_words
from rukun.reports.queries.grants_ground import STAMP, Activity, Ground, cluster_label, programme_of, said
from rukun.reports.types import Cell, Facts, Figures, Grid, Paragraph, Points, Section
from rukun.ui.words import rupiah

Tranche = Any
"""A row that grants hands over: known here by its fields only."""
ATTACHED = ("Rencana penggunaan dana", "RAB setiap kegiatan", "Surat pernyataan tanggung jawab mutlak (SPTJM)")


def is_reimbursed(held: Ground) -> bool:
    return held.book.flow == Flow.REIMBURSEMENT


def letter(held: Ground, tranche: Tranche) -> Section:
    """Surat permohonan: who asks whom for how much, and what lies with it."""
    juknis, before = programme_of(held), released_before(held, tranche)
    to = f"Yth. {held.desa_head[0]} {held.desa.partition(' ')[2]}"
    facts = Facts(
        (
            ("Perihal", f"Permohonan {_asked(held)} tahap {tranche.number} tahun {held.book.year}"),
            ("Kepada", to),
            ("Program", juknis.title if juknis else f"Dana RT tahun {held.book.year}"),
        )
    )
    told = (
        f"Dengan hormat, {held.place.label} mengajukan permohonan {_asked(held)} tahap {tranche.number} tahun"
        f" {held.book.year} sebesar {said(tranche.amount)}."
    )
    papers = [each.label for each in juknis.money.papers_of("request")] if juknis else []
    points = Points(tuple((each, ()) for each in papers or ATTACHED))
    thanks = "Demikian permohonan ini kami ajukan. Atas perhatian Bapak/Ibu, kami ucapkan terima kasih."
    parts = (
        facts, Figures((("Pagu", held.book.ceiling), ("Sudah cair", before), ("Diminta", tranche.amount))),
        Paragraph(told), Paragraph(_why(held)), Paragraph("Bersama surat ini kami lampirkan:"), points,
        Paragraph(thanks), held.sign(held.treasurer, held.head),
    )  # fmt: skip
    return Section("Surat Permohonan Pencairan", parts, is_paper=True)


def released_before(held: Ground, tranche: Tranche) -> int:
    """What earlier tranches brought: a letter printed later says the same."""
    earlier = [each for each in papers_books.tranches(held.book) if each.number < tranche.number]
    return sum(each.amount for each in earlier if each.state == TrancheState.RELEASED)


def _asked(held: Ground) -> str:
    return "penggantian belanja" if is_reimbursed(held) else "pencairan dana"


def _why(held: Ground) -> str:
    if is_reimbursed(held):
        return (
            "Dana ini mengganti belanja yang sudah dibayar lebih dahulu, dengan bukti yang kami lampirkan."
            f" Belanja sampai hari ini {rupiah(held.book.spent)}."
        )
    return "Dana ini kami pakai sesuai rencana terlampir. Setiap belanja kami pertanggungjawabkan dengan SPJ."


def spp(held: Ground, tranche: Tranche) -> Section:
    """Surat permintaan pembayaran: the same sum as a form, with the account it shall reach."""
    before = released_before(held, tranche)
    asked = [
        ("Pagu dana setahun", held.book.ceiling),
        ("Sudah cair sebelumnya", before),
        ("Sisa pagu sebelum permintaan ini", held.book.ceiling - before),
    ]
    grid = Grid(
        "", ("Uraian", "Jumlah (Rp)"), tuple(asked), frozenset({1}), (3, 1), total=("Diminta sekarang", tranche.amount)
    )
    facts = Facts(
        (("Untuk", f"Tahap {tranche.number}, tahun {held.book.year}"), ("Cara", str(Flow(held.book.flow).label)))
    )
    words = Paragraph(f"Terbilang: {in_words(tranche.amount)}.")
    account = Facts((("Nama rekening", "." * 60), ("Bank dan nomor", "." * 60)))
    signed = held.sign(held.treasurer, held.head, held.desa_head)
    parts = (Figures((("Diminta sekarang", tranche.amount),)), facts, grid, words, account, signed)
    return Section("Surat Permintaan Pembayaran (SPP)", parts, is_paper=True)


def spending_plan(held: Ground, activities: list[Activity]) -> Section:
    """Rencana penggunaan dana: each line of each RAB in force, what was spent of it, what is still to be spent."""
    juknis, rows, strong = programme_of(held), [], set()
    for each in activities:
        lines = list(each.lines.all())
        strong.add(len(rows))
        label = f"{each.title} ({cluster_label(juknis, each.cluster)})"
        rows.append((each.number, label, *_sums(lines)))
        rows += [(None, f"{line.number}. {line.words}", *_sums([line])) for line in lines]
    every = [line for each in activities for line in each.lines.all()]
    approved, _spent, left = _sums(every)
    columns = ("No.", "Uraian", "Anggaran (Rp)", "Sudah dibelanjakan (Rp)", "Rencana belanja (Rp)")
    grid = Grid(
        "", columns, tuple(rows), frozenset({0, 2, 3, 4}), (0, 1, 0, 0, 0), strong=frozenset(strong),
        total=(None, "Jumlah", *_sums(every)),
    )  # fmt: skip
    figures = Figures((("Anggaran semua kegiatan", approved), ("Rencana belanja", left)))
    empty = (Paragraph("Belum ada RAB yang berlaku, jadi belum ada rencana belanja."),)
    shown = (figures, grid) if every else empty
    return Section("Rencana Penggunaan Dana", (*shown, held.sign(held.treasurer, held.head)), is_paper=True)


def _sums(lines: list[Any]) -> tuple[int, int, int]:
    approved, spent = sum(line.approved for line in lines), sum(line.spent for line in lines)
    return approved, spent, approved - spent


def statement(held: Ground) -> Section:
    """SPTJM: the head of the RT answers for the whole of it."""
    book = held.book
    told = Facts(
        (
            ("Nama", held.head[1] or "." * 60),
            ("Jabatan", f"{held.head[0]} {held.place.label.partition(' ')[2]}"),
            ("Wilayah", held.desa),
        )
    )
    points = (
        f"Dana RT tahun {book.year} dipakai sesuai RAB yang berlaku dan petunjuk teknis.",
        f"Dana yang sudah cair sebesar {said(book.released)} dan belanja sebesar {said(book.spent)} tercatat lengkap.",
        "Semua bukti belanja benar, lengkap, dan disimpan oleh RT untuk diperiksa.",
        "Bila kemudian ada kerugian karena kesalahan kami, kami bertanggung jawab dan mengembalikannya.",
    )
    parts = (
        Paragraph("Yang bertanda tangan di bawah ini:"), told, Paragraph("menyatakan dengan sesungguhnya:"),
        Points(tuple((each, ()) for each in points)), held.sign(held.head, closing=CLOSING, stamp=STAMP),
    )  # fmt: skip
    return Section("Surat Pernyataan Tanggung Jawab Mutlak", parts, is_paper=True)


CLOSING = "Demikian pernyataan ini dibuat dengan sebenarnya dan tanpa paksaan."


def spent_first(held: Ground) -> Section:
    """For a reimbursement: what has been paid already, and by whom."""
    paid = papers_payments.paid_in(held.book)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (n, each.paid_on, each.number or f"B-{each.pk}", each.words, str(Purse(each.source).label), each.amount)
        for n, each in enumerate(paid, start=1)
    )
    columns = ("No.", "Tanggal", "No. bukti", "Uraian", "Dibayar dari", "Jumlah (Rp)")
    total = (None, None, None, "Jumlah", None, sum(each.amount for each in paid))
    grid = Grid("", columns, rows, frozenset({0, 5}), (0, 0, 0, 3, 2, 0), total=total)
    empty = Paragraph("Belum ada belanja yang dapat diminta gantinya.")
    return Section(
        "Daftar Belanja yang Diminta Gantinya", (grid if rows else empty, held.sign(held.treasurer)), is_paper=True
    )


def request(held: Ground, tranche: Tranche) -> list[Section]:
    """Everything that goes to the desks above for one tranche, in one bundle."""
    activities = papers_works.of_book(held.book)
    proofs = [spent_first(held)] if is_reimbursed(held) else []
    return [letter(held, tranche), spp(held, tranche), spending_plan(held, activities), *proofs, statement(held)]
