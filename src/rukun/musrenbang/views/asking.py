"""How a page of proposals answers a form: done and on, or the same form again, filled, with a letter above it."""

from __future__ import annotations

from functools import partial
from typing import Any

from rukun.accounts.permissions import today
from rukun.kit.letters import CATALOGUE as GROUND
from rukun.kit.problems import Sentence
from rukun.kit.sheet import CATALOGUE as SHEETS
from rukun.musrenbang.problems import CATALOGUE
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui import answering, letters
from rukun.ui.problems import CATALOGUE as PHOTOS

LETTERS = GROUND | SHEETS | PHOTOS | CATALOGUE


def spoken(problem: Any) -> Sentence:
    """The letter of a Problem or Finding, in the reader's language."""
    return letters.spoken(problem, LETTERS)


def the_place(area_id: int) -> Place:
    """The place as it is called today. Raises Http404."""
    return territory.the_place(area_id, on=today())


def the_rt(area_id: int) -> Place:
    """An RT, nothing larger. Raises Http404."""
    return territory.the_place(area_id, on=today(), level="rt")


answer = partial(answering.answer, catalogue=LETTERS)
"""How this room answers a form: see ui.answering."""
