"""Tables and next things of the room, from what the queries found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rukun.mapping.queries.sheets import GROUP, Standing
from rukun.mapping.types import (
    Capital,
    Closeness,
    CustomState,
    Degree,
    Direction,
    LandmarkKind,
    Note,
    SeasonKind,
    Stance,
    State,
    Tool,
    Use,
)
from rukun.mapping.views.frames import Frame
from rukun.mapping.words import ASKS, TEACHES, say
from rukun.ui.states import shown
from rukun.ui.tables import Column, Row, Table
from rukun.ui.words import ribuan

Next = dict[str, str]


def tools(held: Sequence[Standing], frame: Frame) -> Table:
    """The ten tools: where each stands and what it still wants."""
    rows = [
        Row([str(each.tool.label), _state(each), _entries(each), wants(each)], frame.url("tool", each.tool))
        for each in held
    ]
    columns = [
        Column(_("Alat")),
        Column(_("Keadaan"), is_state=True),
        Column(_("Catatan"), is_number=True),
        Column(_("Yang kurang")),
    ]
    return Table(_("Sepuluh alat pemetaan"), columns, rows)


def _state(each: Standing) -> object:
    return shown(each.state.value, _("(dilewati tahun ini)") if each.is_skipped else "")


def _entries(each: Standing) -> str:
    return ribuan(each.sheet.entries) if each.sheet and not each.is_skipped else ""


def wants(each: Standing) -> str:
    """What a sheet under way still misses, in a few words."""
    if each.state != State.UNDER_WAY:
        return ""
    said = [_("siapa yang hadir")] if each.sheet.met_on is None else []
    if count := len(each.missing):
        said.append(ngettext("%(n)d hal perlu dilihat", "%(n)d hal perlu dilihat", count) % {"n": count})
    return ", ".join(said) or _("tinggal dinyatakan selesai")


def next_thing(held: Sequence[Standing], frame: Frame) -> Next:
    """What is under way is ended before something new is begun."""
    under_way = next((each for each in held if each.state == State.UNDER_WAY), None)
    if under_way is not None:
        title = _("Lanjutkan: %(tool)s") % {"tool": under_way.tool.label}
        return _step(title, _("Yang kurang: %(what)s.") % {"what": wants(under_way)}, _("Buka"), under_way, frame)
    fresh = next((each for each in held if each.sheet is None), None)
    if fresh is None:
        why = _("Gambarnya dapat ditempel di dinding dan dibaca saat musyawarah.")
        return {"title": _("Pemetaan %(year)s selesai") % {"year": frame.year}, "why": why}
    begin = _("Mulai") if frame.may_edit else _("Buka")
    return _step(str(fresh.tool.label), str(TEACHES[fresh.tool]), begin, fresh, frame)


def _step(title: str, why: str, label: str, each: Standing, frame: Frame) -> Next:
    return {"title": title, "why": why, "label": label, "url": frame.url("tool", each.tool)}


def may_close(held: Sequence[Standing]) -> bool:
    """Something is finished, nothing under way, and something was never begun."""
    states = [each.state for each in held]
    return State.DONE in states and State.UNDER_WAY not in states and any(each.sheet is None for each in held)


def next_on(standing: Standing, found: Sequence[Note], frame: Frame) -> Next | None:
    """The one next thing on the page of a tool; nothing where it is finished or may not be written."""
    if not frame.may_edit or standing.state == State.DONE:
        return None
    tool, sheet = standing.tool, standing.sheet
    add = {"label": str(ASKS[tool]), "url": frame.url("entry", tool)}
    if sheet is None or not sheet.entries:
        return {"title": str(ASKS[tool]), "why": str(TEACHES[tool]), **add}
    if missing := [note for note in found if note.is_missing]:
        return {"title": say(missing[0]), "why": _why(missing[0]), **(_way(missing[0], frame) or add)}
    if sheet.met_on is None:
        why = _("Gambar ini milik bersama. Catat jumlahnya, bukan namanya.")
        return {
            "title": _("Siapa yang hadir?"),
            "why": why,
            "label": _("Isi yang hadir"),
            "url": frame.url("room", tool),
        }
    return {"title": _("Sudah lengkap?"), "why": _("Bila warga setuju, nyatakan selesai."), "finishes": "1"}


def _why(note: Note) -> str:
    return WHY.get(note.code) or _("Perbaiki catatannya, atau tambah yang baru.")


WHY = {
    "houses_missing": gettext_lazy("Titik rumah diisi di halaman rumah tangga itu."),
    "groups_few": gettext_lazy("Satu kelompok saja dapat keliru."),
    "households_unplaced": gettext_lazy("Satu ketukan untuk tiap rumah tangga."),
}


def _way(note: Note, frame: Frame) -> Next:
    """Where a missing thing is put right, when that is not a new entry."""
    ways = {
        "houses_missing": (_("Buka daftar warga"), reverse("people:register", args=[frame.place.id])),
        "groups_few": (_("Tambah kelompok penilai"), frame.url("entry", GROUP)),
        "households_unplaced": (_("Lanjutkan menilai"), frame.url("rank")),
    }
    return dict(zip(("label", "url"), ways[note.code], strict=True)) if note.code in ways else {}


def years(mapped: Sequence[int], frame: Frame, on: date) -> list[dict[str, Any]]:
    """Years with a mapping, and those that may be begun."""
    wanted = sorted({*mapped, frame.year, on.year}, reverse=True)
    if len(wanted) == 1:
        return []
    url = reverse("mapping:index", args=[frame.place.id])
    return [{"label": str(year), "url": f"{url}?tahun={year}", "is_current": year == frame.year} for year in wanted]


def entries(tool: Tool, held: Sequence[Any], frame: Frame, *, may_write: bool) -> Table:
    """What stands on the sheet; each leads to its form for who may write."""
    rows = [
        Row([_numbered(n, each), DETAILS[tool](each)], frame.url("entry", tool, catatan=each.pk) if may_write else "")
        for n, each in enumerate(held, start=1)
    ]
    columns = [Column(_("Catatan")), Column(_("Isi"), is_state=True)]
    note = _("Ketuk satu baris untuk mengubah atau menghapusnya.") if may_write and rows else ""
    return Table(_("Isi lembar"), columns, rows, note=note)


def _numbered(number: int, entry: Any) -> str:
    return f"{number}. {entry}"


def _joined(*parts: object) -> str:
    return " · ".join(str(part) for part in parts if part)


DETAILS = {
    Tool.MAP: lambda e: LandmarkKind(e.kind).label,
    Tool.TRANSECT: lambda e: _joined(e.land_use, e.problem, e.potential),
    Tool.HISTORY: lambda e: _joined(e.since, e.until, e.effect),
    Tool.SEASONS: lambda e: SeasonKind(e.kind).label,
    Tool.INSTITUTIONS: lambda e: _joined(Degree(e.importance).label, Closeness(e.closeness).label, e.reason),
    Tool.ACTORS: lambda e: _joined(Degree(e.influence).label, Stance(e.stance).label, e.reason),
    Tool.CUSTOMS: lambda e: _joined(CustomState(e.state).label, e.practice),
    Tool.RESOURCES: lambda e: _joined(Capital(e.capital).label, e.amount, Use(e.use).label),
    Tool.TRENDS: lambda e: _joined(Direction(e.direction).label, e.reason),
    Tool.WELFARE: lambda e: e.criteria,
}
