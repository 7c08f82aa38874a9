"""Pages of paper ballots: making and printing sheets, typing them in twice, settling what was read differently."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, needs
from rukun.musrenbang.actions import sheets as actions
from rukun.musrenbang.forms.choices import Number, typed_marks
from rukun.musrenbang.models import Choice
from rukun.musrenbang.queries import choices as queries
from rukun.musrenbang.types import Condition
from rukun.musrenbang.views.choices import attempt, found, frame

P = Permission
LINES = 800
"""So many lines of options on one page to print: more sheets follow on the next."""


@needs(P.MEETING_HOLD, area=queries.path_of)
@never_cache
def make(request: HttpRequest, choice_id: int) -> HttpResponse:
    held, progress = found(choice_id), None
    form, letter = Number(request.POST or None), None
    if form.is_valid():
        letter = attempt(lambda: actions.make(choice=held, number=form.cleaned_data["number"], by=request.user))
        if letter is None:
            return redirect("musrenbang:sheet_print", choice_id=choice_id)
    progress = queries.progress(held)
    if not form.is_bound:
        form = Number(initial={"number": held.voters if not progress.sheets else ""})
    page = frame(request, held) | {"form": form, "letter": letter, "progress": progress}
    return render(request, "musrenbang/sheets.html", page, status=422 if request.method == "POST" else 200)


@needs(P.MEETING_HOLD, area=queries.path_of)
@never_cache
def print_out(request: HttpRequest, choice_id: int) -> HttpResponse:
    """The sheets as they are cut: two on a page of A4, one where there are many options."""
    held = found(choice_id)
    options, numbers = queries.options_of(held), queries.sheet_numbers(held)
    page = frame(request, held) | {
        "options": options,
        "sheets": queries.portion(numbers, LINES // max(len(options), 1), request.GET.get("halaman")),
        "is_long": len(options) > 14,
        "number": len(numbers),
    }
    return render(request, "musrenbang/sheet_print.html", page)


@needs(P.BALLOT_TYPE, area=queries.path_of)
@never_cache
def type_in(request: HttpRequest, choice_id: int) -> HttpResponse:
    held, number, letter = found(choice_id), request.GET.get("lembar", ""), None
    if request.method == "POST":
        number = request.POST.get("number", "").strip()
        typed, condition = typed_marks(request.POST), _condition(request)
        letter = attempt(
            lambda: actions.type_in(choice=held, number=number, typed=typed, condition=condition, by=request.user)
        )
        if letter is None:
            messages.success(request, _("Lembar %(number)s tersimpan.") % {"number": number})
            return redirect("musrenbang:sheet_type", choice_id=choice_id)
    else:
        typed, condition = queries.own_reading(held, number, str(request.user))
    page = _ballot(request, held, number, typed, condition) | {
        "letter": letter,
        "own": queries.own(held, str(request.user)),
        "left": queries.left_to(held, str(request.user)),
    }
    return render(request, "musrenbang/sheet_type.html", page, status=422 if letter else 200)


@needs(P.MEETING_HOLD, area=queries.path_of)
@never_cache
def compare(request: HttpRequest, choice_id: int) -> HttpResponse:
    """Sheets two people read differently, side by side; one reading is right, or the sheet is typed once more."""
    held, letter = found(choice_id), None
    if request.method == "POST":
        number, read = request.POST.get("number", ""), request.POST.get("reading", "")
        chosen = queries.reading(held, number, int(read)) if read in ("0", "1") else None
        typed, condition = chosen or (typed_marks(request.POST), _condition(request))
        letter = attempt(
            lambda: actions.settle(choice=held, number=number, typed=typed, condition=condition, by=request.user)
        )
        if letter is None:
            messages.success(request, _("Lembar %(number)s diputuskan.") % {"number": number})
            return redirect("musrenbang:sheet_compare", choice_id=choice_id)
    page = frame(request, held) | {"letter": letter, "differences": queries.differences(held)}
    return render(request, "musrenbang/sheet_compare.html", page, status=422 if letter else 200)


@needs(P.MEETING_HOLD, area=queries.path_of)
@never_cache
def settle(request: HttpRequest, choice_id: int) -> HttpResponse:
    """The form for a sheet both read wrongly."""
    held = found(choice_id)
    page = _ballot(request, held, request.GET.get("lembar", ""), {}, Condition.FILLED)
    return render(request, "musrenbang/sheet_settle.html", page)


def _condition(request: HttpRequest) -> str:
    asked = request.POST.get("condition", "")
    return asked if asked in Condition.values else Condition.FILLED


def _ballot(request: HttpRequest, held: Choice, number: str, typed: dict[str, str], condition: str) -> dict[str, Any]:
    return frame(request, held) | {
        "number": number,
        "fields": queries.fields(queries.options_of(held), typed),
        "condition": condition,
        "conditions": Condition.choices,
    }
