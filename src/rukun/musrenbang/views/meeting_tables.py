"""Meetings as tables, and their state as the one word the whole house uses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from rukun.musrenbang.models import Meeting
from rukun.musrenbang.queries.meetings import Line
from rukun.musrenbang.types import Calling
from rukun.territory.types import Place
from rukun.ui.icons import icon
from rukun.ui.states import shown
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import ribuan, tanggal

LOOKS = {
    Calling.PLANNED: "belum",
    Calling.OPEN: "berjalan",
    Calling.SHORT: "menunggu",
    Calling.CLOSED: "selesai",
    Calling.CANCELLED: "ditolak",
}


def state_of(meeting: Meeting) -> SafeString:
    """The word of the meeting in the shape and colour of the state it stands for."""
    look = LOOKS[Calling(meeting.state)]
    label = Calling(meeting.state).label
    return format_html('<span class="state {}">{}<span>{}</span></span>', look, icon(f"state-{look}"), label)


def title_of(meeting: Meeting) -> str:
    call = _("Undangan kedua, %(day)s") if meeting.earlier_id else _("Musyawarah %(day)s")
    return call % {"day": tanggal(meeting.on)}


def of_place(place: Place, lines: Sequence[Line], *, may_hold: bool) -> Table | None:
    if place.level not in ("rt", "desa"):
        return None
    url = reverse("musrenbang:meeting_call", args=[place.id]) if may_hold else ""
    empty = Empty(_("Belum ada musyawarah yang diundang di sini."), _("Undang musyawarah"), url, "calendar")
    rows = [
        Row(
            [title_of(line.meeting), line.meeting.place, state_of(line.meeting), came(line)],
            reverse("musrenbang:meeting", args=[line.meeting.pk]),
        )
        for line in lines
    ]
    columns = [Column(_("Musyawarah")), Column(_("Tempat")), Column(_("Keadaan"), is_state=True), Column(_("Hadir"))]
    return Table(_("Musyawarah di %(place)s") % {"place": place.label}, columns, rows, empty=empty, caption_hidden=True)


def came(line: Line) -> str:
    if not line.people:
        return ""
    return _("%(homes)s rumah tangga, %(people)s orang") % {
        "homes": ribuan(line.households),
        "people": ribuan(line.people),
    }


def beneath(places: Sequence[Place], latest: Mapping[str, Meeting], year: int) -> Table:
    rows: list[Any] = []
    for place in places:
        meeting = latest.get(place.path)
        state = state_of(meeting) if meeting else shown("belum")
        day = tanggal(meeting.on) if meeting else ""
        rows.append(Row([place.label, state, day], reverse("musrenbang:meetings", args=[place.id])))
    columns = [Column(_("Tempat")), Column(_("Keadaan"), is_state=True), Column(_("Hari"))]
    return Table(_("Musyawarah di bawahnya, tahun %(year)s") % {"year": year}, columns, rows)
