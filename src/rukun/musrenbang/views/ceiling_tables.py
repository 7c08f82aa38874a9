"""The tables of ceilings: what holds, what a rule would give, who gains and who loses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.musrenbang import ceiling_words
from rukun.musrenbang.models import Ceiling, Decree
from rukun.musrenbang.queries.ceiling_trials import Total, Trial, Tried, spread
from rukun.musrenbang.queries.ceilings import Beneath, Passed
from rukun.ui.pictures import Picture, bars
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import MISSING, ribuan, rupiah, tanggal, umur

FEW, MANY = 5, 50


def beneath(found: Sequence[Beneath]) -> Table:
    rows = [
        Row(
            [each.place.label, ribuan(each.rts), rupiah(each.amount), ribuan(each.missing)],
            reverse("musrenbang:ceilings", args=[each.place.id]),
        )
        for each in found
    ]
    columns = [Column(_("Wilayah")), Column(_("RT"), is_number=True), Column(_("Pagu"), is_number=True),
               Column(_("Belum punya"), is_number=True)]  # fmt: skip
    total = [
        _("Bersama"),
        ribuan(sum(each.rts for each in found)),
        rupiah(sum(each.amount for each in found)),
        ribuan(sum(each.missing for each in found)),
    ]
    empty = Empty(_("Belum ada RT di wilayah ini."))
    return Table(_("Pagu yang berlaku"), columns, rows, total=Row(total) if rows else None, empty=empty)


def decrees(found: Iterable[Decree], *, may_open: bool, on: date) -> Table:
    rows = [
        Row(
            [each.number, tanggal(each.decreed_on), tanggal(each.since), ribuan(each.rts)],
            reverse("musrenbang:decree", args=[each.pk]) if may_open else "",
        )
        for each in found
    ]
    columns = [
        Column(_("Keputusan")),
        Column(_("Tanggal")),
        Column(_("Berlaku mulai")),
        Column(_("RT"), is_number=True),
    ]
    return Table(_("Keputusan"), columns, rows)


def passed(found: Sequence[Passed], labels: Mapping[int, str]) -> Table:
    rows = [
        Row([labels.get(each.source, ""), ", ".join(labels.get(rt, "") for rt in each.targets), tanggal(each.on)])
        for each in found[:MANY]
    ]
    columns = [Column(_("RT")), Column(_("Diteruskan oleh")), Column(_("Sejak"))]
    title = ngettext(
        "%(n)s RT dimekarkan atau digabung sejak pagunya ditetapkan",
        "%(n)s RT dimekarkan atau digabung sejak pagunya ditetapkan",
        len(found),
    )
    return Table(title % {"n": ribuan(len(found))}, columns, rows)


def figures(trial: Trial) -> list[dict[str, Any]]:
    whole = trial.whole
    return [
        {"label": _("Pagu bersama"), "value": _joined(rupiah(whole.amount), _against(trial))},
        {"label": _("RT"), "value": _joined(ribuan(whole.rts), _unsaid(whole))},
        {"label": _("Satu RT"), "value": _span(whole.least, whole.most)},
        {"label": _("Rata-rata satu rumah tangga"), "value": rupiah(whole.each)},
    ]


def _joined(*parts: str) -> str:
    return ". ".join(filter(None, parts))


def _span(least: int | None, most: int | None) -> str:
    if least == most:
        return rupiah(most)
    return _("%(least)s sampai %(most)s") % {"least": rupiah(least), "most": rupiah(most)}


def frozen(sums: Mapping[str, int | None]) -> list[dict[str, Any]]:
    """The sums of a decree."""
    return [
        {"label": _("Pagu bersama"), "value": rupiah(sums["together"])},
        {"label": _("RT"), "value": ribuan(sums["rts"])},
        {"label": _("Satu RT"), "value": _span(sums["least"], sums["most"])},
    ]


def _against(trial: Trial) -> str:
    if trial.left is None:
        return ""
    if trial.left < 0:
        return _("Anggaran kurang %(sum)s.") % {"sum": rupiah(-trial.left)}
    return _("Sisa anggaran %(sum)s.") % {"sum": rupiah(trial.left)}


def _unsaid(whole: Total) -> str:
    return _("%(n)s belum punya jumlah.") % {"n": ribuan(whole.unsaid)} if whole.unsaid else ""


def counted(trial: Trial, on: date) -> str:
    """Where the counts of households come from, and how old the oldest is."""
    known = [each.count for each in trial.rts if each.count]
    stated = sum(each.is_stated for each in known)
    told = {
        "stated": ribuan(stated),
        "register": ribuan(len(known) - stated),
        "none": ribuan(len(trial.rts) - len(known)),
    }
    told["age"] = umur(min((each.on for each in known), default=None), on)
    return (
        _(
            "%(stated)s RT menyatakan jumlah rumah tangganya, %(register)s dari buku warga, %(none)s belum diketahui. "
            "Hitungan tertua: %(age)s."
        )
        % told
    )


def picture(trial: Trial) -> Picture | None:
    """How unequal it is: RTs by what they would get per household."""
    found = spread(trial)
    if not found:
        return None
    words = _("Batang panjang di satu baris berarti banyak RT mendapat hampir sama.")
    rows = [
        (_("%(low)s sampai %(high)s") % {"low": rupiah(low), "high": rupiah(high - 1)}, n) for low, high, n in found
    ]
    return bars(rows, title=_("RT menurut uang per rumah tangga"), words=words, unit=_("RT"))


def sums(trial: Trial, step: int) -> Table:
    """By kecamatan (1) or desa (2)."""
    rows = [Row([name, *_summed(found)]) for name, found in trial.by(step)]
    columns = [
        Column(_("Wilayah")),
        *(
            Column(title, is_number=True)
            for title in (
                _("RT"),
                _("Rumah tangga"),
                _("Sekarang"),
                _("Dicoba"),
                _("Per rumah tangga"),
                _("Naik"),
                _("Turun"),
            )
        ),
    ]
    title = _("Tiap kecamatan") if step == 1 else _("Tiap desa/kelurahan")
    total = Row([_("Bersama"), *_summed(trial.whole)]) if len(rows) > 1 else None
    return Table(title, columns, rows, total=total)


def _summed(found: Total) -> list[str]:
    return [
        ribuan(found.rts), ribuan(found.households), rupiah(found.now) if found.now else MISSING, rupiah(found.amount),
        rupiah(found.each), ribuan(found.up), ribuan(found.down),
    ]  # fmt: skip


def changes(trial: Trial, found: Sequence[Tried], title: str) -> Table:
    rows = [
        Row([trial.named(rt), ribuan(rt.count.households if rt.count else None), rupiah(rt.now), rupiah(rt.amount)])
        for rt in found
    ]
    columns = [
        Column(_("RT")),
        *(Column(name, is_number=True) for name in (_("Rumah tangga"), _("Sekarang"), _("Dicoba"))),
    ]
    return Table(title, columns, rows)


def unsaid(trial: Trial) -> Table:
    found = trial.unsaid
    rows = [Row([trial.named(rt), ceiling_words.reason(rt.reason)]) for rt in found[:MANY]]
    more = _("%(n)s yang pertama; semuanya ada di berkas XLSX.") % {"n": MANY} if len(found) > MANY else ""
    title = ngettext("%(n)s RT belum punya jumlah", "%(n)s RT belum punya jumlah", len(found)) % {
        "n": ribuan(len(found))
    }
    return Table(title, [Column(_("RT")), Column(_("Sebab"))], rows, note=more)


def lines(found: Iterable[Ceiling], labels: Mapping[int, str]) -> Table:
    """The register of a decree."""
    rows = [
        Row(
            [
                labels.get(each.rt_id, ""),
                ribuan(each.households),
                rupiah(each.amount),
                labels.get(each.came_from_id, ""),
            ]
        )
        for each in found
    ]
    columns = [
        Column(_("RT")),
        Column(_("Rumah tangga"), is_number=True),
        Column(_("Pagu"), is_number=True),
        Column(_("Bagian dari")),
    ]
    return Table(_("Pagu tiap RT"), columns, rows)
