"""What the pages of things done together show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.programmes.models import Event
from rukun.programmes.queries.events import Told
from rukun.programmes.types import Field
from rukun.territory import queries as territory
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import hari_pendek, ribuan, rupiah


def tabs(years: Sequence[int], year: int) -> list[dict[str, Any]]:
    """Nothing to leaf through where there is one year."""
    told = [{"label": str(each), "url": f"?tahun={each}", "is_current": each == year} for each in years]
    return told if len(told) > 1 else []


def by_field(held: Sequence[Told], year: int) -> Table | None:
    columns = (
        Column(_("Bidang")), Column(_("Kegiatan"), is_number=True), Column(_("Laki-laki"), is_number=True),
        Column(_("Perempuan"), is_number=True), Column(_("Kelompok"), is_number=True),
        Column(_("Modal di luar"), is_number=True),
    )  # fmt: skip
    rows = [
        Row((
            Field(each.field).label, ribuan(each.events), ribuan(each.men), ribuan(each.women), ribuan(each.groups),
            rupiah(each.out) if each.groups else "–",
        ))
        for each in held
    ]  # fmt: skip
    note = _("Laki-laki dan perempuan: jumlah kehadiran, bukan jumlah orang.")
    caption = _("Menurut bidang, tahun %(year)s") % {"year": year}
    return Table(caption, columns, rows, note=note) if rows else None


def listed(held: Iterable[Event], on: date, *, with_place: bool) -> Table:
    found = list(held)
    places = territory.places([each.area_id for each in found], on=on) if with_place else {}
    columns = (
        Column(_("Kegiatan")), Column(_("Tanggal")), Column(_("Program")), Column(_("Laki-laki"), is_number=True),
        Column(_("Perempuan"), is_number=True),
    )  # fmt: skip
    rows = [
        Row(
            (_name(each, places), hari_pendek(each.on), each.scheme.name, ribuan(each.men), ribuan(each.women)),
            url=reverse("programmes:event", args=[each.pk]),
        )
        for each in found
    ]
    empty = Empty(_("Belum ada kegiatan bersama yang dicatat di sini."), icon="people")
    return Table(_("Kegiatan bersama"), columns, rows, empty=empty)


def trained(before: dict[int, Event]) -> dict[int, str]:
    """Person → what they came to already."""
    said = _("Sudah ikut: %(name)s, %(on)s")
    return {key: said % {"name": each.name, "on": hari_pendek(each.on)} for key, each in before.items()}


def known(held: Event) -> dict[str, Any]:
    """What stands now, for who puts it right."""
    return {name: getattr(held, name) for name in ("scheme_id", "name", "on", "men", "women", "words")}


def _name(each: Event, places: dict[int, Any]) -> str:
    place = places.get(each.area_id)
    return f"{each.name}, {place.label}" if place else each.name
