"""Need against served as figures, tables and a map."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rukun.poverty.types import HIDDEN, Count
from rukun.poverty.words import counted
from rukun.reports.queries.served import Gap, Shares, Sheet
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui.addresses import first_url
from rukun.ui.pictures import Picture
from rukun.ui.tables import Column, Row, Table
from rukun.ui.words import MISSING, ribuan, span

LIMITS = (10, 25, 50, 75)
STEPS = (
    gettext_lazy("di bawah 10 %"),
    gettext_lazy("10–25 %"),
    gettext_lazy("25–50 %"),
    gettext_lazy("50–75 %"),
    gettext_lazy("75 % atau lebih"),
)
Entry = dict[str, Any]


def next_thing(sheet: Sheet, *, may_programmes: bool) -> Entry:
    """The largest gap that may be told, and the way there."""
    place, untouched = sheet.place, sheet.shares.groups["untouched"]
    if not sheet.own.judged:
        return _next(_("Belum ada rumah tangga yang dinilai"), _("Sesudah wawancara, kebutuhan terlihat di sini."))
    worst = max(sheet.children, key=lambda row: _number(row[2].groups["untouched"]), default=None)
    if worst and _number(worst[2].groups["untouched"]):
        told = {"n": ribuan(_number(worst[2].groups["untouched"])), "place": worst[0].label}
        title = _("%(n)s rumah tangga miskin belum terjangkau di %(place)s") % told
        return _next(title, _why(), _("Buka %(place)s") % {"place": worst[0].label}, _url(worst[0]))
    if _number(untouched):
        title = _("%(n)s rumah tangga miskin belum terjangkau") % {"n": ribuan(_number(untouched))}
        url = first_url("programmes:area", area_id=place.id) if may_programmes else ""
        return _next(title, _why(), _("Buka program"), url)
    if untouched is HIDDEN:
        return _next(_("Jumlah di sini terlalu kecil untuk ditampilkan"), _("Yang berwenang melihatnya lengkap."))
    return _next(_("Semua rumah tangga miskin sudah terjangkau"), _("Lihat siapa yang masih menunggu."))


def _why() -> str:
    return _("Tidak dilayani, tidak menunggu, dan tidak pernah ditolak.")


def _next(title: str, why: str, label: str = "", url: str = "") -> Entry:
    return {"title": title, "why": why, "label": label, "url": url}


def figures(sheet: Sheet) -> list[Entry]:
    shares = sheet.shares
    waits = _("separuhnya menunggu %(days)s atau lebih") % {"days": span(shares.median)} if _is_told(shares) else ""
    return [
        _figure(_("Pasti miskin"), shares.poor, _("rumah tangga")),
        _figure(_("Dilayani program"), shares.groups["served"], ""),
        _figure(_("Dilayani dua kali atau lebih"), shares.twice, _("bagian dari yang dilayani")),
        _figure(_("Menunggu"), shares.groups["waiting"], waits),
        _figure(_("Ditolak"), shares.groups["refused"], ""),
        _figure(_("Belum terjangkau"), shares.groups["untouched"], _("tidak ada di program mana pun")),
    ]


def _is_told(shares: Shares) -> bool:
    return isinstance(shares.median, int)


def _figure(meaning: str, count: Count, note: str) -> Entry:
    return {"meaning": meaning, "value": counted(count), "note": note}


def children(sheet: Sheet) -> Table | None:
    """The places beneath, the largest gap on top."""
    order = sorted(sheet.children, key=lambda row: (-_number(row[2].groups["untouched"]), row[0].path))
    names = (
        _("Pasti miskin"), _("Dilayani"), _("Dua kali"), _("Menunggu"), _("Lama menunggu"), _("Ditolak"),
        _("Belum terjangkau"),
    )  # fmt: skip
    columns = [Column(_("Wilayah")), *(Column(name, is_number=True) for name in names)]
    rows = [Row([child.label, *_cells(shares)], _url(child)) for child, gap, shares in order if gap.judged]
    note = _("Lama menunggu: separuhnya menunggu selama itu atau lebih.")
    return Table(_("Kebutuhan dan yang dilayani"), columns, rows, note=note) if rows else None


def _cells(shares: Shares) -> list[str]:
    groups = shares.groups
    days = span(shares.median) if isinstance(shares.median, int) else MISSING
    waiting, refused, untouched = (counted(groups[name]) for name in ("waiting", "refused", "untouched"))
    return [
        counted(shares.poor), counted(groups["served"]), counted(shares.twice), waiting, days, refused, untouched
    ]  # fmt: skip


def services(sheet: Sheet) -> Table | None:
    """Children, latrines and schools, of the place or of those beneath it; only where somebody looked."""
    parts = [(child, gap) for child, gap, _shares in sheet.children] or [(sheet.place, sheet.own)]
    names = (
        _("Balita belum ditimbang bulan ini"), _("Rujukan terbuka"), _("Buang air besar sembarangan"),
        _("Jamban belum dilihat"), _("Usia 6–21 tahun tidak sekolah"),
    )  # fmt: skip
    rows = [
        Row([child.label, *_service(sheet.guarded, gap)], _url(child) if sheet.children else "")
        for child, gap in parts
        if _seen(gap)
    ]
    columns = [Column(_("Wilayah")), *(Column(name, is_number=True) for name in names)]
    return Table(_("Layanan dasar"), columns, rows) if rows else None


def _seen(gap: Gap) -> bool:
    return bool(gap.health.children or gap.sanitation.households or gap.school.children)


def _service(guarded: Callable[[int, int], Count], gap: Gap) -> list[str]:
    health, homes, school = gap.health, gap.sanitation, gap.school
    return [
        counted(guarded(health.due, health.children)) if health.children else MISSING,
        counted(guarded(health.referrals, gap.health.children + gap.sanitation.households)),
        counted(guarded(homes.open_, homes.looked)) if homes.looked else MISSING,
        counted(guarded(homes.unknown, homes.households)) if homes.households else MISSING,
        counted(guarded(school.out, school.known)) if school.known else MISSING,
    ]


def first(sheet: Sheet) -> Table | None:
    """The RTs that were reached least, wherever they lie; only for who may see families."""
    columns = [
        Column(_("RT")), *(Column(name, is_number=True) for name in (_("Pasti miskin"), _("Belum terjangkau")))
    ]  # fmt: skip
    rows = [
        Row([f"{place.label}, {place.way[-2].label}", ribuan(gap.poor), ribuan(gap.untouched)], _url(place))
        for place, gap in sheet.first
    ]
    return Table(_("RT yang paling sedikit terjangkau"), columns, rows) if rows else None


def picture(sheet: Sheet, *, on: date) -> Picture | None:
    """The places beneath, darker where more of the poor were reached by nobody; hidden ones are striped."""
    if not sheet.children:
        return None
    return territory.map_of(
        sheet.place.id,
        on=on,
        values={child.id: _step(shares) for child, _gap, shares in sheet.children},
        steps=[str(step) for step in STEPS],
        title=_("Rumah tangga miskin yang belum terjangkau"),
        words=_("Dari semua yang pasti miskin. Makin gelap, makin banyak yang belum terjangkau."),
        hrefs={child.id: _url(child) for child, _gap, _shares in sheet.children},
    )


def _step(shares: Shares) -> int | None:
    poor, untouched = shares.poor, shares.groups["untouched"]
    if not isinstance(poor, int) or not isinstance(untouched, int) or not poor:
        return None
    return sum(100 * untouched >= limit * poor for limit in LIMITS)


def _number(count: Count) -> int:
    return count if isinstance(count, int) else 0


def _url(place: Place) -> str:
    return reverse("reports:served", args=[place.id])
