"""Prices and coefficients drawn as tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from rukun.grants.models import Coefficient, Price, PriceList
from rukun.grants.queries.prices import looks_wrong
from rukun.grants.types import LineKind
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import rupiah, tanggal, written


def prices(found: Iterable[Price]) -> Table:
    rows = [Row([each.words, LineKind(each.kind).label, each.unit, rupiah(each.amount)]) for each in found]
    columns = [Column(_("Uraian")), Column(_("Kelompok")), Column(_("Satuan")), Column(_("Harga"), is_number=True)]
    return Table(_("Harga"), columns, rows, empty=Empty(_("Tidak ada harga dengan kata itu.")))


def lists(found: Iterable[PriceList]) -> Table:
    rows = [Row([each.title, each.basis, tanggal(each.since)]) for each in found]
    columns = [Column(_("Daftar")), Column(_("Dasarnya")), Column(_("Berlaku sejak"))]
    return Table(_("Semua daftar"), columns, rows)


def coefficients(found: Iterable[Coefficient]) -> Table:
    rows = [
        Row([
            _item(each),
            LineKind(each.kind).label,
            f"{written(each.quantity)} {each.unit}",
            _("perlu dilihat: mungkin hilang koma") if looks_wrong(each) else "",
        ])
        for each in found
    ]  # fmt: skip
    columns = [Column(_("Item")), Column(_("Kelompok")), Column(_("Koefisien"), is_number=True), Column(_("Catatan"))]
    return Table(_("Koefisien"), columns, rows, empty=Empty(_("Tidak ada pekerjaan dengan kata itu.")))


def _item(each: Coefficient) -> SafeString:
    return format_html(
        '<span class="rab-words">{}<small>{} · {}</small></span>', each.words, each.work_code, each.work_words
    )


def sample(rows: Iterable[Mapping[str, Any]], *, are_marked: bool = False) -> Table:
    """A few rows as they were read, of either kind; or those that look as if they had lost their comma."""
    drawn = [
        Row([
            each["words"], each.get("work_code", each["code"]), each["unit"],
            rupiah(each["amount"]) if "amount" in each else each["quantity"].replace(".", ","),
        ])
        for each in rows
    ]  # fmt: skip
    columns = [Column(_("Uraian")), Column(_("Kode")), Column(_("Satuan")), Column(_("Nilai"), is_number=True)]
    return Table(_("Tampak kehilangan koma") if are_marked else _("Contoh yang terbaca"), columns, drawn)
