"""The readiness quiz of an RT and its result, with the reason and article of every wrong answer."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.facilitation.actions import readiness as acting
from rukun.facilitation.forms.quiz import QuizForm
from rukun.facilitation.models import ReadinessTry
from rukun.facilitation.queries import programmes
from rukun.facilitation.queries import readiness as queries
from rukun.facilitation.views.answering import answer, the_rt
from rukun.facilitation.words import source_words
from rukun.territory import queries as territory

P = Permission


@needs(P.PLAN_EDIT, area=territory.path_of)
def quiz(request: HttpRequest, area_id: int) -> HttpResponse:
    place, on = the_rt(area_id), today()
    programme = programmes.current(on)
    questions = programme.juknis.readiness.questions if programme else ()
    if programme is None or not questions:
        return render(request, "facilitation/no_quiz.html", {"place": place, "programme": programme})
    form = QuizForm(request.POST or None, questions=questions)

    def act(**_typed: Any) -> None:
        acting.take(
            rt_id=place.id, path=place.path, programme=programme, answers=form.answers, on=on, by=request.user
        )  # fmt: skip

    context = {
        "place": place,
        "title": _("Kuis kesiapan RT"),
        "intro": _("Kerjakan bersama pengurus. Boleh diulang."),
        "button": _("Lihat hasil"),
    }
    back = reverse("facilitation:quiz_result", args=[place.id])
    return answer(request, form, act, done=_("Jawaban tersimpan."), back=back, context=context)


@needs(P.PLAN_SEE, area=territory.path_of)
def result(request: HttpRequest, area_id: int) -> HttpResponse:
    place = the_rt(area_id)
    year = programmes.year_on(today())
    last = queries.latest(place.path, year)
    context = {
        "place": place,
        "last": last,
        "passed": queries.passed(place.path, year),
        "wrong": wrong(last) if last else [],
        "may_try": may(request.held, P.PLAN_EDIT, place.path),
    }
    return render(request, "facilitation/quiz_result.html", context)


def wrong(attempt: ReadinessTry) -> list[dict[str, Any]]:
    """Every question that was not right, in the words of the juknis that asked it."""
    questions = attempt.programme.juknis.readiness.questions
    return [
        {
            "question": question.text,
            "chosen": question.choices[chosen],
            "right": question.choices[question.right],
            "why": question.why,
            "source": source_words(question.source),
        }
        for question, chosen in zip(questions, attempt.answers, strict=True)
        if chosen != question.right
    ]
