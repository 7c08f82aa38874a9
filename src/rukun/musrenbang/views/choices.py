"""Pages of a choice: drawing it up, where it stands, opening, annulling, agreeing, counting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.kit.problems import Problem, Sentence
from rukun.musrenbang.actions import choices as actions
from rukun.musrenbang.actions import counting
from rukun.musrenbang.forms.choices import Annulled, Drawing, agreed_marks
from rukun.musrenbang.models import Choice, Meeting
from rukun.musrenbang.problems import CATALOGUE
from rukun.musrenbang.queries import ceilings, meetings, menu
from rukun.musrenbang.queries import choices as queries
from rukun.musrenbang.types import Stage, Way
from rukun.musrenbang.views import choice_tables as tables
from rukun.territory import queries as territory
from rukun.ui import letters

P = Permission


def spoken(problem: Problem) -> Sentence:
    return letters.spoken(problem, CATALOGUE)


def found(choice_id: int) -> Choice:
    return get_object_or_404(queries.visible(), pk=choice_id)


def frame(request: HttpRequest, choice: Choice) -> dict[str, Any]:
    """What every page of a choice knows."""
    path = choice.path
    return {
        "choice": choice,
        "way": Way(choice.way),
        "place": territory.place(choice.meeting.area_id, on=today()),
        "may_hold": may(request.held, P.MEETING_HOLD, path),
        "may_type": may(request.held, P.BALLOT_TYPE, path),
    }


def attempt(act: Callable[[], Any]) -> Sentence | None:
    """The letter of what went wrong, None when nothing did."""
    try:
        act()
    except Problem as problem:
        return spoken(problem)
    return None


@needs(P.MEETING_HOLD, area=meetings.path_of)
@never_cache
def draw(request: HttpRequest, meeting_id: int) -> HttpResponse:
    meeting = get_object_or_404(meetings.visible(), pk=meeting_id)
    juknis = menu.juknis(meeting.year, on=today())
    money = ceilings.under(juknis, meeting.path, meeting.year, meeting.on)
    held, ceiling = queries.of_meeting(meeting), money.amount if money else None
    counts = queries.present(meeting)
    ways = juknis.choosing.ways if juknis else ()
    form = Drawing(
        request.POST or None,
        ways=ways,
        ceiling=ceiling,
        counts=counts,
        initial=_initial(held, juknis, ways, counts, ceiling),
    )
    letter = None
    if form.is_valid():
        made: list[Choice] = []
        letter = attempt(
            lambda: made.append(actions.draw(meeting=meeting, juknis=juknis, by=request.user, **form.cleaned_data))
        )
        if made:
            return redirect("musrenbang:choice", choice_id=made[0].pk)
    prospect = queries.prospect(meeting, juknis, ceiling)
    page = {
        "meeting": meeting,
        "place": territory.place(meeting.area_id, on=today()),
        "form": form,
        "letter": letter or _not_yet(meeting, held),
        "options": tables.prospects(prospect),
        "excluded": tables.excluded(prospect),
        "back": held,
    }
    return render(request, "musrenbang/choice_draw.html", page, status=422 if request.method == "POST" else 200)


def _not_yet(meeting: Meeting, held: Choice | None) -> Sentence | None:
    """Said before anyone fills in a form for nothing."""
    code = queries.may_choose(meeting) or ("musrenbang.choice_open" if held and held.stage != Stage.DRAWN else "")
    return spoken(Problem(code)) if code else None


def _initial(held: Choice | None, juknis: Any, ways: Any, counts: Any, ceiling: int | None) -> dict[str, Any]:
    """What was drawn up before, else what the juknis proposes."""
    if held:
        told = {name: held.rules[name] for name in ("rule", "unit", "together", "because")}
        return told | {"way": held.way, "ceiling": held.ceiling, "voters": held.voters}
    unit = (juknis.choosing.unit if juknis else None) or "household"
    return {
        "way": ways[0] if ways else Way.APPROVAL,
        "rule": juknis.choosing.rule if juknis else actions.RULES[0],
        "ceiling": ceiling,
        "unit": unit,
        "voters": counts[unit],
    }


@needs(P.PLAN_SEE, area=queries.path_of)
@never_cache
def choice(request: HttpRequest, choice_id: int) -> HttpResponse:
    return page_of(request, found(choice_id))


def page_of(request: HttpRequest, held: Choice, letter: Sentence | None = None) -> HttpResponse:
    options, progress = queries.options_of(held), queries.progress(held)
    page = frame(request, held) | {
        "letter": letter,
        "progress": progress,
        "step": tables.next_card(held, progress),
        "figures": tables.figures(held, progress),
        "known": tables.known(held),
        "options": tables.options(held, options),
        "shares": tables.shares(held),
        "excluded": tables.frozen_excluded(held),
        "has_codes": held.way in queries.WITH_CODES,
    }
    return render(request, "musrenbang/choice.html", page, status=422 if letter else 200)


@require_POST
@needs(P.MEETING_HOLD, area=queries.path_of)
def open_choice(request: HttpRequest, choice_id: int) -> HttpResponse:
    held = found(choice_id)
    letter = attempt(lambda: actions.open_choice(choice=held, on=today(), by=request.user))
    if letter:
        return page_of(request, held, letter)
    messages.success(request, _("Pilihan dibuka. Aturannya tidak dapat berubah lagi."))
    return redirect("musrenbang:choice", choice_id=choice_id)


@needs(P.MEETING_HOLD, area=queries.path_of)
@never_cache
def annul(request: HttpRequest, choice_id: int) -> HttpResponse:
    held, form, letter = found(choice_id), Annulled(request.POST or None), None
    if form.is_valid():
        letter = attempt(lambda: actions.annul(choice=held, because=form.cleaned_data["because"], by=request.user))
        if letter is None:
            messages.success(request, _("Pilihan dibatalkan. Musyawarah dapat menyusun yang baru."))
            return redirect("musrenbang:choice", choice_id=choice_id)
    page = frame(request, held) | {"form": form, "letter": letter}
    return render(request, "musrenbang/choice_annul.html", page, status=422 if request.method == "POST" else 200)


@needs(P.MEETING_HOLD, area=queries.path_of)
@never_cache
def agree(request: HttpRequest, choice_id: int) -> HttpResponse:
    """The list a meeting agreed on: a place for each proposal that is on it, and the objections that stand."""
    held, letter = found(choice_id), None
    agreed, wrong = agreed_marks(request.POST)
    if request.method == "POST":
        letter = (
            spoken(Problem("musrenbang.mark_unread", mark=wrong[0], read=request.POST[f"m_{wrong[0]}"]))
            if wrong
            else attempt(lambda: counting.agree(choice=held, agreed=agreed, on=today(), by=request.user))
        )
        if letter is None:
            return redirect("musrenbang:result", choice_id=choice_id)
    page = frame(request, held) | {
        "letter": letter,
        "fields": tables.agreed(queries.options_of(held), request.POST),
        "is_open": held.stage == Stage.OPEN and held.way == Way.CONSENSUS,
    }
    return render(request, "musrenbang/choice_agree.html", page, status=422 if letter else 200)


@require_POST
@needs(P.MEETING_HOLD, area=queries.path_of)
def count(request: HttpRequest, choice_id: int) -> HttpResponse:
    held = found(choice_id)
    letter = attempt(lambda: counting.close(choice=held, on=today(), by=request.user))
    return page_of(request, held, letter) if letter else redirect("musrenbang:result", choice_id=choice_id)
