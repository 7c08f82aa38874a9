"""Meetings of a place: the list with the next thing first, one page that leads, and every turn of its state."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.musrenbang import meeting_words
from rukun.musrenbang.actions import meetings as acting
from rukun.musrenbang.forms import meetings as forms
from rukun.musrenbang.models import Meeting
from rukun.musrenbang.queries import attendance, meetings
from rukun.musrenbang.types import Calling
from rukun.musrenbang.views import meeting_cards, meeting_tables
from rukun.musrenbang.views.asking import the_place
from rukun.musrenbang.views.meeting_answers import answer, found, page_of, posted
from rukun.territory import queries as territory

P = Permission
MEETS = ("rt", "desa")


@needs(P.PLAN_SEE, area=territory.path_of)
def listed(request: HttpRequest, area_id: int) -> HttpResponse:
    """The meetings of an RT or a desa; above an RT also how far each place beneath has come."""
    place, on = the_place(area_id), today()
    may_hold = place.level in MEETS and may(request.held, P.MEETING_HOLD, place.path)
    lines = meetings.of_area(place.path)
    year = meetings.year_of(on)
    beneath = territory.children(place.id, on=on) if place.level != "rt" else []
    context = {
        "place": place,
        "next": meeting_cards.next_of_place(place, lines, may_hold=may_hold, on=on),
        "table": meeting_tables.of_place(place, lines, may_hold=may_hold),
        "beneath": meeting_tables.beneath(beneath, meetings.latest_of([each.path for each in beneath], year), year)
        if beneath
        else None,
        "may_call": may_hold and meetings.unfinished(place.path) is None and bool(lines),
    }
    return render(request, "musrenbang/meetings.html", context)


@needs(P.MEETING_HOLD, area=territory.path_of)
def call(request: HttpRequest, area_id: int) -> HttpResponse:
    place, on = the_place(area_id), today()
    if place.level not in MEETS:
        return redirect("musrenbang:meetings", place.id)
    year = meetings.year_of(on)

    def act(**typed: Any) -> Meeting:
        return acting.call(area=place, year=year, on=on, by=request.user, **typed)

    initial = {"agenda": meeting_words.AGENDA[place.level]}
    form = forms.Call(posted(request), initial=initial)
    context = {
        "place": place,
        "title": _("Undang musyawarah"),
        "intro": _notice(year, on),
        "button": _("Buat undangan"),
        "cancel": reverse("musrenbang:meetings", args=[place.id]),
    }
    return answer(
        request, form, act, done=_("Musyawarah tercatat. Sampaikan undangannya."), onward=page_of, context=context
    )


def _notice(year: int, on: Any) -> str:
    days = meetings.notice_days(year, on)
    if days is None:
        return _("Juknis tidak menyebut berapa hari sebelumnya warga diundang.")
    return _("Undangan paling lambat %(days)s hari sebelum musyawarah.") % {"days": days}


@needs(P.PLAN_SEE, area=meetings.path_of)
@never_cache
def meeting(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """One page that leads from the invitation to the signed paper."""
    held = found(meeting_id)
    place, on = the_place(held.area_id), today()
    may_hold = may(request.held, P.MEETING_HOLD, held.path)
    seen = meeting_cards.seen(held, may_hold=may_hold, may_see_people=may(request.held, P.PEOPLE_SEE, held.path), on=on)
    context = {
        "place": place,
        "meeting": held,
        "state": meeting_tables.state_of(held),
        "seen": seen,
        "next": meeting_cards.next_of_meeting(seen, on=on) if may_hold else None,
        "stations": meeting_cards.stations(seen, place),
        "voices": meetings.unheard(held),
        "may_change": may_hold and held.state == Calling.PLANNED,
        "may_cancel": may_hold and held.state in (Calling.PLANNED, Calling.OPEN, Calling.SHORT) and not seen.second,
    }
    return render(request, "musrenbang/meeting.html", context)


def _about(held: Meeting, title: str, button: str, intro: str = "") -> dict[str, Any]:
    shared = {"place": the_place(held.area_id), "meeting": held, "cancel": page_of(held)}
    return shared | {"title": title, "button": button, "intro": intro}


@needs(P.MEETING_HOLD, area=meetings.path_of)
def change(request: HttpRequest, meeting_id: int) -> HttpResponse:
    held = found(meeting_id)

    def act(**typed: Any) -> None:
        acting.change(meeting=held, on=today(), by=request.user, **typed)

    initial = {name: getattr(held, name) for name in ("at", "place", "agenda", "notice_reason", "revision")}
    form = forms.Change(posted(request), initial=initial | {"day": held.on})
    context = _about(held, _("Ubah rencana musyawarah"), _("Simpan"))
    return answer(request, form, act, done=_("Rencana tersimpan."), back=page_of(held), context=context)


@needs(P.MEETING_HOLD, area=meetings.path_of)
def again(request: HttpRequest, meeting_id: int) -> HttpResponse:
    held = found(meeting_id)

    def act(**typed: Any) -> Meeting:
        return acting.call_again(meeting=held, on=today(), by=request.user, **typed)

    form = forms.When(posted(request), initial={"at": held.at, "place": held.place})
    intro = _("Acara, aturan, dan daftar undangan dibawa dari undangan pertama.")
    context = _about(held, _("Undangan kedua"), _("Buat undangan kedua"), intro)
    return answer(request, form, act, done=_("Undangan kedua tercatat."), onward=page_of, context=context)


@needs(P.MEETING_HOLD, area=meetings.path_of)
@never_cache
def open(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Before it is opened the page says whether enough came; where the juknis is silent it asks the meeting."""
    held = found(meeting_id)
    standing = attendance.standing(held)

    def act(agreed: str = "") -> None:
        kept = acting.open(meeting=held, on=today(), by=request.user, agreed=agreed)
        short = kept.state == Calling.SHORT
        messages.success(request, _("Tercatat: belum kuorum.") if short else _("Musyawarah dibuka."))

    form = forms.Agreed(posted(request))
    form.fields["agreed"].required = standing["state"] == "unknown" and standing["people"] > 0
    if standing["state"] != "unknown":
        del form.fields["agreed"]
    button = _("Nyatakan belum kuorum") if standing["state"] == "short" else _("Buka musyawarah")
    context = _about(held, _("Kuorum"), button) | {
        "quorum": meeting_words.quorum(standing),
        "groups": meeting_words.groups(standing),
        "standing": standing,
    }
    return answer(
        request, form, act, done="", back=page_of(held), context=context, template="musrenbang/meeting_open.html"
    )


@needs(P.MEETING_HOLD, area=meetings.path_of)
def close(request: HttpRequest, meeting_id: int) -> HttpResponse:
    held = found(meeting_id)
    form = forms.Closing(posted(request))
    intro = _("Sesudah ditutup, daftar hadir, notulen, dan putusan tidak berubah lagi.")
    context = _about(held, _("Tutup musyawarah"), _("Tutup musyawarah"), intro)
    context |= {"decisions": meetings.decisions(held)}
    act = lambda: acting.close(meeting=held, on=today(), by=request.user)  # noqa: E731
    return answer(
        request, form, act, done=_("Musyawarah ditutup."), back=page_of(held), context=context,
        template="musrenbang/meeting_close.html",
    )  # fmt: skip


@needs(P.MEETING_HOLD, area=meetings.path_of)
def cancel(request: HttpRequest, meeting_id: int) -> HttpResponse:
    held = found(meeting_id)

    def act(reason: str) -> None:
        acting.cancel(meeting=held, reason=reason, on=today(), by=request.user)

    form = forms.Reason(posted(request))
    intro = _("Catatannya tetap ada, tetapi musyawarah ini tidak dilanjutkan.")
    context = _about(held, _("Batalkan musyawarah"), _("Batalkan musyawarah"), intro)
    return answer(request, form, act, done=_("Musyawarah dibatalkan."), back=page_of(held), context=context)
