"""One family's verdict: what holds, what does not, what is open, and what would decide."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.people.queries import facts, households
from rukun.poverty.forms import words
from rukun.poverty.queries import interviews, neighbours, verdicts
from rukun.poverty.words import label_words
from rukun.territory import queries as territory

GROUPS = ((True, "holds"), (None, "open"), (False, "fails"))


@needs(Permission.POVERTY_NAMES, area=households.path_of)
def verdict(request: HttpRequest, household_id: int) -> HttpResponse:
    on = today()
    card = households.cards([household_id])[household_id]
    spoken = verdicts.of_household(household_id)
    page = {
        "place": territory.place(card["rt_id"], on=on),
        "household": card,
        "spoken": spoken,
        "label": label_words(spoken.kept.label) if spoken else "",
        "groups": _groups(spoken) if spoken else {},
        "questions": _questions(spoken) if spoken else [],
        "scored": [(each, label_words(each.label)) for each in verdicts.scored(household_id)],
        "has_cards": verdicts.has_cards(),
        "neighbours": neighbours.of_household(household_id, spoken.kept.label if spoken else ""),
        "earlier": [(each.on, label_words(each.label), each.counted) for each in verdicts.earlier(household_id)[1:]],
        "may_interview": may(request.held, Permission.INTERVIEW, card["path"]),
        "known": facts.latest([household_id])[household_id],
    }
    return render(request, "poverty/verdict.html", page)


def _groups(spoken: verdicts.Spoken) -> dict[str, list[dict[str, Any]]]:
    lines = [(reason.holds, _line(reason, spoken)) for reason in spoken.verdict.reasons]
    return {name: [line for holds, line in lines if holds is wanted] for wanted, name in GROUPS}


def _line(reason: Any, spoken: verdicts.Spoken) -> dict[str, Any]:
    had = [fact_words(fact, value) for fact, value in reason.had if value is not None]
    told = "; ".join(dict.fromkeys(had))
    return {"text": spoken.texts.get(reason.code, reason.code), "had": told or _("belum ditanyakan")}


def _questions(spoken: verdicts.Spoken) -> list[str]:
    settles = spoken.verdict.settles
    return [question_words(fact) for fact in settles.questions] if settles else []


def question_words(fact: str) -> str:
    question = _question(fact)
    return words(question.text) if question else REGISTER.get(fact, fact)


def fact_words(fact: str, value: Any) -> str:
    """An answer in words with its unit, "Tidak tahu" included. A bare yes or no says what was asked."""
    question = _question(fact)
    if question and isinstance(value, bool):
        return f"{words(question.text)} {interviews.spoken(question, value)}"
    return interviews.spoken(question, value) if question else interviews.plain(value, str(UNITS.get(fact, "")))


REGISTER = {"floor_area_per_person": gettext_lazy("Berapa luas lantai rumah, dan berapa orang tinggal di situ?")}
UNITS = {"floor_area_per_person": gettext_lazy("m² per orang")}


def _question(fact: str) -> Any:
    for held in interviews.shipped(today()):
        for question in held.questions:
            if question.fact == fact:
                return question
    return None
