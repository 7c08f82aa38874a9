"""What was done for one child out of school or at risk."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, needs, today
from rukun.people.queries import persons
from rukun.services.education.actions import followups as actions
from rukun.services.education.forms.followups import FollowForm
from rukun.services.education.types import Result
from rukun.services.education.views.answering import answer, of_child

P = Permission


@needs(P.SCHOOL_RECORD, area=persons.path_of)
def follow(request: HttpRequest, person_id: int) -> HttpResponse:
    """A child that is back leads on to what its schooling is now."""
    on = today()
    return answer(
        request, FollowForm(request.POST or None, today=on),
        lambda **said: actions.follow(person_id=person_id, on=on, by=request.user, **said),
        done=_("Tindak lanjut tersimpan."), back=reverse("education:child", args=[person_id]), onward=_onward,
        context=of_child(person_id) | {"title": _("Tindak lanjut sekolah anak")}, template="education/ask.html",
    )  # fmt: skip


def _onward(kept: Any) -> str:
    name = "tell" if kept.result in (Result.BACK, Result.PACKAGE) else "child"
    return reverse(f"education:{name}", args=[kept.person_id])
