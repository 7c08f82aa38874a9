"""How a page of a meeting answers a form: done and on, or the same form again with a letter above it."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse

from rukun.musrenbang.models import Meeting
from rukun.musrenbang.problems import CATALOGUE
from rukun.musrenbang.queries import meetings
from rukun.ui import answering


def found(meeting_id: int) -> Meeting:
    return get_object_or_404(meetings.visible(), pk=meeting_id)


def page_of(meeting: Meeting) -> str:
    return reverse("musrenbang:meeting", args=[meeting.pk])


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, also when it is nothing; None when the page is only opened."""
    return request.POST if request.method == "POST" else None


answer = partial(answering.answer, catalogue=CATALOGUE, template="musrenbang/meeting_form.html")
"""How this room answers a form: see ui.answering."""
