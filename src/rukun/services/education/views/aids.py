"""Aid of a year for one child."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, needs, today
from rukun.people.queries import persons
from rukun.services.education.actions import aids as actions
from rukun.services.education.forms.aids import AidForm, ChangeForm
from rukun.services.education.models import SchoolAid
from rukun.services.education.queries import aids, schooling
from rukun.services.education.types import PIP
from rukun.services.education.views.answering import answer, of_child
from rukun.services.education.words.aids import kind_words
from rukun.ui.words import rupiah

P = Permission


@needs(P.SCHOOL_RECORD, area=persons.path_of)
def keep(request: HttpRequest, person_id: int) -> HttpResponse:
    on, page = today(), of_child(person_id)
    expected = aids.expected(PIP, schooling.last(person_id), on.year)
    form = AidForm(request.POST or None, initial={"year": on.year, "amount": expected.rupiah if expected else None})
    return answer(
        request, form,
        lambda **_said: actions.keep(person_id=person_id, on=on, by=request.user, **form.said()),
        done=_("Bantuan tersimpan."), back=reverse("education:child", args=[person_id]),
        context=page | {"title": _("Bantuan sekolah anak"), "told": _told(expected)}, template="education/ask.html",
    )  # fmt: skip


@needs(P.SCHOOL_RECORD, area=aids.path_of)
def change(request: HttpRequest, aid_id: int) -> HttpResponse:
    aid, on = get_object_or_404(SchoolAid, pk=aid_id), today()
    expected = aids.expected(aid.kind, schooling.last(aid.person_id), aid.year)
    known = {"state": aid.state, "amount": aid.amount or (expected.rupiah if expected else None), "words": aid.words}
    title = _("%(kind)s tahun %(year)s") % {"kind": kind_words(aid.kind), "year": aid.year}
    return answer(
        request, ChangeForm(request.POST or None, initial=known),
        lambda **said: actions.change(aid=aid, on=on, by=request.user, **said),
        done=_("Bantuan tersimpan."), back=reverse("education:child", args=[aid.person_id]),
        context=of_child(aid.person_id) | {"title": title, "told": _told(expected) if aid.kind == PIP else None},
        template="education/ask.html",
    )  # fmt: skip


def _told(expected: Any) -> dict[str, Any]:
    """What the sources say of PIP for this child; nothing is invented where they are silent."""
    if expected is None:
        return {"words": _("Sumber tidak menyebut jumlah PIP untuk jenjang ini. Tulis yang diterima."), "source": ""}
    words = _("PIP setahun untuk kelas ini: %(amount)s.") % {"amount": rupiah(expected.rupiah)}
    return {"words": words, "source": expected.source, "since": expected.since}
