"""Receipts as tables, states and sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rukun.grants.actions.payments import Item, Receipt
from rukun.grants.models import Line, Payment, PaymentItem, Withholding
from rukun.grants.problems import CATALOGUE
from rukun.grants.types import PaymentState, Purse, Tax
from rukun.kit.money import in_words
from rukun.kit.problems import Finding, Sentence
from rukun.ui.letters import spoken
from rukun.ui.states import shown
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import hari_pendek, ribuan, rupiah, tanggal

LOOK = {
    PaymentState.PROPOSED: "menunggu",
    PaymentState.APPROVED: "menunggu",
    PaymentState.PAID: "selesai",
    PaymentState.REFUSED: "ditolak",
    PaymentState.REVERSED: "selesai",
}
WORD = {
    PaymentState.PROPOSED: gettext_lazy("persetujuan"),
    PaymentState.APPROVED: gettext_lazy("dibayar"),
    PaymentState.PAID: gettext_lazy("· dibayar"),
    PaymentState.REFUSED: "",
    PaymentState.REVERSED: gettext_lazy("· dibatalkan"),
}
REASONS = {
    "below": gettext_lazy("tidak kena: tidak lebih dari %(above)s"),
    "free": gettext_lazy("bebas dengan surat keterangan"),
    "unknown_rate": gettext_lazy("tarifnya tidak kami ketahui; tanyakan kantor pajak"),
    "unknown_npwp": gettext_lazy("NPWP toko belum diketahui; tanpa NPWP tarifnya bisa lebih tinggi"),
    "npwp_higher": gettext_lazy("tanpa NPWP tarifnya lebih tinggi"),
    "unsure": gettext_lazy("tarif masih perlu dipastikan di kantor pajak"),
}
KEEPERS = {
    "desa": gettext_lazy("desa"), "kelurahan": gettext_lazy("kelurahan"), "kecamatan": gettext_lazy("kecamatan"),
    "bendahara": gettext_lazy("bendahara pengeluaran"),
}  # fmt: skip


def state(payment: Payment) -> SafeString:
    told = PaymentState(payment.state)
    return shown(LOOK[told], str(WORD[told]))


def notes(found: Iterable[Finding]) -> list[Sentence]:
    return [spoken(each, CATALOGUE) for each in found]


def amount(total: int) -> dict[str, Any]:
    return {"total": total, "total_words": in_words(total) if total else ""}


def summary(receipt: Receipt) -> list[dict[str, Any]]:
    return [
        {"label": _("Dibayar kepada"), "value": receipt.vendor.name if receipt.vendor else receipt.payee},
        {"label": _("Nomor kuitansi"), "value": receipt.number or _("tanpa nomor")},
        {"label": _("Tanggal di kertas"), "value": tanggal(receipt.on)},
        {"label": _("Uraian"), "value": receipt.words},
        {"label": _("Dibayar dari"), "value": capfirst(Purse(receipt.source).label)},
    ]


def items(held: Sequence[Item], lines: Mapping[int, Line]) -> Table:
    rows = [_item(each.words, each, lines[each.line].words) for each in held]
    return Table(_("Isi kuitansi"), _item_columns(), rows)


def items_of(held: Sequence[PaymentItem]) -> Table:
    """With what is left of each line of the RAB now."""
    columns = (*_item_columns(), Column(_("Sisa baris"), is_number=True))
    rows = [Row((*_item(each.words, each, each.line.words).values, rupiah(_left(each.line)))) for each in held]
    return Table(_("Isi kuitansi"), columns, rows)


def _left(line: Line) -> int:
    return line.approved - line.committed - line.spent


def _item_columns() -> tuple[Column, ...]:
    return (
        Column(_("Barang atau jasa")), Column(_("Banyaknya"), is_number=True),
        Column(_("Harga satuan"), is_number=True), Column(_("Jumlah"), is_number=True), Column(_("Baris RAB")),
    )  # fmt: skip


def _item(words: str, each: Any, line: str) -> Row:
    quantity = f"{each.quantity.normalize():f}"
    places = len(quantity.partition(".")[2])
    many = f"{ribuan(each.quantity, places)} {each.unit}"
    return Row((words, many, rupiah(each.unit_price), rupiah(each.amount), line))


def taxes_of(held: Sequence[Withholding]) -> Table | None:
    if not held:
        return None
    columns = (
        Column(_("Pajak")), Column(_("Tarif")), Column(_("Dari"), is_number=True),
        Column(_("Dipotong"), is_number=True), Column(_("Disetor")),
    )  # fmt: skip
    return Table(
        _("Pajak yang dipotong"),
        columns,
        [_tax(each) for each in held],
        note=_("Dipotong dari pembayaran, lalu disetor ke negara."),
    )


def _tax(each: Withholding) -> Row:
    rate = f"{each.rate.replace('.', ',')} %" if each.rate else _("belum diketahui")
    deposited = _("sudah, %(day)s") % {"day": tanggal(each.deposit.on)} if each.deposit else _("belum")
    return Row((Tax(each.tax).label, rate, rupiah(each.base), rupiah(each.amount), deposited))


def tax(keeper: str | None, form: Any, sources: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Who keeps tax back, what the rates say and who says so."""
    if keeper not in (None, "rt"):
        return {"said": [_("Menurut juknis, pajak dipungut oleh %(who)s, bukan RT.") % {"who": KEEPERS[keeper]}]}
    if form is None:
        return {"said": [_("Tidak ada pajak yang dipotong dari kuitansi ini.")]}
    said = [_reason(each) for each in form.reasons]
    named = dict.fromkeys(source for name in form.names for source in sources.get(name, ()))
    return {"said": said, "sources": list(named)}


def _reason(each: Any) -> str:
    told = dict(each.details)
    told |= {"above": rupiah(told["above"])} if "above" in told else {}
    return f"{Tax(each.tax).label}: {REASONS[each.code] % told}."


def listed(payments: Iterable[Payment], *, empty: Empty, with_activity: bool) -> Table:
    columns = [
        Column(_("Kuitansi")), Column(_("Keadaan"), is_state=True), Column(_("Dibayar kepada")),
        Column(_("Tanggal")), Column(_("Jumlah"), is_number=True),
    ]  # fmt: skip
    rows = [_listed(each, with_activity) for each in payments]
    return Table(_("Daftar kuitansi"), columns, rows, empty=empty, caption_hidden=True)


def _listed(each: Payment, with_activity: bool) -> Row:
    name = f"{each.number} · {each.words}" if each.number else each.words
    name = f"{name} ({each.activity.title})" if with_activity else name
    url = reverse("grants:payment", args=[each.pk])
    return Row((name, state(each), each.payee, hari_pendek(each.on), rupiah(each.amount)), url)


def totals(sums: Mapping[str, tuple[int, int]]) -> list[dict[str, str]]:
    """What waits, what is promised, what is paid."""
    told = (
        (PaymentState.PROPOSED, _("Menunggu persetujuan")),
        (PaymentState.APPROVED, _("Disetujui, belum dibayar")),
        (PaymentState.PAID, _("Sudah dibayar")),
    )
    return [_total(meaning, *sums.get(key, (0, 0))) for key, meaning in told]


def _total(meaning: str, count: int, amount: int) -> dict[str, str]:
    return {
        "meaning": meaning,
        "value": rupiah(amount),
        "note": ngettext("%(n)s kuitansi", "%(n)s kuitansi", count) % {"n": ribuan(count)},
    }
