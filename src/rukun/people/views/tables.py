"""The lists of this room as tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.people.models import Interview, Stay
from rukun.people.queries.coverage import RtCoverage
from rukun.people.queries.facts import years
from rukun.people.queries.households import Line
from rukun.people.queries.past import Home
from rukun.people.queries.persons import Found
from rukun.people.queries.tellings import source_words
from rukun.territory.types import Place
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import MISSING, ribuan, tanggal, umur


def years_in_words(count: int) -> str:
    return ngettext("%(n)d tahun", "%(n)d tahun", count) % {"n": count}


def age(born: date | None, on: date) -> str:
    """Completed years in words; months do not matter in a list."""
    found = years(born, on)
    return _("umur tidak diketahui") if found is None else years_in_words(found)


def households_table(lines: Sequence[Line], on: date, empty: Empty) -> Table:
    return Table(
        caption=_("Rumah tangga"),
        columns=[
            Column(_("Kepala keluarga")),
            Column(_("Alamat")),
            Column(_("Anggota"), is_number=True),
            Column(_("Terakhir diwawancarai")),
        ],
        rows=[
            Row(
                [
                    line.head or _("belum ada nama"),
                    line.address or MISSING,
                    ribuan(line.members),
                    umur(line.asked_on, on) if line.asked_on else _("belum pernah"),
                ],
                reverse("people:household", args=[line.household_id]),
            )
            for line in lines
        ],
        empty=empty,
        caption_hidden=True,
    )


def merged_table(places: Sequence[Place], homes: Sequence[Home], target: str) -> Table:
    """The RTs that become one, as they are today; the last row is the one they become."""

    def row(label: str, held: Sequence[Home]) -> Row:
        return Row([label, ribuan(len(held)), ribuan(sum(home.people for home in held))])

    return Table(
        caption=_("RT yang digabung"),
        columns=[Column(_("RT")), Column(_("Rumah tangga"), is_number=True), Column(_("Orang"), is_number=True)],
        rows=[row(place.label, [home for home in homes if home.rt_id == place.id]) for place in places],
        total=row(_("Menjadi %(place)s") % {"place": target}, homes),
        stays=True,
        caption_hidden=True,
    )


def found_table(found: Found) -> Table:
    return Table(
        caption=_("Yang ditemukan"),
        columns=[Column(_("Nama")), Column(_("Umur")), Column(_("Jenis kelamin")), Column(_("Tempat"))],
        rows=[
            Row(
                [
                    hit.name,
                    MISSING if hit.age is None else years_in_words(hit.age),
                    hit.sex,
                    hit.place
                    if hit.household_id
                    else _("%(place)s · tidak tinggal di sini lagi") % {"place": hit.place},
                ],
                reverse("people:person", args=[hit.person_id]),
            )
            for hit in found.hits
        ],
        caption_hidden=True,
    )


def members_table(stays: Iterable[Stay], on: date) -> Table:
    return Table(
        caption=_("Yang tinggal di sini"),
        columns=[Column(_("Nama")), Column(_("Hubungan")), Column(_("Umur")), Column(_("Sejak"))],
        rows=[
            Row(
                [
                    stay.person.name,
                    stay.get_relation_display(),
                    age(stay.person.birth_date, on),
                    tanggal(stay.since),
                ],
                reverse("people:person", args=[stay.person_id]),
            )
            for stay in stays
        ],
        empty=Empty(_("Tidak ada yang tinggal di sini lagi."), icon="house"),
    )


def gone_table(stays: Iterable[Any]) -> Table:
    return Table(
        caption=_("Pernah tinggal di sini"),
        columns=[Column(_("Nama")), Column(_("Dari")), Column(_("Sampai")), Column(_("Karena"))],
        rows=[
            Row(
                [
                    stay.told_name or _("sekarang di luar wilayah Anda"),
                    tanggal(stay.since),
                    tanggal(stay.until),
                    stay.get_ended_by_display(),
                ],
                reverse("people:person", args=[stay.person_id]) if stay.told_name else "",
            )
            for stay in stays
        ],
        caption_hidden=True,
    )


def interviews_table(interviews: Iterable[Interview], on: date) -> Table:
    return Table(
        caption=_("Wawancara"),
        columns=[
            Column(_("Hari")),
            Column(_("Berapa lama lalu")),
            Column(_("Jawaban"), is_number=True),
            Column(_("Sumber")),
        ],
        rows=[
            Row([tanggal(each.on), umur(each.on, on), ribuan(len(each.answers)), source_words(each.source)])
            for each in interviews
        ],
        caption_hidden=True,
    )


def stays_table(stays: Iterable[Stay]) -> Table:
    return Table(
        caption=_("Riwayat tinggal"),
        columns=[Column(_("Rumah tangga")), Column(_("Mulai")), Column(_("Sampai"))],
        rows=[
            Row(
                [
                    stay.household.address or _("Rumah tangga %(n)d") % {"n": stay.household_id},
                    f"{tanggal(stay.since)} · {stay.get_began_by_display()}",
                    f"{tanggal(stay.until)} · {stay.get_ended_by_display()}" if stay.until else _("sekarang"),
                ],
                reverse("people:household", args=[stay.household_id]),
            )
            for stay in stays
        ],
        stays=True,
    )


def coverage_table(rts: Iterable[RtCoverage], on: date, urls: dict[int, str]) -> Table:
    """`urls`: where the name of an RT leads, for those whom the reader may open."""
    return Table(
        caption=_("Per RT, yang paling perlu dibantu lebih dahulu"),
        columns=[
            Column(_("RT")),
            Column(_("Menurut RT"), is_number=True),
            Column(_("Tercatat"), is_number=True),
            Column(_("Diwawancarai"), is_number=True),
            Column(_("Belum tercatat"), is_number=True),
            Column(_("Wawancara terbaru")),
        ],
        rows=[
            Row(
                [
                    rt.label,
                    _("belum disebut") if rt.stated is None else ribuan(rt.stated),
                    ribuan(rt.counted),
                    ribuan(rt.asked),
                    ribuan(rt.found.missing),
                    umur(rt.newest, on) if rt.newest else _("belum ada"),
                ],
                urls.get(rt.rt_id, ""),
            )
            for rt in rts
        ],
    )
