"""When something cannot go on, a person reads a letter: what happened, why, what now. Never a stack trace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from importlib import import_module
from typing import Any

from axes.helpers import get_cool_off
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from rukun.accounts.actions import sessions
from rukun.kit.problems import Catalogue, Problem, Sentence
from rukun.ui import letters


@dataclass(frozen=True, slots=True)
class Action:
    """One button under a letter."""

    label: Any
    url: str


@dataclass(frozen=True, slots=True)
class Letter:
    """What a person reads when something did not go. `code` is for whoever helps them."""

    what: Any
    why: Any = ""
    now: Any = ""
    ask: Any = ""
    code: str = ""
    actions: Sequence[Action] = ()


HOME = Action(gettext_lazy("Ke beranda"), "/")
ROOMS = (
    "walls",
    "audit",
    "territory",
    "accounts",
    "people",
    "facilitation",
    "mapping",
    "poverty",
    "needs",
    "musrenbang",
    "grants",
    "services.health",
    "services.sanitation",
    "services.education",
    "programmes",
    "reports",
    "transparency",
    "site",
)
GROUND = ("kit.letters", "kit.sheet", "parameters", "rules.allocation.problems", "ui.problems")


def catalogue() -> Catalogue:
    """Every letter of every room."""
    found: Catalogue = {}
    for module in (*GROUND, *(f"{room}.problems" for room in ROOMS)):
        found |= import_module(f"rukun.{module}").CATALOGUE
    return found


CATALOGUE = catalogue()


def spoken(problem: Any) -> Sentence:
    """The letter of a Problem or Finding in the reader's language."""
    return letters.spoken(problem, CATALOGUE)


class Letters:
    """Middleware: a Problem that reaches the front door becomes its letter, with status 422.

    So does the bare answer to an address that is opened without its form, as after signing in again on the way there.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if answer.status_code != HTTPStatus.METHOD_NOT_ALLOWED or answer.content:
            return answer
        code = "site.by_button_only"
        letter = write(request, spoken(Problem(code)), answer.status_code, code)
        letter.headers["Allow"] = answer.headers["Allow"]
        return letter

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Problem):
            return None
        return write(request, spoken(exception), 422, exception.code)


def write(request: HttpRequest, sentence: Sentence, status: int, code: str = "") -> HttpResponse:
    held = Letter(what=sentence.what, why=sentence.why, now=sentence.now, code=code, actions=[HOME])
    return render(request, "ui/letter.html", {"letter": held}, status=status)


def locked_out(request: HttpRequest, response: HttpResponse, credentials: Any = None) -> HttpResponse:
    """The letter of the sign-in page after too many tries: for how long, and that waiting is enough."""
    if getattr(request, "axes_failures_since_start", None):  # this very try closed the door; later knocks write nothing
        sessions.locked_out(username=str((credentials or {}).get("username") or request.POST.get("login", "")).strip())
    minutes = int(get_cool_off(request).total_seconds() // 60)
    return write(request, spoken(Problem("site.locked_out", minutes=minutes)), 429, "site.locked_out")
