"""What the pages about larvae show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.services.sanitation.facts.larvae import Indices
from rukun.services.sanitation.facts.larvae import indices as counted
from rukun.services.sanitation.models import LarvaRound
from rukun.services.sanitation.queries import goals
from rukun.services.sanitation.queries.larvae import Home, Told
from rukun.services.sanitation.words.looks import percent
from rukun.territory.types import Place
from rukun.ui.pictures import spark
from rukun.ui.states import shown as state
from rukun.ui.svg import Picture
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import MISSING, hari_pendek, persen, ribuan

Entry = dict[str, Any]
FEW = 10


def last_day(held: LarvaRound) -> date:
    return held.until - timedelta(days=1)


def of_round(homes: Sequence[Home], on: date) -> Indices:
    return counted([(each.visit.containers, each.visit.positive) for each in homes if each.visit], on=on)


def next_thing(homes: Sequence[Home]) -> Entry | None:
    left = [home for home in homes if home.visit is None]
    if not left:
        return None
    told = ngettext("%(n)s rumah belum diperiksa", "%(n)s rumah belum diperiksa", len(left)) % {"n": ribuan(len(left))}
    why = _("Hitung wadah air, lalu hitung yang berjentik.")
    return {"title": told, "why": why, "label": _("Periksa rumah berikutnya"), "url": _visit(left[0])}


def homes(found: Sequence[Home], *, is_open: bool) -> Table:
    columns = [Column(_("Rumah")), Column(_("Wadah"), is_number=True), Column(_("Berjentik"), is_number=True)]
    return Table(_("Rumah di putaran ini"), columns, [_home(each, is_open) for each in found], stays=True)


def figures(found: Indices, on: date) -> list[Entry]:
    """The share of houses without larvae beside its goal; how many were looked into."""
    goal = goals.free_percent(on)
    meaning = _("Rumah bebas jentik (ABJ)")
    return [
        {"value": _of_hundred(found.free), "unit": "", "meaning": meaning,
         "note": _("Tujuan: %(n)s persen atau lebih") % {"n": percent(goal)}},
        {"value": ribuan(found.houses), "unit": "", "meaning": _("Rumah diperiksa")},
    ]  # fmt: skip


def indices(found: Indices) -> Table:
    """The four shares and the density figure of three of them; the table has gaps and says so."""
    columns = [Column(_("Angka")), Column(_("Nilai"), is_number=True), Column(_("Angka kepadatan"), is_number=True)]
    rows = [
        Row([_("ABJ: rumah bebas jentik"), _of_hundred(found.free), MISSING]),
        Row([_("HI: rumah berjentik"), _of_hundred(found.house), _figure(found, "house")]),
        Row([_("CI: wadah berjentik"), _of_hundred(found.container), _figure(found, "container")]),
        Row([_("BI: wadah berjentik tiap 100 rumah"), percent(found.breteau), _figure(found, "breteau")]),
    ]
    return Table(_("Angka jentik"), columns, rows, stays=True)


def rounds(told: Sequence[Told], *, may_open: bool) -> Table:
    """The newest first."""
    columns = [
        Column(_("Putaran sejak")),
        Column(_("Rumah"), is_number=True),
        Column("ABJ", is_number=True),
        Column("HI", is_number=True),
        Column("CI", is_number=True),
        Column("BI", is_number=True),
        Column(_("Kepadatan"), is_number=True),
    ]
    empty = Empty(_("Belum ada putaran yang dapat ditunjukkan. Satu putaran lamanya dua minggu."))
    return Table(_("Putaran"), columns, [_round(each, may_open) for each in reversed(told)], empty=empty)


def trend(told: Sequence[Told]) -> Picture | None:
    seen = [(hari_pendek(each.round.since), each.indices.free) for each in told]
    if sum(value is not None for _when, value in seen) < 2:
        return None
    return spark(
        seen, title=_("Rumah bebas jentik dari putaran ke putaran"), words=_("Dalam persen rumah yang diperiksa.")
    )


def parts(beneath: Sequence[tuple[Place, Indices]], least: int) -> Table:
    columns = [
        Column(_("Wilayah")),
        Column(_("Rumah"), is_number=True),
        Column("ABJ", is_number=True),
        Column("CI", is_number=True),
        Column("BI", is_number=True),
    ]
    return Table(_("Wilayah di dalamnya"), columns, [_part(*each, least) for each in beneath],
                 note=_("Putaran terbaru tiap RT, paling lama empat minggu."))  # fmt: skip


def source(on: date) -> Entry:
    return {"density": goals.density_source(on), "goal": goals.free_source(on)}


def _home(home: Home, is_open: bool) -> Row:
    name, url = home.line.head or _("Tanpa kepala keluarga"), _visit(home) if is_open else ""
    if home.visit is None:
        return Row([name, MISSING, state("belum")], url)
    return Row([name, ribuan(home.visit.containers), ribuan(home.visit.positive)], url)


def _round(each: Told, may_open: bool) -> Row:
    found, url = each.indices, reverse("sanitation:round", args=[each.round.pk]) if may_open else ""
    shares = [_of_hundred(found.free), _of_hundred(found.house), _of_hundred(found.container), percent(found.breteau)]
    return Row([hari_pendek(each.round.since), ribuan(found.houses), *shares, _figure(found, "house")], url)


def _part(child: Place, found: Indices, least: int) -> Row:
    url = reverse("sanitation:larvae", args=[child.id])
    if found.houses < max(least, 1):
        return Row([child.label, _("terlalu sedikit") if found.houses else MISSING, *[MISSING] * 3], url)
    shares = [_of_hundred(found.free), _of_hundred(found.container), percent(found.breteau)]
    return Row([child.label, ribuan(found.houses), *shares], url)


def _figure(found: Indices, index: str) -> str:
    figure = found.figures[index]
    return MISSING if figure is None else str(figure)


def _of_hundred(value: Any) -> str:
    return persen(None if value is None else value / 100)


def _visit(home: Home) -> str:
    return reverse("sanitation:larva_visit", args=[home.line.household_id])
