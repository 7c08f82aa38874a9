"""What the pages of the asset book show."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.grants.models import Asset, PaymentItem
from rukun.grants.queries.assets import Passing, Tally
from rukun.grants.types import AssetState
from rukun.grants.views.swadaya_tables import quantity
from rukun.territory import queries as territory
from rukun.ui.states import STATES
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import ribuan, rupiah, tanggal

LOOKS = {
    AssetState.GOOD: "selesai",
    AssetState.WORN: "menunggu",
    AssetState.BROKEN: "ditolak",
    AssetState.LOST: "ditolak",
    AssetState.GONE: "belum",
}


def figures(held: Sequence[Asset]) -> list[dict[str, str]]:
    there = [each for each in held if each.state != AssetState.GONE]
    if not there:
        return []
    bad = sum(each.state in (AssetState.BROKEN, AssetState.LOST) for each in there)
    return [
        {"value": ribuan(len(there)), "meaning": _("aset tercatat")},
        {"value": rupiah(sum(each.value for each in there)), "meaning": _("nilai perolehan")},
        {"value": ribuan(bad), "meaning": _("rusak berat atau hilang")},
    ]


def book(held: Sequence[Asset], awaiting: Collection[int]) -> Table:
    columns = (
        Column(_("Barang")), Column(_("Nilai"), is_number=True), Column(_("Dipegang")), Column(_("Tempat")),
        Column(_("Keadaan"), is_state=True),
    )  # fmt: skip
    rows = [_row(each, each.pk in awaiting) for each in held]
    empty = Empty(_("Belum ada aset. Catat barang yang tetap ada: tenda, mesin, motor, laptop."), icon="house")
    return Table(_("Buku aset"), columns, rows, empty=empty)


def _row(each: Asset, is_awaiting: bool) -> Row:
    keeper = _("%(name)s, belum diserahterimakan") % {"name": each.keeper or "–"} if is_awaiting else each.keeper
    values = (f"{each.number}. {each.words}", rupiah(each.value), keeper or "–", each.place_words or "–", state(each))
    return Row(values, url=reverse("grants:asset", args=[each.pk]))


def state(each: Asset) -> Any:
    """The state of a thing in its own word, with the shape and colour of the house."""
    look = STATES[LOOKS[AssetState(each.state)]]
    return format_html('<span class="state {}">{}</span>', look.code, AssetState(each.state).label)


def next_passing(awaiting: Sequence[Asset], *, may_edit: bool) -> dict[str, str] | None:
    """What a new head of the RT still has to take over, the first thing first."""
    if not awaiting:
        return None
    told = ngettext(
        "%(n)s barang belum diserahterimakan kepada pengurus sekarang.",
        "%(n)s barang belum diserahterimakan kepada pengurus sekarang.", len(awaiting),
    )  # fmt: skip
    url = reverse("grants:asset_hand_over", args=[awaiting[0].pk]) if may_edit else ""
    return {
        "title": _("Serah terima: %(what)s") % {"what": awaiting[0].words},
        "why": told % {"n": ribuan(len(awaiting))},
        "url": url,
        "label": _("Catat serah terima"),
    }


def pairs(held: Asset) -> list[dict[str, Any]]:
    told = [
        (_("Nomor"), ribuan(held.number)),
        (_("Jumlah"), f"{quantity(held.quantity)} {held.unit}"),
        (_("Nilai perolehan"), rupiah(held.value)),
        (_("Diperoleh"), tanggal(held.acquired_on)),
        (_("Dari kegiatan"), held.activity.title if held.activity else ""),
        (_("Milik"), held.owner),
        (_("Dipegang"), held.keeper),
        (_("Disimpan di"), held.place_words),
        (_("Nomor pelat atau seri"), held.plate),
    ]
    mute = (_("Dari kegiatan"), _("Nomor pelat atau seri"))
    return [{"label": label, "value": value} for label, value in told if value or label not in mute]


def passings(found: Sequence[Passing]) -> Table | None:
    columns = (
        Column(_("Tanggal")), Column(_("Apa")), Column(_("Saksi")), Column(_("Keadaan")), Column(_("Keterangan")),
        Column(_("Foto")),
    )  # fmt: skip
    rows = [
        Row((
            tanggal(each.hand_over.on), _what(each), each.hand_over.witness or "–",
            AssetState(each.hand_over.state).label, each.hand_over.words or "–", _photos(each),
        ))
        for each in found
    ]  # fmt: skip
    return Table(_("Serah terima dan keadaan"), columns, rows) if rows else None


def _what(each: Passing) -> str:
    told = each.hand_over
    if told.giver == told.taker:
        return _("Keadaan dicatat")
    return _("%(giver)s kepada %(taker)s") % {"giver": told.giver, "taker": told.taker}


def _photos(each: Passing) -> Any:
    links = ((reverse("grants:picture", args=[picture]), n) for n, picture in enumerate(each.pictures, start=1))
    return format_html_join(" ", '<a href="{}">foto {}</a>', links) or "–"


def known_of(item: PaymentItem) -> dict[str, Any]:
    """What a receipt tells of a thing already."""
    return {
        "words": item.words, "quantity": item.quantity, "unit": item.unit, "value": item.amount,
        "acquired_on": item.payment.on,
    }  # fmt: skip


def counts(found: Sequence[Tally], on: date) -> Table:
    places = territory.places([each.rt_id for each in found], on=on)
    columns = (
        Column(_("RT")), Column(_("Aset"), is_number=True), Column(_("Nilai perolehan"), is_number=True),
        Column(_("Rusak atau hilang"), is_number=True),
    )  # fmt: skip
    rows = [
        Row(
            (places[each.rt_id].label, ribuan(each.count), rupiah(each.value), ribuan(each.troubled)),
            url=reverse("grants:assets", args=[each.rt_id]),
        )
        for each in found
        if each.rt_id in places
    ]
    total = Row((
        _("Semua"), ribuan(sum(each.count for each in found)), rupiah(sum(each.value for each in found)),
        ribuan(sum(each.troubled for each in found)),
    ))  # fmt: skip
    empty = Empty(_("Belum ada RT yang mencatat aset."), icon="house")
    return Table(_("Aset menurut RT"), columns, rows, total=total if rows else None, empty=empty)
