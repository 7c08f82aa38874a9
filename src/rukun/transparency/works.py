"""Money and works before everyone: what was granted, what each receipt paid for, how far the work is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.grants.public.spending import Brief, Given, Work, Year
from rukun.grants.types import ActivityState, LineKind, SwadayaKind
from rukun.transparency.stations import Station, shown_as
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import MISSING, persen, ribuan, rupiah, tanggal

SIGNS = {ActivityState.CLOSED: "selesai", ActivityState.DRAWN: "belum"}


def stations(work: Work | None) -> Iterator[Station]:
    """The later stops of a wish that was planned: RAB, spending, work, what people gave, the account of it."""
    if work is None:
        yield Station(_("Dana, kuitansi, hasil pekerjaan"), "belum", words=(_("Pelaksanaan belum dimulai."),))
        return
    link = ((_("Lihat setiap kuitansi"), url_of(work)),) if work.receipts else ()
    yield _budget(work)
    yield Station(
        _("Belanja"), "berjalan" if work.receipts else "belum", work.receipts[-1].on if work.receipts else None,
        pairs=_spending(work), links=link,
    )  # fmt: skip
    yield _progress(work)
    if work.given:
        yield Station(_("Swadaya warga"), "selesai", pairs=tuple((_kind(each), _amount(each)) for each in work.given))
    yield _accounted(work)


def url_of(work: Work | Brief) -> str:
    return reverse("transparency:work", args=[work.id])


def _budget(work: Work) -> Station:
    if work.revision is None:
        return Station(_("RAB, rencana biaya"), "belum", words=(_("Sedang disusun RT."),))
    pairs = [(_("Disetujui"), rupiah(work.approved))]
    if work.revision > 1:
        pairs.append((_("Perubahan"), ribuan(work.revision - 1)))
    return Station(_("RAB, rencana biaya"), "selesai", pairs=tuple(pairs))


def _spending(work: Work) -> tuple[tuple[str, str], ...]:
    if not work.receipts:
        return ()
    many = ngettext("%(n)s kuitansi", "%(n)s kuitansi", len(work.receipts)) % {"n": ribuan(len(work.receipts))}
    return ((_("Dibayar"), rupiah(work.spent)), (_("Bukti"), many))


def _progress(work: Work) -> Station:
    if work.percent is None:
        return Station(_("Pekerjaan"), "belum")
    sign = "selesai" if work.percent == 100 else "berjalan"
    return Station(_("Pekerjaan"), sign, work.seen, pairs=((_("Selesai"), persen(work.percent / 100, 0)),))


def _accounted(work: Work) -> Station:
    if not work.accounted:
        return Station(_("Pertanggungjawaban (SPJ)"), "belum")
    sign = "selesai" if work.accounted == work.spent else "berjalan"
    told = _("%(sum)s dari %(all)s") % {"sum": rupiah(work.accounted), "all": rupiah(work.spent)}
    return Station(_("Pertanggungjawaban (SPJ)"), sign, pairs=((_("Diterima"), told),))


def _kind(given: Given) -> str:
    return str(SwadayaKind(given.kind).label)


def _amount(given: Given) -> str:
    if not given.unit:
        return rupiah(given.value)
    told = _("%(n)s hari kerja, senilai %(sum)s")
    return told % {"n": ribuan(given.quantity.normalize(), 1).removesuffix(",0"), "sum": rupiah(given.value)}


def ceiling(year: Year) -> list[dict[str, str]]:
    return [{"label": _("Pagu RT tahun %(year)d") % {"year": year.year}, "value": rupiah(year.ceiling)}]


def money(year: Year | None) -> list[dict[str, str]]:
    """The year of an RT in four figures; nothing when its book is not open."""
    if year is None:
        return []
    told = (
        (_("Cair"), year.released),
        (_("Dibelanjakan"), year.spent),
        (_("Dipertanggungjawabkan"), year.accounted),
        (_("Swadaya warga, senilai"), year.swadaya),
    )
    return [{"label": label, "value": rupiah(amount)} for label, amount in told]


def tranches(year: Year) -> Table:
    return Table(
        caption=_("Tahap pencairan"),
        columns=[Column(_("Tahap")), Column(_("Jumlah"), is_number=True), Column(_("Cair"))],
        rows=[
            Row([_("Tahap %(n)d") % {"n": number}, rupiah(amount), tanggal(on)]) for number, amount, on in year.tranches
        ],
    )


def works(year: Year) -> Table:
    return Table(
        caption=_("Pekerjaan tahun ini"),
        columns=[
            Column(_("Kegiatan")), Column(_("Rencana"), is_number=True), Column(_("Dibayar"), is_number=True),
            Column(_("Keadaan"), is_state=True),
        ],
        rows=[_row(each) for each in year.works],
        total=Row([_("Jumlah"), rupiah(sum(each.planned for each in year.works)), rupiah(year.spent), ""]),
    )  # fmt: skip


def _row(each: Brief) -> Row:
    return Row([each.title, rupiah(each.planned), rupiah(each.spent), state(each)], url_of(each))


def state(work: Work | Brief) -> Any:
    held = ActivityState(work.state)
    return shown_as(SIGNS.get(held, "berjalan"), held.label)


def lines(work: Work) -> Table:
    return Table(
        caption=_("Rencana biaya dan yang dibelanjakan"),
        columns=[
            Column(_("Untuk")), Column(_("Bagian")), Column(_("Disetujui"), is_number=True),
            Column(_("Dibelanjakan"), is_number=True),
        ],
        rows=[
            Row([each.words, LineKind(each.kind).label, rupiah(each.approved), rupiah(each.spent)])
            for each in work.lines
        ],
        total=Row([_("Jumlah"), "", rupiah(work.approved), rupiah(sum(each.spent for each in work.lines))]),
        empty=Empty(_("Rencana biayanya belum disetujui.")),
    )  # fmt: skip


def receipts(work: Work) -> Table:
    return Table(
        caption=_("Kuitansi"),
        columns=[
            Column(_("Tanggal")), Column(_("Untuk")), Column(_("Dibayar kepada")), Column(_("Jumlah"), is_number=True),
            Column(_("SPJ diterima")),
        ],
        rows=[
            Row([tanggal(each.on), each.words, each.seller, rupiah(each.amount), tanggal(each.accepted) or MISSING])
            for each in work.receipts
        ],
        total=Row([_("Jumlah"), "", "", rupiah(work.spent), ""]) if work.receipts else None,
        note=_("Toko disebut namanya. Pekerja dan penerima honor tidak disebut namanya."),
        empty=Empty(_("Belum ada yang dibayar.")),
    )  # fmt: skip
