"""Questions of the programme year for the first page: a meeting that waits, answers owed, a step that is due."""

from __future__ import annotations

from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.accounts.permissions import MAY, RT_ROLES, Held, Permission
from rukun.facilitation.queries import programmes, steps
from rukun.facilitation.queries.ways import url_of
from rukun.facilitation.types import Station
from rukun.facilitation.words import DO, WHY
from rukun.musrenbang.queries import answers, meetings
from rukun.musrenbang.types import Owner
from rukun.site.nexts import Next
from rukun.ui.words import tanggal

Roles = tuple[Held, ...]
SOON = timedelta(days=14)
OFFICES = ((Permission.DESA_ANSWER, Owner.DESA), (Permission.KECAMATAN_ANSWER, Owner.KECAMATAN))


def meeting_waits(held: Roles, on: date) -> Next | None:
    """Who leads an RT meeting that has come, or is not closed yet, goes on with it."""
    leading = _of_rt(held, Permission.MEETING_HOLD)
    meeting = meetings.unfinished(leading.path) if leading else None
    if meeting is None or meeting.on > on:
        return None
    title = _("Musyawarah RT hari ini") if meeting.on == on else _("Musyawarah RT belum ditutup")
    why = _("Undangan, kehadiran, keputusan: satu per satu.")
    return Next(title, why, _("Buka musyawarah"), reverse("musrenbang:meeting", args=[meeting.pk]))


def answers_owed(held: Roles, on: date) -> Next | None:
    """An office that owes answers past their deadline gives them first."""
    owing = next(((each, owner) for each in held for may, owner in OFFICES if may in MAY[each.role]), None)
    late = owing and answers.queue(owing[0].path, owing[1]).filter(due__lt=on).count()
    if not late:
        return None
    said = ngettext("%(n)d usulan lewat tenggat, giliran Anda", "%(n)d usulan lewat tenggat, giliran Anda", late)
    url = reverse("musrenbang:answers", args=[owing[0].area_id])
    return Next(said % {"n": late}, _("Warga menunggu jawabannya, apa pun isinya."), _("Jawab sekarang"), url)


def own_move(held: Roles, on: date) -> Next | None:
    """What an RT chose waits to be sent up; what came back waits to be mended."""
    leading = _of_rt(held, Permission.MEETING_HOLD)
    waiting = answers.queue(leading.path, Owner.RT).count() if leading else 0
    if not waiting:
        return None
    said = ngettext("%(n)d usulan menunggu RT", "%(n)d usulan menunggu RT", waiting)
    why = _("Kirim yang terpilih, perbaiki yang dikembalikan.")
    return Next(said % {"n": waiting}, why, _("Lanjutkan"), reverse("musrenbang:answers", args=[leading.area_id]))


def answer_pages(held: Roles) -> list[str]:
    """Where each office of these roles answers what waits for it."""
    offices = [each for each in held if any(may in MAY[each.role] for may, _owner in OFFICES)]
    return [reverse("musrenbang:answers", args=[each.area_id]) for each in offices]


def step_due(held: Roles, on: date) -> Next | None:
    """The next step of the RT's year, when its deadline is near or past."""
    walking = _of_rt(held, Permission.PLAN_EDIT)
    programme = programmes.current(on) if walking else None
    station = steps.next_of(steps.of_rt(walking.area_id, programme, on=on), on) if programme else None
    if station is None or not _is_pressing(station, on):
        return None
    kind, until = station.step.kind, tanggal(station.step.until)
    title = _("%(step)s sampai %(day)s") % {"step": station.step.label, "day": until}
    return Next(title, str(WHY[kind]), str(DO.get(kind, _("Buka langkah"))), url_of(station.step, walking.area_id))


def _is_pressing(station: Station, on: date) -> bool:
    step = station.step
    return step.actor == "rt" and step.until is not None and step.until - SOON <= on


def _of_rt(held: Roles, permission: Permission) -> Held | None:
    """The first role of an RT that grants this."""
    return next((each for each in held if each.role in RT_ROLES and permission in MAY[each.role]), None)
