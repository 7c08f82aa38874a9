"""A problem, spoken to the reader: its letter in their language, with dates and lists in words."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from rukun.kit.problems import UNLISTED, Catalogue, Finding, Problem, Sentence
from rukun.ui.words import tanggal


def spoken(problem: Problem | Finding, letters: Catalogue) -> Sentence:
    """The letter of a problem or finding; a code nobody listed still gets an honest one."""
    held = letters.get(problem.code, UNLISTED)
    values = {name: _said(value) for name, value in problem.details.items()}
    return Sentence(_(held.what), _(held.why), _(held.now)).told({"code": problem.code} | values)


def _said(value: Any) -> Any:
    """Days in the reader's words; and words that wait for their language are said whole, not letter by letter."""
    if isinstance(value, date):
        return tanggal(value)
    if isinstance(value, list | tuple):
        return [_said(each) for each in value]
    return str(value) if isinstance(value, Promise) else value
