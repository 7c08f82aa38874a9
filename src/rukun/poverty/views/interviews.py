"""At the door: one question a step, kept as one goes, looked over, then recorded."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, needs, today
from rukun.parameters.instruments import Instrument
from rukun.people.queries import households
from rukun.poverty.actions import interviews as actions
from rukun.poverty.forms import QuestionForm, initial, words
from rukun.poverty.queries import interviews as queries
from rukun.poverty.words import label_words
from rukun.territory import queries as territory


def of_household(household_id: int, **_rest: Any) -> str:
    return households.path_of(household_id)


@needs(Permission.INTERVIEW, area=of_household)
def choose(request: HttpRequest, household_id: int) -> HttpResponse:
    """Which questionnaire; one that was left half-way says so."""
    offers = [
        {
            "key": held.key,
            "title": words(held.title),
            "number": len(held.questions),
            "kept": len(queries.draft_of(household_id, held.key, str(request.user))),
            "first": _first_open(held, household_id, str(request.user)),
        }
        for held in queries.on_offer(today())
    ]
    return render(request, "poverty/choose.html", _frame(household_id) | {"offers": offers})


@needs(Permission.INTERVIEW, area=of_household)
def step(request: HttpRequest, household_id: int, key: str, number: int) -> HttpResponse:
    held, answers = _held(key), queries.draft_of(household_id, key, str(request.user))
    questions = queries.asked(held, answers)
    here = next((each for each in questions if each.number == number), None)
    if here is None:
        raise Http404
    form = QuestionForm(
        here.question, answers, request.POST or None, initial={"answer": initial(here.question, here.value)}
    )
    if form.is_valid():
        answers = actions.keep(
            household=household_id, instrument=key, question=here.question.name,
            value=form.cleaned_data["answer"], by=request.user,
        )  # fmt: skip
        return _go_on(held, answers, household_id, number)
    page = {
        "form": form,
        "number": number,
        "total": len(held.questions),
        "title": words(held.title),
        "key": key,
        "before": queries.preceding(questions, number),
    }
    return render(request, "poverty/step.html", _frame(household_id) | page, status=422 if form.errors else 200)


@needs(Permission.INTERVIEW, area=of_household)
def review(request: HttpRequest, household_id: int, key: str) -> HttpResponse:
    """Everything once more; a press records it."""
    held, answers = _held(key), queries.draft_of(household_id, key, str(request.user))
    if request.method == "POST":
        label = actions.answer(
            household=household_id, instrument=key, answers=queries.by_fact(held, answers), on=today(),
            today=today(), by=request.user,
        )  # fmt: skip
        messages.success(request, _("Wawancara tersimpan. Putusan: %(label)s.") % {"label": label_words(label)})
        return redirect("poverty:verdict", household_id=household_id)
    questions = queries.asked(held, answers)
    page = {
        "lines": [_line(each) for each in questions],
        "open": next((each.number for each in questions if each.value is None), None),
        "title": words(held.title),
        "key": key,
    }
    return render(request, "poverty/review.html", _frame(household_id) | page)


def _held(key: str) -> Instrument:
    held = queries.instrument(key, today())
    if held is None:
        raise Http404
    return held


def _first_open(held: Instrument, household_id: int, by: str) -> int:
    questions = queries.asked(held, queries.draft_of(household_id, held.key, by))
    return next((each.number for each in questions if each.value is None), questions[-1].number)


def _go_on(held: Instrument, answers: dict[str, Any], household_id: int, number: int) -> HttpResponse:
    following = queries.following(queries.asked(held, answers), number)
    if following is None:
        return redirect("poverty:review", household_id=household_id, key=held.key)
    return redirect("poverty:step", household_id=household_id, key=held.key, number=following)


def _frame(household_id: int) -> dict[str, Any]:
    card = households.cards([household_id])[household_id]
    return {"household": card, "place": territory.place(card["rt_id"], on=today())}


def _line(each: queries.Asked) -> dict[str, Any]:
    return {
        "number": each.number,
        "question": words(each.question.text),
        "said": queries.spoken(each.question, each.value),
    }
