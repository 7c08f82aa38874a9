"""Papers two sides sign: assets that pass to the next keeper, and the bank beside the book."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from rukun.grants.queries import papers_books
from rukun.grants.types import AssetState
from rukun.kit.spelling import day_spelled
from rukun.reports.queries.grants_ground import Ground, said
from rukun.reports.queries.grants_works import asset_grid
from rukun.reports.types import Facts, Figures, Grid, Paragraph, Section

BLANK = "." * 60


def hand_overs(held: Ground) -> list[Section]:
    """One paper for each day two people met; before anyone has, a form with all assets of the RT."""
    found = papers_books.hand_overs(held.book)
    groups = groupby(found, key=lambda each: (each.on, each.giver, each.taker, each.witness))
    return [_handed(held, list(group)) for _key, group in groups] or [_form(held)]


def _handed(held: Ground, group: Sequence[Any]) -> Section:
    first = group[0]
    told = (
        f"Pada hari {day_spelled(first.on)} ({first.on:%d-%m-%Y}), {first.giver} menyerahkan kepada {first.taker}"
        f" aset milik bersama {held.place.label} berikut ini."
    )
    rows = tuple(
        (
            each.asset.number,
            each.asset.words,
            each.asset.quantity.normalize(),
            each.asset.unit,
            each.asset.value,
            str(AssetState(each.state).label),
            each.words or None,
        )
        for each in group
    )
    columns = ("No.", "Aset", "Banyak", "Satuan", "Nilai (Rp)", "Keadaan", "Keterangan")
    total = (None, "Jumlah", None, None, sum(each.asset.value for each in group), None, None)
    grid = Grid("", columns, rows, frozenset({0, 2, 4}), (0, 3, 0, 0, 0, 0, 2), total=total)
    signers = (("Yang menyerahkan", first.giver), ("Yang menerima", first.taker), ("Saksi", first.witness))
    return Section(
        "Berita Acara Serah Terima Aset",
        (Paragraph(told), grid, held.sign(*signers, closing=CLOSING, on=first.on)),
        is_paper=True,
    )


CLOSING = "Demikian berita acara ini dibuat dengan sebenarnya dan ditandatangani kedua pihak."


def _form(held: Ground) -> Section:
    found = papers_books.assets(held.book)
    if not found:
        none = Paragraph("RT ini belum mempunyai aset yang dicatat, jadi belum ada yang diserahterimakan.")
        return Section("Berita Acara Serah Terima Aset", (none,), is_paper=True)
    told = Paragraph("Belum ada serah terima tahun ini. Lembar ini dapat diisi saat aset berpindah pemegang.")
    facts = Facts((("Hari, tanggal", BLANK), ("Yang menyerahkan", BLANK), ("Yang menerima", BLANK)))
    signers = (("Yang menyerahkan", ""), ("Yang menerima", ""), ("Saksi", ""))
    parts = (told, facts, asset_grid(found), held.sign(*signers, closing=CLOSING))
    return Section("Berita Acara Serah Terima Aset", parts, is_paper=True, is_wide=True)


def reconciliation(held: Ground) -> Section:
    """What the bank says beside what the book says, every time it was held side by side."""
    found = papers_books.reconciliations(held.book)
    if not found:
        facts = Facts((("Saldo bank menurut buku", said(held.book.bank)), ("Saldo rekening koran", BLANK)))
        told = Paragraph(
            "Rekening koran belum pernah dicocokkan dengan buku tahun ini. Saldo bank dapat diisi di sini."
        )
        signed = held.sign(held.treasurer, held.head)
        return Section("Berita Acara Rekonsiliasi Bank", (told, facts, signed), is_paper=True)
    last = found[-1]
    rows = tuple((each.on, each.stated, each.booked, each.stated - each.booked, each.words or None) for each in found)
    columns = ("Tanggal", "Rekening koran (Rp)", "Menurut buku (Rp)", "Selisih (Rp)", "Keterangan")
    grid = Grid("", columns, rows, frozenset({1, 2, 3}), (0, 0, 0, 0, 1))
    gap = last.stated - last.booked
    told = (
        f"Pada hari {day_spelled(last.on)} ({last.on:%d-%m-%Y}), saldo rekening koran dicocokkan dengan buku pembantu"
        f" bank. {'Ada selisih, dengan penjelasan di bawah ini.' if gap else 'Keduanya sama.'}"
    )
    figures = Figures((("Rekening koran", last.stated), ("Menurut buku", last.booked), ("Selisih", gap)))
    parts = (Paragraph(told), figures, grid, held.sign(held.treasurer, held.head, on=last.on))
    return Section("Berita Acara Rekonsiliasi Bank", parts, is_paper=True)
