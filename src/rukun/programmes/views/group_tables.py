"""What the pages of groups show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from rukun.programmes.models import Group, Member, Repayment
from rukun.programmes.queries.groups import Row as Moved
from rukun.programmes.queries.groups import Standing
from rukun.territory import queries as territory
from rukun.ui.states import shown
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import hari_pendek, ribuan, rupiah, tanggal


def figures(running: int, lent: int, back: int, held: Sequence[Standing]) -> list[dict[str, str]]:
    """How many run, how much went out and came back; what is late where all groups stand on one page."""
    if not (running or lent):
        return []
    late = [{"value": rupiah(sum(each.late or 0 for each in held)), "meaning": _("lewat waktu kembali")}]
    return [
        {"value": ribuan(running), "meaning": _("kelompok berjalan")},
        {"value": rupiah(lent), "meaning": _("modal disalurkan")},
        {"value": rupiah(back), "meaning": _("modal kembali")},
        *(late if held else []),
    ]


def of_one(standing: Standing) -> list[dict[str, str]]:
    group = standing.group
    return [
        {"value": rupiah(group.lent), "meaning": _("modal disalurkan")},
        {"value": rupiah(group.returned), "meaning": _("modal kembali")},
        {"value": rupiah(standing.out), "meaning": _("masih di luar")},
    ]


def listed(held: Sequence[Standing], on: date, *, with_place: bool) -> Table:
    places = territory.places([each.group.area_id for each in held], on=on) if with_place else {}
    columns = (
        Column(_("Kelompok")), Column(_("Program")), Column(_("Anggota"), is_number=True),
        Column(_("Masih di luar"), is_number=True), Column(_("Keadaan"), is_state=True),
    )  # fmt: skip
    rows = [
        Row(
            (_name(each.group, places), each.group.scheme.name, ribuan(each.members), rupiah(each.out), _state(each)),
            url=reverse("programmes:group", args=[each.group.pk]),
        )
        for each in held
    ]
    return Table(_("Kelompok"), columns, rows, empty=Empty(_("Belum ada kelompok di sini."), icon="people"))


def rows(group: Group, held: Sequence[Moved], *, may_undo: bool) -> Table:
    columns = (
        Column(_("Apa")), Column(_("Jumlah"), is_number=True), Column(_("Tanggal")), Column(_("Keterangan")),
        Column(_("Perbaiki")),
    )  # fmt: skip
    shown_rows = [
        Row((
            _what(each), rupiah(abs(each.repayment.amount)), hari_pendek(each.repayment.on),
            each.repayment.words or "–", _undo(group, each) if may_undo and not each.is_undone else "–",
        ))
        for each in held
    ]  # fmt: skip
    empty = Empty(_("Belum ada modal yang keluar."), icon="money")
    return Table(_("Modal keluar dan kembali"), columns, shown_rows, empty=empty)


def said(row: Repayment) -> str:
    """A row in one line."""
    told = {"amount": rupiah(abs(row.amount)), "on": tanggal(row.on)}
    out, back = _("Modal keluar %(amount)s, %(on)s"), _("Modal kembali %(amount)s, %(on)s")
    return (out if row.amount < 0 else back) % told


def named(member: Member, held: Sequence[tuple[Member, str]]) -> str:
    found = next((name for each, name in held if each.pk == member.pk), "")
    return found or _("Sudah pindah dari wilayah ini")


def _what(each: Moved) -> str:
    if each.repayment.undoes_id:
        return _("Pembatalan")
    told = _("Modal keluar") if each.repayment.amount < 0 else _("Modal kembali")
    return _("%(what)s (dibatalkan)") % {"what": told} if each.is_undone else told


def _undo(group: Group, each: Moved) -> Any:
    url = f"{reverse('programmes:capital_undo', args=[group.pk])}?catatan={each.repayment.pk}"
    about = _("%(what)s %(on)s") % {"what": _what(each), "on": hari_pendek(each.repayment.on)}
    return format_html('<a href="{}">{}<span class="aside-text">: {}</span></a>', url, _("Batalkan"), about)


def _name(group: Group, places: dict[int, Any]) -> str:
    place = places.get(group.area_id)
    return f"{group.name}, {place.label}" if place else group.name


def _state(each: Standing) -> Any:
    if each.group.until is not None:
        return shown("selesai")
    if each.late:
        return shown("lewat", rupiah(each.late))
    return shown("berjalan")
