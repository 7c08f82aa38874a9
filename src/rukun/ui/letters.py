"""A problem, spoken to the reader: its letter in their language, with dates and lists in words."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from rukun.kit.problems import UNLISTED, Catalogue, Finding, Problem, Sentence
from rukun.ui.words import tanggal


def spoken(problem: Problem | Finding, letters: Catalogue) -> Sentence:
    """The letter of a problem or finding; a code nobody listed still gets an honest one."""
    held = letters.get(problem.code, UNLISTED)
    values = {name: tanggal(value) if isinstance(value, date) else value for name, value in problem.details.items()}
    return Sentence(_(held.what), _(held.why), _(held.now)).told({"code": problem.code} | values)
