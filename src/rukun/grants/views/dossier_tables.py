"""Bundles of papers and desks as values for their pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rukun.grants.facts.missing import Known
from rukun.grants.models import Activity, BudgetItem, Dossier, DossierTurn, Payment, Tranche
from rukun.grants.queries.dossiers import Way
from rukun.grants.queries.missing import SHOWN, Area
from rukun.grants.types import DossierKind, DossierState, Funding, Level, LineKind
from rukun.grants.views import activity_tables
from rukun.territory.types import Place
from rukun.ui.addresses import first_url
from rukun.ui.states import shown
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import rupiah, tanggal

Labels = Mapping[int, Place]
MEANS = {
    DossierKind.RAB: gettext_lazy("RAB: rencana biaya satu kegiatan, baris demi baris."),
    DossierKind.REQUEST: gettext_lazy("Permintaan agar uang satu tahap dicairkan."),
    DossierKind.SPJ: gettext_lazy("SPJ: bukti bahwa uang dibelanjakan sesuai rencana."),
    DossierKind.LPJ: gettext_lazy("LPJ: laporan penutup semua kegiatan setahun."),
}
BEGIN = {
    DossierKind.RAB: gettext_lazy("Ajukan RAB"),
    DossierKind.REQUEST: gettext_lazy("Siapkan permintaan pencairan"),
    DossierKind.SPJ: gettext_lazy("Siapkan SPJ"),
    DossierKind.LPJ: gettext_lazy("Siapkan LPJ"),
}
EFFECTS = {
    DossierKind.RAB: gettext_lazy("Meja Anda yang terakhir: RAB langsung berlaku."),
    DossierKind.REQUEST: gettext_lazy("Meja Anda yang terakhir: tahap disetujui dan menunggu cair."),
    DossierKind.SPJ: gettext_lazy("Meja Anda yang terakhir: belanja ini diterima pertanggungjawabannya."),
    DossierKind.LPJ: gettext_lazy("Meja Anda yang terakhir: semua kegiatan tahun ini ditutup."),
}


def title(held: Dossier) -> str:
    if held.kind == DossierKind.RAB:
        return _("RAB %(title)s") % {"title": held.budget.activity.title}
    if held.kind == DossierKind.LPJ:
        return _("LPJ tahun %(year)d") % {"year": held.year}
    known = {"n": held.tranche.number, "m": held.number}
    if held.kind == DossierKind.REQUEST:
        return _("Permintaan pencairan tahap %(n)d") % known
    return _("SPJ %(m)d, tahap %(n)d") % known


def state(held: Dossier, on: date) -> SafeString:
    told = DossierState(held.state)
    if told == DossierState.SUBMITTED:
        is_late = held.due is not None and held.due < on
        return shown("lewat" if is_late else "menunggu", f"· {Level(held.level).label}")
    if told == DossierState.RETURNED:
        return shown("menunggu", _("perbaikan RT"))
    look = {DossierState.DRAFT: "belum", DossierState.ACCEPTED: "selesai"}[told]
    return shown(look, f"· {told.label}")


def facts(held: Dossier, on: date) -> list[dict[str, Any]]:
    due = tanggal(held.due) if held.due else ""
    told = [{"label": _("Jumlah"), "value": rupiah(held.amount or 0)}]
    if held.state == DossierState.SUBMITTED or due:
        told.append({"label": _("Tenggat"), "value": due or _("juknis tidak menyebut")})
    return [{"label": _("Untuk apa"), "value": MEANS[DossierKind(held.kind)]}, *told]


def listed(held: Sequence[Dossier]) -> Table:
    columns = (
        Column(_("Berkas")), Column(_("Keadaan"), is_state=True), Column(_("Jumlah"), is_number=True),
        Column(_("Tenggat")),
    )  # fmt: skip
    rows = [
        Row(
            (title(each), state(each, date.min), rupiah(each.amount or 0), tanggal(each.due) if each.due else "–"),
            first_url("grants:dossier", dossier_id=each.pk),
        )
        for each in held
    ]
    return Table(_("Semua berkas"), columns, rows, empty=Empty(_("Belum ada berkas tahun ini.")))


def preparable(found: Iterable[tuple[DossierKind, Activity | None]]) -> list[dict[str, Any]]:
    return [
        {
            "kind": kind.value,
            "label": BEGIN[kind],
            "about": activity.title if activity else "",
            "activity": activity.pk if activity else "",
            "means": MEANS[kind],
        }
        for kind, activity in found
    ]


def turns(held: Sequence[DossierTurn]) -> Table:
    """Every move: the day, from whose desk to whose, and why."""
    columns = (Column(_("Hari")), Column(_("Meja")), Column(_("Menjadi")), Column(_("Catatan")))
    rows = [Row((tanggal(each.on), Level(each.level).label, _became(each), _why(each) or "–")) for each in held]
    return Table(_("Riwayat"), columns, rows)


def content(held: Dossier, found: Sequence[Any]) -> Table:
    return {
        DossierKind.RAB: _items, DossierKind.SPJ: _payments, DossierKind.REQUEST: _activities,
        DossierKind.LPJ: _activities,
    }[DossierKind(held.kind)](found)  # fmt: skip


def queue(page: Iterable[Dossier], labels: Labels, on: date) -> Table:
    columns = (
        Column(_("Berkas")), Column(_("RT")), Column(_("Keadaan"), is_state=True), Column(_("Jumlah"), is_number=True),
        Column(_("Tenggat")),
    )  # fmt: skip
    rows = [
        Row(
            (
                title(each), _label(labels, each.book.rt_id), state(each, on), rupiah(each.amount or 0),
                tanggal(each.due) if each.due else _("juknis tidak menyebut"),
            ),
            first_url("grants:dossier", dossier_id=each.pk),
        )
        for each in page
    ]  # fmt: skip
    return Table(_("Menunggu diperiksa"), columns, rows, empty=Empty(_("Tidak ada berkas yang menunggu.")))


def next_at_desk(held: Sequence[Dossier], came: Sequence[Tranche], labels: Labels) -> dict[str, Any] | None:
    """The oldest bundle; where none waits, the first money to be written down."""
    if first := next(iter(held), None):
        why = _("%(rt)s menunggu jawaban meja ini.") % {"rt": _label(labels, first.book.rt_id)}
        url = first_url("grants:dossier", dossier_id=first.pk)
        return {"title": title(first), "why": why, "until": first.due, "label": _("Periksa"), "url": url}
    if (money := next(iter(came), None)) is None:
        return None
    why = _("%(rt)s: %(amount)s.") % {
        "rt": _label(labels, money.book.rt_id), "amount": rupiah(money.book.receivable)
    }  # fmt: skip
    url = first_url("grants:release", tranche_id=money.pk)
    return {"title": _("Catat uang yang sudah cair"), "why": why, "label": _("Catat cair"), "url": url}


def counts(area: Area) -> Table:
    columns = (
        Column(_("Meja")), Column(_("Menunggu"), is_number=True), Column(_("Lewat tenggat"), is_number=True)
    )  # fmt: skip
    found = [(level, *area.counts.get(level, (0, 0))) for level in (Level.DESA, Level.KECAMATAN, Level.KABUPATEN)]
    rows = [Row((level.label, str(waiting), str(late))) for level, waiting, late in found]
    return Table(_("Berkas di semua meja"), columns, rows)


def stuck(area: Area, labels: Labels) -> Table:
    columns = (Column(_("RT")), Column(_("Tahap"), is_number=True), Column(_("Belum diterima SPJ-nya"), is_number=True))
    rows = [
        Row((_label(labels, each.rt_id), str(each.tranche), rupiah(each.missing)), _rt_url(each.rt_id))
        for each in area.stuck[:SHOWN]
    ]
    more = len(area.stuck) - len(rows)
    note = _("dan %(n)d RT lain") % {"n": more} if more > 0 else ""
    empty = Empty(_("Tidak ada RT yang tertahan."), icon="check")
    return Table(_("RT yang tahap berikutnya tertahan SPJ"), columns, rows, note=note, empty=empty)


def releases(held: Sequence[Tranche], labels: Labels) -> Table | None:
    columns = (Column(_("Tahap disetujui, belum cair")), Column(_("Jumlah"), is_number=True), Column(_("Disetujui")))
    rows = [
        Row(
            (
                f"{_label(labels, each.book.rt_id)} · {_('tahap %(n)d') % {'n': each.number}}",
                rupiah(each.book.receivable), tanggal(each.approved_on),
            ),
            first_url("grants:release", tranche_id=each.pk),
        )
        for each in held
    ]  # fmt: skip
    return Table(_("Menunggu dicatat cair"), columns, rows) if rows else None


def what_follows(held: Dossier, way: Way) -> str:
    following = way.after(held.level) if held.level in way.levels else None
    if following is None:
        return str(EFFECTS[DossierKind(held.kind)])
    return _("Setelah ini diperiksa %(level)s.") % {"level": following.label}


def why_not(held: Dossier, by: Any, senders: Iterable[str]) -> str:
    """Why this person does not answer this bundle now."""
    if held.state != DossierState.SUBMITTED:
        return _("Berkas ini tidak sedang menunggu jawaban.")
    if str(by) in senders:
        return _("Anda yang mengirim berkas ini. Pengirim dan pemeriksa harus dua orang.")
    return _("Berkas ini menunggu meja %(level)s.") % {"level": Level(held.level).label}


def _items(found: Sequence[BudgetItem]) -> Table:
    columns = (
        Column(_("Baris")), Column(_("Bagian")), Column(_("Volume")), Column(_("Jumlah"), is_number=True),
        Column(_("Dibayar oleh")),
    )  # fmt: skip
    rows = [
        Row(
            (
                f"{each.number}. {each.words}", LineKind(each.kind).label,
                f"{each.quantity.normalize():f} {each.unit}".replace(".", ","), rupiah(each.amount),
                Funding(each.funding).label,
            )
        )
        for each in found
    ]  # fmt: skip
    return Table(_("Isi RAB"), columns, rows, empty=Empty(_("RAB belum berisi baris.")))


def _payments(found: Sequence[Payment]) -> Table:
    columns = (Column(_("Kuitansi")), Column(_("Kegiatan")), Column(_("Hari")), Column(_("Jumlah"), is_number=True))
    rows = [
        Row(
            (f"{each.number or '–'} · {each.words}", each.activity.title, tanggal(each.on), rupiah(each.amount)),
            first_url("grants:payment", payment_id=each.pk),
        )
        for each in found
    ]
    total = Row((_("Jumlah"), "", "", rupiah(sum(each.amount for each in found))))
    return Table(
        _("Belanja dalam SPJ ini"), columns, rows, total=total if rows else None,
        empty=Empty(_("Belum ada belanja yang dibayar.")),
    )  # fmt: skip


def _activities(found: Sequence[Known]) -> Table:
    return activity_tables.carried(found)


def _became(each: DossierTurn) -> str:
    if each.after == DossierState.SUBMITTED:
        return _("dikirim ke %(level)s") % {"level": Level(each.to_level).label}
    return str(DossierState(each.after).label)


def _why(each: DossierTurn) -> str:
    return " ".join(part for part in (each.reason, f"({each.article})" if each.article else "") if part)


def _label(labels: Labels, rt_id: int) -> str:
    return labels[rt_id].label if rt_id in labels else "–"


def _rt_url(rt_id: int) -> str:
    return first_url("grants:rt", area_id=rt_id)
