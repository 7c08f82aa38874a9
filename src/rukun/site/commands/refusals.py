"""How a command says that it cannot: the letter to the person, the code and its values to a program."""

from __future__ import annotations

import gettext
import json
import sys
from importlib import import_module
from pathlib import Path

from rukun.kit.problems import Catalogue, Finding, Problem, Sentence, letter

GROUND = ("site.problems", "rules.allocation.problems", "parameters.problems")
"""The letters of commands that run before the house stands, or without it."""
LOCALE = Path(__file__).resolve().parents[1] / "locale"


def _of_system(error: OSError) -> Problem:
    """What the system says of a file, as a problem."""
    return Problem("site.file_trouble", file=error.filename or "?", message=error.strerror or str(error))


def refuse(cause: Problem | OSError, *, as_json: bool, language: str = "id", **told: object) -> int:
    """A problem on the command line is the same letter as on a page; scripts get its code and details, and `told`."""
    problem = _of_system(cause) if isinstance(cause, OSError) else cause
    sentence = spoken(problem, language)
    if as_json:
        details = {"ok": False, "problem": problem.code, "details": problem.details}
        print(json.dumps(told | details, default=str, ensure_ascii=False))
    print(f"{sentence.what}\n{sentence.why}\n→ {sentence.now}", file=sys.stderr)
    return 1


def spoken(problem: Problem | Finding, language: str = "id") -> Sentence:
    """In the reader's language once the house stands; without it, in the language asked for where it is at hand."""
    apps = sys.modules.get("django.apps")
    if apps and apps.apps.ready and language == "id":
        return import_module("rukun.site.letters").spoken(problem)
    held: Catalogue = {}
    for module in GROUND:
        held |= import_module(f"rukun.{module}").CATALOGUE
    if found := held.get(problem.code):
        words = gettext.translation("django", LOCALE, [language], fallback=True).gettext
        held[problem.code] = Sentence(*map(words, (found.what, found.why, found.now)))
    return letter(problem, held)
