"""The tables, the map and the figures of the money under a place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rukun.accounts.permissions import Permission, may
from rukun.grants.queries.overview import CLUSTER, LONG, Money, Overview, Stuck
from rukun.grants.types import DossierKind, Level, TrancheState
from rukun.territory import queries as territory
from rukun.ui.addresses import first_url
from rukun.ui.pictures import Picture, bars
from rukun.ui.tables import Column, Row, Table
from rukun.ui.words import persen, ribuan, rupiah, tanggal, umur

STEPS = (
    gettext_lazy("belum ada"),
    gettext_lazy("di bawah seperempat"),
    gettext_lazy("seperempat sampai separuh"),
    gettext_lazy("separuh sampai tiga perempat"),
    gettext_lazy("tiga perempat ke atas"),
    gettext_lazy("seluruhnya"),
)

DOORS = (
    (gettext_lazy("Meja periksa"), "grants:desk", Permission.MONEY_SEE),
    (gettext_lazy("Daftar harga"), "grants:prices", Permission.MONEY_SEE),
    (gettext_lazy("Tanda pemeriksaan"), "grants:flags", Permission.FLAGS_SEE),
)
"""The pages around the money of an area, for who may open them."""


def doors(place: territory.Place, held: Any) -> list[dict[str, str]]:
    found = [(label, first_url(name, area_id=place.id)) for label, name, asked in DOORS if may(held, asked, place.path)]
    return [{"label": str(label), "url": url} for label, url in found if url]


def step_of(share: Fraction | None) -> int | None:
    """On which step a share of what was released stands; None while nothing was released."""
    if share is None:
        return None
    return 0 if share == 0 else 5 if share >= 1 else 1 + int(share * 4)


def pairs(told: Overview) -> list[dict[str, Any]]:
    """The money of the year, from the ceiling to what is accounted for."""
    money = told.whole
    return [
        {"label": _("Pagu"), "value": rupiah(money.ceiling)},
        {"label": _("Diminta"), "value": rupiah(money.asked)},
        {"label": _("Disetujui"), "value": rupiah(money.granted)},
        {"label": _("Cair"), "value": rupiah(money.released)},
        {"label": _("Belanja"), "value": rupiah(money.spent)},
        {"label": _("SPJ diterima"), "value": _with_share(money)},
        {"label": _("Masih dipegang RT"), "value": rupiah(money.hand)},
        {"label": _("Pajak belum disetor"), "value": rupiah(money.tax)},
        {
            "label": _("RT dengan buku dana"),
            "value": _("%(n)s dari %(all)s") % {"n": ribuan(money.books), "all": ribuan(told.rts)},
        },
    ]


def _with_share(money: Money) -> str:
    if money.share is None:
        return rupiah(money.accounted)
    return _("%(sum)s, %(share)s dari yang cair") % {"sum": rupiah(money.accounted), "share": persen(money.share)}


def way(told: Overview) -> Picture:
    """The same as bars: where the money narrows."""
    money = told.whole
    rows = [
        (_("Pagu"), money.ceiling),
        (_("Diminta"), money.asked),
        (_("Cair"), money.released),
        (_("Belanja"), money.spent),
        (_("SPJ diterima"), money.accounted),
    ]
    words = _("Makin pendek sebuah batang, makin banyak uang yang tertahan sebelum sampai di sana.")
    return bars(rows, title=_("Perjalanan uang tahun %(year)s") % {"year": told.year}, words=words, unit=_("Rupiah"))


def years(told: Overview) -> Table:
    rows = [Row([str(year), *_summed(money)], f"?tahun={year}") for year, money in told.years]
    return Table(_("Tiap tahun"), [Column(_("Tahun")), *_columns()], rows)


def children(told: Overview) -> Table:
    """Those with a book; how many have none yet stands beside the title."""
    rows = [
        Row([child.label, *_summed(money)], _inside(child.id, child.level, told.year))
        for child, money in told.children
        if money.books or child.level == "rt"
    ]
    total = Row([_("Bersama"), *_summed(told.whole)]) if len(rows) > 1 else None
    note = _without(len(told.children) - len(rows))
    return Table(_("Wilayah di bawahnya"), [Column(_("Wilayah")), *_columns()], rows, total=total, note=note)


def _without(n: int) -> str:
    said = ngettext("%(n)s wilayah belum punya buku dana.", "%(n)s wilayah belum punya buku dana.", n)
    return said % {"n": ribuan(n)} if n else ""


def _columns() -> list[Column]:
    titles = (_("Buku"), _("Pagu"), _("Cair"), _("SPJ diterima"), _("Dari yang cair"))
    return [Column(title, is_number=True) for title in titles]


def _summed(money: Money) -> list[str]:
    sums = [rupiah(each) for each in (money.ceiling, money.released, money.accounted)]
    return [ribuan(money.books), *sums, persen(money.share)]


def clusters(told: Overview, labels: Mapping[str, str]) -> Table:
    rows = [Row([labels.get(key, key), *(rupiah(sums[each]) for each in CLUSTER)]) for key, sums in told.clusters]
    titles = (_("Rencana"), _("RAB disetujui"), _("Belanja"), _("SPJ diterima"), _("Swadaya"))
    return Table(_("Tiap bidang"), [Column(_("Bidang")), *(Column(each, is_number=True) for each in titles)], rows)


def tranches(told: Overview) -> Table:
    """Of each tranche: how many RTs stand where, and their rupiah."""
    rows = [
        Row(
            [
                _("Tahap %(n)s") % {"n": each.number},
                str(state.label),
                ribuan(each.counts[state]),
                rupiah(each.amounts[state]),
            ]
        )
        for each in told.tranches
        for state in TrancheState
        if state in each.counts
    ]
    columns = [
        Column(_("Tahap")),
        Column(_("Keadaan")),
        Column(_("RT"), is_number=True),
        Column(_("Jumlah"), is_number=True),
    ]
    return Table(_("Tiap tahap"), columns, rows)


def late(told: Overview, labels: Mapping[int, str], on: date) -> Table:
    rows = [
        Row(
            [labels.get(each.rt_id, ""), str(DossierKind(each.kind).label), str(Level(each.level).label),
             f"{tanggal(each.since)} ({umur(each.since, on)})"],
            _inside(each.rt_id, "rt", told.year),
        )
        for each in told.late
    ]  # fmt: skip
    title = ngettext("%(n)s berkas lewat tenggat", "%(n)s berkas lewat tenggat", told.late_count)
    columns = [Column(_("RT")), Column(_("Berkas")), Column(_("Di meja")), Column(_("Tenggat"))]
    return Table(title % {"n": ribuan(told.late_count)}, columns, rows, note=_first(told.late, told.late_count))


def idle(told: Overview, labels: Mapping[int, str], on: date) -> Table:
    rows = [
        Row(
            [labels.get(each.rt_id, ""), rupiah(each.amount), rupiah(each.hand), umur(each.since, on)],
            _inside(each.rt_id, "rt", told.year),
        )
        for each in told.idle
    ]
    title = ngettext(
        "%(n)s RT: uang lama cair, SPJ belum diterima",
        "%(n)s RT: uang lama cair, SPJ belum diterima",
        told.idle_count,
    )
    note = _("Cair lebih dari %(days)s hari lalu. Ukuran ini dari Rukun, bukan dari juknis.") % {"days": LONG}
    columns = [Column(_("RT")), Column(_("SPJ belum diterima"), is_number=True),
               Column(_("Masih dipegang"), is_number=True), Column(_("Terakhir cair"))]  # fmt: skip
    return Table(
        title % {"n": ribuan(told.idle_count)},
        columns,
        rows,
        note=f"{note} {_first(told.idle, told.idle_count)}".strip(),
    )


def picture(told: Overview, on: date) -> Picture | None:
    """The places beneath by the share of the released money that is accounted for."""
    return territory.map_of(
        told.place.id,
        on=on,
        values={child.id: step_of(money.share) for child, money in told.children},
        steps=[str(step) for step in STEPS],
        title=_("SPJ diterima: %(place)s") % {"place": told.place.label},
        words=_("Warna menunjukkan bagian uang cair yang SPJ-nya sudah diterima."),
        hrefs={child.id: _inside(child.id, child.level, told.year) for child, _money in told.children},
    )


def _first(found: list[Stuck], count: int) -> str:
    return _("%(n)s yang pertama; semuanya ada di berkas XLSX.") % {"n": len(found)} if count > len(found) else ""


def _inside(area_id: int, level: str, year: int) -> str:
    url = first_url("grants:rt" if level == "rt" else "grants:overview", area_id=area_id)
    return f"{url}?tahun={year}" if url else ""
