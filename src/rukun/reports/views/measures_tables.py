"""Many hardships at once as figures, a chart and tables, in plain words beside the letters H, A and M0."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rukun.parameters.mpi import Indicator
from rukun.poverty.types import HIDDEN
from rukun.poverty.words import counted
from rukun.reports.queries.measures import Measures, Part, a_year_before
from rukun.ui.pictures import Picture, bars
from rukun.ui.tables import Column, Row, Table
from rukun.ui.words import MISSING, persen, ribuan, tanggal

Entry = dict[str, Any]


def cutoff(told: Measures) -> str:
    return _share(told.held.cutoff)


def figures(told: Measures) -> list[Entry]:
    index = told.index
    h, a, m0 = (_share(index.h), _share(index.a), _m0(index.m0)) if told.is_shown else [counted(HIDDEN)] * 3
    return [
        _figure(_("Berapa banyak (H)"), h, _bounds(told)),
        _figure(_("Seberapa dalam (A)"), a, _("bagian kekurangan yang mereka alami")),
        _figure(_("Keduanya (M0)"), m0, _("H dikali A")),
        _figure(_("Dihitung"), ribuan(index.counted), _("rumah tangga dengan jawaban lengkap")),
        _figure(_("Terpisah"), ribuan(index.incomplete), _("ada jawaban yang belum diketahui")),
    ]


def _bounds(told: Measures) -> str:
    if told.bounds is None:
        return ""
    given = dict(zip(("least", "most"), map(_share, told.bounds), strict=True))
    return _("antara %(least)s dan %(most)s bila yang terpisah ikut dihitung") % given


def _figure(meaning: str, value: str, note: str) -> Entry:
    return {"meaning": meaning, "value": value, "note": note}


def picture(told: Measures) -> Picture | None:
    """What each hardship adds to M0, the largest on top."""
    if not told.is_shown or told.hidden or not told.index.m0:
        return None
    parts = [(_name(each), told.index.adds(each.code) or 0) for each in told.held.indicators]
    rows = [(name, round(100 * float(share), 1)) for name, share in sorted(parts, key=lambda part: -part[1])]
    words = _("Bagian setiap kekurangan dalam M0, dalam persen.")
    return bars(rows, title=_("Apa yang paling memberatkan"), words=words, unit="%")


def indicators(told: Measures) -> Table:
    names = (_("Semua yang dihitung"), _("Kekurangan ganda juga"), _("Bagian M0"))
    columns = [Column(_("Kekurangan")), *(Column(name, is_number=True) for name in names)]
    rows = [
        Row([_name(each), *(_share(share(each.code)) for share in (told.raw, told.censored, told.adds))])
        for each in told.held.indicators
    ]
    return Table(_("Kekurangan satu per satu"), columns, rows)


def parts(told: Measures) -> Table | None:
    """The places beneath, the largest part of M0 on top; with few households a place shows nothing."""
    names = (_("Dihitung"), _("Terpisah"), "H", "A", "M0", _("Bagian M0"))
    columns = [Column(_("Wilayah")), *(Column(name, is_number=True) for name in names)]
    order = sorted(told.parts, key=lambda part: -float(part.is_shown and part.index.m0 or 0))
    rows = [
        Row([
            part.place.label, ribuan(part.index.counted), ribuan(part.index.incomplete), *_part(part, told)
        ], reverse("reports:measures", args=[part.place.id]))
        for part in order
    ]  # fmt: skip
    return Table(_("Wilayah di dalamnya"), columns, rows) if rows else None


def _part(part: Part, told: Measures) -> list[str]:
    index = part.index
    if not part.is_shown:
        return [counted(HIDDEN)] * 4
    return [_share(index.h), _share(index.a), _m0(index.m0), _share(index.contribution_to(told.index))]


def changes(told: Measures) -> Table | None:
    """Who left and who entered in a year, as counts; None where nobody was asked by then."""
    moves, then = told.change, told.then
    if not then.counted:
        return None
    rows = [
        (_("Keluar dari kekurangan ganda"), moves.left),
        (_("Masuk ke kekurangan ganda"), moves.entered),
        (_("Tetap kekurangan"), moves.stayed),
        (_("Tetap tidak kekurangan"), moves.never),
        (_("Belum dapat dikatakan"), moves.open),
        (_("Baru diwawancarai atau baru tinggal"), moves.new),
        (_("Tidak lagi tinggal di sini"), moves.gone),
    ]
    since = _("Sejak %(day)s") % {"day": tanggal(a_year_before(told.on))}
    columns = [Column(since), Column(_("Rumah tangga"), is_number=True)]
    told_rows = [Row([name, counted(told.moved(count))]) for name, count in rows]
    note = _("M0 waktu itu %(then)s, sekarang %(now)s.") % {"then": _m0(then.m0), "now": _m0(told.index.m0)}
    return Table(_("Yang berubah"), columns, told_rows, note=note if told.is_open else "", stays=True)


def _name(each: Indicator) -> str:
    return each.en if (get_language() or "id").startswith("en") else each.id


def _share(share: Any) -> str:
    if share is HIDDEN:
        return counted(HIDDEN)
    return MISSING if share is None else persen(float(share))


def _m0(share: Any) -> str:
    """A number between 0 and 1, as it is known everywhere."""
    return MISSING if share is None else ribuan(float(share), 3)
