"""The open hall as tables and lists: where there is something to see, and what an RT has put forward."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.musrenbang.public.choices import Opened
from rukun.musrenbang.public.covering import covered
from rukun.musrenbang.public.journeys import Sheet
from rukun.musrenbang.public.meetings import Told
from rukun.musrenbang.types import Way
from rukun.territory.types import Place
from rukun.transparency.stations import now
from rukun.ui.tables import Column, Row, Table
from rukun.ui.words import MISSING, ribuan, rupiah, tanggal


@dataclass(frozen=True, slots=True)
class Room:
    """A place in the hall with the places beneath it that have something to see."""

    label: str
    url: str
    count: int
    inner: tuple[Room, ...] = ()


def rooms(places: Mapping[int, Place], found: Mapping[str, int], *, depth: int) -> list[Room]:
    """Places at a depth of the path, each with its RTs, by name. `found`: path of an RT → its proposals."""
    groups: dict[int, list[str]] = {}
    for path in found:
        groups.setdefault(_step(path, depth), []).append(path)
    named = [(places[pk], paths) for pk, paths in groups.items() if pk in places]
    return [
        Room(place.label, url_of(place.id), sum(found[path] for path in paths), _inner(places, found, paths))
        for place, paths in sorted(named, key=lambda pair: pair[0].label)
    ]


def _inner(places: Mapping[int, Place], found: Mapping[str, int], paths: list[str]) -> tuple[Room, ...]:
    lowest = [(places[_step(path, 99)], found[path]) for path in paths if _step(path, 99) in places]
    return tuple(Room(rt.label, url_of(rt.id), n) for rt, n in sorted(lowest, key=lambda pair: pair[0].number))


def _step(path: str, depth: int) -> int:
    return int(path.strip(".").split(".")[:depth][-1])


def url_of(area_id: int) -> str:
    return reverse("transparency:area", args=[area_id])


def proposals(sheet: Sheet, *, on: date) -> Table:
    columns = [Column(_("Usulan")), Column(_("Biaya"), is_number=True), Column(_("Keadaan"), is_state=True)]
    rows = [
        Row(
            [each.title or _("Usulan %(name)s") % {"name": each.name}, rupiah(each.cost), now(each, on=on)],
            reverse("transparency:journey", args=[each.id]),
        )
        for each in sheet.proposals
    ]
    return Table(_("Usulan tahun %(year)d") % {"year": sheet.year}, columns, rows)


def meetings(found: Sequence[Told]) -> Table:
    columns = [Column(_("Tanggal")), Column(_("Tempat")), Column(_("Hadir")), Column(_("Keadaan"))]
    rows = [
        Row([
            tanggal(each.on) + (_(" (panggilan kedua)") if each.is_second_call else ""), covered(each.place),
            _came(each), each.state,
        ])
        for each in found
    ]  # fmt: skip
    return Table(_("Musyawarah"), columns, rows)


def _came(each: Told) -> str:
    return MISSING if each.households is None else _("%(n)s rumah tangga") % {"n": ribuan(each.households)}


def money(sheet: Sheet) -> list[dict[str, str]]:
    """The money first; what nobody has told stays unknown."""
    ceiling = "" if sheet.ceiling is None else rupiah(sheet.ceiling)
    return [
        {"label": _("Pagu RT tahun %(year)d") % {"year": sheet.year}, "value": ceiling},
        {"label": _("Sudah masuk rencana"), "value": rupiah(sheet.planned)},
        {"label": _("Usulan diajukan"), "value": ribuan(len(sheet.proposals))},
    ]


def counted_money(opened: Opened) -> list[dict[str, str]]:
    """What was given out, what is left, of how much."""
    told = opened.told
    pairs = ((_("Terpilih"), told.cost), (_("Sisa pagu"), told.left), (_("Pagu"), told.ceiling))
    return [{"label": label, "value": rupiah(amount)} for label, amount in pairs]


def choice(sheet: Sheet) -> str:
    """How the RT chose, in one sentence."""
    if sheet.vote is None:
        return _("Musyawarah belum memilih.")
    way = Way(sheet.vote.way).label
    told = _("Dipilih dengan %(way)s pada %(day)s.") % {"way": way, "day": tanggal(sheet.vote.on)}
    return told + (_(" %(n)s lembar suara dihitung.") % {"n": ribuan(sheet.vote.sheets)} if sheet.vote.sheets else "")
