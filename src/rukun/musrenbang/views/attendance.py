"""Who is asked and who came: the list of invitations, the tick list, the printed list and what is typed in from it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from rukun.accounts.permissions import Permission, needs, today
from rukun.kit.problems import Problem
from rukun.musrenbang import meeting_words
from rukun.musrenbang.actions import attendance as acting
from rukun.musrenbang.actions import invitations as inviting
from rukun.musrenbang.forms import meetings as forms
from rukun.musrenbang.models import Invitation, Meeting
from rukun.musrenbang.queries import attendance, meetings
from rukun.musrenbang.views.asking import spoken, the_place
from rukun.musrenbang.views.meeting_answers import answer, found, posted
from rukun.people.types import Sex
from rukun.ui.words import ribuan

P = Permission
MARKS = {"p": Sex.FEMALE, "l": Sex.MALE}


@needs(P.MEETING_HOLD, area=meetings.path_of)
@never_cache
def invitations(request: HttpRequest, meeting_id: int) -> HttpResponse:
    return _invitations(request, found(meeting_id))


def _invitations(request: HttpRequest, held: Meeting, form: Any = None, letter: Any = None) -> HttpResponse:
    guests, rows = meetings.guests(held), attendance.roll(held)
    labels = dict(meetings.groups(held)) | {"rt": "RT", forms.GUEST: _("Tamu lain")}
    told = meetings.told(held)
    context = {
        "place": the_place(held.area_id),
        "meeting": held,
        "rows": rows,
        "new": sum(row.number is None for row in rows),
        "guests": [(each, labels.get(each.group, each.group)) for each in guests],
        "missing": meetings.nobody_speaks_for(held, guests),
        "heard": meetings.heard_by_kind(held),
        "told": told[0],
        "all": told[1],
        "form": form or forms.Guest(groups=meetings.groups(held)),
        "letter": letter,
        "may_edit": meetings.may_be_attended(held),
    }
    wrong = letter or (form and form.errors)
    return render(request, "musrenbang/meeting_invitations.html", context, status=422 if wrong else 200)


@needs(P.MEETING_HOLD, area=meetings.path_of)
@require_POST
def invite(request: HttpRequest, meeting_id: int) -> HttpResponse:
    held = found(meeting_id)
    form = forms.Guest(request.POST, groups=meetings.groups(held))
    if not form.is_valid():
        return _invitations(request, held, form)
    inviting.invite(meeting=held, by=request.user, **form.cleaned_data)
    messages.success(request, _("Masuk daftar undangan."))
    return redirect("musrenbang:meeting_invitations", held.pk)


@needs(P.MEETING_HOLD, area=meetings.path_of)
@require_POST
def uninvite(request: HttpRequest, meeting_id: int) -> HttpResponse:
    held = found(meeting_id)
    inviting.uninvite(meeting=held, invitation_id=_whole(request.POST.get("undangan")), by=request.user)
    messages.success(request, _("Nama itu dicoret dari daftar undangan."))
    return redirect("musrenbang:meeting_invitations", held.pk)


@needs(P.MEETING_HOLD, area=meetings.path_of)
@require_POST
def told(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """All invitations at once, or one."""
    held = found(meeting_id)
    one = request.POST.get("undangan")
    ids = [_whole(one)] if one else held.invitations.values_list("pk", flat=True)
    count = inviting.told(meeting=held, ids=ids, on=today(), by=request.user)
    said = ngettext("%(n)s undangan tercatat sampai.", "%(n)s undangan tercatat sampai.", count)
    messages.success(request, said % {"n": ribuan(count)})
    return redirect("musrenbang:meeting_invitations", held.pk)


@needs(P.MEETING_HOLD, area=meetings.path_of)
@require_POST
def renew(request: HttpRequest, meeting_id: int) -> HttpResponse:
    held = found(meeting_id)
    count = inviting.renew(meeting=held, by=request.user)
    messages.success(request, _("%(n)s rumah tangga baru masuk daftar.") % {"n": ribuan(count)})
    return redirect("musrenbang:meeting_invitations", held.pk)


@needs(P.MEETING_HOLD, area=meetings.path_of)
@never_cache
def sheet(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """The list for the table at the door: numbers, names, room to sign."""
    held = found(meeting_id)
    rows = [row for row in attendance.roll(held) if row.number is not None and not row.is_gone]
    context = {"place": the_place(held.area_id), "meeting": held, "rows": rows, "guests": meetings.guests(held)}
    return render(request, "musrenbang/meeting_sheet.html", context)


@needs(P.MEETING_HOLD, area=meetings.path_of)
@never_cache
def tick(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Every tick is saved as it is made, or all of them with one button where there is no script.

    The page says what it showed as ticked (`dulu`), so that two people at two phones add to one another.
    """
    held = found(meeting_id)
    if request.method != "POST":
        return render(request, "musrenbang/meeting_attendance.html", _page(held))
    try:
        gone = _ticked(request, held)
    except Problem as raised:
        gone, letters = [], [spoken(raised)]
    else:
        letters = [spoken(each) for each in gone]
    if not (letters or request.htmx):
        messages.success(request, _("Daftar hadir tersimpan."))
        return redirect("musrenbang:meeting_attendance", held.pk)
    template = "musrenbang/meeting_counted.html" if request.htmx else "musrenbang/meeting_attendance.html"
    return render(request, template, _page(held) | {"letters": letters}, status=422 if letters else 200)


def _ticked(request: HttpRequest, held: Meeting) -> list[Any]:
    now = {f"{mark}{each}" for mark in (*MARKS, "t") for each in request.POST.getlist(mark) if each.isdecimal()}
    then = set(request.POST.get("dulu", "").split())
    acting.guests(meeting=held, came=_guests(now - then), left=_guests(then - now), by=request.user)
    return acting.tick(meeting=held, came=_homes(now - then), left=_homes(then - now), by=request.user)


def _homes(marks: set[str]) -> list[acting.Tick]:
    return [(_whole(each[1:]), MARKS[each[0]]) for each in marks if each[:1] in MARKS]


def _guests(marks: set[str]) -> list[int]:
    return [_whole(each[1:]) for each in marks if each.startswith("t")]


def _whole(text: str | None) -> int:
    """The id somebody sent; 0, which nothing has, when it is no number."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 19 else 0


def _page(held: Meeting) -> dict[str, Any]:
    rows, guests = attendance.roll(held), meetings.guests(held)
    came = attendance.kinds(held, guests)
    standing = attendance.standing(held, came)
    return {
        "place": the_place(held.area_id),
        "meeting": held,
        "rows": rows,
        "guests": guests,
        "came": came,
        "then": " ".join(_marks(rows, guests)),
        "quorum": meeting_words.quorum(standing),
        "groups": meeting_words.groups(standing),
        "state": standing["state"],
        "may_edit": meetings.may_be_attended(held),
        "form": forms.Numbers(),
    }


def _marks(rows: list[attendance.Row], guests: list[Invitation]) -> list[str]:
    """What the page shows as ticked."""
    ticked = [
        f"{mark}{row.household_id}"
        for row in rows
        for mark, sex in MARKS.items()
        if any(each.sex == sex for each in row.came) and not row.is_gone
    ]
    return ticked + [f"t{each.pk}" for each in guests if each.came]


@needs(P.MEETING_HOLD, area=meetings.path_of)
def numbers(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """What was signed on paper, typed in at once by number."""
    held = found(meeting_id)

    def act(numbers: set[int]) -> None:
        count = acting.by_numbers(meeting=held, numbers=numbers, by=request.user)
        messages.success(request, _("%(n)s rumah tangga ditambahkan ke daftar hadir.") % {"n": ribuan(count)})

    context = {
        "place": the_place(held.area_id),
        "meeting": held,
        "title": _("Ketik dari daftar kertas"),
        "intro": _("Nomornya seperti pada daftar yang dicetak dari sini."),
        "button": _("Catat yang hadir"),
        "cancel": reverse("musrenbang:meeting_attendance", args=[held.pk]),
    }
    form = forms.Numbers(posted(request))
    return answer(request, form, act, done="", back=context["cancel"], context=context)


@needs(P.MEETING_HOLD, area=meetings.path_of)
@never_cache
def household(request: HttpRequest, meeting_id: int, number: int) -> HttpResponse:
    """Who of one household came: names to choose from, kinds of voice to keep."""
    held = found(meeting_id)
    row = attendance.row_of(held, number)
    if row is None:
        raise Http404
    members, others = attendance.members(held, row)
    initial = {"other_sex": others[0].sex, "other_age": others[0].age_group} if others else {}
    form = forms.Household(posted(request), initial=initial, members=members, words=[_told(each) for each in members])

    def act(**_typed: Any) -> None:
        acting.people(meeting=held, household_id=row.household_id, voices=form.voices(), by=request.user)

    context = {
        "place": the_place(held.area_id),
        "meeting": held,
        "title": f"{number}. {row.head or '–'}",
        "intro": _("Yang disimpan hanya jenis suara dan umurnya, bukan namanya."),
        "button": _("Simpan"),
        "cancel": reverse("musrenbang:meeting_attendance", args=[held.pk]),
    }
    return answer(request, form, act, done=_("Tersimpan."), back=context["cancel"], context=context)


def _told(member: attendance.Member) -> str:
    age = _("%(n)s tahun") % {"n": member.age} if member.age is not None else _("umur belum diketahui")
    return f"{member.name} · {Sex(member.sex).label.lower()} · {age}"
